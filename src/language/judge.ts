import { compile } from "./pattern.ts"
import type { Pattern } from "./pattern.ts"
import type { PartRule, Rule } from "./rule.ts"
import type { TextKind } from "./reading.ts"
import { holds } from "./frames.ts"
import { settle } from "./arbitrate.ts"

/** A rule's claim on the words `from` to `to` (exclusive) of one sentence. */
export interface Claim {
  readonly rule: Rule
  readonly from: number
  readonly to: number
}

/** All that a sentence says by itself, whatever stands around it. */
export interface Verdict {
  readonly claims: readonly Claim[]
  readonly parts: ReadonlySet<PartRule>
}

interface Ready<R> {
  readonly rule: R
  readonly patterns: readonly Pattern[]
  readonly unless: readonly Pattern[]
  readonly needs: readonly Pattern[]
}

/** Rules made ready once: every pattern compiled and found by the words it cannot do without. */
export interface Book {
  readonly rules: readonly Ready<Rule>[]
  readonly parts: readonly Ready<PartRule>[]
}

export function makeBook(rules: readonly Rule[], parts: readonly PartRule[]): Book {
  return {
    rules: rules.map((rule) => ({ ...ready(rule), needs: (rule.needs ?? []).map(compile) })),
    parts: parts.map((rule) => ready(rule)),
  }
}

function ready<R extends Rule | PartRule>(rule: R): Ready<R> {
  return { rule, patterns: rule.pattern.map(compile), unless: (rule.unless ?? []).map(compile), needs: [] }
}

/** Judges one sentence, given as plain words. Depends on nothing else: that is what makes it safe to remember. */
export function judge(book: Book, words: readonly string[], kind: TextKind): Verdict {
  const line = new Line(words)
  const claims: Claim[] = []
  for (const { rule, patterns, unless, needs } of book.rules) {
    if (!rule.kinds.includes(kind)) continue
    const places = patterns
      .flatMap((pattern) => line.find(pattern))
      .filter(({ first, from }) => line.held(first, from) === false)
    if (places.length === 0 || unless.some((pattern) => line.has(pattern))) continue
    if (needs.length > 0 && !needs.some((pattern) => line.has(pattern))) continue
    for (const { from, to } of places)
      claims.push({ rule, from, to: rule.span === "clause" ? line.clauseEnd(to) : to })
  }
  const kept = settle(claims, words)
  return { claims: kept, parts: partsIn(book, line, kept) }
}

function partsIn(book: Book, line: Line, claims: readonly Claim[]): ReadonlySet<PartRule> {
  const found = new Set<PartRule>()
  for (const { rule, patterns, unless } of book.parts) {
    if (unless.some((pattern) => line.has(pattern))) continue
    if (patterns.some((pattern) => line.find(pattern).some((place) => credits(rule, line, place, claims))))
      found.add(rule)
  }
  return found
}

function credits(rule: PartRule, line: Line, place: Place, claims: readonly Claim[]): boolean {
  const held = line.held(place.first, place.from)
  if (held === "refused" || (held === "reported" && rule.heard !== true)) return false
  return !claims.some(
    ({ rule: { fault }, from, to }) =>
      (rule.part === "remorse" && (fault === "conditional" || fault === "feelings-shift")) ||
      (rule.part !== "remorse" && from < place.to && place.from < to),
  )
}

interface Place {
  readonly first: number
  readonly from: number
  readonly to: number
}

/** One sentence as a line of text that patterns can be tried on, with the way back from letters to words. */
class Line {
  readonly words: readonly string[]
  readonly text: string
  readonly wordAt: Uint32Array
  readonly all: ReadonlySet<string>
  #held: readonly ("reported" | "refused" | false)[] | undefined

  constructor(words: readonly string[]) {
    this.words = words
    this.text = words.length === 0 ? "" : " " + words.join(" ")
    this.wordAt = new Uint32Array(this.text.length + 1)
    let at = 0
    words.forEach((word, index) => {
      this.wordAt.fill(index, at, at + word.length + 1)
      at += word.length + 1
    })
    this.wordAt[at] = words.length
    this.all = new Set(words)
  }

  find({ regex, cues }: Pattern): readonly Place[] {
    if (cues !== undefined && !cues.some((cue) => this.all.has(cue))) return []
    const places: Place[] = []
    regex.lastIndex = 0
    for (let found = regex.exec(this.text); found !== null; found = regex.exec(this.text)) {
      const [start, end] = found.indices?.groups?.["span"] ?? [found.index, found.index + found[0].length]
      const place = {
        first: this.wordAt[found.index] ?? 0,
        from: this.wordAt[start] ?? 0,
        to: (this.wordAt[end - 1] ?? 0) + 1,
      }
      if (end > start) places.push(place)
      if (found[0] === "") regex.lastIndex += 1
    }
    return places
  }

  has({ regex, cues }: Pattern): boolean {
    if (cues !== undefined && !cues.some((cue) => this.all.has(cue))) return false
    regex.lastIndex = 0
    return regex.test(this.text)
  }

  /** Whether the words at either place are someone else's, or refused. */
  held(first: number, from: number): "reported" | "refused" | false {
    this.#held ??= holds(this.words, (pattern) => this.find(pattern))
    return this.#held[first] || this.#held[from] || false
  }

  clauseEnd(to: number): number {
    let end = to
    while (
      end < this.words.length &&
      end < to + 14 &&
      !/^(?:[,;.?“]|“”|and|but|because|so|then)$/.test(this.words[end] ?? "")
    )
      end += 1
    return end
  }
}
