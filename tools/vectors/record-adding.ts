import { concat, encodeControl } from "../../src/wire/index.ts"
import { mixedOrder } from "./keys.ts"
import { addDevice, laptop, tablet, watch } from "./own-keys.ts"
import type { AddOf, Person } from "./own-keys.ts"
import { ana, ben, bytesOf, flipped, mallory, personOf } from "./people.ts"
import { control, epochFor } from "./record-parts.ts"
import type { Chapter, On, RecordCase } from "./record-parts.ts"

// Another device: who may add it, and with what proof.

export const addingCases: Chapter = async (_, onAfter) => [
  ...(await adding(onAfter("two"))),
  ...(await addingMore(onAfter("devices"))),
]

async function adding(on: On): Promise<readonly RecordCase[]> {
  const refused = async (name: string, reason: string, of: AddOf, who: Person = laptop) =>
    on(`device.add: ${name}`, [control(await addDevice(who, of)), reason])
  const good = await addDevice(laptop)
  return [
    await on("device.add: another device, which then writes", [control(good), "ok"], [{ by: laptop }, "ok"]),
    await on("device.add: right above who adds it", [control(await addDevice(laptop, { rank: 1 })), "ok"]),
    await refused("of another member", "not-yours", { fields: { member: ana.member } }),
    await refused("of a member nobody knows", "not-yours", { fields: { member: mallory.member } }),
    await refused("the device that is here", "id-seen", {}, ben),
    await refused("the other's device as one's own", "id-seen", {}, { ...ana, member: ben.member }),
    await refused("the other's signing key with another sealing key", "id-seen", {
      fields: { ed: ana.ed.publicKey },
    }),
    await refused("a signing key of mixed order", "key", {
      fields: { ed: mixedOrder("Ben's laptop ed25519", "the first of order 4") },
    }),
    await refused("a sealing key of zeros", "key", { fields: { x: new Uint8Array(32) } }),
    await refused("the proof is zeroed", "pop", { pop: () => new Uint8Array(64) }),
    await refused("one bit of the proof is turned", "pop", { pop: (pop) => flipped(pop, 9) }),
    await refused("the proof is the adder's", "pop", { popBy: ben }),
    await refused("the proof is signed as one who joins", "pop", { popAs: "pop-join" }),
    await refused("the proof is over another log", "pop", { popOver: { logId: bytesOf("another", 32) } }),
    await refused("the proof is over another adder", "pop", { popOver: { adder: ana.id } }),
    await refused("the proof is over another member", "pop", { popOver: { member: ana.member } }),
    await refused("the proof is over another nonce", "pop", { popOver: { nonce: bytesOf("another", 32) } }),
    await refused("a rank there is not", "layout", { rank: 2 }),
    await on("device.add: one byte short", [control(good.subarray(0, -1)), "layout"]),
    await on("device.add: one byte too many", [control(concat(good, Uint8Array.of(0))), "layout"]),
    await on("device.add: twice", [control(good), "ok"], [control(good), "id-seen"]),
    await on("device.add: what it signs before it stands", [{ by: laptop }, "fault: signer"]),
    await on("device.add: the other person adds one of theirs", [
      control(await addDevice({ ...personOf("Ana's laptop"), member: ana.member }, { by: ana }), { by: ana }),
      "ok",
    ]),
  ]
}

async function addingMore(on: On): Promise<readonly RecordCase[]> {
  const many = await Promise.all(
    Array.from({ length: 14 }, async (_, i) =>
      control(await addDevice({ ...personOf(`Ben's device ${String(i)}`), member: ben.member })),
    ),
  )
  return [
    await on("device.add: by a later device, above itself", [
      control(await addDevice(watch, { by: tablet, rank: 1 }), { by: tablet }),
      "ok",
    ]),
    await on("device.add: by a later device, last", [
      control(await addDevice(watch, { by: laptop }), { by: laptop }),
      "ok",
    ]),
    await on(
      "device.add: the sixteenth, and one more",
      ...many.map((of, i) => [of, i < 13 ? "ok" : "devices"] as const),
    ),
    await on("epoch: without the new devices", [
      control(encodeControl({ op: "epoch", epoch: epochFor(3, ben, ana) })),
      "wraps",
    ]),
    await on("epoch: with the new devices", [
      control(encodeControl({ op: "epoch", epoch: epochFor(3, ben, ana, laptop, tablet) })),
      "ok",
    ]),
  ]
}
