import type { SharedThing } from "../session/shared-things.ts"
import type { HouseEntry, Moment, Ref } from "#practices"
import type { Heard, Teller, Who } from "#practices/examples"
import type { Waiting, Whereabouts } from "../../practices/view.ts"

/** A thing one of the two chose to send and that has not gone. */
export interface Queued {
  readonly entry: HouseEntry
  readonly notBefore: number | null
  readonly from: Ref | null
}

export function whereabouts(
  ref: Ref,
  queue: readonly Queued[],
  heard: readonly Heard<Teller>[],
  together: boolean,
  now: Moment,
): Whereabouts {
  const item = queue.find((q) => q.entry.ref === ref)
  if (item !== undefined && !together) return { at: "waiting", goes: null, for: "invite" }
  if (item !== undefined) {
    const isHeld = item.notBefore !== null && item.notBefore > now.at
    return { at: "waiting", goes: item.notBefore, for: isHeld ? "hold" : "connection" }
  }
  const isShared = heard.some(({ entry }) => entry.ref === ref && entry.log === "shared")
  return { at: isShared ? "server" : "phone" }
}

/** Without the words of this one entry, as after a redaction. */
export function redacted(heard: readonly Heard<Teller>[], ref: Ref): readonly Heard<Teller>[] {
  return heard.filter(({ entry }) => entry.ref !== ref)
}

/** Kept content and what the same room kept about it. */
export function keptWith(heard: readonly Heard<Teller>[], ref: Ref): readonly Ref[] {
  const room = heard.find(({ entry }) => entry.ref === ref)?.entry.kind.split(".")[0] ?? ""
  const refs = [ref]
  for (const { entry } of heard) {
    const body = JSON.stringify(entry.body)
    const isOfIt = entry.recordKind === 4 && entry.kind.startsWith(`${room}.`)
    if (isOfIt && entry.ref !== ref && refs.some((known) => body.includes(known))) refs.push(entry.ref)
  }
  return refs
}

/** What this person shared and did not take back, and what waits to go. */
export function thingsOf(
  writer: string,
  others: readonly string[],
  heard: readonly Heard<Teller>[],
  queue: readonly Queued[],
): readonly SharedThing[] {
  const stood = heard.filter(({ entry }) => entry.log === "shared" && entry.writer === writer)
  const writers = new Map<unknown, string>(heard.map(({ entry }) => [entry.ref, entry.writer]))
  const thing = ({ entry }: Pick<Heard<Teller>, "entry">, waits: boolean): SharedThing => {
    const { ref, kind, day, recordKind } = entry
    const target: unknown = Reflect.get(Object(entry.body), "target")
    const named: unknown = typeof target === "string" ? target : Reflect.get(Object(target), "ref")
    const to = writers.get(named) ?? null
    return { ref, kind, day, with: others, to, kept: recordKind === 4, waits }
  }
  const isThing = ({ entry }: Pick<Heard<Teller>, "entry">): boolean => !entry.kind.endsWith(".taken-back")
  return [
    ...stood.filter(isThing).map((one) => thing(one, false)),
    ...queue.filter(isThing).map((one) => thing(one, true)),
  ]
}

/** Which private entry of theirs became which shared one. */
export function pairsOf(
  who: Who,
  heard: readonly Heard<Teller>[],
): readonly { readonly was: Ref; readonly is: Ref }[] {
  return heard.flatMap((one) =>
    one.who === who && one.entry.kind === "home.shared"
      ? [one.entry.body as { readonly was: Ref; readonly is: Ref }]
      : [],
  )
}

/** As a page is shown it. Alone, nothing has a time to go. */
export function waitingIn(queue: readonly Queued[], together: boolean): readonly Waiting[] {
  return queue.map(({ entry: { ref, kind, body, day }, notBefore }) => ({
    ref,
    kind,
    body,
    day,
    goes: together ? notBefore : null,
  }))
}
