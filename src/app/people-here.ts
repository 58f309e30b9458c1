import { equalBytes, presentMembers, signerOf, toBase64url, toHex } from "#wire"
import type { Device, Member } from "#wire"
import type { Writer } from "#practices"
import type { Book } from "./book.ts"
import { sharedSeen } from "./copy/copied.ts"
import type { State } from "./state.ts"

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
}

/** Null while nothing is shared. In the order in which they came, those who left left out. */
export function peopleHere(state: State): readonly PersonHere[] | null {
  const seen = sharedSeen(state)
  if (seen === null || seen.state.members.length < 2) return null
  return presentMembers(seen.state).map((member) => personOf(seen, state.shared, member))
}

function personOf(seen: Pick<Book, "state" | "member">, book: Book | null, member: Member): PersonHere {
  const isMe = equalBytes(member.id, seen.member)
  const devices = member.devices.flatMap((id): readonly DeviceHere[] => {
    const device = seen.state.devices.get(toHex(id))
    const isThis = book !== null && equalBytes(id, book.device.id)
    return device === undefined
      ? []
      : [{ id: toHex(id), isThis, came: cameOf(seen, device), since: device.since }]
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
