import { copy, devicesBytes, encodeControl, H } from "../../src/wire/index.ts"
import { ana, ben, mallory } from "./people.ts"
import { addDevice, laptop, removeDevice, tablet, watch } from "./own-keys.ts"
import type { Person } from "./own-keys.ts"
import { control, epochFor, redacting } from "./record-parts.ts"
import type { Chapter, On, RecordCase, RecordStarts } from "./record-parts.ts"
import { targetOf } from "./log-redacts.ts"

// Removing devices, what goes along with them, and holding the list of them side by side.

export const deviceCases: Chapter = async (starts, onAfter) => [
  ...(await removing(onAfter("devices"))),
  ...(await afterRemoval(starts, onAfter("devices"))),
  ...(await comparing(onAfter("devices"))),
]

async function removing(on: On): Promise<readonly RecordCase[]> {
  const remove = (...of: Parameters<typeof removeDevice>) => control(removeDevice(...of))
  const grown = [control(await addDevice(watch, { by: tablet }), { by: tablet }), "ok"] as const
  return [
    await on(
      "device.remove: the last one, by the phone",
      [{ ...remove(tablet, epochFor(3, ben, ana, laptop)), epochAfter: 3 }, "ok"],
      [{}, "ok"],
    ),
    await on(
      "device.remove: the phone, by the laptop above it; the tablet it added goes along",
      [{ ...remove(ben, epochFor(3, ana, laptop)), by: laptop, epochAfter: 3 }, "ok"],
      [{ by: laptop }, "ok"],
    ),
    await on("device.remove: the phone, by the laptop; the tablet is kept", [
      { ...remove(ben, epochFor(3, ana, laptop, tablet), [tablet.id]), by: laptop },
      "ok",
    ]),
    await on("device.remove: as if the tablet stayed, without naming it", [
      { ...remove(ben, epochFor(3, ana, laptop, tablet)), by: laptop },
      "wraps",
    ]),
    await on("device.remove: the laptop, by the phone below it", [
      remove(laptop, epochFor(3, ben, ana, tablet)),
      "not-senior",
    ]),
    await on("device.remove: the phone, by the tablet it added", [
      { ...remove(ben, epochFor(3, ana, laptop, tablet)), by: tablet },
      "not-senior",
    ]),
    await on("device.remove: the other's device", [
      remove(ana, epochFor(3, ben, laptop, tablet)),
      "not-yours",
    ]),
    await on("device.remove: a device that was never here", [
      remove(watch, epochFor(3, ben, ana, laptop, tablet)),
      "device-gone",
    ]),
    await on("device.remove: without a new epoch", [remove(tablet, null), "layout"]),
    await on("device.remove: with an epoch of the old number", [
      remove(tablet, epochFor(2, ben, ana, laptop)),
      "epoch-number",
    ]),
    await on("device.remove: with a wrap for who goes", [
      remove(tablet, epochFor(3, ben, ana, laptop, tablet)),
      "wraps",
    ]),
    await on("device.remove: without a wrap for the other", [
      remove(tablet, epochFor(3, ben, laptop)),
      "wraps",
    ]),
    await on("device.remove: what the target added through another goes along", grown, [
      { ...remove(ben, epochFor(3, ana, laptop)), by: laptop },
      "ok",
    ]),
    await on("device.remove: kept, not rising", grown, [
      {
        ...remove(ben, epochFor(3, ana, laptop, tablet, watch), rising(tablet.id, watch.id).toReversed()),
        by: laptop,
      },
      "kept",
    ]),
    await on("device.remove: two kept", grown, [
      {
        ...remove(ben, epochFor(3, ana, laptop, tablet, watch), rising(tablet.id, watch.id)),
        by: laptop,
      },
      "ok",
    ]),
    await on("device.remove: the same one kept twice", [
      { ...remove(ben, epochFor(3, ana, laptop, tablet), [tablet.id, tablet.id]), by: laptop },
      "kept",
    ]),
    await on("device.remove: one kept that would not go along", [
      remove(tablet, epochFor(3, ben, ana, laptop), [laptop.id]),
      "kept",
    ]),
    await on(
      "device.remove: by itself, and content before and after the owed epoch",
      [{ ...remove(tablet, null), by: tablet }, "ok"],
      [{ by: ana }, "rotation-owed"],
      [{ kind: 4 }, "rotation-owed"],
      [
        control(encodeControl({ op: "epoch", epoch: epochFor(3, ben, ana, laptop) }), {
          by: ana,
          epochAfter: 3,
        }),
        "ok",
      ],
      [{ by: ana }, "ok"],
    ),
    await on("device.remove: by itself, choosing the next epoch", [
      { ...remove(tablet, epochFor(3, ben, ana, laptop)), by: tablet },
      "layout",
    ]),
    await on("device.remove: by itself, keeping another", [
      { ...remove(ben, null, [tablet.id]), by: ben },
      "kept",
    ]),
    await on(
      "device.remove: by itself takes nothing along",
      [{ ...remove(ben, null), by: ben }, "ok"],
      [
        control(encodeControl({ op: "epoch", epoch: epochFor(3, ana, laptop, tablet) }), {
          by: tablet,
          epochAfter: 3,
        }),
        "ok",
      ],
      [{ by: tablet }, "ok"],
    ),
    await on("device.remove: the only one, by itself", [{ ...remove(ana, null), by: ana }, "last-device"]),
  ]
}

