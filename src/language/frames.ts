import { anew, lets, refused, reported, stops } from "./en/frames.ts"
import { compile } from "./pattern.ts"
import type { Pattern } from "./pattern.ts"

type Held = "reported" | "refused" | false
type Find = (pattern: Pattern) => readonly { readonly from: number; readonly to: number }[]

const frames = [
  ...reported.map((source) => ({ how: "reported" as const, pattern: compile(source) })),
  ...refused.map((source) => ({ how: "refused" as const, pattern: compile(source) })),
]

/** For each word: does the writer stand behind it, tell it, or refuse it? */
export function holds(words: readonly string[], find: Find): readonly Held[] {
  const held = new Array<Held>(words.length).fill(false)
  for (const { how, pattern } of frames)
    for (const { to } of find(pattern))
      for (let at = to; at < words.length && !ends(words, at); at += 1)
        held[at] = held[at] === "refused" ? "refused" : how
  words.forEach((word, at) => {
    if (/^(?:not|never|no|nor|nobody|hardly)$/.test(word))
      for (let i = at + 1; i <= at + 3 && i < held.length && !ends(words, i); i += 1) held[i] ||= "refused"
  })
  return held
}

function ends(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ""
  if (stops.test(word) || lets.test(word)) return true
  return word === "," && (anew.test(words[at + 1] ?? "") || lets.test(words[at + 1] ?? ""))
}
