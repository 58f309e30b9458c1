import { encodeControl, H } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { refOf } from "./chain.ts"
import { mira } from "./own-keys.ts"
import { ana, ben, hex } from "./people.ts"
import { approving, control, proposing } from "./record-parts.ts"
import type { Chapter, On, RecordCase } from "./record-parts.ts"

// What takes everybody beside letting somebody in: another server, another version.

export const movingCases: Chapter = async (_, onAfter) => [
  ...(await moving(onAfter("two"))),
  ...(await versions(onAfter("two"), onAfter("three"))),
]

const propose = (act: Bytes, by = ben) => control(proposing(act), { by, uid: "propose" })
const approve = (act: Bytes, by = ana, from = ben) => control(approving(act, refOf(from, "propose")), { by })

async function moving(on: On): Promise<readonly RecordCase[]> {
  const to = (ed: Bytes) =>
    encodeControl({
      op: "relay.set",
      ed,
      origin: H("relay", new TextEncoder().encode("https://goldseam.example")),
    })
  const move = to(mira.ed.publicKey)
  return [
    await on("relay.set: one of two alone", [control(move), "needs-approval"]),
    await on("relay.set: both", [propose(move), "ok"], [approve(move), "ok"], [{}, "ok"]),
    await on(
      "relay.set: the one alone who is left",
      [control(encodeControl({ op: "leave" }), { by: ana }), "ok"],
      [control(move), "ok"],
    ),
    await on("relay.set: a key everyone can sign for", [
      propose(to(hex("0100000000000000000000000000000000000000000000000000000000000000"))),
      "key",
    ]),
    await on(
      "relay.set: proposed by each, approved by each",
      [propose(move), "ok"],
      [propose(move, ana), "ok"],
      [approve(move), "ok"],
      [approve(move, ben, ana), "ok"],
    ),
  ]
}

async function versions(on: On, onThree: On): Promise<readonly RecordCase[]> {
  const to = (version: number) => encodeControl({ op: "version", to: version })
  return [
    await on("version: one of two alone", [control(to(2)), "needs-approval"]),
    await on(
      "version: both; what this text knows is over",
      [propose(to(2)), "ok"],
      [approve(to(2)), "ok"],
      [{}, "fault: version"],
    ),
    await on("version: the one in force", [propose(to(1)), "version-number"]),
    await on("version: one left out", [propose(to(3)), "version-number"]),
    await on("version: back to none", [propose(to(0)), "version-number"]),
    await onThree("version: two of three", [propose(to(2)), "ok"], [approve(to(2)), "ok"], [{}, "ok"]),
  ]
}
