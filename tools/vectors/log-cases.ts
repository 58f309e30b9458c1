import { concat, encodeControl, encodeRedact, H } from "../../src/wire/index.ts"
import type { Bytes, Wrap } from "../../src/wire/index.ts"
import { inviteKeys } from "../../src/ledger/index.ts"
import { epochBlock, invite, refOf, wrapsFor, writeAll } from "./chain.ts"
import type { Writing } from "./chain.ts"
import { redacts, targetOf } from "./log-redacts.ts"
import type { Case, Starts } from "./logs.ts"
import { ana, ben, bytesOf, mallory } from "./people.ts"

// What stands in the chain and has no effect, the same for everyone.

export async function effectCases(starts: Starts): Promise<readonly Case[]> {
  const on = async (name: string, ...written: readonly (readonly [Writing, string])[]): Promise<Case> => ({
    name,
    after: "two",
    chain: await writeAll(
      starts.two,
      written.map(([of]) => of),
    ),
    expect: written.map(([, word]) => (word === "ok" ? "ok" : `void: ${word}`)),
  })
  return [
    ...(await epochsAndUids(starts, on)),
    ...(await operations(on)),
    ...(await invites(on)),
    ...(await redacts(starts, on)),
  ]
}
export type On = (name: string, ...written: readonly (readonly [Writing, string])[]) => Promise<Case>

const control = (body: Bytes, of: Writing = {}): Writing => ({ kind: 2, body, ...of })
const epoch = (number: number, wraps: readonly Wrap[] = wrapsFor(ana.id, ben.id)): Bytes =>
  encodeControl({ op: "epoch", epoch: epochBlock(number, wraps) })
const another = (name: string): Bytes => invite({ H: H("invite", bytesOf(name, 32)) })

async function epochsAndUids({ two }: Starts, on: On): Promise<readonly Case[]> {
  const redact = encodeRedact({ targets: [targetOf(two.entries[4], ben, "bens")], blobs: [] })
  const bodies: readonly (readonly [string, Writing])[] = [
    ["content", { kind: 1 }],
    ["kept content", { kind: 4 }],
    ["a control", control(another("n"))],
    ["a redact", { kind: 3, body: redact }],
  ]
  const cases: Promise<Case>[] = []
  for (const [name, of] of bodies)
    for (const wrong of [0, 1, 3, 0xff_ff_ff_ff])
      cases.push(
        on(`epoch: ${name} under epoch ${String(wrong)} of 2`, [
          { ...of, header: { epoch: wrong } },
          "epoch",
        ]),
      )
  return [
    ...(await Promise.all(cases)),
    await on(
      "epoch: the next one, and content under it",
      [control(epoch(3), { epochAfter: 3 }), "ok"],
      [{}, "ok"],
    ),
    await on("epoch: content under the old one after the next", [control(epoch(3)), "ok"], [{}, "epoch"]),
    await on("epoch: the second person may begin one", [control(epoch(3), { by: ana }), "ok"]),
    await on("epoch: the same number again", [control(epoch(2)), "epoch-number"]),
    await on("epoch: a number left out", [control(epoch(4)), "epoch-number"]),
    await on("epoch: number 0", [control(epoch(0)), "epoch-number"]),
    await on("epoch: the last number there is", [control(epoch(0xff_ff_ff_ff)), "epoch-number"]),
    await on("epoch: no wrap", [control(epoch(3, [])), "wraps"]),
    await on("epoch: a wrap for the other is missing", [control(epoch(3, wrapsFor(ben.id))), "wraps"]),
    await on("epoch: a wrap for a stranger", [
      control(epoch(3, wrapsFor(ana.id, ben.id, mallory.id))),
      "wraps",
    ]),
    await on("epoch: a stranger's in the other's stead", [
      control(epoch(3, wrapsFor(ben.id, mallory.id))),
      "wraps",
    ]),
    await on("epoch: one wrap twice", [
      control(epoch(3, [...wrapsFor(ana.id), ...wrapsFor(ana.id)])),
      "wraps",
    ]),
    await on("epoch: the wraps not rising", [
      control(epoch(3, wrapsFor(ana.id, ben.id).toReversed())),
      "wraps",
    ]),
    await on(
      "epoch: a void one leaves the number as it is",
      [control(epoch(4)), "epoch-number"],
      [control(epoch(3), { epochAfter: 3 }), "ok"],
      [{}, "ok"],
    ),
    await on("uid: of an entry of one's own that stands", [{ uid: "bens" }, "uid-used"]),
    await on("uid: of the genesis", [{ uid: "genesis" }, "uid-used"]),
    await on("uid: of one's own invite, now for content", [{ uid: "invite" }, "uid-used"]),
    await on("uid: of one's own content, now for a control", [
      control(another("n"), { uid: "bens" }),
      "uid-used",
    ]),
    await on(
      "uid: the other's, which is free for oneself",
      [{ uid: "anas" }, "ok"],
      [{ by: ana, uid: "bens" }, "ok"],
    ),
    await on(
      "uid: one that the other is about to use",
      [{ uid: "anas next" }, "ok"],
      [{ by: ana, uid: "anas next" }, "ok"],
    ),
    await on(
      "uid: a void entry uses it up too",
      [{ uid: "late", header: { epoch: 1 } }, "epoch"],
      [{ uid: "late" }, "uid-used"],
    ),
    await on("uid: used, and the wrong epoch besides", [{ uid: "bens", header: { epoch: 1 } }, "uid-used"]),
    await on(
      "uid: three times the same",
      [{ uid: "n" }, "ok"],
      [{ uid: "n" }, "uid-used"],
      [{ uid: "n" }, "uid-used"],
    ),
  ]
}

