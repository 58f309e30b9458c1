import { concat, encodeControl, H } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { inviteKeys } from "../../src/ledger/index.ts"
import { admit, invite, nA, refOf } from "./chain.ts"
import { lowOrderX25519 } from "./curve.ts"
import { mira } from "./own-keys.ts"
import { ana, ben, bytesOf, flipped, hex, mallory, personOf } from "./people.ts"
import { actOfAdmit, admitMira, approving, control, epochFor, inviteMira, proposing } from "./record-parts.ts"
import type { Chapter, On, RecordCase } from "./record-parts.ts"

// Somebody more: who is here proposes, and everybody agrees.

export const togetherCases: Chapter = async (_, onAfter) => [
  ...(await admitting(onAfter("two"))),
  ...(await admittingWrongly(onAfter("two"))),
  ...(await fourth(onAfter("three"))),
]

const invited = [control(inviteMira(), { uid: "invite Mira" }), "ok"] as const
const propose = (act: Bytes, by = ben) => control(proposing(act), { by, uid: "propose" })
const approve = (act: Bytes, by = ana, from = ben) => control(approving(act, refOf(from, "propose")), { by })

async function admitting(on: On): Promise<readonly RecordCase[]> {
  const act = await actOfAdmit()
  const proposed = [propose(act), "ok"] as const
  const admitted = control(await admitMira(), { epochAfter: 3 })
  return [
    await on(
      "admit: a third, proposed and approved",
      invited,
      proposed,
      [approve(act), "ok"],
      [admitted, "ok"],
      [{ by: mira }, "ok"],
    ),
    await on(
      "admit: a third, posted by who approved",
      invited,
      proposed,
      [approve(act), "ok"],
      [{ ...admitted, by: ana }, "ok"],
    ),
    await on("admit: a third, by nobody's word but the inviter's", invited, [
      { ...admitted, epochAfter: 2 },
      "needs-approval",
    ]),
    await on("admit: a third, proposed and not approved", invited, proposed, [
      { ...admitted, epochAfter: 2 },
      "needs-approval",
    ]),
    await on(
      "admit: a third, approved by the proposer alone, twice",
      invited,
      proposed,
      [approve(act, ben), "ok"],
      [{ ...admitted, epochAfter: 2 }, "needs-approval"],
    ),
    await on(
      "admit: other fields than those agreed to",
      invited,
      proposed,
      [approve(act), "ok"],
      [control(await admitMira({ nA, pop: (pop) => flipped(pop, 1) })), "needs-approval"],
    ),
    await on(
      "admit: the wraps leave one out",
      invited,
      proposed,
      [approve(act), "ok"],
      [control(await admitMira({ epoch: epochFor(3, ben, mira) })), "wraps"],
    ),
    await on(
      "admit: twice by one agreement",
      invited,
      proposed,
      [approve(act), "ok"],
      [admitted, "ok"],
      [control(await admitMira({ epoch: epochFor(4, ben, ana, mira) })), "invite-gone"],
    ),
    await on(
      "cancel: a proposal",
      invited,
      proposed,
      [control(encodeControl({ op: "cancel", target: refOf(ben, "propose") })), "ok"],
      [approve(act), "proposal-gone"],
    ),
    await on(
      "cancel: a proposal everybody agreed to",
      invited,
      proposed,
      [approve(act), "ok"],
      [control(encodeControl({ op: "cancel", target: refOf(ben, "propose") })), "ok"],
      [{ ...admitted, epochAfter: 2 }, "needs-approval"],
    ),
    await on("cancel: the other's proposal", invited, proposed, [
      control(encodeControl({ op: "cancel", target: refOf(ben, "propose") }), { by: ana }),
      "not-proposer",
    ]),
    await on(
      "cancel: a proposal twice",
      invited,
      proposed,
      [control(encodeControl({ op: "cancel", target: refOf(ben, "propose") })), "ok"],
      [control(encodeControl({ op: "cancel", target: refOf(ben, "propose") })), "proposal-gone"],
    ),
    await on(
      "admit: the invite is cancelled after everybody agreed",
      invited,
      proposed,
      [approve(act), "ok"],
      [control(encodeControl({ op: "cancel", target: refOf(ben, "invite Mira") })), "ok"],
      [{ ...admitted, epochAfter: 2 }, "invite-gone"],
    ),
    await on(
      "two proposals; the first that lets somebody in ends the other",
      invited,
      proposed,
      [control(proposing(act), { uid: "again" }), "ok"],
      [approve(act), "ok"],
      [admitted, "ok"],
      [control(approving(act, refOf(ben, "again")), { by: ana }), "proposal-gone"],
    ),
  ]
}

