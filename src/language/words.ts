import { afterWords, emphasis, exact, feeling, noSubject, ourWords, spoken } from "./en/spelling.ts"

/**
 * The plain form of one written word, as one or more words: lower case, whole ("don't" is "do not"), British, and in full where a phone
 * would shorten it. `before` is the plain word just before; `after` tells the next raw word in lower case ("" for none).
 */
export function plain(raw: string, before: string, after: () => string): readonly string[] {
  const word = squeeze(raw.toLowerCase().replaceAll(/[’ʼ‘`´]/g, "'"))
  if (word === "ill") return noSubject.has(before) ? [word] : ["i", "will"]
  const guard = afterWords.get(word)
  if (guard !== undefined) {
    if (guard.prev?.includes(before) === true || guard.next?.includes(after()) === true) return guard.to
    return guard.or ?? [word]
  }
  const whole = exact.get(word)
  if (whole !== undefined) return whole
  const mark = word.indexOf("'")
  if (mark > 0) return contraction(word.slice(0, mark), word.slice(mark + 1), after)
  return [british(word)]
}

/** Words that only make others louder; "so" is one of them after "am" or "feel". */
export function isEmphasis(word: string, before: string): boolean {
  return emphasis.has(word) || (word === "so" && feeling.has(before))
}

const tails: Readonly<Record<string, string>> = { m: "am", re: "are", ve: "have", ll: "will" }

function contraction(stem: string, tail: string, after: () => string): readonly string[] {
  const head = british(stem)
  if (tail === "t" && head.endsWith("n")) return [head.slice(0, -1), "not"]
  if (tail === "d")
    return [
      head,
      /ed$|^(?:been|done|gone|known|seen|better|had|told|said|made)$/.test(after()) ? "had" : "would",
    ]
  if (tail === "s" && spoken.has(head)) return [head, /^(?:been|got|gone|had)$/.test(after()) ? "has" : "is"]
  const whole = Object.hasOwn(tails, tail) ? tails[tail] : undefined
  return whole === undefined ? [head] : [head, whole]
}

/** "soooo" is "so", "sorrrry" is "sorry", "allll" is "all". */
function squeeze(word: string): string {
  if (!/(.)\1\1/u.test(word)) return word
  return word.replace(/(.)\1{2,}/gu, (run, letter: string, at: number) => {
    const tail = word.slice(at + run.length)
    return (letter === "l" && tail === "") ||
      (letter === "r" && tail === "y") ||
      (letter === "e" && tail === "l")
      ? letter + letter
      : letter
  })
}

function british(word: string): string {
  const ise = word.includes("iz") ? word.replace(/^([a-z]{4,})iz(e|ed|es|ing|ation)$/, "$1is$2") : word
  return ourWords.has(ise) ? ise.replace("or", "our") : ise
}
