import { firstSigns } from "../lists.ts"
import type { MatterNaming } from "../naming.ts"
import type { Day, Reader, Ref, RoomPlace, States, Version } from "../practice.ts"
import type { RoomProps, Voice } from "../view.ts"
import { parts } from "./entries.ts"
import type { AccountEntries } from "./entries.ts"
import type { AccountOwn, AccountShared, GateChoice, Kept, Texts, Told } from "./fold.ts"

export type AccountProps = RoomProps<AccountEntries & MatterNaming, AccountShared, AccountOwn>
type AccountStates = States<AccountShared, AccountOwn>

/** An account of the reader's own that was chosen to go, whether it still waits or stands in the shared log. */
export interface Gone extends Texts {
  readonly ref: Ref
  readonly day: Day
  readonly matter: Ref
  /** Null while it waits: it has no version before it is signed. */
  readonly version: Version | null
  readonly addition: Ref | null
}

export function isMine(told: Told, reader: Reader): boolean {
  return told.writer === reader.shared
}

/** What this reader wrote and chose to send, oldest first. */
export function goneOf({ states, reader, desk }: AccountProps): readonly Gone[] {
  const waiting = desk.waiting.flatMap((w) =>
    w.kind === "account.told" ? [asGone(w.ref, w.day, w.body)] : [],
  )
  const told = states.shared.told.filter((t) => isMine(t, reader))
  const there = new Set(told.map((t) => t.ref))
  return [...told, ...waiting.filter((w) => !there.has(w.ref))]
}

/** A waiting body is this room's own, read back from the encrypted queue: it passed the schema when it was chosen to go. */
function asGone(ref: Ref, day: Day, body: unknown): Gone {
  const text = (key: string): string => {
    const value: unknown = Reflect.get(Object(body), key)
    return typeof value === "string" ? value : ""
  }
  const addition = text("addition")
  return {
    ref,
    day,
    version: null,
    matter: text("matter"),
    addition: addition === "" ? null : addition,
    did: text("did"),
    how: text("how"),
    why: text("why"),
    hid: text("hid"),
    impact: text("impact"),
    later: text("later"),
  }
}

/** The latest kept page of each matter. */
export function latestKept(kept: readonly Kept[]): readonly Kept[] {
  const latest = new Map<Ref, Kept>()
  for (const page of kept) latest.set(page.matter, page)
  return [...latest.values()]
}

export function gateOf(states: AccountStates, ref: Ref): GateChoice | null {
  return states.own.gates.find((g) => g.target === ref)?.choice ?? null
}

/** What the reader has chosen something for; for one page of many, see `gateOf`. */
export function chosenIn({ own }: AccountStates): ReadonlySet<Ref> {
  return new Set(own.gates.map(({ target }) => target))
}

export function theirs(states: AccountStates, reader: Reader): readonly Told[] {
  return states.shared.told.filter((t) => !isMine(t, reader))
}

/** Where the drafts of a page are kept: by its matter, by what it adds to, or as the one new page. */
export function draftKey(at: RoomPlace): string {
  return at.about === undefined ? `account:${at.matter ?? "new"}` : `account:add-${at.about}`
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return parts.every((part) => a[part] === b[part])
}

export function saysSomething(texts: Texts): boolean {
  return parts.some((part) => /\S/.test(texts[part]))
}

/** The first words of a page, for a list. */
export function beginning(texts: Texts): string {
  const text = parts.map((part) => texts[part].trim()).find((t) => t !== "") ?? ""
  return firstSigns(text, 48)
}

export function voices(states: AccountStates, reader: Reader): readonly Voice[] {
  const told = states.shared.told.flatMap((t): readonly Voice[] => {
    const mine = isMine(t, reader)
    if (!mine && gateOf(states, t.ref) !== "ready") return []
    return [{ ...voiceOf(t), mine, writer: t.writer, target: { ref: t.ref, version: t.version } }]
  })
  const kept = latestKept(states.own.kept).map((k): Voice => ({
    ...voiceOf(k),
    mine: true,
    writer: null,
    target: null,
  }))
  return [...told, ...kept]
}

function voiceOf(page: Kept | Told): Omit<Voice, "mine" | "writer" | "target"> {
  const { ref, day, matter } = page
  const isMore = "addition" in page && page.addition !== null
  const said = parts.flatMap((part) =>
    /\S/.test(page[part]) ? [{ label: `account.${part}`, text: page[part] }] : [],
  )
  return {
    room: "account",
    title: isMore ? "account.voice-more" : "account.title",
    ref,
    day,
    matter,
    parts: said,
  }
}
