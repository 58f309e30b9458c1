import { classes } from "./en/classes.ts"

/** A set of words and phrases, asked word by word. */
export interface WordSet {
  readonly words: ReadonlySet<string>
  /** By their first word; the rest must follow. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly shapes: readonly ((word: string) => boolean)[]
}

const known = new Map<string, WordSet>()

/** The set for "if|in_case|@harm|hurt*"; "mix-up" is written so and read as two words. Throws when a class does not exist: our own defect. */
export function alternatives(source: string): WordSet {
  const had = known.get(source)
  if (had !== undefined) return had
  const words = new Set<string>()
  const phrases = new Map<string, string[][]>()
  const shapes: ((word: string) => boolean)[] = []
  for (const word of spelt(source)) {
    if (typeof word === "function") shapes.push(word)
    else if (word.endsWith("*")) shapes.push((other) => other.startsWith(word.slice(0, -1)))
    else if (word.includes("_")) {
      const [first = "", ...rest] = word.split("_")
      phrases.set(first, [...(phrases.get(first) ?? []), rest])
    } else words.add(word)
  }
  const made = { words, phrases, shapes }
  known.set(source, made)
  return made
}

function spelt(source: string): readonly (string | ((word: string) => boolean))[] {
  return source
    .replaceAll("-", "_")
    .split("|")
    .flatMap((word): readonly (string | ((word: string) => boolean))[] => {
      if (!word.startsWith("@")) return [word]
      const found = Object.hasOwn(classes, word.slice(1)) ? classes[word.slice(1)] : undefined
      if (found === undefined) throw new Error(`no such class: ${word}`)
      return typeof found === "string" ? found.trim().replaceAll("-", "_").split(/\s+/) : [found]
    })
}

/** The phrases of the set, word by word; undefined when a shape stands among them. */
export function wordsOf(source: string): readonly (readonly string[])[] | undefined {
  const phrases: string[][] = []
  for (const word of spelt(source)) {
    if (typeof word !== "string" || word.endsWith("*")) return undefined
    phrases.push(word.split("_"))
  }
  return phrases
}

/** Whether the word may begin something in the set. */
export function mayBegin(set: WordSet, word: string): boolean {
  return set.words.has(word) || set.phrases.has(word) || set.shapes.some((shape) => shape(word))
}

/** How many words of the line, from `at` on, the set takes: each possible length once, the single word first. */
export function lengthsAt(set: WordSet, line: readonly string[], at: number): readonly number[] {
  const word = line[at]
  if (word === undefined) return none
  const single = set.words.has(word) || (set.shapes.length > 0 && set.shapes.some((shape) => shape(word)))
  const rests = set.phrases.size === 0 ? undefined : set.phrases.get(word)
  if (rests === undefined) return single ? justOne : none
  const long = rests
    .filter((rest) => rest.every((next, i) => line[at + 1 + i] === next))
    .map((rest) => rest.length + 1)
  return single ? [1, ...long] : long
}
const none: readonly number[] = []
const justOne: readonly number[] = [1]
