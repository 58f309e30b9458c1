import {
  checkEntries,
  copy,
  createVerify,
  encodeRedact,
  presentMembers,
  toHex,
} from "../../src/wire/index.ts"
import type { Bytes, Header, Kind } from "../../src/wire/index.ts"
import { sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { firstEntry, genesisOf, wrapsFor, write } from "../vectors/chain.ts"
import type { Chain, GenesisOf, Writing } from "../vectors/chain.ts"
import { plusL } from "../vectors/curve.ts"
import { ana, ben, bytesOf, flipped, hex, t } from "../vectors/people.ts"
import { weighed } from "./dice.ts"
import type { Dice } from "./dice.ts"
import { makes } from "./operations.ts"
import { emptyWorld, keysOf, mostly, signerFor } from "./world.ts"
import type { World } from "./world.ts"

// One random log: what comes next hangs on what stands, so that much of it stands too.

const verify = createVerify(t.subtle)
const proposalsThat = (w: World, is: "open" | "complete") =>
  [...w.state.proposals.values()].filter((p) => p.state === is)

/** The number of an operation: what brings more people in comes more often while they are few. */
function opFor(w: World): number {
  const { state } = w
  const here = presentMembers(state).length
  const invited = [...state.invites.values()].some((i) => i.state === "open")
  const isAgreed = proposalsThat(w, "complete").length > 0
  const weights = [
    [0, 1],
    [1, invited ? 2 : 50 / here],
    [2, 3],
    [3, invited && (here === 1 || isAgreed) ? 60 : 2],
    [4, state.isRotationOwed ? 30 : 4],
    [5, here === 1 ? 1 : invited && proposalsThat(w, "open").length === 0 ? 50 : 12],
    [6, proposalsThat(w, "open").length > 0 ? 50 : 1],
    [7, 4],
    [8, 9],
    [9, 8],
    [10, 2],
    [11, 1],
    [12, 6],
    [13, 2],
    [14, 2],
    [15, 1],
    [16, 1],
  ] as const
  return weighed(
    w.dice,
    weights.map(([op, weight]) => [Math.ceil(weight), op] as const),
  )
}

function redacting(w: World): Bytes {
  const all = [...w.state.contents].map(([hash, c]) => ({
    entryHash: hex(hash),
    device: hex(c.device),
    uid: hex(c.uid),
  }))
  const targets = [0, 1].slice(w.dice.below(2)).flatMap(() => {
    const one = w.dice.any(all) ?? { entryHash: w.dice.bytes(32), device: ben.id, uid: w.dice.bytes(16) }
    return [mostly(w, one, () => ({ ...one, device: ana.id }))]
  })
  return encodeRedact({ targets, blobs: mostly(w, [], () => [w.dice.bytes(32)]) })
}

/** Who signs an operation: an approve mostly somebody who has not agreed yet, a propose mostly who invited. */
function signerOfOp(w: World, op: number): DeviceKeys {
  const { state } = w
  const [open] = proposalsThat(w, "open")
  const inviters = [...state.invites.values()].filter((i) => i.state === "open").map((i) => toHex(i.member))
  const may = (id: string): boolean =>
    op === 6 ? open !== undefined && !open.approvedBy.includes(id) : op === 5 && inviters.includes(id)
  const ids = presentMembers(state)
    .filter((m) => may(toHex(m.id)))
    .flatMap((m) => m.devices.slice(0, 1))
  const found = w.dice.any(ids.flatMap((id) => keysOf(id) ?? []))
  return mostly(w, found, () => undefined) ?? signerFor(w)
}

async function next(w: World): Promise<Writing> {
  const { dice } = w
  const kind =
    w.op !== null
      ? 2
      : weighed<Kind>(dice, [
          [14, 1],
          [12, 4],
          [14, 3],
          [60, 2],
        ])
  if (kind === 1 || kind === 4) return { by: signerFor(w), kind, absent: dice.chance(10) }
  const op = w.op ?? opFor(w)
  const by = kind === 3 ? signerFor(w) : signerOfOp(w, op)
  const body = kind === 3 ? redacting(w) : await makes[op]?.(w, by)
  if (body === undefined) throw new Error(`no operation ${String(op)}`)
  const cut = mostly(w, body, () => dice.one([body.slice(0, -1), Uint8Array.from([...body, 0])]))
  return { by, kind, body: dice.chance(80) ? body : cut }
}

/** What makes that a log is read no further. */
function broken(w: World, of: Writing): Writing {
  const { dice, chain } = w
  const header = dice.one<Partial<Header>>([
    { v: dice.one([0, 2, 255]) },
    { seq: chain.seq + dice.one([-1, 1, 2 ** 40]) },
    { prev: dice.bytes(32) },
    { logId: dice.bytes(32) },
    { kind: dice.one([0, 5, 255]) as Kind },
    { bodyLen: dice.one([0, 337, 40_000]) },
    { bodyHash: dice.bytes(32) },
  ])
  const body = of.body ?? bytesOf("something else", 336)
  return dice.one<Writing>([
    { ...of, header: header },
    { ...of, header: header },
    { ...of, sig: (sig) => dice.one([plusL(sig, 1n), new Uint8Array(64), flipped(sig, dice.below(64))]) },
    { ...of, signer: ana.id === of.by?.id ? ben : ana },
    { ...of, signedAs: "pop-join" },
    { ...of, absent: true },
    { ...of, instead: flipped(body, dice.below(body.length)) },
    { ...of, instead: body.slice(1) },
  ])
}

/** What else may be wrong with any entry, and only takes its effect. */
function odd(w: World, of: Writing): Writing {
  const { dice, state } = w
  const used = dice.any([...state.uids].map(([key]) => hex(key.slice(32))))
  const epoch = mostly(w, state.epoch.number, () =>
    dice.one([0, state.epoch.number - 1, state.epoch.number + 1]),
  )
  const uid = mostly(w, null, () => used ?? null)
  return { ...of, header: { epoch: Math.max(0, epoch), ...(uid === null ? {} : { uid }) } }
}

function beginning(w: World): Writing {
  const other = genesisOf(
    ben,
    w.dice.one<GenesisOf>([
      { policy: 1 },
      { wraps: [] },
      { wraps: wrapsFor(ana.id) },
      { ed: ana.ed.publicKey },
    ]),
  )
  return mostly(w, firstEntry, () => ({ ...firstEntry, body: w.dice.one([other.body, other.body.slice(1)]) }))
}

/** The two bytes of the header that say nothing, said all the same and signed. */
async function zeroSaid(chain: Chain, by: DeviceKeys): Promise<Chain> {
  const last = chain.entries.at(-1)
  if (last === undefined) return chain
  const header = copy(last.header, 0, 148)
  header[94] = 1
  return {
    ...chain,
    entries: [...chain.entries.slice(0, -1), { ...last, header, sig: await sign(t, by, "entry", header) }],
  }
}

/** With one more entry, and what this house says of it. */
async function more(w: World, n: number): Promise<{ readonly w: World; readonly said: string }> {
  const proper = n === 0 ? beginning(w) : odd(w, await next(w))
  const isBroken = w.care < 100 && w.dice.chance(4)
  const written = await write(
    { ...w.chain, epoch: w.state.epoch.number },
    isBroken ? broken(w, proper) : { uid: `entry ${String(n)}`, ...proper },
  )
  const chain = isBroken && w.dice.chance(10) ? await zeroSaid(written, proper.by ?? ben) : written
  const { state, verdicts, fault } = await checkEntries(verify, w.state, chain.entries.slice(-1))
  const [verdict] = verdicts
  const word = verdict?.verdict === "void" ? `void: ${verdict.reason}` : "ok"
  return { w: { ...w, chain, state }, said: fault === null ? word : `fault: ${fault.error.type}` }
}

export interface RandomLog {
  readonly world: World
  readonly said: readonly string[]
}

/** How a log begins behind its genesis: as the dice say, with two people, or with three. */
const paths = [[], [], [1, 3], [1, 3, 1, 5, 6, 3]] as const

/** About eleven entries; the first ones of most are written with care, so that there are several people to disagree. */
export async function randomLog(dice: Dice): Promise<RandomLog> {
  const path = dice.one(paths)
  const [careful, length, care] = [
    Math.max(path.length + 1, dice.below(8)),
    8 + dice.below(9),
    dice.one([85, 92, 97]),
  ]
  let w = emptyWorld(dice)
  const said: string[] = []
  for (let n = 0; n < length; n += 1) {
    const one = await more({ ...w, care: n < careful ? 100 : care, op: path[n - 1] ?? null }, n)
    w = one.w
    said.push(one.said)
    if (one.said.startsWith("fault")) break
  }
  return { world: w, said }
}
