import { toHex } from "../../src/wire/index.ts"
import type { Json } from "../../src/wire/index.ts"
import { ana, ben, personOf } from "./people.ts"
import { takeVectors } from "./rewrap-take.ts"
import { stories } from "./rewrap-stories.ts"
import type { Line, Name, Story } from "./rewrap-stories.ts"
import type { Vector, VectorFile } from "./shape.ts"

// spec/ledger.md §17: who asks for a key, and who gives it. The chains are written as their readers see them; nobody's key is in them.

const mira = personOf("Mira")
const [tablet, sheet] = [personOf("Ben's tablet"), personOf("Ben's sheet")]
const names = { ana, ben, mira, tablet, sheet } as const
const idOf = (name: Name): string => toHex(names[name].id)

function lacksVectors(): readonly Vector[] {
  const cases: readonly (readonly [string, string, Json])[] = [
    ["one epoch", "ok", { epochs: [3] }],
    ["several", "ok", { epochs: [1, 3, 4_294_967_295] }],
    ["none", "layout", { epochs: [] }],
    ["falling", "layout", { epochs: [3, 1] }],
    ["one twice", "layout", { epochs: [3, 3] }],
    ["0", "layout", { epochs: [0, 1] }],
    ["below nothing", "layout", { epochs: [-1] }],
    ["five bytes", "layout", { epochs: [4_294_967_296] }],
    ["a text among them", "layout", { epochs: [1, "3"] }],
    ["a number alone", "layout", { epochs: 3 }],
    ["one field more", "layout", { epochs: [3], more: 0 }],
    ["another field", "layout", { epoch: [3] }],
    ["a list", "layout", [3]],
    ["nothing", "layout", null],
  ]
  return cases.map(([name, type, body]) => ({ name: `lacks: ${name}`, type, is: "lacks", body }))
}

function storyVector(of: Story): Vector {
  const entries = of.lines.map(([by, epoch, said, kind], i) => ({
    device: idOf(by),
    seq: 20 + i,
    epoch,
    kind: kind ?? 1,
    said: said === null ? null : saidOf(said),
  }))
  const here = (name: Name): boolean =>
    of.gone?.includes(name) !== true && of.sets.at(-1)?.includes(name) === true
  const keysOf = (name: Name) => ({ id: idOf(name), x25519: toHex(names[name].x.publicKey) })
  const members = (["ana", "ben", "mira"] as const).map((name) => ({
    id: toHex(names[name].member),
    devices: ([name, ...(name === "ben" ? (["tablet"] as const) : [])] as const).map((device) => ({
      ...keysOf(device),
      active: here(device),
    })),
    recovery: name === "ben" && here("sheet") ? keysOf("sheet") : null,
  }))
  return {
    name: `owed: ${of.name}`,
    type: "ok",
    is: "owed",
    device: idOf(of.reader),
    inForce: of.inForce ?? of.sets.length,
    members,
    begun: of.sets.map((set, i) => ({ number: i + 1, ids: set.map(idOf).toSorted() })),
    keys: of.keys,
    entries,
    lacks: of.lacks ?? [],
    gives: (of.gives ?? []).map(([epoch, to]) => ({ epoch, to: to.map(idOf).toSorted() })),
  }
}

function saidOf(said: NonNullable<Line[2]>): Json {
  if ("lacks" in said) return { kind: "record.lacks", body: { epochs: [...said.lacks] } }
  const wraps = said.to
    .map(idOf)
    .toSorted()
    .map((id) => ({ id: b64(id, 16), enc: b64(id, 32), ct: b64(id, 48) }))
  return { kind: "record.gives", body: { epoch: said.gives, wraps } }
}

/** The bytes of the id, with zeros behind. */
function b64(id: string, length: number): string {
  return Buffer.from(id.padEnd(length * 2, "0"), "hex").toString("base64url")
}

export async function rewrapVectors(): Promise<VectorFile> {
  return {
    file: "rewraps",
    about:
      "spec/ledger.md §17: the key of an epoch given again. is: gives (what a reader takes out of one that stands; begun: the epochs begun before it, with their sets; type none: there is no wrap for this reader), lacks (the body of an asking) or owed (a chain as a device reads it: entries that stand, in their order; what the device asks for, and what it gives to whom). inForce: the epoch in which what it writes will stand. type: ok with what comes out, or the one fault.",
    vectors: [...lacksVectors(), ...(await takeVectors()), ...stories.map(storyVector)],
  }
}
