import { concat, Reader, u16, u32, u64 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { ops } from "./control.ts"
import type { Act, Admit, Control, ContinueHead, EpochBlock, Genesis } from "./control.ts"
import type { Redact, RedactTarget, Wrap } from "./control.ts"

// spec/ledger.md §5: bodies of genesis, control and redact entries, as bytes. No trailing bytes, no optional field but one: device.remove carries an epoch, or ends.

const CORE_LENGTH = 32 + 16 + 32 + 32 + 1 + 32

function encodeWraps(wraps: readonly Wrap[]): Bytes {
  return concat(u16(wraps.length), ...wraps.flatMap((w) => [w.id, w.enc, w.ct]))
}

function readWraps(r: Reader): readonly Wrap[] {
  const count = r.number(2)
  const wraps: Wrap[] = []
  for (let i = 0; i < count && !r.failed; i += 1)
    wraps.push({ id: r.take(16), enc: r.take(32), ct: r.take(48) })
  return wraps
}

function encodeEpochBlock(e: EpochBlock): Bytes {
  return concat(u32(e.number), e.commitment, encodeWraps(e.wraps))
}

function readEpochBlock(r: Reader): EpochBlock {
  return { number: r.number(4), commitment: r.take(32), wraps: readWraps(r) }
}

export function encodeCore(g: Omit<Genesis, "core" | "wraps">): Bytes {
  return concat(g.nonce, g.member, g.ed, g.x, Uint8Array.of(g.policy), g.commitment)
}

export function encodeGenesis(core: Bytes, wraps: readonly Wrap[]): Bytes {
  return concat(core, encodeWraps(wraps))
}

export function decodeGenesis(body: Uint8Array): Genesis | null {
  const r = new Reader(body)
  const core = r.take(CORE_LENGTH)
  const wraps = readWraps(r)
  if (!r.isWhole) return null
  const c = new Reader(core)
  return {
    core,
    nonce: c.take(32),
    member: c.take(16),
    ed: c.take(32),
    x: c.take(32),
    policy: c.number(1),
    commitment: c.take(32),
    wraps,
  }
}

/** An op without its number, and without the epoch of an admit: what a propose carries. */
function encodeAct(act: Act): Bytes {
  switch (act.op) {
    case "admit":
      return concat(act.invite, act.member, act.ed, act.x, act.nB, act.popJoin, act.nA)
    case "close":
      return new Uint8Array(0)
    case "relay.set":
      return concat(act.ed, act.origin)
    case "version":
      return Uint8Array.of(act.to)
  }
}

/** act u8 | its body: the bytes a proposal's hash covers. */
export function encodeProposed(act: Act): Bytes {
  return concat(Uint8Array.of(ops[act.op]), encodeAct(act))
}

function readAdmit(r: Reader): Omit<Admit, "epoch"> {
  return {
    op: "admit",
    invite: r.take(32),
    member: r.take(16),
    ed: r.take(32),
    x: r.take(32),
    nB: r.take(32),
    popJoin: r.take(64),
    nA: r.take(32),
  }
}

function readAct(r: Reader): Act | null {
  switch (r.number(1)) {
    case ops.admit:
      return readAdmit(r)
    case ops.close:
      return { op: "close" }
    case ops["relay.set"]:
      return { op: "relay.set", ed: r.take(32), origin: r.take(32) }
    case ops.version:
      return { op: "version", to: r.number(1) }
    default:
      return null
  }
}

export function encodeControl(c: Control): Bytes {
  const op = Uint8Array.of(ops[c.op])
  switch (c.op) {
    case "invite":
      return concat(op, c.H, c.C)
    case "cancel":
      return concat(op, c.target)
    case "admit":
      return concat(op, encodeAct(c), encodeEpochBlock(c.epoch))
    case "epoch":
      return concat(op, encodeEpochBlock(c.epoch))
    case "propose":
      return concat(op, encodeProposed(c.act))
    case "approve":
      return concat(op, c.proposal, c.hash)
    case "verify":
      return concat(op, c.subject, c.devices, Uint8Array.of(c.how))
    case "device.add":
      return concat(op, c.member, c.ed, c.x, Uint8Array.of(c.rank), c.nonce, c.bundle, c.popDevice)
    case "device.remove": {
      const head = concat(op, c.target, Uint8Array.of(c.kept.length), ...c.kept)
      return c.epoch === null ? head : concat(head, encodeEpochBlock(c.epoch))
    }
    case "recovery.set":
      return concat(op, c.ed, c.x, c.nonce, c.popRecovery, c.bundle, encodeEpochBlock(c.epoch))
    case "continue":
      return concat(op, Uint8Array.of(c.dir), c.log, ...c.heads.flatMap((h) => [u64(h.seq), h.hash]))
    case "leave":
    case "close":
    case "relay.set":
    case "version":
      return c.op === "leave" ? op : concat(op, encodeAct(c))
  }
}

/** `control` is null when the number is no op (`unknown`) or what follows it is not laid out as that op is. */
export type DecodedControl =
  { readonly is: "built"; readonly control: Control } | { readonly is: "unknown" | "layout" }

export function decodeControl(body: Uint8Array): DecodedControl {
  const r = new Reader(body)
  const op = r.number(1)
  if (r.failed) return { is: "layout" }
  const read = readers[op]
  if (read === undefined) return { is: "unknown" }
  const control = read(r)
  return control !== null && r.isWhole ? { is: "built", control } : { is: "layout" }
}

function readHead(r: Reader): ContinueHead {
  return { seq: r.number(8), hash: r.take(32) }
}

/** Null: a field has a value its op does not know. */
const readers: Readonly<Record<number, (r: Reader) => Control | null>> = {
  [ops.invite]: (r) => ({ op: "invite", H: r.take(32), C: r.take(32) }),
  [ops.cancel]: (r) => ({ op: "cancel", target: r.take(32) }),
  [ops.admit]: (r) => ({ ...readAdmit(r), epoch: readEpochBlock(r) }),
  [ops.epoch]: (r) => ({ op: "epoch", epoch: readEpochBlock(r) }),
  [ops.propose]: (r) => {
    const act = readAct(r)
    return act === null ? null : { op: "propose", act }
  },
  [ops.approve]: (r) => ({ op: "approve", proposal: r.take(32), hash: r.take(32) }),
  [ops.verify]: (r) => ({ op: "verify", subject: r.take(16), devices: r.take(32), how: r.number(1) }),
  [ops["device.add"]]: (r) => {
    const [member, ed, x, rank] = [r.take(16), r.take(32), r.take(32), r.number(1)]
    const [nonce, bundle, popDevice] = [r.take(32), r.take(32), r.take(64)]
    return rank > 1 ? null : { op: "device.add", member, ed, x, rank, nonce, bundle, popDevice }
  },
  [ops["device.remove"]]: (r) => {
    const [target, count] = [r.take(16), r.number(1)]
    const kept: Bytes[] = []
    for (let i = 0; i < count && !r.failed; i += 1) kept.push(r.take(16))
    return { op: "device.remove", target, kept, epoch: r.isWhole ? null : readEpochBlock(r) }
  },
  [ops.leave]: () => ({ op: "leave" }),
  [ops.close]: () => ({ op: "close" }),
  [ops["recovery.set"]]: (r) => ({
    op: "recovery.set",
    ed: r.take(32),
    x: r.take(32),
    nonce: r.take(32),
    popRecovery: r.take(64),
    bundle: r.take(32),
    epoch: readEpochBlock(r),
  }),
  [ops["relay.set"]]: (r) => ({ op: "relay.set", ed: r.take(32), origin: r.take(32) }),
  [ops.continue]: (r) => {
    const [dir, log, first, second] = [r.number(1), r.take(32), readHead(r), readHead(r)]
    const fits = dir <= 1 && first.seq <= Number.MAX_SAFE_INTEGER && second.seq <= Number.MAX_SAFE_INTEGER
    return fits ? { op: "continue", dir, log, heads: [first, second] } : null
  },
  [ops.version]: (r) => ({ op: "version", to: r.number(1) }),
}

export function encodeRedact(redact: Redact): Bytes {
  return concat(
    Uint8Array.of(redact.targets.length),
    ...redact.targets.flatMap((t) => [t.entryHash, t.device, t.uid]),
    u16(redact.blobs.length),
    ...redact.blobs,
  )
}

export function decodeRedact(body: Uint8Array): Redact | null {
  const r = new Reader(body)
  const count = r.number(1)
  if (count < 1 || count > 16) return null
  const targets: RedactTarget[] = []
  for (let i = 0; i < count && !r.failed; i += 1)
    targets.push({ entryHash: r.take(32), device: r.take(16), uid: r.take(16) })
  const m = r.number(2)
  const blobs: Bytes[] = []
  for (let i = 0; i < m && !r.failed; i += 1) blobs.push(r.take(32))
  return r.isWhole ? { targets, blobs } : null
}
