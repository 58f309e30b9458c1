import { logOf, mayWrite, recordKindOf, tell, tellAll } from "#practices"
import type { House, HouseEntry, Ref, Verdict } from "#practices"
import { devicesOfThree, everyone, madeUpRef, madeUpVersion, readerOf, writers } from "#practices/examples"
import type { Heard, Teller, Who } from "#practices/examples"
import type { Clock, Session } from "../session/session.ts"
import type { SharedThing } from "../session/shared-things.ts"
import type { Snapshot } from "../session/shown.ts"
import { createDrafts } from "./drafts.ts"
import { noElsewhere, noInvitation } from "./no-invitation.ts"
import { noFiles } from "./no-files.ts"
import { noRecovery, nothingDone } from "./no-recovery.ts"
import { proposedAmong } from "./proposed-among.ts"
import { othersOf, pair, peopleFor } from "./people.ts"
import type { Names } from "./people.ts"
import { keptWith, pairsOf, redacted, thingsOf, whereabouts, waitingIn } from "./queue.ts"
import type { Queued } from "./queue.ts"

// Two phones of two people who never were, in memory alone: no store, no keys, no relay, no request. The rules are the real ones; what is
// written here is folded like any entry, and is gone when the page is.

export interface World {
  readonly sessions: Readonly<Record<Who, Session>>
  /** Nothing happens here any more. */
  readonly close: () => void
}
export interface WorldOptions {
  readonly heard: readonly Heard<Teller>[]
  readonly clock: Clock
  /** Acts once after so many milliseconds; returns what stops it. */
  readonly later: (ms: number, act: () => void) => () => void
  readonly bowl: number
  /** Left out: they share a space. False: each is here alone, and nothing is shared. */
  readonly together?: boolean
  /** What each had on their desk before: drafts and what was looked at. */
  readonly drafts?: Readonly<Record<Who, Readonly<Record<string, string>>>>
  /** What stands in a draft nobody wrote yet: for the gallery, which fills pages with words. */
  readonly sample?: (key: string) => string
  /** Who is here, and what they are called. Cleo has no phone here: what she says, the two others hear. */
  readonly names?: Names
  /** Who left while the others stayed. */
  readonly left?: Teller
  /** What else stands in a snapshot: for the gallery, which shows what two who never were do not come to. */
  readonly more?: (who: Who) => Partial<Snapshot>
}

interface Phone {
  readonly house: House
  readonly queue: readonly Queued[]
}
type Phones = Readonly<Record<Who, Phone>>

