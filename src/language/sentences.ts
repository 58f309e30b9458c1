import { quotesIn } from "./quotes.ts"
import type { Quote } from "./quotes.ts"
import { isEmphasis, plain } from "./words.ts"

/** One plain word or stop, and where it came from. "didn't" gives two with one place. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}
export type Sentence = readonly Token[]

/** What stands for a quotation: nobody is marked for words that are not their own. */
export const quoted = "“”"

const piece = /[\p{L}\p{N}\p{M}]+(?:['’ʼ‘`´]\p{L}+)*|\n\s*|\.{2,}|…|[.!?]+|[,;:()–—&%+"“”„«»]|-+/gu
const shortened = new Set("mr mrs ms dr st prof eg ie etc vs no approx".split(" "))
const breaks: Readonly<Record<string, string>> = {
  ";": ";",
  ":": ";",
  "&": "and",
  "+": "and",
  "%": "percent",
}

/** The sentences of a text, in plain words. Commas, dashes and brackets become ","; colons ";"; full stops "."; questions "?". */
export function sentencesOf(text: string): readonly Sentence[] {
  const quotes = quotesIn(text)
  const made: Sentence[] = []
  let now: Token[] = []
  let next = 0
  const close = (): void => {
    if (now.length > 0) made.push(now)
    now = []
  }
  piece.lastIndex = 0
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    const quote = nextQuote(quotes, next, found.index)
    if (quote !== undefined) {
      next = quotes.indexOf(quote, next) + 1
      now.push({ word: quoted, start: quote.start, end: quote.end })
      piece.lastIndex = quote.end
      if (/[.!?…]["”»’']?$/.test(text.slice(quote.end - 2, quote.end)) && startsAnew(text, quote.end)) close()
      continue
    }
    const stop = stopOf(text, found[0], found.index, now)
    if (stop === undefined) addWord(now, text, found[0], found.index)
    else if (stop !== "" && stop !== "\n")
      now.push({ word: stop, start: found.index, end: found.index + found[0].length })
    if (stop === "." || stop === "?" || stop === "\n") close()
  }
  close()
  return made.filter((sentence) => sentence.some(({ word }) => /[\p{L}\p{N}]/u.test(word)))
}

function nextQuote(quotes: readonly Quote[], next: number, at: number): Quote | undefined {
  const quote = quotes[next]
  return quote !== undefined && quote.start <= at ? quote : undefined
}

function addWord(now: Token[], text: string, raw: string, start: number): void {
  const end = start + raw.length
  const after = (): string =>
    /^\s*([\p{L}\p{N}'’]+)/u.exec(text.slice(end, end + 24))?.[1]?.toLowerCase() ?? ""
  const before = now.at(-1)?.word ?? ""
  for (const word of plain(raw, before, after)) if (!isEmphasis(word, before)) now.push({ word, start, end })
}

/** What a piece means as a stop: undefined for a word, "" for a mark that means nothing here. */
function stopOf(text: string, piece: string, at: number, now: readonly Token[]): string | undefined {
  const first = piece[0] ?? ""
  if (/[\p{L}\p{N}\p{M}]/u.test(first)) return undefined
  const end = at + piece.length
  if (first === "\n") return piece.indexOf("\n", 1) > 0 || /^[^\p{Ll}]/u.test(text[end] ?? "A") ? "\n" : ","
  if (/^(?:\.{2,}|…)$/.test(piece)) return startsAnew(text, end) ? "." : ","
  if (piece === ".") return endsHere(text, end, now) ? "." : ""
  if (/^[.!?]/.test(piece)) return piece.includes("?") ? "?" : "."
  if (first === "-" && piece.length === 1 && /\S/.test(text[at - 1] ?? " ") && /\S/.test(text[end] ?? " "))
    return ""
  return Object.hasOwn(breaks, first) ? breaks[first] : /["“”„«»]/.test(first) ? "" : ","
}

function endsHere(text: string, end: number, now: readonly Token[]): boolean {
  if (/[^\s"”’')\]]/.test(text[end] ?? " ")) return false
  const before = now.at(-1)?.word ?? ""
  if (shortened.has(before)) return false
  return !(/^[a-z]$/.test(before) && before !== "i" && text[end - 3] === ".") || startsAnew(text, end)
}

function startsAnew(text: string, from: number): boolean {
  return /^\s*(?:$|\n|[^\p{Ll}\s,;])/u.test(text.slice(from, from + 40))
}
