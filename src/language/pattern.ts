// A small language for phrases, so that a rule is data that can be read aloud. Words are separated by one space:
//   sorry        the plain word           if|in_case    one of these ("_" is a space)   hurt*   a word that begins so
//   @harm        a class of words         that?         may be there                    !you    and not this next
//   ..3          up to three words, no stop and no "not" among them                     .*3     the same, "not" allowed
//   ,.5          up to five words, commas allowed                                       ~       up to two of "just", "only", "even" …
//   ( to @act / @act )   one of these phrases; ")?" may be there                        ^ $     where a clause begins, ends
//   [ … ]        the part to be marked; without brackets all of it, without "]" to the end
// Words of mere emphasis ("really", "literally", "kind of") are gone before a pattern is tried: see en/spelling.ts.
// Every gap has a bound and none may nest in another, so no text can make a pattern slow (see hostile.test.ts).
import { classes } from "./en/classes.ts"

export interface Pattern {
  readonly regex: RegExp
  /** One of these words must be in the sentence; undefined when nothing so plain can be said. */
  readonly cues: readonly string[] | undefined
}

const gap = "[^ ,;.?]+"
const stop = "[,;.?“]"
const over = `(?= ${stop}| and | but | because | so | when | though |$)`

/** Throws on a pattern that cannot be read: our own defect, found by the first test. */
export function compile(source: string): Pattern {
  const items = source.split(" ")
  const reader = { items, at: 0 }
  const body = sequence(reader)
  if (reader.at < items.length) throw new Error(`unbalanced pattern: ${source}`)
  const opened = body.includes("(?<span>") ? body : `(?<span>${body}`
  const spanned = items.includes("]") ? opened : `${opened})`
  return { regex: new RegExp(`${spanned}(?![^ ])`, "dg"), cues: cuesOf(items) }
}

interface Cursor {
  readonly items: readonly string[]
  at: number
}

function sequence(cursor: Cursor): string {
  let made = ""
  while (cursor.at < cursor.items.length) {
    const item = cursor.items[cursor.at] ?? ""
    if (item === "/" || item === ")" || item === ")?") return made
    cursor.at += 1
    made += item === "(" ? group(cursor) : one(item)
  }
  return made
}

function group(cursor: Cursor): string {
  const ways: string[] = []
  for (;;) {
    ways.push(sequence(cursor))
    const end = cursor.items[cursor.at]
    cursor.at += 1
    if (end === ")" || end === ")?") return `(?:${ways.join("|")})${end === ")?" ? "?" : ""}`
    if (end !== "/") throw new Error(`unclosed group: ${cursor.items.join(" ")}`)
  }
}

function one(item: string): string {
  if (item === "[") return "(?<span>"
  if (item === "]") return ")"
  if (item === "^") return `(?<=^|${stop}| and| but| so| because| then| or| that)`
  if (item === "$") return over
  if (item === "~") return `(?: (?:${classes["adv"]})(?![^ ])){0,2}`
  const run = /^(\.\.|\.\*|,\.)(\d)$/.exec(item)
  if (run !== null)
    return `(?:${{ "..": " (?!(?:not|never|nor|no) )[^ ,;.?]+", ".*": ` ${gap}`, ",.": " [^ ;.?]+" }[run[1] ?? ""]}){0,${run[2]}}?`
  const maybe = item.endsWith("?") && item.length > 1
  const bare = maybe ? item.slice(0, -1) : item
  if (bare.startsWith("!")) return `(?! (?:${words(bare.slice(1))})(?![^ ]))`
  if (maybe) return `(?: (?:${words(bare)})(?![^ ]))?`
  return bare.endsWith("|$") ? `(?: (?:${words(bare.slice(0, -2))})|${over})` : ` (?:${words(bare)})`
}

function words(alternatives: string): string {
  return alternatives
    .split("|")
    .map((word) => {
      if (!word.startsWith("@"))
        return word === "?" ? "\\?" : word === "." ? "\\." : word.replace("*", "[a-z]*").replaceAll("_", " ")
      const list = Object.hasOwn(classes, word.slice(1)) ? classes[word.slice(1)] : undefined
      if (list === undefined) throw new Error(`no such class: ${word}`)
      return list
    })
    .join("|")
}

/** Words too common to be worth an index. */
const common = new Set(
  "i you it that this is was to a the my me of for and not have had do did am are be will would what so if in all".split(
    " ",
  ),
)

function cuesOf(items: readonly string[]): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let depth = 0
  for (const item of items) {
    if (item === "(") depth += 1
    if (item.startsWith(")")) depth -= 1
    if (depth > 0 || /^(?:[[\]^$~/)(]|!|\.|,\.)/.test(item) || item.endsWith("?")) continue
    const found = words(item).split("|")
    if (found.some((word) => !/^[a-z]+$/.test(word) || common.has(word))) continue
    if (best === undefined || found.length < best.length) best = found
  }
  return best
}
