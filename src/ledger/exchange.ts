import { bad, concat, copy, good, H, Reader, signedMessage, equalBytes, u32 } from "#wire"
import type { Bytes, Outcome, Verify } from "#wire"
import { sign } from "./device.ts"
import type { DeviceKeys } from "./device.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §10: what lies in the mailbox's other slots. Each is signed by the device that leaves it, under its own slot's name.

/** What one exchange is about: every signature in it covers this. */
export interface Exchange {
  readonly logId: Bytes
  readonly inviteEntryHash: Bytes
  readonly requestHash: Bytes
}
export type SignedSlot = "reveal" | "answer-inviter" | "answer-joiner" | "ended"
export type Answer = "same" | "different" | "not-yet"
const answers: readonly Answer[] = ["same", "different", "not-yet"]
export type EndReason = "different" | "two-requests" | "cancelled"
const reasons: readonly EndReason[] = ["different", "two-requests", "cancelled"]

function covered(e: Exchange, n: number, verdict: number): Bytes {
  return concat(e.logId, e.inviteEntryHash, e.requestHash, u32(n), Uint8Array.of(verdict))
}

function isSigned(verify: Verify, ed: Bytes, slot: SignedSlot, sig: Bytes, message: Bytes): Promise<boolean> {
  return verify(ed, sig, signedMessage(`join-${slot}`, message))
}

/** H(request) 32 | nA 32 | sig 64. nA serves this one request: revealed means spent. */
export async function makeReveal(t: Tools, device: DeviceKeys, e: Exchange, nA: Bytes): Promise<Bytes> {
  return concat(e.requestHash, nA, await sign(t, device, "join-reveal", covered(e, 0, 0)))
}

export async function readReveal(
  verify: Verify,
  inviterEd: Bytes,
  e: Exchange,
  commitment: Bytes,
  reveal: Uint8Array,
): Promise<Outcome<Bytes, { readonly type: "layout" | "other-request" | "commitment" | "signature" }>> {
  if (reveal.length !== 128) return bad({ type: "layout" })
  if (!equalBytes(reveal.subarray(0, 32), e.requestHash)) return bad({ type: "other-request" })
  const nA = copy(reveal, 32, 64)
  if (!equalBytes(H("sas-commit", nA), commitment)) return bad({ type: "commitment" })
  const signed = await isSigned(verify, inviterEd, "reveal", copy(reveal, 64, 128), covered(e, 0, 0))
  return signed ? good(nA) : bad({ type: "signature" })
}

/** n u32 | verdict u8 | sig 64. The highest n counts; "different" is final. */
export async function makeAnswer(
  t: Tools,
  device: DeviceKeys,
  e: Exchange,
  who: "inviter" | "joiner",
  n: number,
  answer: Answer,
): Promise<Bytes> {
  const verdict = answers.indexOf(answer) + 1
  return concat(
    u32(n),
    Uint8Array.of(verdict),
    await sign(t, device, `join-answer-${who}`, covered(e, n, verdict)),
  )
}

export async function readAnswer(
  verify: Verify,
  ed: Bytes,
  e: Exchange,
  who: "inviter" | "joiner",
  bytes: Uint8Array,
): Promise<
  Outcome<{ readonly n: number; readonly answer: Answer }, { readonly type: "layout" | "signature" }>
> {
  const r = new Reader(bytes)
  const n = r.number(4)
  const verdict = r.number(1)
  const sig = r.take(64)
  const answer = answers[verdict - 1]
  if (!r.isWhole || answer === undefined) return bad({ type: "layout" })
  return (await isSigned(verify, ed, `answer-${who}`, sig, covered(e, n, verdict)))
    ? good({ n, answer })
    : bad({ type: "signature" })
}

/** reason u8 | sig 64. */
export async function makeEnded(
  t: Tools,
  device: DeviceKeys,
  e: Exchange,
  reason: EndReason,
): Promise<Bytes> {
  const code = reasons.indexOf(reason) + 1
  return concat(Uint8Array.of(code), await sign(t, device, "join-ended", covered(e, 0, code)))
}

export async function readEnded(
  verify: Verify,
  eds: readonly Bytes[],
  e: Exchange,
  bytes: Uint8Array,
): Promise<Outcome<EndReason, { readonly type: "layout" | "signature" }>> {
  const reason = reasons[(bytes[0] ?? 0) - 1]
  if (bytes.length !== 65 || reason === undefined) return bad({ type: "layout" })
  for (const ed of eds) {
    if (await isSigned(verify, ed, "ended", copy(bytes, 1, 65), covered(e, 0, bytes[0] ?? 0)))
      return good(reason)
  }
  return bad({ type: "signature" })
}
