import type { Keeper } from "../door/door.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import { linked } from "./linked.ts"
import { dice } from "./people.ts"
import { pairOfTwo, says } from "./sheets.ts"
import type { SheetPair } from "./sheets.ts"

// One law, many seeds: Ana on two or three devices, Ben on one, over an honest relay. They keep and share in every order, with and without a connection; sheets are
// made and devices go, so stores move. Whatever is late, nobody is ever told that something is lacking. Tests only.

interface Own {
  readonly keeper: Keeper
  readonly session: Session
  online: boolean
}

export const lacks = (of: Session): boolean => of.snapshot().recovery?.copying?.lacks === true

/** Null when the law held; else what broke, in a line. `between` stands between the last device and the relay. */
export async function runSeenLaw(
  seed: number,
  between: (relay: RelayPort) => RelayPort = (relay) => relay,
): Promise<string | null> {
  const throws = dice(seed)
  const pair = await pairOfTwo()
  const devices: Own[] = [{ keeper: pair.keepers.ana, session: pair.ana, online: true }]
  for (let n = 0; n < 1 + (seed % 2); n += 1) await addTo(devices, pair, n === seed % 2 ? between : (r) => r)
  for (let step = 0; step < 30; step += 1) {
    const device = devices[throws() % devices.length]
    if (device !== undefined) await oneStep(pair, devices, device, throws)
    const told = devices.findIndex(({ session }) => lacks(session))
    if (told >= 0) return `seed ${String(seed)}, step ${String(step)}: device ${String(told)} lacks something`
  }
  for (const device of devices) device.online = true
  for (let round = 0; round < 3; round += 1) {
    for (const { session } of devices) await brings(session)
    if (devices.some(({ session }) => lacks(session))) return `seed ${String(seed)}: lacking in the end`
  }
  return null
}

async function addTo(
  devices: Own[],
  pair: SheetPair,
  between: (relay: RelayPort) => RelayPort,
): Promise<void> {
  const [first] = devices
  if (first === undefined) return
  const own: { online: boolean } = { online: true }
  const through = between(pair.relay)
  const relay: RelayPort = {
    fetch: (request) => (own.online ? through.fetch(request) : Promise.reject(new TypeError("offline"))),
  }
  const keeper = pair.empty({ relay })
  const { laptop: session } = await linked({ phone: first.keeper, ana: first.session, laptop: keeper })
  await first.session.sync()
  await first.session.linking.putAway()
  devices.push(Object.assign(own, { keeper, session }))
}

async function brings(session: Session): Promise<void> {
  await session.sync()
  await session.recovery.bringTogether()
}

async function oneStep(pair: SheetPair, devices: Own[], device: Own, throws: () => number): Promise<void> {
  const { session } = device
  const title = `Said ${String(throws())}`
  switch (throws() % 12) {
    case 0:
      return pair.clock.forward(86_400_000)
    case 1:
      // The first is reached always: the others were linked by it.
      device.online = device === devices[0] || (throws() & 1) === 1
      return
    case 2:
    case 3:
      return void (await session.keep("matters.kept", { title, mine: "both", what: "" }))
    case 4:
    case 5:
    case 6:
      return void (await says(session, title))
    case 7:
      return void (await says(pair.ben, title))
    case 8:
      await Promise.all(devices.map((one) => brings(one.session)))
      return
    case 9:
      return moves(device, devices, throws)
    default:
      return brings(session)
  }
}

/** A new sheet, or a device that goes: both draw a new store. */
async function moves(device: Own, devices: Own[], throws: () => number): Promise<void> {
  const [first] = devices
  if ((throws() & 3) !== 0) return void (await device.keeper.makeSheet(null))
  const last = first?.session
    .snapshot()
    .here?.find(({ isMe }) => isMe)
    ?.devices.findLast((d) => d.mayGo)
  if (devices.length < 3 || last === undefined) return
  await first?.keeper.letGo(null, last.id)
  await first?.session.sync()
  devices.pop()
}
