import {
  concat,
  decodeControl,
  decodeGenesis,
  decodeRedact,
  encodeControl,
  encodeRedact,
  toHex,
  u16,
} from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { admit, bensGenesis, epochBlock, genesisOf, invite, refOf, uidOf, wrapsFor } from "./chain.ts"
import { addDevice, laptop, noRecovery, paper, removeDevice, setRecovery } from "./own-keys.ts"
import { ana, ben, bytesOf, flipped } from "./people.ts"
import { actOfAdmit, approving, epochFor, proposing } from "./record-parts.ts"
import type { Vector, VectorFile } from "./shape.ts"

type As = "genesis" | "control" | "redact"

/** Every field of a body as hex, wraps and targets in their order. */
export function fieldsOf(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value)
  if (Array.isArray(value)) return value.map(fieldsOf)
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fieldsOf(field)]))
  return value
}

export function readBody(as: As, body: Uint8Array): { readonly type: string; readonly value?: unknown } {
  if (as === "control") {
    const decoded = decodeControl(body)
    return decoded.is === "built" ? { type: "ok", value: fieldsOf(decoded.control) } : { type: decoded.is }
  }
  const decoded = as === "genesis" ? decodeGenesis(body) : decodeRedact(body)
  return decoded === null ? { type: "layout" } : { type: "ok", value: fieldsOf(decoded) }
}

function good(as: As, name: string, body: Bytes): Vector {
  const read = readBody(as, body)
  if (read.type !== "ok") throw new Error(`${name}: ${read.type}`)
  return { name: `${as}: ${name}`, type: "ok", as, body: toHex(body), value: read.value }
}
const bad = (as: As, name: string, type: string, body: Uint8Array): Vector => ({
  name: `${as}: ${name}`,
  type,
  as,
  body: toHex(body),
})

/** One byte short, one byte too many, at every place where a length is written: cut there. */
function cuts(as: As, name: string, body: Bytes): readonly Vector[] {
  return [
    bad(as, `${name}, one byte short`, "layout", body.subarray(0, -1)),
    bad(as, `${name}, one byte too many`, "layout", concat(body, Uint8Array.of(0))),
    bad(as, `${name}, the first half of it`, "layout", body.subarray(0, body.length >> 1)),
    bad(as, `${name}, twice`, "layout", concat(body, body)),
  ]
}

export const target = (name: string, by = ben) => ({
  entryHash: bytesOf(`entry ${name}`, 32),
  device: by.id,
  uid: uidOf(name),
})

/** The ops of more devices, of more people, and of going. */
async function laterOps(): Promise<readonly Vector[]> {
  const zero = { seq: 0, hash: new Uint8Array(32) }
  const relay = { op: "relay.set", ed: ben.ed.publicKey, origin: bytesOf("origin", 32) } as const
  const on = { op: "continue", dir: 0, log: bytesOf("log", 32) } as const
  const epoch = epochFor(3, ben, ana)
  const all: readonly (readonly [string, Bytes])[] = [
    ["a propose of an admit", proposing(await actOfAdmit())],
    ["a propose of a close", proposing(Uint8Array.of(11))],
    ["a propose of another server", proposing(encodeControl(relay))],
    ["a propose of a version", proposing(Uint8Array.of(15, 2))],
    ["an approve", approving(Uint8Array.of(11), refOf(ben, "end it"))],
    [
      "a verify",
      encodeControl({ op: "verify", subject: ben.member, devices: bytesOf("devices", 32), how: 1 }),
    ],
    ["a device", await addDevice(laptop)],
    ["a removal", removeDevice(laptop, epoch)],
    ["a removal that keeps two", removeDevice(laptop, epoch, [ana.id, ben.id])],
    ["a removal of itself", removeDevice(ben, null)],
    ["a leave", encodeControl({ op: "leave" })],
    ["a close", encodeControl({ op: "close" })],
    ["a recovery key", await setRecovery(paper, epoch)],
    ["no recovery key", noRecovery(epoch)],
    ["another server", encodeControl(relay)],
    ["going on", encodeControl({ ...on, heads: [{ seq: 5, hash: bytesOf("head", 32) }, zero] })],
    ["a version", encodeControl({ op: "version", to: 2 })],
  ]
  return [
    ...all.map(([name, body]) => good("control", name, body)),
    ...all.flatMap(([name, body]) => cuts("control", name, body)),
    bad("control", "a propose of an op that is no act", "layout", proposing(Uint8Array.of(10))),
    bad("control", "a rank there is not", "layout", await addDevice(laptop, { rank: 2 })),
    bad(
      "control",
      "a direction there is not",
      "layout",
      encodeControl({ ...on, dir: 2, heads: [zero, zero] }),
    ),
    bad("control", "it keeps more than it names", "layout", flipped(removeDevice(laptop, epoch), 17, 7)),
  ]
}

