import { equalBytes, memberOf, signerOf, toHex } from "#wire"
import type { Bytes, Invite, LogState } from "#wire"

/** Who signed in: the id of the keys that were shown, and the one that signs. */
export interface Who {
  readonly id: Bytes
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

export function reachOf(state: LogState, { id, ed }: Who): Reach {
  const signer = signerOf(state, id)
  if (signer !== null && equalBytes(signer.ed, ed))
    return signer.is === "left" ? { is: "words", until: leftAt(state, signer.member.id) } : { is: "all" }
  return state.keysSeen.has(toHex(ed)) ? { is: "removed" } : { is: "none" }
}

function leftAt(state: LogState, member: Bytes): number {
  return memberOf(state, member)?.left ?? 0
}

/** Up to and with the entry that ended the invite; to the end while it is open. */
export function reachOfInvite(invite: Invite | undefined): Reach {
  if (invite === undefined) return { is: "none" }
  return invite.ended === null ? { is: "all" } : { is: "entries", until: invite.ended }
}
