import { concat, equalBytes, isZero, toHex } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { decodeGenesis } from "./control-layout.ts"
import type { Proofs } from "./proofs.ts"
import { foldControl } from "./fold-control.ts"
import { foldRedact } from "./fold-redact.ts"
import { H } from "./hash.ts"
import { bodyHash, decodeHeader, deviceId, entryHash } from "./header.ts"
import type { Entry, Header } from "./header.ts"
import { checkEd25519Key, checkX25519Key } from "./keys.ts"
import { bad, good } from "./outcome.ts"
import type { Outcome } from "./outcome.ts"
import { signerOf, withDevice } from "./state.ts"
import type { LogState, Signer } from "./state.ts"
import { wrapsAreFor } from "./wraps.ts"
import type { Structural, VoidReason } from "./structural.ts"

// The one public fold: the same code on relay, client, verifier and in the vectors (spec/ledger.md §7).

export type EntryVerdict =
  { readonly verdict: "ok" } | { readonly verdict: "void"; readonly reason: VoidReason }
export interface Folded {
  readonly state: LogState
  readonly verdict: EntryVerdict
}

/** The state after one entry, or the structural fault that stops the log here. Total: no bytes whatever make it throw. */
export function foldEntry(state: LogState, entry: Entry, proofs: Proofs): Outcome<Folded, Structural> {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok) return decoded
  const header = decoded.value
  const signer = signerOf(state, header.device)
  const fault = structuralFault(state, header, entry, proofs, signer)
  if (fault !== null) return bad({ type: fault })
  if (header.seq === 0 || signer === null) return foldGenesis(state, header, entry)
  const hash = entryHash(entry)
  const uidKey = toHex(concat(header.device, header.uid))
  const reason = state.uids.has(uidKey) ? "uid-used" : header.epoch !== state.epoch.number ? "epoch" : null
  const before: LogState = {
    ...state,
    head: { seq: header.seq, hash },
    uids: state.uids.with(uidKey, true),
    contents: withContent(state, header, hash),
  }
  if (reason !== null) return good({ state: before, verdict: { verdict: "void", reason } })
  const after = foldBody(before, header, entry, hash, proofs, signer)
  return typeof after === "string"
    ? good({ state: before, verdict: { verdict: "void", reason: after } })
    : good({ state: after, verdict: { verdict: "ok" } })
}

function structuralFault(
  state: LogState,
  header: Header,
  entry: Entry,
  proofs: Proofs,
  signer: Signer | null,
): Structural["type"] | null {
  if (!equalBytes(header.logId, state.logId)) return "log"
  if (header.v !== state.version) return "version"
  if (header.seq !== (state.head === null ? 0 : state.head.seq + 1)) return "seq"
  if (!(state.head === null ? isZero(header.prev) : equalBytes(header.prev, state.head.hash))) return "prev"
  if ((header.kind === 0) !== (header.seq === 0)) return "genesis"
  if (header.seq > 0 && signer === null) return "signer"
  if (!proofs.signature) return "signature"
  if (entry.body === null) return header.kind === 1 || header.kind === 4 ? null : "body-absent"
  if (entry.body.length !== header.bodyLen) return "body-length"
  return equalBytes(bodyHash(entry.body), header.bodyHash) ? null : "body-hash"
}

function withContent(state: LogState, header: Header, hash: Bytes): LogState["contents"] {
  if (header.kind !== 1 && header.kind !== 4) return state.contents
  return state.contents.with(toHex(hash), {
    kind: header.kind,
    device: toHex(header.device),
    uid: toHex(header.uid),
    seq: header.seq,
  })
}

function foldGenesis(state: LogState, header: Header, entry: Entry): Outcome<Folded, Structural> {
  const genesis = decodeGenesis(entry.body ?? new Uint8Array(0))
  if (genesis === null) return bad({ type: "genesis" })
  const { core, ed, x, member, commitment, wraps, policy } = genesis
  const holds =
    policy === 0 &&
    header.epoch === 0 &&
    equalBytes(H("log", core), state.logId) &&
    checkEd25519Key(ed) &&
    checkX25519Key(x) &&
    equalBytes(deviceId(ed, x), header.device) &&
    wrapsAreFor(wraps, [toHex(header.device)])
  if (!holds) return bad({ type: "genesis" })
  const device = { id: header.device, member, ed, x, state: "active", addedBy: null, since: 0 } as const
  const next: LogState = {
    ...withDevice(state, device),
    head: { seq: 0, hash: entryHash(entry) },
    epoch: { number: 1, commitment },
    members: [{ id: member, devices: [header.device], since: 0, left: null, recovery: null }],
    uids: state.uids.with(toHex(concat(header.device, header.uid)), true),
  }
  return good({ state: next, verdict: { verdict: "ok" } })
}

function foldBody(
  state: LogState,
  header: Header,
  entry: Entry,
  hash: Bytes,
  proofs: Proofs,
  signer: Signer,
): LogState | VoidReason {
  const body = entry.body ?? new Uint8Array(0)
  switch (header.kind) {
    case 1:
    case 4:
      if (signer.is !== "device") return "not-active"
      if (state.closed !== null) return "closed"
      return state.isRotationOwed ? "rotation-owed" : state
    case 2:
      return foldControl(state, { header, hash, proofs, signer }, body)
    case 3:
      return signer.is === "recovery" ? "not-active" : foldRedact(state, signer.member, body)
    case 0:
      return "layout"
  }
}