async function admittingWrongly(on: On): Promise<readonly RecordCase[]> {
  const act = await actOfAdmit()
  const wrong = async (name: string, reason: string, of: Parameters<typeof admitMira>[0]) =>
    on(`propose: ${name}`, invited, [propose(await actOfAdmit(of)), reason])
  return [
    await on("propose: to an invite there is not", [propose(act), "invite-gone"]),
    await on("propose: to another's invite", invited, [propose(act, ana), "not-inviter"]),
    await wrong("with another nonce than the invite's", "commitment", { nA: bytesOf("another", 32) }),
    await wrong("a member that is here", "id-seen", { member: ana.member }),
    await wrong("a device that is here", "id-seen", {
      who: { ...ana, member: mira.member },
    }),
    await wrong("a proof of somebody else", "pop", { popBy: mallory }),
    await wrong("a proof of zeros", "pop", { pop: () => new Uint8Array(64) }),
    ...(await Promise.all(
      Object.entries(lowOrderX25519).map(([name, key]) =>
        wrong(`the sealing key is ${name}`, "key", { x: hex(key) }),
      ),
    )),
    await on("propose: one byte short", invited, [control(proposing(act).slice(0, -1)), "layout"]),
    await on("propose: one byte too many", invited, [
      control(concat(proposing(act), Uint8Array.of(0))),
      "layout",
    ]),
    await on("propose: an act there is not", [control(Uint8Array.of(5, 10)), "layout"]),
    await on("propose: no act", [control(Uint8Array.of(5)), "layout"]),
    await on(
      "approve: another hash",
      invited,
      [propose(act), "ok"],
      [
        control(
          encodeControl({ op: "approve", proposal: refOf(ben, "propose"), hash: H("propose", mira.id) }),
          { by: ana },
        ),
        "proposal-hash",
      ],
    ),
    await on("approve: a proposal there is not", [approve(act), "proposal-gone"]),
    await on(
      "approve: a propose that is void",
      invited,
      [propose(act, ana), "not-inviter"],
      [approve(act, ben, ana), "proposal-gone"],
    ),
  ]
}

async function fourth(on: On): Promise<readonly RecordCase[]> {
  const all = Array.from({ length: 5 }, (_, i) => personOf(`Guest ${String(i)}`))
  return [
    await on("admit: a fourth needs all three", ...(await lettingIn(all.slice(0, 1), [ana]))),
    await on("admit: up to eight", ...(await lettingIn(all, null))),
    await on("admit: a ninth", ...(await lettingIn(all, null)), [
      control(inviteFor("one too many")),
      "members",
    ]),
  ]
}

const guestSecret = (name: string): Bytes => bytesOf(`secret for ${name}`, 32)
const mailbox = (name: string): Bytes => inviteKeys(guestSecret(name)).H
const inviteFor = (name: string): Bytes => invite({ H: mailbox(name), C: H("sas-commit", nA) })

/** One after the other, each with the word of all who are here; or, with `only`, with the word of these alone, and then not let in. */
async function lettingIn(
  guests: readonly ReturnType<typeof personOf>[],
  only: readonly ReturnType<typeof personOf>[] | null,
) {
  const here = [ben, ana, mira]
  const written: (readonly [ReturnType<typeof control>, string])[] = []
  let epoch = 3
  for (const [i, guest] of guests.entries()) {
    const name = `guest ${String(i)}`
    const fields = await admit({
      who: guest,
      invite: refOf(ben, name),
      popOver: { H: mailbox(name) },
      epoch: epochFor(epoch + 1, ...here, guest),
    })
    const act = fields.slice(0, 241)
    written.push([control(inviteFor(name), { uid: name }), "ok"])
    written.push([control(proposing(act), { uid: `propose ${name}` }), "ok"])
    for (const by of only ?? here.slice(1))
      written.push([control(approving(act, refOf(ben, `propose ${name}`)), { by }), "ok"])
    epoch += 1
    written.push([
      control(fields, only === null ? { epochAfter: epoch } : {}),
      only === null ? "ok" : "needs-approval",
    ])
    here.push(guest)
  }
  return written
}
