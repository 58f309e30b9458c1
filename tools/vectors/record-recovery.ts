import {
  addDevice,
  laptop,
  noRecovery,
  paper,
  paperOf,
  removeDevice,
  secondPaper,
  setRecovery,
  tablet,
} from "./own-keys.ts"
import type { RecoveryOf } from "./own-keys.ts"
import { ana, ben, bytesOf, flipped } from "./people.ts"
import { invite } from "./chain.ts"
import { mixedOrder } from "./keys.ts"
import { targetOf } from "./log-redacts.ts"
import { control, epochFor, going, redacting, turning } from "./record-parts.ts"
import type { Chapter, On, RecordCase } from "./record-parts.ts"

// The key on paper: setting it, replacing it, and the little it may do.

export const recoveryCases: Chapter = async (starts, onAfter) => [
  ...(await setting(onAfter("two"), onAfter("devices"))),
  ...(await using(onAfter("paper"))),
  ...(await refusing(onAfter("paper"), starts.paper.entries[4])),
]

async function setting(on: On, onDevices: On): Promise<readonly RecordCase[]> {
  const all = epochFor(3, ben, ana, paper)
  const refused = async (name: string, reason: string, of: RecoveryOf, who = paper) =>
    on(`recovery.set: ${name}`, [control(await setRecovery(who, all, of)), reason])
  return [
    await on(
      "recovery.set: the first, and content under its epoch",
      [control(await setRecovery(paper, all), { epochAfter: 3 }), "ok"],
      [{ by: ana }, "ok"],
    ),
    await on("recovery.set: no wrap for the key itself", [
      control(await setRecovery(paper, epochFor(3, ben, ana))),
      "wraps",
    ]),
    await on("recovery.set: of the old number", [
      control(await setRecovery(paper, epochFor(2, ben, ana, paper))),
      "epoch-number",
    ]),
    await refused("the proof is zeroed", "pop", { pop: () => new Uint8Array(64) }),
    await refused("one bit of the proof is turned", "pop", { pop: (pop) => flipped(pop, 3) }),
    await refused("the proof is the setter's", "pop", { popBy: ben }),
    await refused("the proof is signed as a device", "pop", { popAs: "pop-device" }),
    await refused("the proof is over another setter", "pop", { setter: ana }),
    await refused("the proof is over another member", "pop", { popMember: ana.member }),
    await refused("a signing key of mixed order", "key", {
      fields: { ed: mixedOrder("Ben's paper ed25519", "the first of order 4") },
    }),
    await refused("a sealing key of zeros", "key", { fields: { x: new Uint8Array(32) } }),
    await refused("a signing key of zeros alone", "key", { fields: { ed: new Uint8Array(32) } }),
    await refused("one's own phone as the key", "id-seen", {
      fields: { ed: ben.ed.publicKey, x: ben.x.publicKey },
    }),
    await refused("the other's phone as the key", "id-seen", { fields: { ed: ana.ed.publicKey } }),
    await on("recovery.set: none, where there is none", [control(noRecovery(epochFor(3, ben, ana))), "ok"]),
    await on("recovery.set: none, and yet a nonce", [
      control(noRecovery(epochFor(3, ben, ana), { nonce: bytesOf("nonce", 32) })),
      "layout",
    ]),
    await on("recovery.set: none, and yet a proof", [
      control(noRecovery(epochFor(3, ben, ana), { popRecovery: bytesOf("proof", 64) })),
      "layout",
    ]),
    await onDevices("recovery.set: by a device that is not the first", [
      control(await setRecovery(paper, epochFor(3, ben, ana, laptop, tablet, paper))),
      "not-senior",
    ]),
    await onDevices("recovery.set: by the first", [
      control(await setRecovery(paper, epochFor(3, ben, ana, laptop, tablet, paper), { setter: laptop }), {
        by: laptop,
      }),
      "ok",
    ]),
  ]
}

