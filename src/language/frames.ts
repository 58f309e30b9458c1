import { anew, lets, refused, reported, stops } from "./en/frames.ts"
import { found, shelve } from "./shelf.ts"

/** Whose words: someone else's, refused by the writer, or the writer's own. */
export type Held = "reported" | "refused" | false

const frames = shelve<Held>([
  ["reported", reported],
  ["refused", refused],
])
const negations = new Set(["not", "never", "no", "nor", "nobody", "hardly"])

/** For each word: does the writer stand behind it, tell it, or refuse it? */
export function holds(words: readonly string[]): readonly Held[] {
  const held = words.map((): Held => false)
  for (const [how, places] of found(frames, words))
    for (const { to } of places)
      for (let at = to; at < words.length && !ends(words, at); at += 1)
        held[at] = held[at] === "refused" ? "refused" : how
  words.forEach((word, at) => {
    if (!negations.has(word)) return
    for (let i = at + 1; i <= at + 3 && i < held.length && !ends(words, i); i += 1) held[i] ||= "refused"
  })
  return held
}

function ends(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ""
  if (stops.test(word) || lets.test(word)) return true
  return word === "," && (anew.test(words[at + 1] ?? "") || lets.test(words[at + 1] ?? ""))
}
