import { equalBytes, fromBase64url, H, slots, toBase64url } from "#wire"
import type { Bytes, RelayError, Slot } from "#wire"
import type { Limits } from "./limits.ts"
import type { Room, Store } from "./store/store.ts"
import { createTurns } from "./turns.ts"

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
  readonly hourNow: () => Promise<number>
  readonly limits: Limits
}): Mailboxes {
  const { store, hourNow, limits } = deps
  const inTurn = createTurns()
  const putNow = async (name: Bytes, slot: Slot, bytes: Bytes): Promise<RelayError | null> => {
    const hour = await hourNow()
    const box = await store.mailbox(name)
    if (box === null) return "invite-over"
    const isLate = slot === "request" && hour - box.hour > limits.inviteDays * 24
    if (isLate && !(await isThere(name, slot, bytes))) return "invite-over"
    const put = await store.putMail(name, { slot, bytes }, roomOf(slot, limits), hour)
    switch (put) {
      case "stored":
        return null
      case "taken":
        return "slot-taken"
      case "full":
        return "full"
    }
  }
  const isThere = async (name: Bytes, slot: Slot, bytes: Bytes): Promise<boolean> =>
    (await store.readMail(name)).some((m) => m.slot === slot && equalBytes(m.bytes, bytes))
  return {
    read: async (name) => {
      await hourNow()
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
    put: (name, slot, bytes) => inTurn(toBase64url(name), () => putNow(name, slot, bytes)),
  }
}

/** A reveal is written once. Requests and endings have a few places; answers make room, since the latest counts. */
function roomOf(slot: Slot, limits: Limits): Room {
  switch (slot) {
    case "reveal":
      return { most: 1, beyond: "refuse" }
    case "ended":
      return { most: 2, beyond: "refuse" }
    case "request":
      return { most: limits.requests, beyond: "refuse" }
    case "answer-inviter":
    case "answer-joiner":
      return { most: limits.requests, beyond: "replace" }
  }
}