async function operations(on: On): Promise<readonly Case[]> {
  const op = (n: number, more = 0): Bytes => concat(Uint8Array.of(n), bytesOf("op", more))
  const cases: Promise<Case>[] = []
  for (const n of [0, 16, 17, 200, 255])
    cases.push(on(`op: ${String(n)}, which there is not`, [control(op(n, 40)), "op-unknown"]))
  return [
    ...(await Promise.all(cases)),
    await on("op: no byte at all", [control(new Uint8Array(0)), "layout"]),
    await on("op: an invite with one byte too many", [
      control(concat(another("n"), Uint8Array.of(0))),
      "layout",
    ]),
    await on("op: an invite one byte short", [control(another("n").subarray(0, -1)), "layout"]),
    await on("op: an epoch with one byte too many", [control(concat(epoch(3), Uint8Array.of(0))), "layout"]),
    await on("op: an epoch one byte short", [control(epoch(3).subarray(0, -1)), "layout"]),
    await on("op: a cancel with one byte too many", [
      control(concat(encodeControl({ op: "cancel", target: refOf(ben, "invite") }), Uint8Array.of(0))),
      "layout",
    ]),
    await on("op: 32 KiB of nothing", [control(new Uint8Array(32_768)), "op-unknown"]),
    await on("op: life goes on after it", [control(op(255)), "op-unknown"], [{}, "ok"], [{ by: ana }, "ok"]),
  ]
}

async function invites(on: On): Promise<readonly Case[]> {
  const cancel = (uid: string, by = ben): Bytes => encodeControl({ op: "cancel", target: refOf(by, uid) })
  return [
    await on("invite: a new one", [control(another("n"), { uid: "n" }), "ok"]),
    await on("invite: the second person may invite", [control(another("n"), { by: ana }), "ok"]),
    await on("invite: the same again", [control(another("n")), "ok"], [control(another("n")), "invite-seen"]),
    await on(
      "invite: the same again with another commitment",
      [control(another("n")), "ok"],
      [control(invite({ H: H("invite", bytesOf("n", 32)), C: bytesOf("C", 32) })), "invite-seen"],
    ),
    await on(
      "invite: the other invites under the same",
      [control(another("n")), "ok"],
      [control(another("n"), { by: ana }), "invite-seen"],
    ),
    await on("invite: the one that was used", [
      control(invite({ H: inviteKeys(bytesOf("a link's secret", 32)).H })),
      "invite-seen",
    ]),
    await on(
      "invite: the one that was taken back",
      [control(another("n"), { uid: "n" }), "ok"],
      [control(cancel("n")), "ok"],
      [control(another("n")), "invite-seen"],
    ),
    await on("cancel: one's own", [control(another("n"), { uid: "n" }), "ok"], [control(cancel("n")), "ok"]),
    await on(
      "cancel: twice",
      [control(another("n"), { uid: "n" }), "ok"],
      [control(cancel("n")), "ok"],
      [control(cancel("n")), "invite-gone"],
    ),
    await on(
      "cancel: the other's",
      [control(another("n"), { uid: "n" }), "ok"],
      [control(cancel("n"), { by: ana }), "not-inviter"],
    ),
    await on(
      "cancel: the other's, and then the inviter's own",
      [control(another("n"), { uid: "n" }), "ok"],
      [control(cancel("n"), { by: ana }), "not-inviter"],
      [control(cancel("n")), "ok"],
    ),
    await on("cancel: the one that was used", [control(cancel("invite")), "invite-gone"]),
    await on("cancel: one that never stood", [control(cancel("never")), "invite-gone"]),
    await on("cancel: content", [control(cancel("bens")), "invite-gone"]),
    await on(
      "cancel: one that was void",
      [control(another("n"), { uid: "n", header: { epoch: 1 } }), "epoch"],
      [control(cancel("n")), "invite-gone"],
    ),
    await on(
      "cancel: one that comes after it",
      [control(cancel("n")), "invite-gone"],
      [control(another("n"), { uid: "n" }), "ok"],
    ),
  ]
}