export async function bodyVectors(): Promise<VectorFile> {
  const two = wrapsFor(ana.id, ben.id)
  const epoch = encodeControl({ op: "epoch", epoch: epochBlock(2, two) })
  const cancel = encodeControl({ op: "cancel", target: refOf(ben, "invite") })
  const joined = await admit()
  const redact = encodeRedact({ targets: [target("one")], blobs: [] })
  const sixteen = Array.from({ length: 16 }, (_, i) => target(`t${String(i)}`))
  const blobs = [bytesOf("a blob", 32), bytesOf("another blob", 32)]
  const vectors: Vector[] = [
    good("genesis", "its creator's own wrap", bensGenesis.body),
    good("genesis", "no wrap, which the fold refuses", genesisOf(ben, { wraps: [] }).body),
    good("genesis", "another policy, which the fold refuses", genesisOf(ben, { policy: 1 }).body),
    ...cuts("genesis", "a genesis", bensGenesis.body),
    bad("genesis", "no byte", "layout", new Uint8Array(0)),
    bad("genesis", "the core alone", "layout", bensGenesis.core),
    bad(
      "genesis",
      "it speaks of more wraps than there are",
      "layout",
      concat(bensGenesis.core, u16(2), bensGenesis.body.subarray(147)),
    ),
    bad("genesis", "it speaks of 65,535 wraps", "layout", concat(bensGenesis.core, u16(65_535))),
    good("control", "an invite", invite()),
    good("control", "a cancel", cancel),
    good("control", "an admit", joined),
    good("control", "an epoch for two", epoch),
    good(
      "control",
      "an epoch for nobody, which the fold refuses",
      encodeControl({ op: "epoch", epoch: epochBlock(2, []) }),
    ),
    ...cuts("control", "an invite", invite()),
    ...cuts("control", "a cancel", cancel),
    ...cuts("control", "an admit", joined),
    ...cuts("control", "an epoch", epoch),
    bad("control", "no byte", "layout", new Uint8Array(0)),
    bad("control", "an epoch that speaks of one wrap too many", "layout", flipped(epoch, 38)),
    bad("control", "op 0", "unknown", concat(Uint8Array.of(0), bytesOf("zero", 64))),
    bad("control", "op 0 alone", "unknown", Uint8Array.of(0)),
    ...[16, 17, 100, 255].flatMap((op) => [
      bad("control", `op ${String(op)}`, "unknown", concat(Uint8Array.of(op), bytesOf("later", 64))),
      bad("control", `op ${String(op)} alone`, "unknown", Uint8Array.of(op)),
    ]),
    bad("control", "the other ops' bytes under op 1", "layout", concat(Uint8Array.of(1), joined.subarray(1))),
    bad(
      "control",
      "the other ops' bytes under op 3",
      "layout",
      concat(Uint8Array.of(3), invite().subarray(1)),
    ),
    ...(await laterOps()),
    good("redact", "one target", redact),
    good("redact", "sixteen targets and two blobs", encodeRedact({ targets: sixteen, blobs })),
    good(
      "redact",
      "the same target twice",
      encodeRedact({ targets: [target("one"), target("one")], blobs: [] }),
    ),
    ...cuts("redact", "a redact", redact),
    bad("redact", "no byte", "layout", new Uint8Array(0)),
    bad("redact", "no target", "layout", encodeRedact({ targets: [], blobs: [] })),
    bad("redact", "no target, two blobs", "layout", encodeRedact({ targets: [], blobs })),
    bad(
      "redact",
      "seventeen targets",
      "layout",
      encodeRedact({ targets: [...sixteen, target("more")], blobs: [] }),
    ),
    bad("redact", "255 targets", "layout", concat(Uint8Array.of(255), redact.subarray(1))),
    bad(
      "redact",
      "it speaks of one target more than there are",
      "layout",
      concat(Uint8Array.of(2), redact.subarray(1)),
    ),
    bad("redact", "it speaks of a blob that is not there", "layout", flipped(redact, redact.length - 1)),
    bad("redact", "a blob it does not speak of", "layout", concat(redact, blobs[0] ?? redact)),
    bad("redact", "without its count of blobs", "layout", redact.subarray(0, -2)),
  ]
  return {
    file: "bodies",
    about:
      "spec/ledger.md §5: the layout of open bodies. as: genesis (kind 0), control (kind 2) or redact (kind 3). type: ok with every field in value; layout; or unknown (no such op).",
    vectors,
  }
}
