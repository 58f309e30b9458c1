import { firstSigns } from "../lists.ts"
import type { Day, Reader, Ref, RoomPlace, States, Version } from "../practice.ts"
import type { RoomProps, Voice } from "../view.ts"
import type { MattersEntries } from "./entries.ts"
import type { HurtKept, HurtSaid, MattersOwn, MattersShared } from "./fold.ts"
import type { GateChoice } from "../gate-page.tsx"

export type MattersProps = RoomProps<MattersEntries, MattersShared, MattersOwn>
type MattersStates = States<MattersShared, MattersOwn>

export const hurtParts = ["happened", "did", "need"] as const
export type HurtPart = (typeof hurtParts)[number]
export type HurtTexts = Readonly<Record<HurtPart, string>>

/** A page of the reader's own that was chosen to go, whether it still waits or stands in the shared log. */
export interface Gone extends HurtTexts {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
  /** Null while it waits: it has no version before it is signed. */
  readonly version: Version | null
}

export function goneOf({ states, reader, desk }: MattersProps): readonly Gone[] {
  const waiting = desk.waiting.flatMap((w) =>
    w.kind === "matters.hurt-said" ? [asGone(w.ref, w.day, w.body)] : [],
  )
  const said = states.shared.said.filter((s) => s.writer === reader.shared)
  const there = new Set(said.map((s) => s.ref))
  return [...said, ...waiting.filter((w) => !there.has(w.ref))]
}

/** A waiting body is this room's own, read back from the encrypted queue: it passed the schema when it was chosen to go. */
function asGone(ref: Ref, day: Day, body: unknown): Gone {
  const text = (key: string): string => {
    const value: unknown = Reflect.get(Object(body), key)
    return typeof value === "string" ? value : ""
  }
  return {
    ref,
    day,
    version: null,
    matter: text("matter"),
    happened: text("happened"),
    did: text("did"),
    need: text("need"),
  }
}

export function latestKept(kept: readonly HurtKept[]): readonly HurtKept[] {
  const latest = new Map<Ref, HurtKept>()
  for (const page of kept) latest.set(page.matter, page)
  return [...latest.values()]
}

/** What the reader has chosen something for; for one page of many, see `gateOf`. */
export function chosenIn({ own }: MattersStates): ReadonlySet<Ref> {
  return new Set(own.gates.map(({ target }) => target))
}

export function theirs(states: MattersStates, reader: Reader): readonly HurtSaid[] {
  return states.shared.said.filter((s) => s.writer !== reader.shared)
}

export function gateOf(states: MattersStates, ref: Ref): GateChoice | null {
  return states.own.gates.find((g) => g.target === ref)?.choice ?? null
}

export function hurtDrafts(at: RoomPlace): string {
  return `matters:hurt-${at.matter ?? "new"}`
}
export function openDrafts(at: RoomPlace): string {
  return `matters:open-${at.matter ?? "new"}`
}

/** Where a remark lies while it is written. */
export const begunAbout = (ref: Ref): readonly string[] => [`matters:remark-${ref}:note`]

export function saysSomething(texts: HurtTexts): boolean {
  return hurtParts.some((part) => /\S/.test(texts[part]))
}
export function sameTexts(a: HurtTexts, b: HurtTexts): boolean {
  return hurtParts.every((part) => a[part] === b[part])
}

export function beginning(texts: HurtTexts): string {
  const text = hurtParts.map((part) => texts[part].trim()).find((t) => t !== "") ?? ""
  return firstSigns(text, 48)
}

export function voices(states: MattersStates, reader: Reader): readonly Voice[] {
  const said = states.shared.said.flatMap((s): readonly Voice[] => {
    const mine = s.writer === reader.shared
    if (!mine && gateOf(states, s.ref) !== "ready") return []
    return [{ ...voiceOf(s), mine, writer: s.writer, target: { ref: s.ref, version: s.version } }]
  })
  const kept = latestKept(states.own.kept).map((k): Voice => ({
    ...voiceOf(k),
    mine: true,
    writer: null,
    target: null,
  }))
  return [...said, ...kept]
}

function voiceOf(page: HurtKept | HurtSaid): Omit<Voice, "mine" | "writer" | "target"> {
  const { ref, day, matter } = page
  const said = hurtParts.flatMap((part) =>
    /\S/.test(page[part]) ? [{ label: `matters.${part}`, text: page[part] }] : [],
  )
  return { room: "matters", title: "matters.voice", ref, day, matter, parts: said }
}
