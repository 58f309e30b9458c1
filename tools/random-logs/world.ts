import { emptyLog, presentMembers, readerIds, signerOf, toHex } from "../../src/wire/index.ts"
import type { Bytes, EpochBlock, LogState } from "../../src/wire/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { bensGenesis, epochBlock, noLog, wrapsFor } from "../vectors/chain.ts"
import type { Chain } from "../vectors/chain.ts"
import { laptop, mira, paper, paperOf, secondPaper, tablet, watch } from "../vectors/own-keys.ts"
import { ana, ben, mallory, personOf } from "../vectors/people.ts"
import { hex } from "../vectors/people.ts"
import { small } from "../vectors/curve.ts"
import type { Dice } from "./dice.ts"

/** A log while it is written, and what this house makes of it so far. */
export interface World {
  readonly dice: Dice
  /** How many of a hundred fields are as they should be. */
  readonly care: number
  /** The operation that comes next, where that is not left to the dice. */
  readonly op: number | null
  readonly chain: Chain
  readonly state: LogState
}

// Few keys, so that the same one comes up twice, and Python has seen each before.
export const people = [ben, ana, mira, mallory, personOf("Noor"), personOf("Timo")] as const
export const further = [laptop, tablet, watch, personOf("A phone"), personOf("A board")] as const
export const papers = [paper, secondPaper, paperOf("A third paper"), paperOf("A fourth paper")] as const
const ring = new Map<string, DeviceKeys>(
  [...people, ...further, ...papers].map((keys) => [toHex(keys.id), keys]),
)
export const keysOf = (id: Uint8Array): DeviceKeys | undefined => ring.get(toHex(id))

export function emptyWorld(dice: Dice): World {
  return { dice, care: 100, op: null, chain: noLog, state: emptyLog(bensGenesis.logId) }
}

/** What it should be, or, now and then, something else. */
export const mostly = <T>(w: World, good: T, other: () => T): T => (w.dice.chance(w.care) ? good : other())

/** Any key but a good one: of small order, no point, another person's. */
export const badKey = (w: World): Bytes =>
  w.dice.one([
    small("the first of order 8"),
    small("the identity"),
    hex("02".padEnd(64, "0")),
    ben.ed.publicKey,
  ])

/** The next epoch, for those who read on; or for others, or of another number. */
export function nextEpoch(w: World, ids: readonly string[] = readerIds(w.state)): EpochBlock {
  const { dice, state } = w
  const right = ids.map(hex)
  const whom = mostly(w, right, () => [
    ...right.slice(dice.below(2)),
    ...dice.one([[], [mallory.id], [paper.id]]),
  ])
  const number = mostly(w, state.epoch.number + 1, () =>
    dice.one([0, state.epoch.number, state.epoch.number + 2]),
  )
  const wraps = wrapsFor(...whom)
  return epochBlock(
    number,
    mostly(w, wraps, () => wraps.toReversed()),
  )
}

/** Who signs: mostly a device that may, now and then a recovery key, a device of who left, or who may sign nothing at all. */
export function signerFor(w: World): DeviceKeys {
  const { dice, state } = w
  const all = [...ring.values()]
  const that = (is: string) => all.filter((keys) => signerOf(state, keys.id)?.is === is)
  const active = that("device")
  // The most senior of somebody may do the most.
  const first = presentMembers(state).flatMap((m) => m.devices.slice(0, 1).flatMap((id) => keysOf(id) ?? []))
  const stranger = dice.below(100) >= 98 && w.care < 100 ? dice.any(all) : undefined
  const paperKeys = dice.chance(18) ? dice.any(that("recovery")) : undefined
  const left = dice.chance(10) ? dice.any(that("left")) : undefined
  return (
    stranger ?? paperKeys ?? left ?? dice.any(dice.chance(50) ? first : active) ?? dice.any(active) ?? ben
  )
}