export function createWorld(options: WorldOptions): World {
  const { clock, later, together = true } = options
  let heard = options.heard
  let count = heard.length
  let phones: Phones = { ana: phoneOf("ana", heard), ben: phoneOf("ben", heard) }
  let agreed: readonly { readonly ref: Ref; readonly who: Who }[] = []
  let stops: readonly (() => void)[] = []
  const listeners = new Set<() => void>()
  const drawn = new Map<Who, { readonly of: Phone; readonly snapshot: Snapshot }>()

  const change = (next: Partial<Phones>): void => {
    phones = { ...phones, ...next }
    for (const listener of listeners) listener()
  }
  const write = (who: Who, entry: HouseEntry): void => {
    heard = [...heard, { who, entry }]
    const told = (one: Who): Phone =>
      hears(one, who, entry)
        ? { ...phones[one], house: tell(phones[one].house, entry, devicesOfThree) }
        : phones[one]
    change({ ana: told("ana"), ben: told("ben") })
  }
  const retell = (): void =>
    change({
      ana: { ...phones.ana, house: phoneOf("ana", heard).house },
      ben: { ...phones.ben, house: phoneOf("ben", heard).house },
    })
  const takeBack = (who: Who, ref: Ref): void => {
    const waits = phones[who].queue.some((q) => q.entry.ref === ref)
    if (waits) {
      change({ [who]: { ...phones[who], queue: phones[who].queue.filter((q) => q.entry.ref !== ref) } })
      return
    }
    const target = heard.find(({ entry }) => entry.ref === ref && entry.writer === writers[who])?.entry
    if (target === undefined || target.recordKind === 4) return
    const said = newEntry(who, `${target.kind.split(".")[0] ?? ""}.taken-back`, { target: ref })
    if (allowed(who, said).ok) write(who, said)
    heard = redacted(heard, ref)
    retell()
  }
  const newEntry = (who: Who, kind: string, body: unknown): HouseEntry => {
    const log = logOf(kind) ?? "private"
    count += 1
    const writer = log === "shared" ? writers[who] : readerOf(who).own
    const [ref, version] = [madeUpRef(who, log, count), madeUpVersion(count)]
    return { log, kind, body, ref, version, writer, day: clock().day, recordKind: recordKindOf(kind) ?? 1 }
  }
  const allowed = (who: Who, entry: HouseEntry): Verdict =>
    entry.log === "shared" && options.more?.(who).reader?.isOver === true
      ? { ok: false, because: "house.over" }
      : mayWrite(expected(phones[who]), entry.log, entry)
  const mustBeAllowed = (who: Who, entry: HouseEntry): void => {
    const verdict = allowed(who, entry)
    if (!verdict.ok) throw new Error(verdict.because)
  }
  const letGo = (who: Who, ref: Ref): void => {
    const item = phones[who].queue.find((q) => q.entry.ref === ref)
    if (item === undefined || !together) return
    change({ [who]: { ...phones[who], queue: phones[who].queue.filter((q) => q !== item) } })
    write(who, item.entry)
    if (item.from !== null) write(who, newEntry(who, "home.shared", { was: item.from, is: ref }))
  }
  const letDueGo = (): void => {
    for (const who of everyone)
      for (const q of phones[who].queue) if ((q.notBefore ?? 0) <= clock().at) letGo(who, q.entry.ref)
  }

  const things = (who: Who): readonly SharedThing[] => {
    const readers = othersOf(who, options.names ?? pair).map((one) => writers[one])
    return thingsOf(writers[who], readers, heard, phones[who].queue)
  }

  const sessionOf = (who: Who): Session => {
    const drafts = createDrafts(options.drafts?.[who] ?? {}, options.sample, () =>
      change({ [who]: { ...phones[who] } }),
    )
    return {
      snapshot: () => {
        const known = drawn.get(who)
        if (known?.of === phones[who]) return known.snapshot
        const snapshot = snapshotOf(who, phones[who], options)
        drawn.set(who, { of: phones[who], snapshot })
        return snapshot
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      may: (kind, body) => {
        const verdict = allowed(who, newEntry(who, kind, body))
        count -= 1
        return verdict
      },
      keep: async (kind, body) => {
        const entry = newEntry(who, kind, body)
        mustBeAllowed(who, entry)
        write(who, entry)
        return entry
      },
      queue: async (kind, body, { holdMinutes, from }) => {
        const entry = newEntry(who, kind, body)
        mustBeAllowed(who, entry)
        const hold = holdMinutes * 60_000
        const item = { entry, notBefore: hold > 0 ? clock().at + hold : null, from: from ?? null }
        change({ [who]: { ...phones[who], queue: [...phones[who].queue, item] } })
        if (hold > 0) stops = [...stops, later(hold, letDueGo)]
        else letGo(who, entry.ref)
        return entry
      },
      sendNow: async (ref) => letGo(who, ref),
      takeBack: async (ref) => takeBack(who, ref),
      linking: { end: nothingDone, putAway: nothingDone },
      recovery: noRecovery,
      files: noFiles,
      shared: () => things(who),
      takeAllBack: async () => {
        for (const { ref, kept, waits } of things(who)) if (waits || !kept) takeBack(who, ref)
      },
      takeOut: async (ref) => {
        const group = keptWith(heard, ref)
        agreed = [...agreed, ...group.map((one) => ({ ref: one, who }))]
        const said = agreed.filter((a) => a.ref === ref).map((a): Teller => a.who)
        if (othersOf(who, options.names ?? pair).every((one) => said.includes(one)))
          heard = group.reduce(redacted, heard)
        retell()
      },
      takenOutBy: (ref) => agreed.filter((a) => a.ref === ref).map((a) => writers[a.who]),
      whereIs: (ref) => whereabouts(ref, phones[who].queue, heard, together, clock()),
      ...drafts,
      flush: async () => undefined,
      proposals: { agree: nothingDone, withdraw: nothingDone, move: async () => "cannot" },
      going: { choose: async () => undefined, stepOut: async () => undefined },
      invite: noInvitation,
      elsewhere: noElsewhere,
      sharedOf: (own) =>
        phones[who].queue.find((q) => q.from === own)?.entry.ref ??
        pairsOf(who, heard).findLast((pair) => pair.was === own)?.is ??
        null,
      ownOf: (shared) =>
        phones[who].queue.find((q) => q.entry.ref === shared)?.from ??
        pairsOf(who, heard).find((pair) => pair.is === shared)?.was ??
        null,
      sync: async () => letDueGo(),
      goOn: async () => undefined,
    }
  }
  return {
    sessions: { ana: sessionOf("ana"), ben: sessionOf("ben") },
    close: () => {
      for (const stop of stops) stop()
      listeners.clear()
    },
  }
}

/** What is private is heard by its own writer alone. */
function hears(listener: Who, who: Teller, entry: HouseEntry): boolean {
  return entry.log === "shared" || listener === who
}

function phoneOf(who: Who, heard: readonly Heard<Teller>[]): Phone {
  const own = heard.filter((one) => hears(who, one.who, one.entry)).map(({ entry }) => entry)
  return { house: tellAll(own, devicesOfThree), queue: [] }
}

/** The house as it will be once what waits has gone: what may be written next is asked of this one. */
function expected({ house, queue }: Phone): House {
  return queue.reduce((told, { entry }) => tell(told, entry, devicesOfThree), house)
}

function snapshotOf(who: Who, { house, queue }: Phone, options: WorldOptions): Snapshot {
  const { together = true, names = pair, bowl, left } = options
  const reader = readerOf(who)
  const more = options.more?.(who) ?? {}
  const goesOn = together && more.reader?.isOver !== true
  const proposed = goesOn ? proposedAmong(house, who) : []
  return {
    house,
    reader: together ? reader : { ...reader, shared: null },
    people: peopleFor(who, names, together, left),
    standing: house.standing,
    waiting: waitingIn(queue, together),
    invite: { step: together ? "joined" : "none" },
    together,
    bowl,
    connection: "on",
    // A lock is for what is kept, and here nothing is: none is offered, and none is missed.
    hasPassphrase: true,
    lockMinutes: 24 * 60,
    alarm: null,
    ...(proposed.length === 0 ? {} : { proposed }),
    ...(goesOn ? { move: { to: null, chosen: false, ready: who === "ana", waiting: 0 } } : {}),
    ...more,
  }
}
