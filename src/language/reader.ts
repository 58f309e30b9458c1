import { partRules } from "./en/part-rules.ts"
import { rules } from "./en/rules.ts"
import { judge, makeBook } from "./judge.ts"
import type { Claim, Verdict } from "./judge.ts"
import type { Mark, PartId, Reading, TextKind } from "./reading.ts"
import type { PartRule } from "./rule.ts"
import { sentencesOf } from "./sentences.ts"
import type { Sentence } from "./sentences.ts"

const book = makeBook(rules, partRules)
const order: readonly PartId[] = [
  "names-wrong",
  "takes-responsibility",
  "remorse",
  "acknowledges-impact",
  "explains-without-excusing",
  "commits-to-change",
  "offers-repair",
  "leaves-free",
]
/** Sentences a reader remembers: some fifty letters' worth. */
const remembered = 2000

/** Reads a text once. Pure: the same text and kind always give the same answer. */
export function read(text: string, kind: TextKind): Reading {
  return readWith(text, kind, (words) => judge(book, words, kind))
}

/** Reads as `read` does, and remembers sentences, so that one more letter costs one sentence. */
export function createReader(): { read(text: string, kind: TextKind): Reading } {
  const known = new Map<string, Verdict>()
  return {
    read: (text, kind) =>
      readWith(text, kind, (words) => {
        const key = `${kind} ${words.join(" ")}`
        const verdict = known.get(key) ?? judge(book, words, kind)
        if (known.size >= remembered) known.clear()
        known.set(key, verdict)
        return verdict
      }),
  }
}

function readWith(text: string, kind: TextKind, judged: (words: readonly string[]) => Verdict): Reading {
  const sentences = sentencesOf(text)
  const verdicts = sentences.map((sentence) => judged(sentence.map(({ word }) => word)))
  const present = presentIn(verdicts)
  const marks = verdicts.flatMap(({ claims }, at) =>
    claims
      .filter((claim) => !answered(claim, present, [verdicts[at], verdicts[at + 1]]))
      .map((claim) => markOf(claim, sentences[at] ?? [])),
  )
  return {
    marks: marks.filter((mark, at) => at === 0 || mark.start >= (marks[at - 1]?.end ?? 0)),
    present: order.filter((part) => present.has(part)),
  }
}

function presentIn(verdicts: readonly Verdict[]): ReadonlySet<PartId> {
  const said = new Set<PartRule>(verdicts.flatMap(({ parts }) => [...parts]))
  const alone = new Set<PartId>(
    [...said].filter(({ beside }) => beside === undefined).map(({ part }) => part),
  )
  const beside = [...said]
    .filter((rule) => rule.beside !== undefined && alone.has(rule.beside))
    .map(({ part }) => part)
  return new Set([...alone, ...beside])
}

function answered(
  { rule }: Claim,
  present: ReadonlySet<PartId>,
  near: readonly (Verdict | undefined)[],
): boolean {
  const nearby = (part: PartId): boolean =>
    near.some((verdict) => [...(verdict?.parts ?? [])].some((said) => said.part === part))
  if (rule.answered === "naming") return present.has("names-wrong")
  if (rule.answered === "doing") return nearby("names-wrong")
  if (rule.answered === "owning") return nearby("takes-responsibility")
  return rule.answered === "acting" && nearby("commits-to-change")
}

function markOf({ rule, from, to }: Claim, sentence: Sentence): Mark {
  const { id, fault, because, ask, strength, source } = rule
  return {
    rule: id,
    fault,
    start: sentence[from]?.start ?? 0,
    end: sentence[to - 1]?.end ?? 0,
    because,
    ask,
    strength,
    source,
  }
}
