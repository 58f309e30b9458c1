import { equalBytes, fromBase64url, H, slots, toBase64url } from "#wire"
import type { Bytes, RelayError, Slot } from "#wire"
import type { Limits } from "./logs.ts"
import type { Store } from "./store/store.ts"

// Mailboxes of invitations: spec/relay.md §4. Whoever knows the invite id may read and write; the relay knows what lies there, never what it means.

export interface Mailboxes {
  readonly read: (H: Bytes) => Promise<Readonly<Record<Slot, readonly string[]>>>
  readonly put: (H: Bytes, slot: Slot, bytes: Bytes) => Promise<RelayError | null>
}

/** The mailbox a caller may use: the invite id in the header must hash to the name in the path. */
export function mailboxOf(path: string, inviteId: string | undefined): Bytes | null {
  const name = fromBase64url(path)
  const id = inviteId === undefined ? null : fromBase64url(inviteId)
  if (name === null || id === null || name.length !== 32 || id.length !== 32) return null
  return equalBytes(H("invite", id), name) ? name : null
}

export function slotOf(name: string): Slot | null {
  return slots.find((slot) => slot === name) ?? null
}

export function createMailboxes(deps: {
  readonly store: Store
  readonly clock: () => number
  readonly limits: Limits
}): Mailboxes {
  const { store, clock, limits } = deps
  const hourNow = (): number => Math.floor(clock() / 3_600_000)
  const turns = new Map<string, Promise<unknown>>()
  const putNow = async (name: Bytes, slot: Slot, bytes: Bytes): Promise<RelayError | null> => {
    const hour = hourNow()
    await store.sweepMail(hour - limits.exchangeDays * 24)
    const box = await store.mailbox(name)
    if (box === null) return "invite-over"
    const there = (await store.readMail(name)).filter((m) => m.slot === slot)
    if (there.some((m) => equalBytes(m.bytes, bytes))) return null
    if (slot === "request") {
      if (hour - box.hour > limits.inviteDays * 24) return "invite-over"
      if (there.length >= limits.requests) return "too-many"
    } else if (slot === "reveal" && there.length > 0) return "slot-taken"
    else if (slot === "ended" && there.length >= 2) return "too-many"
    const replace = (slot === "answer-inviter" || slot === "answer-joiner") && there.length >= limits.requests
    await store.putMail(name, { slot, bytes }, replace, hour)
    return null
  }
  return {
    read: async (name) => {
      const all = await store.readMail(name)
      const of = (slot: Slot): readonly string[] =>
        all.filter((m) => m.slot === slot).map((m) => toBase64url(m.bytes))
      return {
        request: of("request"),
        reveal: of("reveal"),
        "answer-inviter": of("answer-inviter"),
        "answer-joiner": of("answer-joiner"),
        ended: of("ended"),
      }
    },
    put: (name, slot, bytes) => {
      const key = toBase64url(name)
      const turn = (turns.get(key) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => putNow(name, slot, bytes))
      turns.set(key, turn)
      void turn.catch(() => undefined).then(() => turns.get(key) === turn && turns.delete(key))
      return turn
    },
  }
}
