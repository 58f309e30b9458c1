import { encodeControl, H } from "../../src/wire/index.ts"
import { invite, refOf } from "./chain.ts"
import { targetOf } from "./log-redacts.ts"
import { addDevice, laptop, mira, removeDevice, tablet } from "./own-keys.ts"
import { ana, ben, bytesOf } from "./people.ts"
import {
  actOfAdmit,
  approving,
  control,
  epochFor,
  going,
  inviteMira,
  proposing,
  redacting,
  turning,
} from "./record-parts.ts"
import type { Chapter, On, RecordCase, RecordStarts } from "./record-parts.ts"

// Leaving, closing, and what either leaves behind.

export const goingCases: Chapter = async (starts, onAfter) => [
  ...(await leaving(starts, onAfter("two"))),
  ...(await leavingMore(onAfter("devices"), onAfter("three"))),
  ...(await closing(starts, onAfter("two"))),
  ...(await closingMore(onAfter("devices"), onAfter("three"))),
]

async function leaving({ two }: RecordStarts, on: On): Promise<readonly RecordCase[]> {
  const left = [going("leave", { by: ana }), "ok"] as const
  const anas = targetOf(two.entries[3], ana, "anas")
  const bens = targetOf(two.entries[4], ben, "bens")
  const own = invite({ H: H("invite", bytesOf("of Ana", 32)) })
  return [
    await on(
      "leave: nobody says anything before a new epoch of who stays",
      left,
      [{}, "rotation-owed"],
      [turning(3, [ben]), "ok"],
      [{}, "ok"],
    ),
    await on("leave: the epoch may not name who left", left, [turning(3, [ben, ana]), "wraps"]),
    await on("leave: who left begins the epoch", left, [
      { ...turning(3, [ben], { by: ana }), epochAfter: 2 },
      "not-active",
    ]),
    await on("leave: who left says something", left, [{ by: ana }, "not-active"]),
    await on("leave: who left invites", left, [control(own, { by: ana }), "not-active"]),
    await on("leave: who left leaves again", left, [going("leave", { by: ana }), "not-active"]),
    await on("leave: who left takes back their own words", left, [redacting([anas], { by: ana }), "ok"]),
    await on("leave: who left takes back the other's words", left, [
      redacting([bens], { by: ana }),
      "not-author",
    ]),
    await on("leave: their own words are not the other's to take back", left, [
      redacting([anas]),
      "not-author",
    ]),
    await on("leave: who left does not come back as they were", left, [
      control(await addDevice({ ...laptop, member: ana.member }, { by: ben })),
      "not-yours",
    ]),
    await on(
      "leave: an open invite of theirs is gone",
      [control(own, { by: ana, uid: "of Ana" }), "ok"],
      left,
      [control(encodeControl({ op: "cancel", target: refOf(ana, "of Ana") })), "invite-gone"],
    ),
    await on("leave: both", left, [going("leave"), "ok"], [{}, "not-active"]),
    await on("leave: with something behind it", [control(Uint8Array.of(10, 0), { by: ana }), "layout"]),
    await on(
      "leave: who is left alone may be joined again",
      left,
      [turning(3, [ben]), "ok"],
      [control(inviteMira()), "ok"],
    ),
  ]
}

async function leavingMore(onDevices: On, onThree: On): Promise<readonly RecordCase[]> {
  const act = await actOfAdmit()
  return [
    await onDevices("leave: by a device that is not the first", [going("leave"), "not-senior"]),
    await onDevices(
      "leave: by the first, for all of them",
      [going("leave", { by: laptop }), "ok"],
      [{ by: tablet }, "not-active"],
      [{ by: ana }, "rotation-owed"],
      [turning(3, [ana], { by: ana }), "ok"],
      [{ by: ana }, "ok"],
    ),
    await onThree(
      "leave: one of three; two go on",
      [going("leave", { by: mira }), "ok"],
      [turning(4, [ben, ana], { by: ana }), "ok"],
      [{ by: ana }, "ok"],
      [{}, "ok"],
    ),
    await onThree(
      "leave: what was proposed lapses",
      [control(proposing(Uint8Array.of(11)), { uid: "end it" }), "ok"],
      [control(approving(Uint8Array.of(11), refOf(ben, "end it")), { by: ana }), "ok"],
      [going("leave", { by: mira }), "ok"],
      [control(approving(Uint8Array.of(11), refOf(ben, "end it")), { by: ana }), "proposal-gone"],
    ),
    await onThree(
      "leave: the invite that was used stays used",
      [going("leave", { by: mira }), "ok"],
      [control(proposing(act)), "invite-gone"],
    ),
  ]
}

