import { firstSigns } from "../lists.ts"
import type { MatterNaming } from "../naming.ts"
import { labelOf } from "../matter-names.tsx"
import type { Day, Reader, Ref, RoomPlace, States, Version } from "../practice.ts"
import type { MatterLabel, RoomProps, Voice } from "../view.ts"
import { repairKinds, ways } from "./entries.ts"
import type { ApologyEntries, RepairKind, Way } from "./entries.ts"
import type { ApologyOwn, ApologyShared, Kept, Letter } from "./fold.ts"
import { pages } from "./look.ts"

export type ApologyProps = RoomProps<ApologyEntries & MatterNaming, ApologyShared, ApologyOwn>
export type ApologyStates = States<ApologyShared, ApologyOwn>
/** A page about one letter. */
export interface WithLetter extends ApologyProps {
  readonly letter: Letter
}
export interface RepairWords {
  readonly kind: RepairKind
  readonly what: string
}

/** A letter of the reader's own that was chosen to go. `letter` is null while it waits: it has no version before it is signed. */
export interface Gone {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
  readonly text: string
  readonly repairs: readonly RepairWords[]
  readonly letter: Letter | null
}

export function goneOf({ states, reader, desk }: ApologyProps): readonly Gone[] {
  const sent = states.shared.letters.filter((l) => l.writer === reader.shared)
  const there = new Set(sent.map((l) => l.ref))
  const waiting = desk.waiting
    .filter((w) => w.kind === "apology.sent" && !there.has(w.ref))
    .map((w): Gone => ({
      ref: w.ref,
      day: w.day,
      matter: textIn(w.body, "matter"),
      text: textIn(w.body, "text"),
      repairs: repairsIn(Reflect.get(Object(w.body), "repairs")),
      letter: null,
    }))
  return [...sent.map((letter): Gone => ({ ...letter, letter })), ...waiting]
}

/** Letters from the other person. */
export function theirs(states: ApologyStates, reader: Reader): readonly Letter[] {
  return states.shared.letters.filter((l) => l.writer !== reader.shared)
}

export type GateChoice = ApologyOwn["gates"][number]["choice"]
export function gateOf(states: ApologyStates, ref: Ref): GateChoice | null {
  return states.own.gates.find((g) => g.target === ref)?.choice ?? null
}

/** What the reader has chosen something for; for one letter of many, see `gateOf`. */
export function chosenIn({ own }: ApologyStates): ReadonlySet<Ref> {
  return new Set(own.gates.map(({ target }) => target))
}

/** A thing waiting on this device that names `target`; its body is this room's own, read back from the queue. */
export function waitingFor(
  { desk }: ApologyProps,
  kind: keyof ApologyEntries,
  target: Ref,
): readonly { readonly ref: Ref; readonly body: unknown }[] {
  return desk.waiting.filter((w) => {
    const named: unknown = Reflect.get(Object(w.body), "target")
    return w.kind === kind && (named === target || textIn(named, "ref") === target)
  })
}

export function textIn(body: unknown, key: string): string {
  const value: unknown = Reflect.get(Object(body), key)
  return typeof value === "string" ? value : ""
}

/** Repairs as they were written down, in a draft or in a waiting letter. */
export function repairsIn(value: unknown): readonly RepairWords[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    const kind = repairKinds.find((k) => k === textIn(item, "kind"))
    const what = textIn(item, "what")
    return kind === undefined || !/\S/.test(what) ? [] : [{ kind, what }]
  })
}

export function wayOf(text: string): Way {
  return ways.find((way) => way === text) ?? "letter"
}

/** The place to write at: what was handed over names the matter, else the page does. */
export function placeOf({ at, start }: ApologyProps): RoomPlace {
  const matter = at.matter ?? start?.start["matter"]
  if (at.page !== "" || start === null) return at
  return { page: "write", ...(matter === undefined ? {} : { matter }) }
}

export function matterOf({ matters }: ApologyProps, id: Ref | undefined): MatterLabel | null {
  return labelOf(matters, id)
}

/** What of a page is drafted from the first key on. */
export const drafted = ["text", "way", "asks"] as const

/** All that lies on the desk for a page: with it what its letter offers, an offer that is half written, and what it is to be called. */
export const beside = [...drafted, "repairs", "repair:kind", "repair:what", "name"] as const

/** Drafts of a page lie under its matter's first id, so that private and shared name lead to the same page. */
export function draftKey(props: ApologyProps, at: RoomPlace): string {
  return `apology:${matterOf(props, at.matter)?.id ?? at.matter ?? "new"}`
}

/** Where words about a letter lie while they are written. */
export const begunAbout = (ref: Ref): readonly string[] => [
  `apology:answer-${ref}:missing`,
  `apology:offer-${ref}:what`,
]

/** A mark of this device alone that a thing was looked at, so that Today need not show it again. It is never sent. */
export function wasLookedAt({ desk }: ApologyProps, ref: Ref): boolean {
  return desk.draft(`apology.looked:${ref}`) !== ""
}
/** Called with the drawing itself: a page that is left again at once was looked at, too. */
export function lookAt(props: ApologyProps, refs: readonly Ref[]): void {
  for (const ref of refs) if (!wasLookedAt(props, ref)) props.desk.setDraft(`apology.looked:${ref}`, "1")
}

/** The first words of a page, for a list. */
export function beginning(text: string): string {
  return firstSigns(text, 48)
}

export function voices(states: ApologyStates, reader: Reader): readonly Voice[] {
  const letters = states.shared.letters.flatMap((l) => {
    const mine = l.writer === reader.shared
    return mine || gateOf(states, l.ref) === "ready" ? [voiceOf(l, l.version, mine)] : []
  })
  return [...letters, ...pages(states.own).map((k) => voiceOf(k, null, true))]
}

function voiceOf(page: Letter | Kept, version: Version | null, mine: boolean): Voice {
  const { ref, day, matter, text } = page
  return {
    room: "apology",
    title: "apology.voice",
    ref,
    day,
    matter,
    mine,
    writer: "writer" in page ? page.writer : null,
    target: version === null ? null : { ref, version },
    parts: [{ label: "apology.voice", text }],
  }
}