async function using(on: On): Promise<readonly RecordCase[]> {
  const back = control(await addDevice(laptop, { by: paper, rank: 1 }), { by: paper })
  const secondEpoch = epochFor(4, ben, ana, secondPaper)
  return [
    await on(
      "recovery: a lost phone; the sheet adds another, first of all, and removes the phone",
      [back, "ok"],
      [control(removeDevice(ben, epochFor(4, ana, laptop, paper)), { by: paper, epochAfter: 4 }), "ok"],
      [{ by: laptop }, "ok"],
      [{}, "fault: signer"],
    ),
    await on("recovery: the sheet adds another, last", [
      control(await addDevice(laptop, { by: paper }), { by: paper }),
      "ok",
    ]),
    await on("recovery: the only device, before there is another", [
      control(removeDevice(ben, epochFor(4, ana, paper)), { by: paper }),
      "last-device",
    ]),
    await on("recovery: the other's device", [
      control(removeDevice(ana, epochFor(4, ben, paper)), { by: paper }),
      "not-yours",
    ]),
    await on(
      "recovery: a new sheet by the phone; the old one is dead",
      [control(await setRecovery(secondPaper, secondEpoch), { epochAfter: 4 }), "ok"],
      [back, "fault: signer"],
    ),
    await on(
      "recovery: a new sheet by the old one",
      [
        control(await setRecovery(secondPaper, secondEpoch, { setter: paper }), {
          by: paper,
          epochAfter: 4,
        }),
        "ok",
      ],
      [control(await addDevice(laptop, { by: secondPaper }), { by: secondPaper }), "ok"],
    ),
    await on("recovery: the same sheet again", [
      control(await setRecovery(paper, epochFor(4, ben, ana, paper))),
      "id-seen",
    ]),
    await on(
      "recovery: no sheet any more; the old one is dead",
      [control(noRecovery(epochFor(4, ben, ana)), { epochAfter: 4 }), "ok"],
      [back, "fault: signer"],
    ),
    await on(
      "recovery: a sheet that was replaced does not come back",
      [control(await setRecovery(secondPaper, secondEpoch), { epochAfter: 4 }), "ok"],
      [control(await setRecovery(paper, epochFor(5, ben, ana, paper))), "id-seen"],
    ),
    await on("recovery: the key of a sheet as a device", [
      control(await addDevice({ ...paper, id: ben.id }, { fields: { ed: paper.ed.publicKey } })),
      "id-seen",
    ]),
    await on("recovery: leave", [going("leave", { by: paper }), "ok"], [{ by: ana }, "rotation-owed"]),
    await on("recovery: close", [going("close", { by: paper }), "ok"], [{ by: ana }, "closed"]),
    await on("recovery: an epoch without it", [turning(4, [ben, ana]), "wraps"]),
    await on("recovery: an epoch with it", [turning(4, [ben, ana, paper]), "ok"], [{}, "ok"]),
    await on("recovery: of one who left is no more", [going("leave"), "ok"], [back, "fault: signer"]),
    await on("recovery: the other person has one too", [
      control(
        await setRecovery(
          paperOf("Ana's paper", ana.member),
          epochFor(4, ben, ana, paper, paperOf("Ana's paper")),
          {
            setter: ana,
          },
        ),
        { by: ana },
      ),
      "ok",
    ]),
  ]
}

/** It brings its member back, and nothing else. */
async function refusing(on: On, bens: Parameters<typeof targetOf>[0]): Promise<readonly RecordCase[]> {
  return [
    await on("recovery: it says something", [{ by: paper }, "not-active"]),
    await on("recovery: it keeps something", [{ by: paper, kind: 4 }, "not-active"]),
    await on("recovery: it takes something back", [
      redacting([targetOf(bens, ben, "bens")], { by: paper }),
      "not-active",
    ]),
    await on("recovery: it invites", [control(invite({ H: bytesOf("H", 32) }), { by: paper }), "not-active"]),
    await on("recovery: it begins an epoch", [
      { ...turning(4, [ben, ana, paper], { by: paper }), epochAfter: 3 },
      "not-active",
    ]),
  ]
}
