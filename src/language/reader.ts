import { partRules } from "./en/part-rules.ts"
import { rules } from "./en/rules.ts"
import { judge, makeBook } from "./judge.ts"
import type { Claim } from "./arbitrate.ts"
import type { Book, Verdict } from "./judge.ts"
import type { Mark, PartId, Reading, TextKind } from "./reading.ts"
import type { PartRule } from "./rule.ts"
import { sentencesOf } from "./sentences.ts"
import type { Sentence } from "./sentences.ts"

let opened: Book | undefined
/** The book of rules, opened when the first text is read: a page without anything to write on never pays for it. */
function book(): Book {
  return (opened ??= makeBook(rules, partRules))
}
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
/** Paragraphs and sentences a reader remembers: some fifty letters' worth. */
const remembered = 2000

/** A paragraph by itself: nothing in it depends on what stands around it. */
interface Paragraph {
  readonly sentences: readonly Sentence[]
  readonly verdicts: readonly Verdict[]
}

/** Reads a text once. Pure: the same text and kind always give the same answer. */
export function read(text: string, kind: TextKind): Reading {
  return readWith(text, (paragraph) => paragraphOf(paragraph, (words) => judge(book(), words, kind)))
}

/** Reads as `read` does, and remembers paragraphs and sentences, so that one more letter costs one paragraph's cutting and one sentence's judging. */
export function createReader(): { read(text: string, kind: TextKind): Reading } {
  const verdicts = new Map<string, Verdict>()
  const paragraphs = new Map<string, Paragraph>()
  return {
    read: (text, kind) =>
      readWith(text, (paragraph) =>
        remember(paragraphs, `${kind} ${paragraph}`, () =>
          paragraphOf(paragraph, (words) =>
            remember(verdicts, `${kind} ${words.join(" ")}`, () => judge(book(), words, kind)),
          ),
        ),
      ),
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const had = known.get(key)
  if (had !== undefined) return had
  const made = make()
  if (known.size >= remembered) known.clear()
  known.set(key, made)
  return made
}

function paragraphOf(text: string, judged: (words: readonly string[]) => Verdict): Paragraph {
  const sentences = sentencesOf(text)
  return { sentences, verdicts: sentences.map((sentence) => judged(sentence.map(({ word }) => word))) }
}

/** A sentence never goes on after an empty line, nor does a quotation. */
const emptyLine = /\n[ \t\r]*\n\s*/g

function readWith(text: string, read: (paragraph: string) => Paragraph): Reading {
  const placed: { readonly sentence: Sentence; readonly verdict: Verdict; readonly at: number }[] = []
  let at = 0
  for (const end of [
    ...[...text.matchAll(emptyLine)].map((line) => line.index + line[0].length),
    text.length,
  ]) {
    const { sentences, verdicts } = read(text.slice(at, end))
    for (const [i, sentence] of sentences.entries()) {
      const verdict = verdicts[i]
      if (verdict !== undefined) placed.push({ sentence, verdict, at })
    }
    at = end
  }
  const present = presentIn(placed.map(({ verdict }) => verdict))
  const marks = placed.flatMap(({ sentence, verdict, at: start }, i) =>
    verdict.claims
      .filter((claim) => !answered(claim, present, [verdict, placed[i + 1]?.verdict]))
      .map((claim) => markOf(claim, sentence, start)),
  )
  return {
    marks: marks.filter((mark, i) => i === 0 || mark.start >= (marks[i - 1]?.end ?? 0)),
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

function markOf({ rule, from, to }: Claim, sentence: Sentence, at: number): Mark {
  const { id, fault, because, ask, strength, source } = rule
  return {
    rule: id,
    fault,
    start: at + (sentence[from]?.start ?? 0),
    end: at + (sentence[to - 1]?.end ?? 0),
    because,
    ask,
    strength,
    source,
  }
}
