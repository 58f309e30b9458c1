import { decodeHeader, deviceId, emptyLog, fromHex, toHex } from "#wire"
import type { Bytes, EpochBlock, Json, LogState } from "#wire"
import { expect, test } from "vitest"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import type { Vector } from "../../tools/vectors/shape.ts"
import { lackedEpochs, owedRewraps, readLacks, takeRewrap } from "./index.ts"
import type { DeviceKeys, KeyView, RoundEntry } from "./index.ts"

// The golden vectors of spec/ledger.md §17: a key given again.

const bytes = (text: unknown): Bytes => fromHex(String(text)) ?? new Uint8Array(0)

interface Begun {
  readonly number: number
  readonly commitment?: string
  readonly ids: readonly string[]
}
function begunIn(v: Vector): ReadonlyMap<number, EpochBlock> {
  return new Map(
    (v["begun"] as readonly Begun[]).map(({ number, commitment, ids }) => {
      const wraps = ids.map((id) => ({ id: bytes(id), enc: new Uint8Array(32), ct: new Uint8Array(48) }))
      return [number, { number, commitment: bytes(commitment ?? ""), wraps }]
    }),
  )
}

async function taken(v: Vector) {
  const [ed, x] = [hexOf(v, "ed"), hexOf(v, "x25519")]
  const device: DeviceKeys = {
    id: deviceId(ed, x),
    ed: { publicKey: ed, pkcs8: new Uint8Array(0) },
    x: { publicKey: x, privateKey: hexOf(v, "x25519Private") },
  }
  const header = decodeHeader(hexOf(v, "header"))
  if (!header.ok) throw new Error(header.error.type)
  const read = await takeRewrap(device, { header: header.value, begun: begunIn(v) }, v["body"] as Json)
  if (!read.ok) return { type: read.error.type }
  if (read.value === null) return { type: "none" }
  return { type: "ok", number: read.value.number, key: toHex(read.value.key) }
}

interface Keys {
  readonly id: string
  readonly x25519: string
}
/** As much of a state as the vector tells: who is who, and who reads on. */
function stateIn(v: Vector): LogState {
  const none = new Uint8Array(32)
  const members = v["members"] as readonly {
    readonly id: string
    readonly devices: readonly (Keys & { readonly active: boolean })[]
    readonly recovery: Keys | null
  }[]
  return {
    ...emptyLog(none),
    members: members.map(({ id, devices, recovery }) => ({
      id: bytes(id),
      devices: devices.filter(({ active }) => active).map((d) => bytes(d.id)),
      since: 0,
      left: null,
      recovery: recovery === null ? null : { id: bytes(recovery.id), ed: none, x: bytes(recovery.x25519) },
    })),
    devices: new Map(
      members.flatMap(({ id, devices }) =>
        devices.map((d) => [
          d.id,
          {
            id: bytes(d.id),
            member: bytes(id),
            ed: none,
            x: bytes(d.x25519),
            state: d.active ? ("active" as const) : ("removed" as const),
            addedBy: null,
            since: 0,
          },
        ]),
      ),
    ),
  }
}

function owed(v: Vector) {
  const entries = (v["entries"] as readonly Record<string, unknown>[]).map((entry): RoundEntry => ({
    header: {
      v: 1,
      logId: new Uint8Array(32),
      prev: new Uint8Array(32),
      uid: new Uint8Array(16),
      bodyLen: 0,
      bodyHash: new Uint8Array(32),
      seq: entry["seq"] as number,
      epoch: entry["epoch"] as number,
      kind: entry["kind"] as 1 | 4,
      device: bytes(entry["device"]),
    },
    hash: "",
    said: entry["said"] as RoundEntry["said"],
  }))
  const view: KeyView = {
    state: stateIn(v),
    device: hexOf(v, "device"),
    entries,
    begun: begunIn(v),
    epochs: new Map((v["keys"] as readonly number[]).map((n) => [n, new Uint8Array(32)])),
  }
  return {
    type: "ok",
    lacks: lackedEpochs(view, v["inForce"] as number),
    gives: owedRewraps(view).map(({ block, to }) => ({
      epoch: block.number,
      to: to.map(({ id }) => toHex(id)).toSorted(),
    })),
  }
}

test("every key given again, every asking and what is owed read as the vectors say", async () => {
  const { vectors } = readVectors("rewraps")
  expect(vectors.length).toBeGreaterThan(90)
  for (const v of vectors) {
    const is = v["is"]
    const lacks = is === "lacks" ? readLacks(v["body"] as Json) : null
    const read =
      is === "gives" ? await taken(v) : is === "owed" ? owed(v) : { type: lacks === null ? "layout" : "ok" }
    expect({ ...v, ...read }, v.name).toEqual(v)
  }
})
