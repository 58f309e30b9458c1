/** Where other people's words stand: `start` at the opening mark, `end` after the closing one. */
export interface Quote {
  readonly start: number
  readonly end: number
}

const pairs: Readonly<Record<string, string>> = { "“": "”", "„": "”", '"': '"', "«": "»", "‘": "’", "'": "'" }
const single = "‘'"
const notable = /["“”„«»‘’']|\n[ \t\r]*\n/g

/**
 * Quotations, in order, in one pass. A quotation ends with its paragraph at the latest; one that was never closed lasts to the end of its
 * sentence, so that a person typing someone's words is not marked for them.
 */
export function quotesIn(text: string): readonly Quote[] {
  const found: Quote[] = []
  let open: { readonly mark: string; readonly at: number } | undefined
  const giveUp = (): void => {
    if (open !== undefined && !single.includes(open.mark))
      found.push({ start: open.at, end: sentenceEnd(text, open.at) })
    open = undefined
  }
  for (const { 0: mark, index: at } of text.matchAll(notable)) {
    if (mark.startsWith("\n")) giveUp()
    else if (open !== undefined && closes(text, at, mark, open.mark)) {
      found.push({ start: open.at, end: at + 1 })
      open = undefined
    } else if (
      opens(text, at, mark) &&
      (open === undefined || (single.includes(open.mark) && !single.includes(mark)))
    )
      open = { mark, at }
  }
  giveUp()
  return found
}

function opens(text: string, at: number, mark: string): boolean {
  if (!Object.hasOwn(pairs, mark)) return false
  if (!single.includes(mark)) return true
  return (
    /[\s(—–-]/.test(text[at - 1] ?? " ") &&
    /\p{L}/u.test(text[at + 1] ?? "") &&
    !/^.(?:cause|til|bout|em|n)\b/i.test(text.slice(at, at + 7))
  )
}

function closes(text: string, at: number, mark: string, opened: string): boolean {
  if (mark !== pairs[opened] && !(opened === "“" && mark === '"')) return false
  return (
    !single.includes(opened) || (/\S/.test(text[at - 1] ?? "") && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ""))
  )
}

function sentenceEnd(text: string, from: number): number {
  const stop = text.slice(from, from + 2000).search(/[.!?\n]/)
  return stop < 0 ? Math.min(text.length, from + 2000) : from + stop
}
