import { equalBytes, memberOf, toHex } from "#wire"
import type { Bytes, Invite, LogState, Member } from "#wire"

/** Who signed in: the key that was shown. None stands in one log twice, as a device's or as a sheet's. */
export interface Who {
  readonly ed: Bytes
}

/**
 * How far somebody reads. "words": all entries, but the words only up to this place, for who left. "entries": nothing after this place, for who holds a link.
 * "removed": the key belonged here and does not any more. "none": a log that is not here and one that is not theirs look alike.
 */
export type Reach =
  | { readonly is: "all" }
  | { readonly is: "words"; readonly until: number }
  | { readonly is: "entries"; readonly until: number }
  | { readonly is: "none" }
  | { readonly is: "removed" }

export function reachOf(state: LogState, { ed }: Who): Reach {
  const isTheirs = (of: { readonly ed: Bytes } | null): boolean => of !== null && equalBytes(of.ed, ed)
  if (state.members.some((member) => isTheirs(member.recovery))) return { is: "all" }
  const device = [...state.devices.values()].find(isTheirs)
  if (device?.state === "active") return { is: "all" }
  const left = device?.state === "left" ? memberOf(state, device.member)?.left : null
  if (typeof left === "number") return { is: "words", until: left }
  return state.keysSeen.has(toHex(ed)) ? { is: "removed" } : { is: "none" }
}

/** Whose key this is, while it is one of an active device or in force. */
export function memberWith(state: LogState, { ed }: Who): Member | undefined {
  const device = [...state.devices.values()].find((d) => equalBytes(d.ed, ed) && d.state === "active")
  return device === undefined
    ? state.members.find(({ recovery }) => recovery !== null && equalBytes(recovery.ed, ed))
    : memberOf(state, device.member)
}

/** Up to and with the entry that ended the invite; to the end while it is open. */
export function reachOfInvite(invite: Invite | undefined): Reach {
  if (invite === undefined) return { is: "none" }
  return invite.ended === null ? { is: "all" } : { is: "entries", until: invite.ended }
}
