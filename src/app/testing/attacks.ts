import { place, sign } from "#ledger"
import { bodyHash } from "#wire"
import type { Bytes, Entry } from "#wire"
import { matters, stateOf } from "#practices"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import type { Place } from "../sending/writing.ts"
import { looks, together } from "./duo.ts"
import type { Duo, Side } from "./duo.ts"
import { answering, flipped, isPost, serving } from "./malice.ts"

// What happens to two whole clients under attack, told once: with the product as it is (attacks.test.ts), and with a check left out (attacks-planted.test.ts).

/** Both together on an honest relay that turns at a given moment, for one of them. */
export async function betrayed(): Promise<{
  readonly d: Duo
  readonly turn: (side: Side, how: (relay: RelayPort) => RelayPort) => void
}> {
  const evil = new Map<Side, (relay: RelayPort) => RelayPort>()
  const d = await together({
    between: (relay, side) => ({ fetch: (request) => (evil.get(side)?.(relay) ?? relay).fetch(request) }),
  })
  return { d, turn: (side, how) => void evil.set(side, how) }
}

export const titles = (d: Duo, side: Side): readonly string[] =>
  stateOf(d[side].snapshot().house, matters).shared.matters.map((m) => m.title)

export async function send(d: Duo, side: Side, title: string): Promise<string> {
  const { ref } = await d[side].queue("matters.opened", { title }, { holdMinutes: 0 })
  await d[side].sync()
  return ref
}

export const swap = (entries: readonly Entry[]): readonly Entry[] =>
  entries.length < 2 ? entries : [entries[1], entries[0], ...entries.slice(2)].filter((e) => e !== undefined)

/** 15. */
export async function servedInAnotherOrder() {
  const { d, turn } = await betrayed()
  await send(d, "ben", "Read before")
  await d.ana.sync()
  turn("ana", (relay) => serving(relay, swap))
  await send(d, "ben", "One")
  await send(d, "ben", "Two")
  await d.ana.sync()
  return { d, alarm: d.ana.snapshot().alarm, read: titles(d, "ana") }
}

/** What the relay saw since then: each request, and its size. */
function requestsSince(d: Duo, before: number): string {
  return d.asked
    .slice(before)
    .map((a) => `${a.method} ${a.path.replace(/[\w-]{43}/, "log")} ${String(a.body.length)}`)
    .join("\n")
}

/** 5: one bit of Ben's entry, turned by the relay. */
export async function turnedOnTheWay(bit: number) {
  const { d, turn } = await betrayed()
  turn("ana", (relay) =>
    serving(relay, (entries, from) =>
      entries.map((e, i) => {
        if (i > 0 || from === 0) return e
        const whole = flipped(new Uint8Array([...e.header, ...e.sig, ...(e.body ?? [])]), bit)
        return { header: whole.slice(0, 148), sig: whole.slice(148, 212), body: whole.slice(212) }
      }),
    ),
  )
  await send(d, "ben", "Never changed")
  const before = d.asked.length
  await d.ana.sync()
  await d.ana.sync()
  return { titles: titles(d, "ana"), requests: requestsSince(d, before) }
}

/** 5: one byte of the sealed body, changed by Ben's own client before it signs; null: none. */
export async function sealedWrongly(at: number | null) {
  let isWrong = false
  const wrongly: Place = async (t, device, from, drafts) => {
    const placed = await place(t, device, from, drafts)
    if (!isWrong || at === null) return placed
    const entries = placed.entries.map(async (entry) => {
      if (entry.body === null) return entry
      const body = flipped(entry.body, at * 8)
      const header = Uint8Array.from(entry.header)
      header.set(bodyHash(body), 116)
      return { header, sig: await sign(t, device, "entry", header), body }
    })
    return { ...placed, entries: await Promise.all(entries) }
  }
  const d = await together({ more: { place: wrongly } })
  isWrong = true
  await send(d, "ben", "Sealed")
  isWrong = false
  const before = d.asked.length
  await d.ana.sync()
  await d.ana.sync()
  return { titles: titles(d, "ana"), alarm: d.ana.snapshot().alarm, requests: requestsSince(d, before) }
}

/** 43: Ana's entry waits at the relay's door while Ben's changed client, shown her uid, commits it first. */
export async function squatted() {
  const shown: { uid: Bytes | null } = { uid: null }
  const squat: Place = (t, device, from, drafts) =>
    place(
      t,
      device,
      from,
      drafts.map((draft) => (shown.uid !== null && "data" in draft ? { ...draft, uid: shown.uid } : draft)),
    )
  let isHeld = false
  const d = await together({
    between: (relay, side) =>
      answering(relay, (request) => {
        if (side === "ana" && isHeld && isPost(request)) throw new Error("held back")
        return null
      }),
    more: { place: squat },
  })
  isHeld = true
  const hers = await send(d, "ana", "Hers")
  isHeld = false
  shown.uid = Uint8Array.from(Buffer.from(hers, "base64url").subarray(16))
  await send(d, "ben", "His, under her uid")
  shown.uid = null
  await looks(d)
  const found = stateOf(d.ben.snapshot().house, matters).shared.matters.find((m) => m.title === "Hers")
  return { d, hers, where: d.ana.whereIs(hers), atBens: found?.ref }
}

/** 52: how a title stands after it was kept. */
export async function keptAs(who: Session, title: string): Promise<string | undefined> {
  await who.keep("matters.kept", { title, mine: "unsure", what: "" })
  return stateOf(who.snapshot().house, matters).own.matters[0]?.title
}
