import {
  bodyHash,
  emptyLog,
  encodeControl,
  encodeCore,
  encodeData,
  encodeGenesis,
  encodeHeader,
  encodeRedact,
  equalBytes,
  foldEntry,
  good,
  H,
  toBase64url,
  VERSION,
} from "#wire"
import type {
  Admit,
  Bytes,
  Control,
  DataFault,
  DeviceRemove,
  Entry,
  EpochBlock,
  Header,
  Json,
  LogState,
  Outcome,
  RecoverySet,
  RedactTarget,
} from "#wire"
import { sign } from "./device.ts"
import type { DeviceKeys } from "./device.ts"
import { seal } from "./seal.ts"
import type { Data } from "./seal.ts"
import type { Tools } from "./tools.ts"
import { recipientsAfter } from "./recipients.ts"
import type { Rotating } from "./recipients.ts"
import { commitmentOf, freshEpoch } from "./wrap.ts"

/** A content entry before it is signed, as the queue keeps it. uid and blind are drawn once and kept at every re-placing. */
export interface ContentDraft {
  readonly uid: Bytes
  readonly kind: 1 | 4
  readonly data: Bytes
}
/** An operation before it is signed. One that begins an epoch draws a fresh key each time it is placed. */
export interface ControlDraft {
  readonly uid: Bytes
  readonly control:
    | Exclude<Control, { readonly epoch: unknown }>
    | Omit<Admit, "epoch">
    | Omit<DeviceRemove, "epoch">
    | Omit<RecoverySet, "epoch">
    | { readonly op: "epoch" }
    | { readonly op: "redact"; readonly targets: readonly RedactTarget[]; readonly blobs?: readonly Bytes[] }
}
export type AnyDraft = ContentDraft | ControlDraft

export interface Placed {
  readonly entries: readonly Entry[]
  readonly state: LogState
  readonly epochs: ReadonlyMap<number, Bytes>
}

/** DATA of a new content entry, or why it could not be written so. The writer is told before anything is signed. */
export function createDraft(
  t: Tools,
  of: {
    readonly kind: 1 | 4
    readonly name: string
    readonly body: Json
    readonly day: string
    readonly basis: LogState["head"]
    /** What the blind is to say to one's own devices (§19.4). Left out: nothing, it is drawn. */
    readonly blind?: (uid: Bytes) => Bytes
  },
): Outcome<ContentDraft, DataFault> {
  const uid = t.random(16)
  const blind = toBase64url(of.blind?.(uid) ?? t.random(16))
  const basis =
    of.basis === null ? { seq: 0, hash: "" } : { seq: of.basis.seq, hash: toBase64url(of.basis.hash) }
  const data: Data = { kind: of.name, body: of.body, day: of.day, basis, blind }
  const encoded = encodeData(data as unknown as Json)
  return encoded.ok ? good({ uid, kind: of.kind, data: encoded.value }) : encoded
}

/** A new log with its first entry: its creator's keys, and epoch 1 wrapped to the creator's own device. */
export async function createLog(
  t: Tools,
  device: DeviceKeys,
): Promise<{
  readonly entry: Entry
  readonly state: LogState
  readonly member: Bytes
  readonly epochs: ReadonlyMap<number, Bytes>
}> {
  const member = t.random(16)
  const nonce = t.random(32)
  const zero = new Uint8Array(32)
  const key = t.random(32)
  const core = encodeCore({
    nonce,
    member,
    ed: device.ed.publicKey,
    x: device.x.publicKey,
    policy: 0,
    commitment: commitmentOf(key),
  })
  const logId = H("log", core)
  const place = { logId, seq: 0, prev: zero, epoch: 1, sender: device.id }
  const { block } = await freshEpoch({ ...t, random: () => key }, place, [
    { id: device.id, x: device.x.publicKey },
  ])
  const body = encodeGenesis(core, block.wraps)
  const entry = await signed(
    t,
    device,
    { v: VERSION, logId, seq: 0, prev: zero, epoch: 0, device: device.id, kind: 0, uid: t.random(16) },
    body,
  )
  const folded = foldEntry(emptyLog(logId), entry, { signature: true, pop: true })
  if (!folded.ok) throw new Error(`own genesis refused: ${folded.error.type}`)
  return { entry, state: folded.value.state, member, epochs: new Map([[1, key]]) }
}

