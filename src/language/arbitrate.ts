import type { Rule } from "./rule.ts"

/** A rule's claim on the words `from` to `to` (exclusive) of one sentence. */
export interface Claim {
  readonly rule: Rule
  readonly from: number
  readonly to: number
}

/** One fault for a clause: firm before soft, then the more particular rule (it stands earlier in the book), then the longer phrase. */
export function settle(claims: readonly Claim[], words: readonly string[]): readonly Claim[] {
  const clause = clausesOf(words)
  const order = claims.map((claim, at) => ({ claim, at }))
  order.sort((a, b) => firmness(b.claim) - firmness(a.claim) || a.at - b.at)
  const kept: Claim[] = []
  for (const { claim } of order) {
    const clash = kept.some(
      (other) =>
        (claim.from < other.to && other.from < claim.to) || clause[claim.from] === clause[other.from],
    )
    if (!clash) kept.push(claim)
  }
  return kept.toSorted((a, b) => a.from - b.from)
}

function firmness(claim: Claim): number {
  return claim.rule.strength === "firm" ? 1 : 0
}

/** The number of the clause each word stands in. */
function clausesOf(words: readonly string[]): readonly number[] {
  let clause = 0
  return words.map((word, at) => {
    if (/^[,;.?]$/.test(word) || /^(?:but|because|however|though|although)$/.test(word)) clause += 1
    else if (word === "and" && /^(?:i|you|it|we|they|she|he)$/.test(words[at + 1] ?? "")) clause += 1
    return clause
  })
}
