import { H, popJoinBytes, presentMembers, toHex } from "../../src/wire/index.ts"
import type { Admit } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import { nA, nB } from "../vectors/chain.ts"
import type { Person } from "../vectors/own-keys.ts"
import { bytesOf, flipped, t } from "../vectors/people.ts"
import { badKey, mostly, people } from "./world.ts"
import type { World } from "./world.ts"

export interface Joining {
  readonly fields: Omit<Admit, "epoch">
  readonly who: Person
}

const refBytes = (ref: string) => Uint8Array.from(Buffer.from(ref, "base64url"))

/** Who comes in under which invite. With several here it is mostly what everybody agreed to. */
export async function joining(w: World): Promise<Joining> {
  const { dice, state } = w
  const agreed = [...state.proposals.values()].flatMap(({ act, state: is }) =>
    act.op === "admit" && (is === "complete" || is === "open") ? [{ act, is }] : [],
  )
  const complete = agreed.filter(({ is }) => is === "complete")
  const found = dice.any(mostly(w, complete, () => agreed))
  if (found !== undefined && presentMembers(state).length > 1 && dice.chance(w.care)) {
    const who = people.find((p) => toHex(p.ed.publicKey) === toHex(found.act.ed)) ?? people[1]
    return { fields: mostly(w, found.act, () => ({ ...found.act, nB: dice.bytes(32) })), who }
  }
  const invites = [...state.invites.values()]
  const open = invites.filter((i) => i.state === "open")
  const invite = dice.any(mostly(w, open, () => invites))
  const strangers = people.filter((p) => !state.keysSeen.has(toHex(p.ed.publicKey)))
  const who = dice.any(mostly(w, strangers, () => [...people])) ?? people[1]
  const own = { member: who.member, ed: who.ed.publicKey, x: who.x.publicKey, nB }
  const other = () =>
    dice.one<Partial<typeof own>>([{ ed: badKey(w) }, { x: new Uint8Array(32) }, { member: dice.bytes(16) }])
  const fields = { ...own, ...mostly<Partial<typeof own>>(w, {}, other) }
  const over = popJoinBytes(state.logId, fields, invite?.H ?? H("invite", bytesOf("none", 32)))
  const pop = await sign(
    t,
    who,
    mostly(w, "pop-join", () => "pop-device"),
    over,
  )
  return {
    who,
    fields: {
      op: "admit",
      invite: invite === undefined ? dice.bytes(32) : refBytes(invite.ref),
      ...fields,
      popJoin: mostly(w, pop, () => flipped(pop, dice.below(64))),
      nA: mostly(w, nA, () => dice.bytes(32)),
    },
  }
}
