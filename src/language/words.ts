import { afterWords, emphasis, exact, feeling, noSubject, ourWords, spoken } from "./en/spelling.ts"

/**
 * The plain form of one written word, as one or more words: lower case, whole ("don't" is "do not"), British, and in full where a phone
 * would shorten it. `before` is the plain word just before, `after` the next raw word in lower case ("" for none).
 */
export function plain(raw: string, before: string, after: string): readonly string[] {
  const word = squeeze(raw.toLowerCase().replace(/[’ʼ‘`´]/g, "'"))
  if (word === "ill") return noSubject.has(before) ? [word] : ["i", "will"]
  const guard = Object.hasOwn(afterWords, word) ? afterWords[word] : undefined
  if (guard !== undefined) {
    if (guard.prev?.includes(before) === true || guard.next?.includes(after) === true) return guard.to
    return guard.or ?? [word]
  }
  const whole = Object.hasOwn(exact, word) ? exact[word] : undefined
  if (whole !== undefined) return whole
  const mark = word.indexOf("'")
  if (mark > 0) return contraction(word.slice(0, mark), word.slice(mark + 1), after)
  return [british(word)]
}

/** Words that only make others louder; "so" is one of them after "am" or "feel". */
export function isEmphasis(word: string, before: string): boolean {
  return emphasis.has(word) || (word === "so" && feeling.has(before))
}

function contraction(stem: string, tail: string, after: string): readonly string[] {
  const head = british(stem)
  if (tail === "t" && head.endsWith("n")) return [head.slice(0, -1), "not"]
  if (tail === "m") return [head, "am"]
  if (tail === "re") return [head, "are"]
  if (tail === "ve") return [head, "have"]
  if (tail === "ll") return [head, "will"]
  if (tail === "d")
    return [
      head,
      /ed$|^(?:been|done|gone|known|seen|better|had|told|said|made)$/.test(after) ? "had" : "would",
    ]
  if (tail === "s" && spoken.has(head)) return [head, /^(?:been|got|gone|had)$/.test(after) ? "has" : "is"]
  return [head]
}

/** "soooo" is "so", "sorrrry" is "sorry", "allll" is "all". */
function squeeze(word: string): string {
  return word.replace(/(.)\1{2,}/gu, (_, letter: string, at: number, whole: string) => {
    const tail = whole.slice(at).replace(/^(.)\1+/u, "")
    return (letter === "l" && tail === "") ||
      (letter === "r" && tail === "y") ||
      (letter === "e" && tail === "l")
      ? letter + letter
      : letter
  })
}

function british(word: string): string {
  const ise = word.replace(/^([a-z]{4,})iz(e|ed|es|ing|ation)$/, "$1is$2")
  return ourWords.has(ise) ? ise.replace("or", "our") : ise
}
