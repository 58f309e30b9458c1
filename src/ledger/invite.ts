import {
  bad,
  checkEd25519Key,
  checkX25519Key,
  concat,
  copy,
  decodeRef,
  equalBytes,
  good,
  H,
  popJoinBytes,
  Reader,
  signedMessage,
  utf8,
  VERSION,
} from "#wire"
import type { Bytes, Outcome, Verify } from "#wire"
import { createDevice, sign } from "./device.ts"
import { linkData, linkText } from "./link-data.ts"
import type { LinkFault } from "./link-data.ts"
import type { DeviceKeys } from "./device.ts"
import { bytesOfRef } from "./drafts.ts"
import type { ControlDraft } from "./place.ts"
import { derive, mac, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §10: link, request, reveal, words, answers, admit. Every step is a function of what was stored before, so each can be taken up again.

/** The inviter's durable record; the link is shown only after the invite entry stands at the relay. */
export interface Invitation {
  readonly logId: Bytes
  readonly secret: Bytes
  readonly nA: Bytes
}
export interface InviteKeys {
  readonly inviteId: Bytes
  readonly macKey: Bytes
  /** Public name of the mailbox, and of the invite inside the log. */
  readonly H: Bytes
}

export function inviteKeys(secret: Uint8Array): InviteKeys {
  const inviteId = derive(secret, nothing, "invite-id", nothing, 32)
  return { inviteId, macKey: derive(secret, nothing, "invite-key", nothing, 32), H: H("invite", inviteId) }
}

export function createInvitation(t: Tools, logId: Bytes): Invitation {
  return { logId, secret: t.random(32), nA: t.random(32) }
}

export function draftInvite(t: Tools, invitation: Invitation): ControlDraft {
  return {
    uid: t.random(16),
    control: { op: "invite", H: inviteKeys(invitation.secret).H, C: H("sas-commit", invitation.nA) },
  }
}

/** Takes back an invite: `ref` as the fold names it. */
export function draftCancel(t: Tools, ref: string): ControlDraft {
  const decoded = decodeRef(ref)
  if (decoded === null) throw new Error("not a ref")
  return { uid: t.random(16), control: { op: "cancel", target: bytesOfRef(decoded) } }
}

/** APP#j=base64url(v | log_id | secret | relay origin). The secret is in the fragment only: browsers never send it. */
export function inviteLink(
  app: string,
  invitation: Pick<Invitation, "logId" | "secret">,
  relay: string,
): string {
  return `${app}#j=${linkText({ names: invitation.logId, secret: invitation.secret, relay })}`
}

export interface Link {
  readonly logId: Bytes
  readonly secret: Bytes
  readonly relay: string
}

export function readLink(link: string, decodeUtf8: Tools["decodeUtf8"]): Outcome<Link, LinkFault> {
  const read = linkData(link, "#j=", decodeUtf8)
  if (!read.ok) return read
  const { names, secret, relay } = read.value
  return good({ logId: names, secret, relay })
}

/** The joiner's durable record, stored before anything is sent. */
export interface Joining {
  readonly link: Link
  readonly device: DeviceKeys
  readonly nB: Bytes
  readonly member: Bytes
}

export async function startJoining(t: Tools, link: Link): Promise<Joining> {
  return { link, device: await createDevice(t), nB: t.random(32), member: t.random(16) }
}

const REQUEST_LENGTH = 16 + 32 + 32 + 32 + 64 + 32

export interface Request {
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly nB: Bytes
  readonly popJoin: Bytes
}

function macBytes(logId: Bytes, inviteEntryHash: Bytes, rest: Uint8Array): Bytes {
  return concat(utf8("join"), Uint8Array.of(VERSION), logId, inviteEntryHash, rest)
}

/** member 16 | ed 32 | x 32 | nB 32 | proof of possession 64 | mac 32. */
export async function makeRequest(t: Tools, j: Joining, inviteEntryHash: Bytes): Promise<Bytes> {
  const keys = inviteKeys(j.link.secret)
  const { ed, x } = j.device
  const pop = await sign(
    t,
    j.device,
    "pop-join",
    popJoinBytes(j.link.logId, { member: j.member, ed: ed.publicKey, x: x.publicKey, nB: j.nB }, keys.H),
  )
  const rest = concat(j.member, ed.publicKey, x.publicKey, j.nB, pop)
  return concat(rest, mac(keys.macKey, macBytes(j.link.logId, inviteEntryHash, rest)))
}

/** Only who knows the link can make one; only who holds the keys can prove them. */
export async function checkRequest(
  verify: Verify,
  invitation: Pick<Invitation, "logId" | "secret">,
  inviteEntryHash: Bytes,
  request: Uint8Array,
): Promise<Outcome<Request, { readonly type: "layout" | "mac" | "keys" | "pop" }>> {
  if (request.length !== REQUEST_LENGTH) return bad({ type: "layout" })
  const keys = inviteKeys(invitation.secret)
  const rest = copy(request, 0, REQUEST_LENGTH - 32)
  const given = request.subarray(REQUEST_LENGTH - 32)
  if (!equalBytes(mac(keys.macKey, macBytes(invitation.logId, inviteEntryHash, rest)), given))
    return bad({ type: "mac" })
  const r = new Reader(rest)
  const read: Request = {
    member: r.take(16),
    ed: r.take(32),
    x: r.take(32),
    nB: r.take(32),
    popJoin: r.take(64),
  }
  if (!checkEd25519Key(read.ed) || !checkX25519Key(read.x)) return bad({ type: "keys" })
  const covered = signedMessage("pop-join", popJoinBytes(invitation.logId, read, keys.H))
  return (await verify(read.ed, read.popJoin, covered)) ? good(read) : bad({ type: "pop" })
}

export function requestHash(request: Uint8Array): Bytes {
  return H("request", request)
}

/** Seven numbers of six bits: what both read to each other. The link's secret is not in them. */
export function sasWords(of: {
  readonly logId: Bytes
  readonly inviter: { readonly ed: Bytes; readonly x: Bytes }
  readonly joiner: { readonly ed: Bytes; readonly x: Bytes }
  readonly nA: Bytes
  readonly nB: Bytes
}): readonly number[] {
  const hash = H(
    "sas",
    concat(of.logId, of.inviter.ed, of.inviter.x, of.joiner.ed, of.joiner.x, of.nA, of.nB),
  )
  return firstWords(hash)
}

/** The first 42 bits of a hash as seven numbers of six, highest first. */
export function firstWords(hash: Uint8Array): readonly number[] {
  let bits = 0n
  for (const byte of hash.subarray(0, 6)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 6n
  return Array.from({ length: 7 }, (_, i) => Number((bits >> BigInt(36 - 6 * i)) & 63n))
}
