import { encodeControl, H } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { invite, refOf } from "./chain.ts"
import { addDevice, laptop, mira, removeDevice } from "./own-keys.ts"
import { ana, ben, bytesOf } from "./people.ts"
import { actOfAdmit, admitMira, approving, control, epochFor, going } from "./record-parts.ts"
import { inviteMira, proposing, turning } from "./record-parts.ts"
import type { Chapter, On, RecordCase } from "./record-parts.ts"

// Two reasons at once, where everybody has a say.

export const meetingMoreCases: Chapter = async (_, onAfter) => [
  ...(await ofClosed(onAfter("two"))),
  ...(await ofThree(onAfter("three"))),
  ...(await ofJoining(onAfter("two"))),
]

const left = [going("leave", { by: ana }), "ok"] as const
const closed = [going("close"), "ok"] as const

const end = Uint8Array.of(11)
const relayTo = (ed: Bytes): Bytes => encodeControl({ op: "relay.set", ed, origin: H("relay", ed) })
const approve = (act: Bytes, by = ana) => control(approving(act, refOf(ben, "propose")), { by })
const propose = (act: Bytes) => control(proposing(act), { uid: "propose" })
const cancel = (uid: string, by = ben) =>
  control(encodeControl({ op: "cancel", target: refOf(ben, uid) }), { by })

async function ofClosed(on: On): Promise<readonly RecordCase[]> {
  const move = relayTo(mira.ed.publicKey)
  const proposed = [propose(move), "ok"] as const
  return [
    await on("meeting: an approve of nothing in a closed log", closed, [approve(move), "closed"]),
    await on("meeting: a cancel of nothing in a closed log", closed, [cancel("nothing"), "closed"]),
    await on(
      "meeting: a cancel of an invite in a closed log",
      [control(inviteMira(), { uid: "i" }), "ok"],
      closed,
      [cancel("i"), "closed"],
    ),
    await on("meeting: a cancel of what lapsed, in a closed log", proposed, closed, left, [
      cancel("propose"),
      "proposal-gone",
    ]),
    await on("meeting: an approve of what lapsed, in a closed log", proposed, closed, left, [
      approve(move, ben),
      "proposal-gone",
    ]),
    await on("meeting: the other's proposal, in a closed log", proposed, closed, [
      cancel("propose", ana),
      "not-proposer",
    ]),
    await on(
      "meeting: a cancel of another server that is agreed",
      proposed,
      [approve(move), "ok"],
      [cancel("propose"), "ok"],
    ),
    await on(
      "meeting: a proposal that is gone, and another's",
      proposed,
      [cancel("propose"), "ok"],
      [cancel("propose", ana), "proposal-gone"],
    ),
    await on("meeting: another server alone, and no key", [
      control(relayTo(new Uint8Array(32))),
      "needs-approval",
    ]),
    await on("meeting: a version alone, and one left out", [control(Uint8Array.of(15, 9)), "needs-approval"]),
    await on("meeting: a proposal to oneself alone, and no key", left, [
      propose(relayTo(new Uint8Array(32))),
      "direct",
    ]),
    await on(
      "meeting: an approve of what is gone, with another hash",
      proposed,
      [cancel("propose"), "ok"],
      [approve(end), "proposal-gone"],
    ),
  ]
}

async function ofThree(on: On): Promise<readonly RecordCase[]> {
  const added = [control(await addDevice(laptop)), "ok"] as const
  return [
    await on("meeting: not the first, and three are present", added, [
      going("close", { by: laptop }),
      "not-senior",
    ]),
    await on(
      "meeting: another hash, and not the first",
      [propose(end), "ok"],
      [control(await addDevice({ ...laptop, member: ana.member }, { by: ana }), { by: ana }), "ok"],
      [{ ...approve(relayTo(mira.id)), by: laptop }, "proposal-hash"],
    ),
    await on(
      "meeting: closing by all, then its proposal is taken back",
      [propose(end), "ok"],
      [approve(end), "ok"],
      [approve(end, mira), "ok"],
      [cancel("propose"), "ok"],
      [{}, "closed"],
    ),
  ]
}

async function ofJoining(on: On): Promise<readonly RecordCase[]> {
  const invited = [control(inviteMira(), { uid: "invite Mira" }), "ok"] as const
  const act = await actOfAdmit()
  const other = bytesOf("another", 32)
  return [
    await on("meeting: another nonce, and nobody agreed", invited, [
      control(await admitMira({ nA: other })),
      "commitment",
    ]),
    await on("meeting: nobody agreed, and no key", invited, [
      control(await admitMira({ x: new Uint8Array(32) })),
      "needs-approval",
    ]),
    await on(
      "meeting: agreed, of the old number and the wrong wraps",
      invited,
      [propose(act), "ok"],
      [approve(act), "ok"],
      [control(await admitMira({ epoch: epochFor(2, ben) })), "epoch-number"],
    ),
    await on("meeting: another's invite, and no key", invited, [
      control(proposing(await actOfAdmit({ x: new Uint8Array(32) })), { by: ana }),
      "not-inviter",
    ]),
    await on("meeting: another nonce, and another's invite", invited, [
      control(proposing(await actOfAdmit({ nA: other })), { by: ana }),
      "commitment",
    ]),
    await on("meeting: no key, and a member that is here", invited, [
      propose(await actOfAdmit({ x: new Uint8Array(32), member: ana.member })),
      "key",
    ]),
    await on("meeting: a member that is here, and no proof", invited, [
      propose(await actOfAdmit({ member: ana.member, pop: () => new Uint8Array(64) })),
      "id-seen",
    ]),
    await on("meeting: the signing key of one who is here with another sealing key", invited, [
      propose(await actOfAdmit({ who: { ...ana, member: mira.member, x: mira.x } })),
      "ok",
    ]),
    await on(
      "meeting: who comes while an epoch is owed",
      [control(await addDevice(laptop)), "ok"],
      [control(removeDevice(laptop, null), { by: laptop }), "ok"],
      invited,
      [propose(act), "ok"],
      [approve(act), "ok"],
      [{}, "rotation-owed"],
      [control(await admitMira(), { epochAfter: 3 }), "ok"],
      [{ by: mira }, "ok"],
    ),
    await on(
      "meeting: an epoch of who stays, after an invite of the other",
      [control(invite({ H: other }), { by: ana, uid: "a" }), "ok"],
      left,
      [turning(3, [ben]), "ok"],
      [{}, "ok"],
    ),
  ]
}
