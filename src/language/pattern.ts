// A small language for phrases, so that a rule is data that can be read aloud. Words are separated by one space:
//   sorry        the plain word           if|in_case    one of these ("_" is a space)   hurt*   a word that begins so
//   @harm        a class of words         that?         may be there                    !you    and not this next
//   ..3          up to three words, no stop and no "not" among them                     .*3     the same, "not" allowed
//   ,.5          up to five words, commas allowed                                       ^ $     where a clause begins, ends
//   ( to @act / @act )   one of these phrases; ")?" may be there        what|$   the word or the end of the clause
//   [ … ]        the part to be marked; without brackets all of it, without "]" to the end
// Between any two words up to two of "just", "only", "even", "also" … may stand unasked (@adv), and words of mere emphasis ("really",
// "literally") are gone before a pattern is tried. Alternatives stand in the order of the alphabet: so they are found again, and pack better.
// Every gap has a bound and the matcher keeps sets of places, not a stack of guesses, so no text can make it slow (hostile.test.ts).
import { alternatives, wordsOf } from "./word-set.ts"
import type { WordSet } from "./word-set.ts"

export type Node =
  | { readonly kind: "words"; readonly set: WordSet; readonly maybe: boolean; readonly orEnd: boolean }
  | { readonly kind: "gap"; readonly most: number; readonly commas: boolean; readonly nots: boolean }
  | { readonly kind: "not"; readonly set: WordSet }
  | { readonly kind: "group"; readonly ways: readonly (readonly Node[])[]; readonly maybe: boolean }
  | { readonly kind: "start" | "end" | "open" | "close" }

/** A phrase, read when it is first tried: most of the book is never needed for one letter. */
export class Pattern {
  readonly source: string
  #nodes: readonly Node[] | undefined

  constructor(source: string) {
    this.source = source
  }

  /** Throws on a pattern that cannot be read: our own defect, found by the first test. */
  get nodes(): readonly Node[] {
    this.#nodes ??= parse(this.source)
    return this.#nodes
  }
}

interface Cursor {
  readonly items: readonly string[]
  at: number
}

function parse(source: string): readonly Node[] {
  const cursor = { items: source.split(" "), at: 0 }
  const nodes = sequence(cursor)
  if (cursor.at < cursor.items.length) throw new Error(`unbalanced pattern: ${source}`)
  return nodes
}

function sequence(cursor: Cursor): readonly Node[] {
  const made: Node[] = []
  for (let item = cursor.items[cursor.at]; item !== undefined; item = cursor.items[cursor.at]) {
    if (item === "/" || item === ")" || item === ")?") break
    cursor.at += 1
    made.push(item === "(" ? group(cursor) : one(item))
  }
  return made
}

function group(cursor: Cursor): Node {
  const ways: (readonly Node[])[] = []
  for (;;) {
    ways.push(sequence(cursor))
    const end = cursor.items[cursor.at]
    cursor.at += 1
    if (end === ")" || end === ")?") return { kind: "group", ways, maybe: end === ")?" }
    if (end !== "/") throw new Error(`unclosed group: ${cursor.items.join(" ")}`)
  }
}

const signs: Readonly<Record<string, "start" | "end" | "open" | "close">> = {
  "^": "start",
  $: "end",
  "[": "open",
  "]": "close",
}

function one(item: string): Node {
  const sign = signs[item]
  if (sign !== undefined) return { kind: sign }
  const gap = /^(\.\.|\.\*|,\.)(\d)$/.exec(item)
  if (gap !== null)
    return { kind: "gap", most: Number(gap[2]), commas: gap[1] === ",.", nots: gap[1] !== ".." }
  if (item.startsWith("!")) return { kind: "not", set: alternatives(item.slice(1)) }
  const maybe = item.endsWith("?") && item.length > 1
  const orEnd = item.endsWith("|$")
  return {
    kind: "words",
    set: alternatives(item.slice(0, maybe ? -1 : orEnd ? -2 : undefined)),
    maybe,
    orEnd,
  }
}

/** Words so common that they hardly narrow a search. */
const common = new Set(
  "i you it that this is was to a the my me of for and not have had do did am are be will what so if in all we no on your she he they with at when how then can could would just only".split(
    " ",
  ),
)

/** One of these must be in the sentence for the pattern to have a chance; undefined when the pattern has shapes only. */
export function cuesOf(source: string): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let depth = 0
  for (const item of source.split(" ")) {
    if (item === "(") depth += 1
    if (item.startsWith(")")) depth -= 1
    if (depth > 0 || /^(?:[[\]^$/)(]|!|\.|,\.)/.test(item) || /[?$]$/.test(item)) continue
    const words = wordsOf(item)?.map((phrase) => phrase.find((word) => !common.has(word)) ?? phrase[0] ?? "")
    if (words !== undefined && (best === undefined || cost(words) < cost(best))) best = words
  }
  return best
}

function cost(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (common.has(word) ? 50 : 1), 0)
}