async function signed(
  t: Tools,
  device: DeviceKeys,
  place: Omit<Header, "bodyLen" | "bodyHash">,
  body: Bytes,
): Promise<Entry> {
  const header = encodeHeader({ ...place, bodyLen: body.length, bodyHash: bodyHash(body) })
  return { header, sig: await sign(t, device, "entry", header), body }
}

/**
 * Seals and signs drafts one after the other on top of this state: fresh salt and signature each time, same uid. What would be void on this state is still
 * signed; the caller asks first.
 */
export async function place(
  t: Tools,
  device: DeviceKeys,
  from: { readonly state: LogState; readonly epochs: ReadonlyMap<number, Bytes> },
  drafts: readonly AnyDraft[],
): Promise<Placed> {
  let { state, epochs } = from
  const entries: Entry[] = []
  for (const draft of drafts) {
    const { head } = state
    if (head === null) throw new Error("a log begins with its genesis")
    const at = {
      v: VERSION,
      logId: state.logId,
      seq: head.seq + 1,
      prev: head.hash,
      epoch: state.epoch.number,
      device: device.id,
      uid: draft.uid,
    }
    const made =
      "control" in draft ? await controlBody(t, at, state, draft) : await contentBody(t, at, epochs, draft)
    const entry = await signed(t, device, { ...at, kind: made.kind }, made.body)
    const folded = foldEntry(state, entry, { signature: true, pop: true })
    if (!folded.ok) throw new Error(`own entry refused: ${folded.error.type}`)
    state = folded.value.state
    if (made.epoch !== null && folded.value.verdict.verdict === "ok")
      epochs = new Map([...epochs, [made.epoch.number, made.epoch.key]])
    entries.push(entry)
  }
  return { entries, state, epochs }
}

interface Made {
  readonly kind: 1 | 2 | 3 | 4
  readonly body: Bytes
  readonly epoch: { readonly number: number; readonly key: Bytes } | null
}
type At = Omit<Header, "bodyLen" | "bodyHash" | "kind">

async function contentBody(
  t: Tools,
  at: At,
  epochs: ReadonlyMap<number, Bytes>,
  draft: ContentDraft,
): Promise<Made> {
  const key = epochs.get(at.epoch)
  if (key === undefined) throw new Error("no key for the current epoch")
  return { kind: draft.kind, body: await seal(t, key, { ...at, kind: draft.kind }, draft.data), epoch: null }
}

async function controlBody(t: Tools, at: At, state: LogState, draft: ControlDraft): Promise<Made> {
  const { control } = draft
  switch (control.op) {
    case "redact":
      return {
        kind: 3,
        body: encodeRedact({ targets: control.targets, blobs: control.blobs ?? [] }),
        epoch: null,
      }
    case "device.remove":
      if (equalBytes(control.target, at.device))
        return { kind: 2, body: encodeControl({ ...control, epoch: null }), epoch: null }
      return rotating(t, at, state, control, (epoch) => ({ ...control, epoch }))
    case "admit":
      return rotating(t, at, state, control, (epoch) => ({ ...control, epoch }))
    case "recovery.set":
      return rotating(t, at, state, control, (epoch) => ({ ...control, epoch }))
    case "epoch":
      return rotating(t, at, state, control, (epoch) => ({ ...control, epoch }))
    case "invite":
    case "cancel":
    case "propose":
    case "approve":
    case "verify":
    case "device.add":
    case "leave":
    case "close":
    case "relay.set":
    case "continue":
    case "version":
      return { kind: 2, body: encodeControl(control), epoch: null }
  }
}

/** The operation with an epoch of its own, wrapped to whoever reads on after it. */
async function rotating(
  t: Tools,
  at: At,
  state: LogState,
  control: Rotating,
  whole: (epoch: EpochBlock) => Control,
): Promise<Made> {
  const to = recipientsAfter(state, control, at.device)
  const { key, block } = await freshEpoch(t, wrapPlace(at), to)
  return { kind: 2, body: encodeControl(whole(block)), epoch: { number: block.number, key } }
}

function wrapPlace(at: At): {
  readonly logId: Bytes
  readonly seq: number
  readonly prev: Bytes
  readonly epoch: number
  readonly sender: Bytes
} {
  return { logId: at.logId, seq: at.seq, prev: at.prev, epoch: at.epoch + 1, sender: at.device }
}
