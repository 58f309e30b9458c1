import { write } from "./chain.ts"
import { targetOf } from "./log-redacts.ts"
import { addDevice, laptop, mira, noRecovery, paper, removeDevice } from "./own-keys.ts"
import { secondPaper, setRecovery, tablet, watch } from "./own-keys.ts"
import { ana, ben, bytesOf, personOf } from "./people.ts"
import { control, epochFor, going } from "./record-parts.ts"
import { inviteMira, proposing, redacting } from "./record-parts.ts"
import type { Chapter, On, RecordCase, RecordStarts } from "./record-parts.ts"

// Two reasons at once: the first of the order is the one that is said.

export const meetingCases: Chapter = async (starts, onAfter) => [
  ...(await gone(starts, onAfter("two"), onAfter("devices"))),
  ...(await ofPaper(starts, onAfter("paper"))),
  ...(await ofDevices(onAfter("devices"))),
]

const left = [going("leave", { by: ana }), "ok"] as const
const closed = [going("close"), "ok"] as const
const zeroKey = { fields: { ed: new Uint8Array(32), x: new Uint8Array(32) } }

async function gone({ devices }: RecordStarts, on: On, onDevices: On): Promise<readonly RecordCase[]> {
  const words = targetOf(devices.entries.at(-1), laptop, "laptops")
  return [
    await on("meeting: who left, and an operation there is not", left, [
      control(Uint8Array.of(16), { by: ana }),
      "op-unknown",
    ]),
    await on("meeting: who left, and a layout", left, [control(Uint8Array.of(10, 0), { by: ana }), "layout"]),
    await on("meeting: who left, and the log is closed", closed, left, [
      control(inviteMira(), { by: ana }),
      "not-active",
    ]),
    await on("meeting: content of who left in a closed log", closed, left, [{ by: ana }, "not-active"]),
    await on("meeting: content in a closed log that owes an epoch", closed, left, [{}, "closed"]),
    await on("meeting: who left, under another epoch", left, [{ by: ana, header: { epoch: 1 } }, "epoch"]),
    await on("meeting: a redact of who left that cannot be laid out", left, [
      { by: ana, kind: 3, body: Uint8Array.of(0, 0, 0) },
      "layout",
    ]),
    await onDevices(
      "meeting: a device removed before its member left takes back its words",
      [control(removeDevice(laptop, epochFor(3, ben, ana, tablet)), { by: laptop }), "layout"],
      [control(removeDevice(laptop, null), { by: laptop }), "ok"],
      [going("leave"), "ok"],
      [redacting([words], { by: laptop }), "fault: signer"],
    ),
  ]
}

async function ofPaper({ paper: chain }: RecordStarts, on: On): Promise<readonly RecordCase[]> {
  const said = { by: paper, uid: "on paper" }
  const kept = { by: paper, kind: 4, uid: "kept on paper" } as const
  const first = targetOf((await write(chain, said)).entries.at(-1), paper, "on paper")
  const second = targetOf((await write(chain, kept)).entries.at(-1), paper, "kept on paper")
  const back = control(await addDevice(laptop, { by: paper, rank: 1 }), { by: paper })
  return [
    await on(
      "meeting: void words of a sheet, taken back by its member",
      [said, "not-active"],
      [redacting([first]), "not-author"],
    ),
    await on(
      "meeting: void words of a sheet, taken back by the other",
      [said, "not-active"],
      [redacting([first], { by: ana }), "not-author"],
    ),
    await on(
      "meeting: void kept words of a sheet, taken back by both",
      [kept, "not-active"],
      [redacting([second]), "ok"],
      [redacting([second], { by: ana }), "ok"],
    ),
    await on(
      "meeting: void words of a sheet that is no more",
      [said, "not-active"],
      [control(noRecovery(epochFor(4, ben, ana)), { epochAfter: 4 }), "ok"],
      [redacting([first]), "not-author"],
    ),
    await on("meeting: a sheet, and an operation there is not", [
      control(Uint8Array.of(16), { by: paper }),
      "op-unknown",
    ]),
    await on("meeting: a sheet invites in a closed log", closed, [
      control(inviteMira(), { by: paper }),
      "not-active",
    ]),
    await on("meeting: a sheet's redact that cannot be laid out", [
      { by: paper, kind: 3, body: Uint8Array.of(0, 0, 0) },
      "not-active",
    ]),
    await on("meeting: a sheet's content under another epoch", [
      { by: paper, header: { epoch: 1 } },
      "epoch",
    ]),
    await on("meeting: a sheet proposes", [
      control(proposing(Uint8Array.of(11)), { by: paper }),
      "not-active",
    ]),
    await on("meeting: a sheet is removed as a device", [
      control(removeDevice(paper, epochFor(4, ben, ana))),
      "device-gone",
    ]),
    await on(
      "meeting: what a sheet added does not go along with who set it",
      [back, "ok"],
      [control(await addDevice(watch, { by: paper }), { by: paper }), "ok"],
      [control(removeDevice(ben, epochFor(4, ana, paper, laptop, watch)), { by: laptop }), "ok"],
    ),
    await on(
      "meeting: a new sheet and an epoch that is owed",
      left,
      [control(await setRecovery(secondPaper, epochFor(4, ben, secondPaper)), { epochAfter: 4 }), "ok"],
      [{}, "ok"],
    ),
  ]
}