async function closing({ two }: RecordStarts, on: On): Promise<readonly RecordCase[]> {
  const closed = [going("close"), "ok"] as const
  const zero = { seq: 0, hash: new Uint8Array(32) }
  const on2 = (to: { readonly seq: number; readonly hash: Uint8Array<ArrayBuffer> }, dir = 0) =>
    encodeControl({ op: "continue", dir, log: bytesOf("the next log", 32), heads: [to, zero] })
  const head = { seq: 5, hash: bytesOf("a head", 32) }
  const relay = encodeControl({
    op: "relay.set",
    ed: ben.ed.publicKey,
    origin: H("relay", new TextEncoder().encode("https://goldseam.example")),
  })
  return [
    await on("close: one of two; nobody says anything more", closed, [{}, "closed"], [{ by: ana }, "closed"]),
    await on("close: kept content after it", closed, [{ kind: 4 }, "closed"]),
    await on("close: twice", closed, [going("close", { by: ana }), "closed"]),
    await on("close: an invite after it", closed, [control(inviteMira()), "closed"]),
    await on("close: taking back after it", closed, [
      redacting([targetOf(two.entries[4], ben, "bens")]),
      "ok",
    ]),
    await on("close: an epoch after it", closed, [turning(3, [ben, ana]), "ok"]),
    await on("close: a device after it", closed, [control(await addDevice(laptop)), "ok"]),
    await on(
      "close: a device removed after it",
      closed,
      [control(await addDevice(laptop)), "ok"],
      [control(removeDevice(laptop, epochFor(3, ben, ana))), "ok"],
    ),
    await on("close: leaving after it", closed, [going("leave"), "ok"], [{ by: ana }, "closed"]),
    await on("close: comparing devices after it", closed, [
      control(encodeControl({ op: "verify", subject: ben.member, devices: H("devices", ben.id), how: 1 }), {
        by: ana,
      }),
      "closed",
    ]),
    await on("close: going on elsewhere after it", closed, [control(on2(head)), "ok"]),
    await on("continue: from another log", [control(on2(head, 1)), "ok"], [{}, "ok"]),
    await on("continue: a direction there is not", [control(on2(head, 2)), "layout"]),
    await on("continue: a seq no number holds", [
      control(on2({ seq: 2 ** 53, hash: bytesOf("a head", 32) })),
      "layout",
    ]),
    await on(
      "close: agreeing on another server after it",
      closed,
      [control(Uint8Array.from([5, ...relay]), { uid: "move" }), "ok"],
      [control(approving(relay, refOf(ben, "move")), { by: ana }), "ok"],
    ),
    await on("close: a proposal to let somebody in after it", closed, [
      control(proposing(await actOfAdmit())),
      "closed",
    ]),
  ]
}

async function closingMore(onDevices: On, onThree: On): Promise<readonly RecordCase[]> {
  const end = Uint8Array.of(11)
  const proposed = [control(proposing(end), { uid: "end it" }), "ok"] as const
  const approve = (by: typeof ana) => control(approving(end, refOf(ben, "end it")), { by })
  return [
    await onDevices("close: by a device that is not the first", [going("close"), "not-senior"]),
    await onDevices("close: by the first", [going("close", { by: laptop }), "ok"]),
    await onDevices("close: proposed with two present", [control(proposing(end)), "direct"]),
    await onThree("close: one of three alone", [going("close"), "needs-approval"]),
    await onThree("close: proposed by one, approved by one", proposed, [approve(ana), "ok"], [{}, "ok"]),
    await onThree(
      "close: proposed by one, approved by both",
      proposed,
      [approve(ana), "ok"],
      [approve(mira), "ok"],
      [{}, "closed"],
    ),
    await onThree(
      "close: approved by a device that is not the first",
      proposed,
      [control(await addDevice({ ...laptop, member: ana.member }, { by: ana, rank: 1 }), { by: ana }), "ok"],
      [approve(ana), "not-senior"],
    ),
    await onThree(
      "close: proposed by a device that is not the first",
      [control(await addDevice(laptop, { rank: 1 })), "ok"],
      [control(proposing(end)), "not-senior"],
    ),
  ]
}
