import { concat, encodeControl, H } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { inviteKeys } from "../../src/ledger/index.ts"
import { admit, epochBlock, invite, refOf, uidOf, wrapsFor, writeAll } from "./chain.ts"
import type { AdmitOf, Writing } from "./chain.ts"
import { lowOrderX25519, plusL, smallOrderEd25519 } from "./curve.ts"
import { mixedOrder } from "./keys.ts"
import type { Case, Starts } from "./logs.ts"
import { ana, ben, bytesOf, flipped, hex, mallory } from "./people.ts"

// Who comes in, and who does not.

export async function admitCases(starts: Starts): Promise<readonly Case[]> {
  const on = async (name: string, ...written: readonly (readonly [Writing, string])[]): Promise<Case> => ({
    name: `admit: ${name}`,
    after: "invited",
    chain: await writeAll(
      starts.invited,
      written.map(([of]) => of),
    ),
    expect: written.map(([, word]) =>
      word === "ok" ? "ok" : word.startsWith("fault") ? word : `void: ${word}`,
    ),
  })
  const control = (body: Bytes, of: Writing = {}): Writing => ({ kind: 2, body, ...of })
  const one = async (name: string, reason: string, of: AdmitOf): Promise<Case> =>
    on(name, [control(await admit(of)), reason])
  const cancel = control(encodeControl({ op: "cancel", target: refOf(ben, "invite") }))
  const good = await admit()
  const cases: Promise<Case>[] = [
    on("the second person", [control(good, { epochAfter: 2 }), "ok"], [{ by: ana }, "ok"], [{}, "ok"]),
    on("the second person writes before it", [{ by: ana }, "fault: signer"]),
    on(
      "the second person writes under the epoch before her own",
      [control(good), "ok"],
      [{ by: ana }, "epoch"],
    ),
    on("with a nonce that is not the committed one", [
      control(await admit({ nA: bytesOf("another", 32) })),
      "commitment",
    ]),
    on(
      "one that was void leaves the invite open",
      [control(await admit({ nA: bytesOf("another", 32) })), "commitment"],
      [control(good, { epochAfter: 2 }), "ok"],
      [{ by: ana }, "ok"],
    ),
    on(
      "one that was void lets nobody in",
      [control(await admit({ nA: bytesOf("another", 32) })), "commitment"],
      [{ by: ana }, "fault: signer"],
    ),
    on("after the invite was taken back", [cancel, "ok"], [control(good), "invite-gone"]),
    on(
      "twice under one invite",
      [control(good, { epochAfter: 2 }), "ok"],
      [
        control(await admit({ who: mallory, epoch: epochBlock(3, wrapsFor(ana.id, ben.id, mallory.id)) })),
        "invite-gone",
      ],
    ),
    on(
      "a third person, by one alone",
      [control(good, { epochAfter: 2 }), "ok"],
      [control(invite({ H: inviteKeys(bytesOf("more", 32)).H }), { uid: "more" }), "ok"],
      [
        control(
          await admit({
            who: mallory,
            invite: refOf(ben, "more"),
            popOver: { H: inviteKeys(bytesOf("more", 32)).H },
            epoch: epochBlock(3, wrapsFor(ana.id, ben.id, mallory.id)),
          }),
        ),
        "needs-approval",
      ],
    ),
    on(
      "a third person, by who did not invite",
      [control(good, { epochAfter: 2 }), "ok"],
      [control(invite({ H: inviteKeys(bytesOf("more", 32)).H }), { uid: "more" }), "ok"],
      [
        control(
          await admit({
            who: mallory,
            invite: refOf(ben, "more"),
            popOver: { H: inviteKeys(bytesOf("more", 32)).H },
            epoch: epochBlock(3, wrapsFor(ana.id, ben.id, mallory.id)),
          }),
          { by: ana },
        ),
        "needs-approval",
      ],
    ),
    on("under the wrong epoch in its header", [control(good, { header: { epoch: 0 } }), "epoch"]),
    on("an invite under which nobody asked", [
      control(await admit({ invite: concat(ben.id, uidOf("never")) })),
      "invite-gone",
    ]),
    on("an invite of the other's device", [
      control(await admit({ invite: refOf(ana, "invite") })),
      "invite-gone",
    ]),
    on("the genesis as its invite", [control(await admit({ invite: refOf(ben, "genesis") })), "invite-gone"]),
    on("one byte too many", [control(concat(good, Uint8Array.of(0))), "layout"]),
    on("one byte short", [control(good.subarray(0, -1)), "layout"]),
    one("the inviter's own member again", "id-seen", { member: ben.member }),
    one("the inviter's own keys again", "id-seen", {
      who: { ...ben, member: ana.member },
      epoch: epochBlock(2, wrapsFor(ben.id)),
    }),
    one("the proof is zeroed", "pop", { pop: () => new Uint8Array(64) }),
    one("one bit of the proof is turned", "pop", { pop: (pop) => flipped(pop, 11) }),
    one("the proof has S + L", "pop", { pop: (pop) => plusL(pop, 1n) }),
    one("the proof is the inviter's", "pop", { popBy: ben }),
    one("the proof is signed as an entry", "pop", { popAs: "entry" }),
    one("the proof is over another nonce", "pop", { popOver: { nB: bytesOf("another", 32) } }),
    one("the proof is over another log", "pop", { popOver: { logId: bytesOf("another", 32) } }),
    one("the proof is over another invite", "pop", { popOver: { H: H("invite", bytesOf("another", 32)) } }),
    one("the proof's keys are not these: another sealing key", "pop", {
      x: mallory.x.publicKey,
      popOver: {},
      pop: () => bytesOf("no proof", 64),
    }),
    one("its epoch has the number of the one before", "epoch-number", {
      epoch: epochBlock(1, wrapsFor(ana.id, ben.id)),
    }),
    one("its epoch leaves a number out", "epoch-number", { epoch: epochBlock(3, wrapsFor(ana.id, ben.id)) }),
    one("no wrap for who comes in", "wraps", { epoch: epochBlock(2, wrapsFor(ben.id)) }),
    one("no wrap for who is here", "wraps", { epoch: epochBlock(2, wrapsFor(ana.id)) }),
    one("no wrap", "wraps", { epoch: epochBlock(2, []) }),
    one("a wrap for a stranger besides", "wraps", {
      epoch: epochBlock(2, wrapsFor(ana.id, ben.id, mallory.id)),
    }),
    one("the wraps not rising", "wraps", { epoch: epochBlock(2, wrapsFor(ana.id, ben.id).toReversed()) }),
    one("one wrap twice", "wraps", {
      epoch: epochBlock(2, [...wrapsFor(ana.id, ben.id), ...wrapsFor(ben.id)]),
    }),
    one("the signing key is of mixed order", "key", {
      ed: mixedOrder("Ana ed25519", "the first of order 4"),
    }),
    ...Object.entries(smallOrderEd25519).map(([name, key]) =>
      one(`the signing key is ${name}`, "key", { ed: hex(key) }),
    ),
    ...Object.entries(lowOrderX25519).map(([name, key]) =>
      one(`the sealing key is ${name}`, "key", { x: hex(key) }),
    ),
  ]
  return Promise.all(cases)
}
