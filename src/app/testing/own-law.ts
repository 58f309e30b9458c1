import { matters, stateOf } from "#practices"
import type { Session } from "../session/session.ts"
import { anaOn, chainOn, meet } from "./own-devices.ts"
import type { Ana, AnaOptions, Device } from "./own-devices.ts"
import { dice } from "./people.ts"

// One law, many seeds: two or three devices of one person over the real relay's batches. Each writes with and without a connection, is killed at any write of its disk,
// and they meet in every order. At the end all hold the same chain, nothing typed is lost, nothing is there twice, and no place was ever signed twice.

interface World {
  readonly ana: Ana
  readonly throws: () => number
  /** Title to the device that wrote it. */
  readonly typed: Map<string, string>
  /** Refs that others name, and the words they were named with last. */
  readonly rewritten: Map<string, string>
}

export interface OwnLawOptions extends AnaOptions {
  readonly steps?: number
}

/** Null when the law held; else what broke, in a line. */
export async function runOwnLaw(seed: number, options: OwnLawOptions = {}): Promise<string | null> {
  const throws = dice(seed)
  const told = (what: string): string => `seed ${String(seed)}: ${what}`
  try {
    const ana = await anaOn({ devices: 2 + (seed % 2), ...options })
    const world: World = { ana, throws, typed: new Map(), rewritten: new Map() }
    for (let step = 0; step < (options.steps ?? 18); step += 1) await oneStep(world, step)
    for (const device of ana.devices) {
      device.online = true
      await ana.restart(device)
    }
    await meet(ana, 3)
    const broken = (await verdict(world)) ?? (await ana.signedTwice())
    return broken === null ? null : told(broken)
  } catch (error) {
    return told(error instanceof Error ? error.message : String(error))
  }
}

/** Null: the device was killed meanwhile, and started again. */
async function attempt<T>(
  { ana, throws }: World,
  device: Device,
  act: (session: Session) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const done = await Promise.race([act(device.session).then((value) => ({ value })), device.store.died])
  if (done !== "died" && !device.store.isDead()) return done
  const again = (throws() & 3) === 0
  await ana.restart(device, again ? { at: 1 + (throws() % 8), after: (throws() & 1) === 1 } : null)
  return null
}

async function oneStep(world: World, step: number): Promise<void> {
  const { ana, throws } = world
  const device = ana.devices[throws() % ana.devices.length]
  if (device === undefined) return
  switch (throws() % 12) {
    case 0:
      return ana.restart(device, { at: 1 + (throws() % 8), after: (throws() & 1) === 1 })
    case 1:
      return ana.clock.forward(86_400_000)
    case 2:
      device.online = (throws() & 1) === 1
      return
    case 3:
      await attempt(world, device, (s) => s.recovery.bringTogether())
      return
    case 4:
      // All at once: this is where places are fought for.
      await Promise.all(ana.devices.map((d) => attempt(world, d, (s) => s.recovery.bringTogether())))
      return
    case 5:
    case 6:
      await attempt(world, device, (s) => s.sync())
      return
    case 7:
      return rewrite(world, device, step)
    default:
      return write(world, device, step)
  }
}

async function write(world: World, device: Device, step: number): Promise<void> {
  const title = `${device.name} wrote ${String(step)}`
  const kept = await attempt(world, device, (s) => s.keep("matters.kept", { title, mine: "both", what: "" }))
  // Killed in the middle, it may have been kept or not: then nothing is claimed of it.
  if (kept !== null) world.typed.set(title, device.name)
}

/** An entry that names another one by its ref, perhaps one that waits still, perhaps of another device. */
async function rewrite(world: World, device: Device, step: number): Promise<void> {
  const seen = ownMatters(device)
  const one = seen[world.throws() % Math.max(1, seen.length)]
  if (one === undefined || world.rewritten.has(one.ref)) return
  const title = `${device.name} rewrote ${String(step)}`
  const body = { matter: one.ref, title, mine: "both", what: "" }
  const kept = await attempt(world, device, (s) => s.keep("matters.rewritten", body))
  world.typed.delete(one.title)
  world.rewritten.set(one.ref, kept === null ? "" : title)
}

const ownMatters = ({ session }: Device) => stateOf(session.snapshot().house, matters).own.matters

async function verdict({ ana, typed, rewritten }: World): Promise<string | null> {
  const [first, ...rest] = ana.devices
  if (first === undefined) return "no device"
  const [chain, house] = [await chainOn(first), JSON.stringify(first.session.snapshot().house.own)]
  for (const device of rest) {
    if ((await chainOn(device)).join() !== chain.join()) return `another chain on device ${device.name}`
    if (JSON.stringify(device.session.snapshot().house.own) !== house)
      return `another house on device ${device.name}`
  }
  for (const device of ana.devices) {
    const titles = ownMatters(device).map(({ title }) => title)
    for (const title of typed.keys()) {
      const times = titles.filter((t) => t === title).length
      if (times !== 1) return `“${title}” is there ${String(times)} times on device ${device.name}`
    }
    for (const [ref, title] of rewritten) {
      const found = ownMatters(device).find((m) => m.ref === ref)
      if (found === undefined) return `a ref no longer holds on device ${device.name}`
      if (title !== "" && found.title !== title) return `“${title}” was not taken on device ${device.name}`
    }
    const { setAside } = device.session.snapshot().house
    if (setAside.length > 0) return `something was set aside on device ${device.name}`
  }
  const back = await ana.another()
  const { returned } = back.session.snapshot().recovery ?? {}
  if (returned?.isTorn === true) return "an honest device's batch did not follow"
  return (await chainOn(back)).join().startsWith(chain.join()) ? null : "the sheet finds something else"
}