const rising = (...ids: readonly Uint8Array<ArrayBuffer>[]) =>
  ids.toSorted((a, b) => (Buffer.compare(a, b) < 0 ? -1 : 1))

async function afterRemoval({ devices }: RecordStarts, on: On): Promise<readonly RecordCase[]> {
  const removed = [
    control(removeDevice(laptop, epochFor(3, ben, ana, tablet)), { by: laptop }),
    "layout",
  ] as const
  const gone = [
    control(removeDevice(tablet, epochFor(3, ben, ana, laptop)), { epochAfter: 3 }),
    "ok",
  ] as const
  const words = targetOf(devices.entries.at(-1), laptop, "laptops")
  return [
    await on("removed: it writes", gone, [{ by: tablet }, "fault: signer"]),
    await on("removed: it writes under the old epoch", gone, [
      { by: tablet, header: { epoch: 2 } },
      "fault: signer",
    ]),
    await on("removed: it takes something back", gone, [redacting([words], { by: tablet }), "fault: signer"]),
    await on("removed: it is added again", gone, [control(await addDevice(tablet)), "id-seen"]),
    await on("removed: another that stands writes under the old epoch", gone, [
      { header: { epoch: 2 } },
      "epoch",
    ]),
    await on("removed: the same again", gone, [
      control(removeDevice(tablet, epochFor(4, ben, ana, laptop))),
      "device-gone",
    ]),
    await on("removed: itself, but with an epoch", removed),
    await on("taken back: the words of one's other device", [redacting([words]), "ok"]),
  ]
}

async function comparing(on: On): Promise<readonly RecordCase[]> {
  const ids = (...of: readonly Person[]) =>
    H("devices", devicesBytes({ devices: of.map((one) => one.id) } as never))
  const verify = (subject: Person, devices: Uint8Array, how = 1) =>
    control(encodeControl({ op: "verify", subject: subject.member, devices: copy(devices, 0, 32), how }), {
      by: ana,
    })
  return [
    await on("verify: all devices of the other, in whatever order they are named", [
      verify(ben, ids(laptop, ben, tablet)),
      "ok",
    ]),
    await on(
      "verify: twice, another way",
      [verify(ben, ids(ben, laptop, tablet)), "ok"],
      [verify(ben, ids(ben, laptop, tablet), 2), "ok"],
    ),
    await on("verify: one device left out", [verify(ben, ids(ben, laptop)), "devices"]),
    await on("verify: one's own", [verify(ana, ids(ana)), "ok"]),
    await on("verify: somebody who is not here", [verify(mallory, ids(mallory)), "subject"]),
    await on(
      "verify: as it was before another came",
      [control(await addDevice(watch)), "ok"],
      [verify(ben, ids(ben, laptop, tablet)), "devices"],
    ),
  ]
}
