import { settle } from "./arbitrate.ts"
import type { Claim } from "./arbitrate.ts"
import { holds } from "./frames.ts"
import type { Held } from "./frames.ts"
import { isIn } from "./match.ts"
import type { Place } from "./match.ts"
import { Pattern } from "./pattern.ts"
import type { TextKind } from "./reading.ts"
import type { PartRule, Rule } from "./rule.ts"
import { found, shelve } from "./shelf.ts"
import type { Shelf } from "./shelf.ts"

/** All that a sentence says by itself, whatever stands around it. */
export interface Verdict {
  readonly claims: readonly Claim[]
  readonly parts: ReadonlySet<PartRule>
}

interface Ready<R> {
  readonly rule: R
  readonly unless: readonly Pattern[]
  readonly needs: readonly Pattern[]
}

export interface Book {
  readonly rules: Shelf<Ready<Rule>>
  readonly parts: Shelf<Ready<PartRule>>
}

export function makeBook(rules: readonly Rule[], parts: readonly PartRule[]): Book {
  return {
    rules: shelve(rules.map((rule) => [ready(rule), rule.pattern])),
    parts: shelve(parts.map((rule) => [ready(rule), rule.pattern])),
  }
}

function ready<R extends Rule | PartRule>(rule: R): Ready<R> {
  const patterns = (sources: readonly string[] | undefined): readonly Pattern[] =>
    (sources ?? []).map((source) => new Pattern(source))
  return { rule, unless: patterns(rule.unless), needs: patterns("needs" in rule ? rule.needs : []) }
}

/** Judges one sentence, given as plain words. Depends on nothing else: that is what makes it safe to remember. */
export function judge(book: Book, words: readonly string[], kind: TextKind): Verdict {
  const held = lazily(() => holds(words))
  const claims: Claim[] = []
  for (const [{ rule, unless, needs }, places] of found(book.rules, words)) {
    if (!rule.kinds.includes(kind)) continue
    const free = places.filter(({ first, from }) => !held()[first] && !held()[from])
    if (free.length === 0 || unless.some((pattern) => isIn(pattern, words))) continue
    if (needs.length > 0 && !needs.some((pattern) => isIn(pattern, words))) continue
    for (const { from, to } of free)
      claims.push({ rule, from, to: rule.span === "clause" ? clauseEnd(words, to) : to })
  }
  const kept = settle(claims, words)
  return { claims: kept, parts: partsIn(book.parts, words, kept, held) }
}

function partsIn(
  shelf: Shelf<Ready<PartRule>>,
  words: readonly string[],
  claims: readonly Claim[],
  held: () => readonly Held[],
): ReadonlySet<PartRule> {
  const said = new Set<PartRule>()
  for (const [{ rule, unless }, places] of found(shelf, words)) {
    if (
      places.some((place) => credits(rule, place, claims, held())) &&
      !unless.some((pattern) => isIn(pattern, words))
    )
      said.add(rule)
  }
  return said
}

function credits(
  rule: PartRule,
  { first, from, to }: Place,
  claims: readonly Claim[],
  held: readonly Held[],
): boolean {
  const stretches = [held[first], held[from]]
  if (stretches.includes("refused") || (stretches.includes("reported") && rule.heard !== true)) return false
  return !claims.some((claim) =>
    rule.part === "remorse"
      ? claim.rule.fault === "conditional" || claim.rule.fault === "feelings-shift"
      : claim.from < to && from < claim.to,
  )
}

function clauseEnd(words: readonly string[], to: number): number {
  let end = to
  while (
    end < words.length &&
    end < to + 14 &&
    !/^(?:[,;.?]|“”|and|but|because|so|then)$/.test(words[end] ?? "")
  )
    end += 1
  return end
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
