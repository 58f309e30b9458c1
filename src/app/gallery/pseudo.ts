import type { Catalogue, Entry } from "#kit"

// Languages nobody speaks, made from the English words: they show what breaks when words are longer, other, or run the other way.

// Hebrew letters, one for each of ours, so that the words truly run from right to left and stand beside names that do not. Vowels stand twice: 40 % longer.
const plain = "abcdefghijklmnopqrstuvwxyz"
const other = "אבגדהוזחטיכלמנסעפצקרשתךםןף"
const letters = new Map(
  [...plain].flatMap((letter, n) => {
    const twin = (other[n] ?? letter).repeat("aeiou".includes(letter) ? 2 : 1)
    return [[letter, twin] as const, [letter.toUpperCase(), twin] as const]
  }),
)

/** One sentence in the pseudo-language, letter by letter: the same places for names and numbers, and a part of a sentence stays one. */
export function pseudoText(text: string): string {
  return text.replace(/\{[^{}]+\}|[a-zA-Z]/g, (sign) => letters.get(sign) ?? sign)
}

/** Words as long as the longest German ones, in every sentence. */
export function longText(text: string): string {
  return text.replace(/\{[^{}]+\}|\p{L}{6,}/gu, (word) =>
    word.startsWith("{") ? word : word + word.toLowerCase() + word.toLowerCase(),
  )
}

export function catalogueIn(say: (text: string) => string, catalogue: Catalogue): Catalogue {
  const entry = (words: Entry): Entry =>
    typeof words === "string"
      ? say(words)
      : {
          ...Object.fromEntries(Object.entries(words).map(([form, text]) => [form, say(text)])),
          other: say(words.other),
        }
  return Object.fromEntries(Object.entries(catalogue).map(([key, words]) => [key, entry(words)]))
}

/** What is seen of English words in the pseudo-language, as a pattern. It also finds the words themselves, for names and what people wrote. */
export function seenAs(name: string | RegExp, exact: boolean): RegExp {
  const source = typeof name === "string" ? name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : name.source
  // A letter that belongs to the pattern's own language (\s, \w) stays as it is.
  const either = source.replace(/\\.|[a-zA-Z]/g, (sign) => {
    const twin = letters.get(sign)
    return twin === undefined ? sign : `(?:${sign}|${twin})`
  })
  return new RegExp(exact ? `^\\s*${either}\\s*$` : either, typeof name === "string" ? "" : name.flags)
}
