import { equalBytes, goesWith, presentMembers, signerOf, toBase64url, toHex } from "#wire"
import type { Device, Member } from "#wire"
import type { Day, Writer } from "#practices"
import type { Book } from "../keeping/book.ts"
import { sharedSeen } from "../copy/copied.ts"
import { mine } from "./here.ts"
import { isGoing as goes, mayGoAlone, pairOf } from "../linking/parting.ts"
import type { State } from "../keeping/state.ts"

// Who is here and with which devices: the signed record itself, read out. Nothing of it is remembered beside the record.

export interface PersonHere {
  readonly writer: Writer
  readonly isMe: boolean
  /** The most senior first. */
  readonly devices: readonly DeviceHere[]
  /** Only of oneself: that somebody else has a sheet is theirs to tell. */
  readonly hasSheet: boolean
  /** This person's other devices may be let go from this one: it stands before them. */
  readonly mayLetGo: boolean
}
export interface DeviceHere {
  /** Hex. */
  readonly id: string
  readonly isThis: boolean
  /** It came with its person; another device of theirs added it; a sheet did. */
  readonly came: "first" | "device" | "sheet"
  /** The place in the record from which it belongs. */
  readonly since: number
  /** On which this device learned that it came; null where it was there before. */
  readonly day: Day | null
  /** One of this person's own, behind this one wherever both are: it can be let go alone. */
  readonly mayGo: boolean
  /** It was chosen to go, and has not gone yet. */
  readonly isGoing: boolean
  /** How many devices that came through it go with it. */
  readonly along: number
}

/** Null while nothing is shared and there is no other device either. In the order in which they came, those who left left out. */
export function peopleHere(state: State): readonly PersonHere[] | null {
  const seen = sharedSeen(state)
  if (seen !== null && seen.state.members.length > 1)
    return presentMembers(seen.state).map((member) => personOf(state, { seen, book: state.shared }, member))
  const own = state.private
  const me = mine(own)
  return own === null || me === undefined || me.devices.length < 2
    ? null
    : [personOf(state, { seen: own, book: own }, me)]
}

interface Where {
  readonly seen: Pick<Book, "state" | "member">
  /** Null: it is only read here. */
  readonly book: Book | null
}

function personOf(state: State, { seen, book }: Where, member: Member): PersonHere {
  const isMe = equalBytes(member.id, seen.member)
  const devices = member.devices.flatMap((id): readonly DeviceHere[] => {
    const device = seen.state.devices.get(toHex(id))
    const isThis = book !== null && equalBytes(id, book.device.id)
    if (device === undefined) return []
    const isGoing = isMe && !isThis && goes(state, id)
    const [hex, mayGo] = [toHex(id), isMe && !isGoing && mayGoAlone(state, id)]
    const along = mayGo && book !== null ? goesWith(seen.state, book.device.id, id).length : 0
    const came = cameOf(seen, device)
    const day = came === "first" ? null : (state.recovery.came?.[hex] ?? pairOf(state, id)?.day ?? null)
    return [{ id: hex, isThis, came, since: device.since, day, mayGo, isGoing, along }]
  })
  const isFirst =
    devices[0]?.isThis === true && book !== null && signerOf(seen.state, book.device.id) !== null
  return {
    writer: toBase64url(member.id),
    isMe,
    devices,
    hasSheet: isMe && member.recovery !== null,
    mayLetGo: isMe && isFirst && devices.length > 1,
  }
}

function cameOf({ state }: Pick<Book, "state">, { addedBy }: Device): DeviceHere["came"] {
  if (addedBy === null) return "first"
  return state.devices.has(toHex(addedBy)) ? "device" : "sheet"
}
