import { createDevice, createLog, openBatch, sealBatch } from "#ledger"
import type { Tools } from "#ledger"
import { openMemoryStore } from "#relay"
import { matters, stateOf } from "#practices"
import { decodeHeader, fromBase64url, toBase64url, toHex } from "#wire"
import type { Bytes } from "#wire"
import { layOut } from "../../ledger/export-layout.ts"
import type { Keeper } from "../door/door.ts"
import type { RelayPort } from "../server/relay-port.ts"
import type { Session } from "../session/session.ts"
import type { Place } from "../sending/writing.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk, MortalStore } from "./disks.ts"
import { createRecoveryClient } from "../recovery/client.ts"
import { clockFrom, enter, phone, relayOrigin, toolsOf } from "./people.ts"
import type { TestClock } from "./people.ts"
import { linked } from "./linked.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"
import { sheetOf } from "./sheets.ts"

// Ana alone, on several devices: each came with her sheet, and none was let go. Tests only.

export interface Device {
  readonly name: string
  readonly disk: Disk
  keeper: Keeper
  session: Session
  store: MortalStore
  online: boolean
}
export interface Ana {
  readonly clock: TestClock
  readonly asked: Asked[]
  readonly relay: RelayPort
  readonly devices: Device[]
  readonly code: string
  /** What broke a rule of signing, if something did. */
  readonly signedTwice: () => Promise<string | null>
  readonly restart: (
    device: Device,
    kill?: { readonly at: number; readonly after: boolean } | null,
  ) => Promise<void>
  /** Another device of hers, with the sheet. */
  readonly another: (code?: string) => Promise<Device>
  /** An empty browser on the same relay. */
  readonly empty: () => Keeper
  /** Puts something at the next number of the store that was used last, as somebody could who knows its secrets. */
  readonly put: (kind: "noise" | "sealed") => Promise<void>
  /** What stands between her devices and the relay from now on. */
  readonly between: (how: (relay: RelayPort) => RelayPort) => void
}

export interface AnaOptions {
  readonly devices?: number
  /** The others were linked by the first one, and did not come with the sheet. */
  readonly linked?: boolean
  readonly place?: Place
}

/** Dice that remember what was drawn as a store's secret, and the batch key drawn right behind it: so a test can open what only her devices could. */
function remembering(): { readonly tools: Tools; readonly keyOf: (secret: string) => Bytes | null } {
  const tools = toolsOf()
  const drawn: Bytes[] = []
  return {
    tools: {
      ...tools,
      random: (n) => {
        const bytes = tools.random(n)
        if (n === 32) drawn.push(bytes)
        return bytes
      },
    },
    keyOf: (secret) => drawn[drawn.findIndex((bytes) => toBase64url(bytes) === secret) + 1] ?? null,
  }
}

/** Every entry that was ever sent in a batch, taken or not: one header has one signature, and one device signs one header for one place. */
async function sentTwice(
  asked: readonly Asked[],
  { tools, keyOf }: ReturnType<typeof remembering>,
): Promise<string | null> {
  const places = new Map<string, string>()
  for (const { method, path, headers, body } of asked) {
    const n = Number(/^\/api\/batches\/[^/]+\/(\d+)$/.exec(path)?.[1] ?? Number.NaN)
    if (method !== "PUT" || Number.isNaN(n)) continue
    const secret = /"goldseam-secret","([^"]+)"/.exec(headers)?.[1] ?? ""
    const [store, batchKey] = [fromBase64url(secret), keyOf(secret)]
    if (store === null || batchKey === null) return "a store nobody drew"
    const batch = await openBatch(tools, { store, batchKey, n }, body)
    if (!batch.ok) continue
    for (const { header: bytes, sig } of batch.value.entries) {
      const header = decodeHeader(bytes)
      if (!header.ok) return "sent what is no entry"
      const { device, seq, prev } = header.value
      const place = [toHex(device), seq, toHex(prev)].join(" ")
      const said = toHex(bytes) + toHex(sig)
      if ((places.get(place) ?? said) !== said) return `two entries for place ${String(seq)}`
      places.set(place, said)
    }
  }
  return places.size === 0 ? "nothing was ever sent" : null
}