async function ofDevices(on: On): Promise<readonly RecordCase[]> {
  const all = [ben, ana, laptop, tablet]
  const byTablet = { by: tablet }
  const grown = [control(await addDevice(watch, byTablet), byTablet), "ok"] as const
  const other = { ...personOf("Ben's reader"), member: ben.member }
  return [
    await on("meeting: the other's device, one kept besides", [
      control(removeDevice(ana, epochFor(3, ...all), [ben.id])),
      "not-yours",
    ]),
    await on("meeting: a device above, one kept besides", [
      control(removeDevice(laptop, epochFor(3, ...all), [ben.id])),
      "not-senior",
    ]),
    await on("meeting: one kept, and the old number", [
      control(removeDevice(tablet, epochFor(2, ...all), [ben.id])),
      "kept",
    ]),
    await on("meeting: a device there is not, without an epoch", [
      control(removeDevice(watch, null)),
      "layout",
    ]),
    await on("meeting: the last device, one kept besides", [
      control(removeDevice(ana, null, [ben.id]), { by: ana }),
      "kept",
    ]),
    await on("meeting: the old number, and the wrong wraps", [
      control(removeDevice(tablet, epochFor(2, ben))),
      "epoch-number",
    ]),
    await on("meeting: another's member, and no key", [
      control(await addDevice({ ...watch, member: ana.member }, zeroKey)),
      "not-yours",
    ]),
    await on("meeting: a device that is here, and no proof", [
      control(await addDevice(tablet, { pop: () => new Uint8Array(64) })),
      "id-seen",
    ]),
    await on("meeting: not the first, and zeros with a nonce", [
      control(noRecovery(epochFor(3, ...all), { nonce: bytesOf("nonce", 32) })),
      "layout",
    ]),
    await on("meeting: not the first, and a key that is here", [
      control(await setRecovery(tablet, epochFor(3, ...all))),
      "not-senior",
    ]),
    await on("meeting: a sheet whose key is here, and no proof", [
      control(await setRecovery(tablet, epochFor(3, ...all), { pop: () => new Uint8Array(64) }), {
        by: laptop,
      }),
      "id-seen",
    ]),
    await on("meeting: a sheet without proof, of the old number", [
      control(await setRecovery(paper, epochFor(2, ben), { pop: () => new Uint8Array(64) }), { by: laptop }),
      "pop",
    ]),
    await on(
      "meeting: through a device that was removed, what it added still goes along",
      grown,
      [
        control(removeDevice(tablet, epochFor(3, ben, ana, laptop, watch), [watch.id]), { epochAfter: 3 }),
        "ok",
      ],
      [control(removeDevice(ben, epochFor(4, ana, laptop)), { by: laptop }), "ok"],
    ),
    await on("meeting: what goes along through one that is kept", grown, [
      control(removeDevice(ben, epochFor(3, ana, laptop, tablet), [tablet.id]), { by: laptop }),
      "ok",
    ]),
    await on(
      "meeting: what goes along through one that stands above",
      [control(await addDevice(watch, { by: tablet, rank: 1 }), { by: tablet }), "ok"],
      [
        control(await addDevice({ ...mira, member: ben.member }, { by: tablet, rank: 1 }), { by: tablet }),
        "ok",
      ],
      [control(await addDevice(other, { by: watch }), { by: watch }), "ok"],
      [control(removeDevice(tablet, epochFor(3, ben, ana, laptop, watch, mira)), { by: mira }), "ok"],
    ),
    await on(
      "meeting: one gone by itself, another removed with an epoch",
      [control(removeDevice(tablet, null), byTablet), "ok"],
      [control(removeDevice(laptop, epochFor(3, ben, ana)), { by: laptop }), "layout"],
      [control(removeDevice(ben, epochFor(3, ana, laptop)), { by: laptop, epochAfter: 3 }), "ok"],
      [{ by: laptop }, "ok"],
    ),
  ]
}
