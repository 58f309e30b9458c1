import { readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./step.ts"

// What no sentence of Goldseam may say (CARE §12), and how long one may be. Every floor's catalogue can be held against it.

export interface WordList {
  /** Relative to the project. */
  readonly file: string
  readonly words: Readonly<Record<string, unknown>>
}
export interface WordFault {
  readonly key: string
  readonly sentence: string
  readonly why: string
}

/** English stems. Another language brings its own list, written by a native speaker. */
const banned: readonly (readonly [why: string, stem: RegExp])[] = [
  ["counts days in a row", /streak|days in a row|\bin a row\b/i],
  ["pleads for going on", /don[’']?t (break|lose|let)/i],
  [
    "speaks for someone who waits",
    /(is|are|been) waiting for (you|your)|waiting for you|hasn[’']t (answered|responded|opened|read|replied)/i,
  ],
  ["pleads for coming back", /we miss(ed)? you|come back soon|it[’']s been a while/i],
  ["blames", /you (forgot|failed|let .* down|should have)/i],
  ["scores a person", /trust (score|level|points?)|\bscore\b|\brank(ed|ing)?\b|\d+ ?points?\b/i],
  ["measures healing", /(\d+|\{\w+\}) ?% (trust|healed|forgiven|done|complete)|progress (bar|to)/i],
  ["dates forgiveness", /(forgive|forgiveness).{0,30}(days?|step|goal|complete)/i],
  ["counts from the wound", /days since/i],
  [
    "tells when somebody was here",
    /last (seen|active)|was (online|here) (at|on)|is typing|(?<!you )\b(has|have) (read|opened|seen) (it|your)\b/i,
  ],
  ["asks for proof", /prove (it|where)/i],
  ["demands forgiveness", /you (must|have to|need to|should) forgive/i],
  ["promises safety", /no risk|you are safe|(completely|totally|100 ?%) (safe|secure|private)/i],
  ["presses with love", /if you (really )?lov/i],
  ["hurries", /hurry|last chance|before it[’']s too late|act now|expires? soon/i],
  ["shames a no", /no,? i don[’']t (care|want us)/i],
  ["praises", /great job|well done|good job|congratulations|proud of you|amazing|awesome/i],
  ["promises success", /proven to|guarantee[sd]?\b|will (heal|fix|restore|save) (you|your|it)/i],
  ["speaks of machinery", /\b(keys?|hash(es)?|epochs?|ledgers?)\b/i],
  ["raises its voice", /!/],
]
const longest = 25

/** All that is wrong with one catalogue; empty when nothing is. */
export function faultsInWords(words: WordList["words"]): readonly WordFault[] {
  return Object.entries(words).flatMap(([key, entry]) =>
    sentencesOf(entry).flatMap((sentence) => faultsIn(sentence).map((why) => ({ key, sentence, why }))),
  )
}

function faultsIn(text: string): readonly string[] {
  const said = banned.flatMap(([why, stem]) => (stem.test(text) ? [why] : []))
  const long = text
    .split(/[.?…:;](?:[”"’)]*)(?:\s|$)/)
    .some((sentence) => sentence.trim().split(/\s+/).length > longest)
  return long ? [...said, `has more than ${longest} words in one sentence`] : said
}

/** A plural entry holds one text for each form; every form is read. */
function sentencesOf(entry: unknown): readonly string[] {
  if (typeof entry === "string") return [entry]
  if (typeof entry !== "object" || entry === null) return []
  return Object.values(entry).filter((form) => typeof form === "string")
}

/** Every catalogue below a folder, given relative to the project: files `words/en.ts` that export `en`. */
export async function wordListsIn(folder: string): Promise<readonly WordList[]> {
  const files = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && e.name === "en.ts" && e.parentPath.endsWith("words"))
    .map((e) => join(e.parentPath, e.name))
  return Promise.all(
    files.toSorted().map(async (file): Promise<WordList> => {
      const read: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href)
      const words: unknown = Reflect.get(Object(read), "en")
      if (typeof words !== "object" || words === null) throw new Error(`${file} exports no words`)
      return { file: relative(root, file), words: { ...words } }
    }),
  )
}