export async function anaOn(options: AnaOptions = {}): Promise<Ana> {
  const clock = clockFrom()
  const asked: Asked[] = []
  const memory = remembering()
  const real = honestRelay(clock, {
    store: openMemoryStore(),
    batchLimits: { batchesPerDay: 1e9, begunPerHour: 1e9 },
  })
  const more = options.place === undefined ? {} : { place: options.place }
  let how = (relay: RelayPort): RelayPort => relay
  const relay = noting({ fetch: (request) => how(real).fetch(request) }, asked)
  const opening = (device: Pick<Device, "disk">, store: MortalStore): Keeper => {
    const line: RelayPort = {
      fetch: (request) =>
        devices.find(({ disk }) => disk === device.disk)?.online === false
          ? Promise.reject(new TypeError("offline"))
          : relay.fetch(request),
    }
    return phone({ relay: mortalPort(line, store), store, clock, tools: memory.tools, more })
  }
  const devices: Device[] = []
  const disk: Disk = new Map()
  const store = mortalStore(disk, null)
  const keeper = opening({ disk }, store)
  devices.push({ name: "0", disk, keeper, store, session: await enter(keeper), online: true })
  await devices[0]?.session.keep("matters.kept", { title: "First", mine: "unsure", what: "" })
  const { code } = await sheetOf(keeper)
  const ana: Ana = {
    clock,
    asked,
    relay,
    devices,
    code,
    signedTwice: () => sentTwice(asked, memory),
    between: (next) => (how = next),
    empty: () => opening({ disk: new Map() }, mortalStore(new Map(), null)),
    put: async (kind) => {
      const last = asked.findLast(({ path }) => path.startsWith("/api/batches/"))
      const secret = /"goldseam-secret","([^"]+)"/.exec(last?.headers ?? "")?.[1] ?? ""
      const [of, batchKey] = [fromBase64url(secret), memory.keyOf(secret)]
      if (of === null || batchKey === null) throw new Error("no store")
      const client = createRecoveryClient({ fetch: (request) => how(real).fetch(request) }, relayOrigin)
      const served = await client.batches(of, 0)
      const n = served === "away" ? 0 : served.count
      const stranger = await createLog(memory.tools, await createDevice(memory.tools))
      const entries = [stranger.entry]
      const sealed = await sealBatch(memory.tools, { store: of, batchKey, n }, { day: "2026-11-24", entries })
      const bytes = kind === "sealed" ? sealed : memory.tools.random(sealed.length)
      if ((await client.add(of, n, bytes)) !== "stored") throw new Error("not put")
    },
    restart: async (device, kill = null) => {
      device.store.kill()
      let next = kill
      for (;;) {
        device.store = mortalStore(device.disk, next)
        device.keeper = opening(device, device.store)
        const session = await Promise.race([enter(device.keeper), device.store.died])
        if (session !== "died") {
          device.session = session
          return
        }
        next = null
      }
    },
    another: async (by = code) => {
      const fresh: Disk = new Map()
      const on = mortalStore(fresh, null)
      const empty = opening({ disk: fresh }, on)
      const brought = await empty.returnWith(by)
      if (!brought.ok) throw new Error(brought.because)
      const device = {
        name: String(devices.length),
        disk: fresh,
        keeper: empty,
        store: on,
        session: brought.session,
        online: true,
      }
      devices.push(device)
      return device
    },
  }
  for (let n = 1; n < (options.devices ?? 2); n += 1)
    if (options.linked === true) devices.push(await linkedTo(devices, opening))
    else await ana.another()
  // The letters of a link lie in stores of their own, which hold no batches.
  if (options.linked === true) asked.splice(0)
  await meet(ana)
  return ana
}

async function linkedTo(
  devices: readonly Device[],
  opening: (device: Pick<Device, "disk">, store: MortalStore) => Keeper,
): Promise<Device> {
  const [first] = devices
  if (first === undefined) throw new Error("nobody to link to")
  const disk: Disk = new Map()
  const store = mortalStore(disk, null)
  const keeper = opening({ disk }, store)
  const { laptop: session } = await linked({ phone: first.keeper, ana: first.session, laptop: keeper })
  await first.session.sync()
  await first.session.linking.putAway()
  return { name: String(devices.length), disk, keeper, store, session, online: true }
}

/** Every device is opened and brings all together, until nothing moves any more. */
export async function meet(ana: Ana, rounds = 2): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    for (const device of ana.devices) {
      await device.session.sync()
      await device.session.recovery.bringTogether()
    }
}

export const keep = (device: Pick<Device, "session">, title: string): Promise<unknown> =>
  device.session.keep("matters.kept", { title, mine: "unsure", what: title })

export const titlesOn = ({ session }: Pick<Device, "session">): readonly string[] =>
  stateOf(session.snapshot().house, matters).own.matters.map((m) => m.title)

/** The private log as it stands on a device: hex of its headers. */
export async function chainOn({ keeper }: Pick<Device, "keeper">): Promise<readonly string[]> {
  const made = await keeper.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  return layOut(made.file).logs.flatMap(({ entries }) => entries.map(({ entry }) => toHex(entry.header)))
}
