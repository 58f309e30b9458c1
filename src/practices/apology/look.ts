import { byWriter } from "../everyone.ts"
import type { Handover, Ref, Target, Writer } from "../practice.ts"
import type { RepairKind } from "./entries.ts"
import type { Acceptance, Answer, ApologyOwn, ApologyShared, Kept, Letter, Wish } from "./fold.ts"

// What belongs together, found by ref and version. Whatever was taken back is simply not found.

/** One thing offered to put right: written with the letter (`item` of it) or afterwards. */
export interface Repair {
  readonly offer: Target
  readonly item: number
  readonly by: Writer
  readonly what: string
  readonly kind: RepairKind
  readonly accepted: Acceptance | null
}

/** Answers to this letter as it was read, oldest first; never by its own writer. */
export function answersTo(state: ApologyShared, letter: Letter): readonly Answer[] {
  return state.answers.filter(
    ({ target, writer }) =>
      target.ref === letter.ref && target.version === letter.version && writer !== letter.writer,
  )
}

export function latestAnswer(state: ApologyShared, letter: Letter): Answer | null {
  return answersTo(state, letter).at(-1) ?? null
}

/** What each of the others wishes about it, by their latest word. */
export function wishesOn(state: ApologyShared, letter: Letter): readonly Wish[] {
  const about = state.wishes.filter((w) => w.target === letter.ref && w.writer !== letter.writer)
  return byWriter(about).flatMap(({ of }) => of.slice(-1))
}

/** One "please don't" holds, whatever others wish. */
export function unwelcome(state: ApologyShared, letter: Letter): Wish | null {
  return wishesOn(state, letter).find((w) => w.wish === "please-dont") ?? null
}

/** What the letter's writer offers to put right: with the letter, after it, or after an answer. */
export function repairsOf(state: ApologyShared, letter: Letter): readonly Repair[] {
  const about = new Set([letter.ref, ...answersTo(state, letter).map((a) => a.ref)])
  const written = letter.repairs.map(({ what, kind }, item) =>
    repairFrom(state, letter.writer, letter, item, what, kind),
  )
  const later = state.offers
    .filter((o) => o.writer === letter.writer && about.has(o.target))
    .map((o) => repairFrom(state, o.writer, o, 0, o.what, o.kind))
  return [...written, ...later]
}

function repairFrom(
  state: ApologyShared,
  by: Writer,
  { ref, version }: Target,
  item: number,
  what: string,
  kind: RepairKind,
): Repair {
  const accepted =
    state.accepted.find(
      (a) => a.target.ref === ref && a.target.version === version && a.item === item && a.writer !== by,
    ) ?? null
  return { offer: { ref, version }, item, by, what, kind, accepted }
}

/** Accepted repairs of this writer's that were not yet carried on. */
export function openRepairs(
  shared: ApologyShared,
  own: ApologyOwn,
  writer: Writer | null,
): readonly { readonly repair: Repair; readonly letter: Letter; readonly accepted: Acceptance }[] {
  return shared.letters
    .filter((letter) => letter.writer === writer)
    .flatMap((letter) =>
      repairsOf(shared, letter).flatMap((r) =>
        r.accepted === null || own.carried.some((c) => c.accepted === r.accepted?.ref)
          ? []
          : [{ repair: r, letter, accepted: r.accepted }],
      ),
    )
}

/** An accepted repair begins a promise of the one who offered it; it is made only when they make it. */
export function promiseFrom(repair: Repair, letter: Letter, accepted: Acceptance): Handover {
  return { to: "promises", start: { matter: letter.matter, will: repair.what }, from: accepted.ref }
}

/** True when an answer says what is missing: then another letter was asked for. */
export function asksForMore(answer: Answer | null): boolean {
  return (
    answer !== null && (answer.heard === "partly" || answer.heard === "not-yet") && /\S/.test(answer.missing)
  )
}

/** One letter on a matter is one apology: what speaks against another, or null. Advice, never a rule. */
export function againstAnother(
  shared: ApologyShared,
  own: ApologyOwn,
  writer: Writer | null,
  matter: { readonly own: Ref | null; readonly shared: Ref | null },
): { readonly is: "please-dont" | "one-letter" | "said-aloud"; readonly by: Writer | null } | null {
  const mine = shared.letters.filter((l) => l.writer === writer && l.matter === matter.shared)
  const last = mine.at(-1)
  if (last !== undefined) {
    const by = unwelcome(shared, last)?.writer
    if (by !== undefined) return { is: "please-dont", by }
    return asksForMore(latestAnswer(shared, last)) ? null : { is: "one-letter", by: null }
  }
  const wasSaid = own.said.some((s) => s.matter === matter.own || s.matter === matter.shared)
  return wasSaid ? { is: "said-aloud", by: null } : null
}

/** The latest page on each matter, newest first. */
export function pages(own: ApologyOwn): readonly Kept[] {
  const latest = new Map<Ref, Kept>()
  for (const k of own.kept.toReversed()) if (!latest.has(k.matter)) latest.set(k.matter, k)
  return [...latest.values()]
}
