import type { Place } from "../sending/writing.ts"
import type { Session } from "../session/session.ts"
import { clockFrom, dice, enter, phone } from "./people.ts"
import type { TestClock } from "./people.ts"
import { mortalPort, mortalStore } from "./disks.ts"
import type { Disk, MortalStore } from "./disks.ts"
import { calm, flaky } from "./flaky.ts"
import type { Flaky } from "./flaky.ts"
import { honestRelay, noting } from "./relays.ts"
import type { Asked } from "./relays.ts"
import { doubleSignatures } from "./transcript.ts"

// One law, many seeds: two phones with the app's own keeper, queue, sync and store modules, one real relay function, a connection that drops, repeats, delays and
// goes away, both writing at once, and either killed at any write. At the end both hold the same record and tell the same house, and nothing chosen was lost.

interface Person {
  readonly name: string
  readonly disk: Disk
  readonly line: Flaky
  readonly private: Set<string>
  /** Refs chosen to go, in order, and not taken back. */
  readonly chosen: Set<string>
  readonly matters: string[]
  store: MortalStore
  session: Session
}

export interface LawOptions {
  /** Plants a client that seals and signs otherwise. */
  readonly place?: Place
  readonly steps?: number
}

/** Null when the law held; else what broke, in a line. */
export async function runLaw(seed: number, options: LawOptions = {}): Promise<string | null> {
  const throws = dice(seed)
  const clock = clockFrom()
  const asked: Asked[] = []
  const limits = { appendsPerMinute: 1e9, entriesPerDay: 1e9, bytesPerDay: 1e12 }
  const relay = noting(honestRelay(clock, { limits }), asked)
  const world: World = { throws, clock, options, people: [] }
  for (const name of ["Ana", "Ben"]) world.people.push(await born(world, name, flaky(relay, throws)))
  try {
    await walk(world)
    for (let step = 0; step < (options.steps ?? 24); step += 1) await oneStep(world)
    await calmDown(world)
  } catch (error) {
    return `seed ${String(seed)}: ${error instanceof Error ? error.message : String(error)}`
  }
  const broken = verdict(world) ?? doubleSignatures(asked)
  return broken === null ? null : `seed ${String(seed)}: ${broken}`
}

interface World {
  readonly throws: () => number
  readonly clock: TestClock
  readonly options: LawOptions
  readonly people: Person[]
}

async function born(world: World, name: string, line: Flaky): Promise<Person> {
  const disk: Disk = new Map()
  const store = mortalStore(disk, null)
  const session = await opened(world, line, store)
  return { name, disk, line, store, session, private: new Set(), chosen: new Set(), matters: [] }
}

function opened(world: World, line: Flaky, store: MortalStore): Promise<Session> {
  const more = world.options.place === undefined ? {} : { place: world.options.place }
  return enter(phone({ relay: mortalPort(line.port, store), store, clock: world.clock, more }))
}

/** The phone is killed and started again, with or without a date for its next death. */
async function restart(world: World, person: Person, mayDie: boolean): Promise<void> {
  person.store.kill()
  for (;;) {
    const dies = mayDie && (world.throws() & 3) === 0
    const kill = dies ? { at: 1 + (world.throws() % 12), after: (world.throws() & 1) === 1 } : null
    const store = mortalStore(person.disk, kill)
    const session = await Promise.race([opened(world, person.line, store), store.died])
    if (session === "died") continue
    person.store = store
    person.session = session
    return
  }
}

/** Does something on a phone; if it is killed meanwhile, starts it again. The answer is null then. */
async function attempt<T>(
  world: World,
  person: Person,
  act: (session: Session) => Promise<T>,
): Promise<T | null> {
  const done = await Promise.race([act(person.session).then((value) => ({ value })), person.store.died])
  if (done !== "died") return done.value
  await restart(world, person, true)
  return null
}

const stormy = { lost: 20, unanswered: 24, repeated: 24, late: 16, offline: 8 }

/** The whole invitation, in bad weather, with a kill now and then, until both are together. */
async function walk(world: World): Promise<void> {
  const [ana, ben] = world.people
  if (ana === undefined || ben === undefined) throw new Error("nobody")
  for (const person of [ana, ben]) {
    await write(world, person)
    person.line.setWeather(stormy)
  }
  let link = ""
  for (let round = 0; round < 400; round += 1) {
    if ((world.throws() & 15) === 0) await restart(world, (world.throws() & 1) === 0 ? ana : ben, true)
    link = (await bensTurn(world, ben)) || link
    await anasTurn(world, ana, link)
    if (ana.session.snapshot().together && ben.session.snapshot().together) return
    world.clock.forward(30_000)
  }
  throw new Error(
    `never together: ${ana.session.snapshot().invite.step} ${ben.session.snapshot().invite.step}`,
  )
}

async function bensTurn(world: World, ben: Person): Promise<string> {
  await attempt(world, ben, (s) => s.sync())
  const { invite } = ben.session.snapshot()
  if (invite.step === "none") await attempt(world, ben, (s) => s.invite.start())
  if (invite.step === "request") await attempt(world, ben, (s) => s.invite.accept())
  if (invite.step === "compare") await attempt(world, ben, (s) => s.invite.answer("same"))
  if (invite.step === "stopped") throw new Error(`stopped: ${invite.because}`)
  return invite.step === "link" ? invite.link : ""
}

async function anasTurn(world: World, ana: Person, link: string): Promise<void> {
  await attempt(world, ana, (s) => s.sync())
  const { invite } = ana.session.snapshot()
  if (invite.step === "none" && link !== "") await attempt(world, ana, (s) => s.invite.join(link, "Ana"))
  if (invite.step === "compare") await attempt(world, ana, (s) => s.invite.answer("same"))
  if (invite.step === "stopped") throw new Error(`stopped: ${invite.because}`)
}

async function oneStep(world: World): Promise<void> {
  const person = world.people[world.throws() % world.people.length]
  if (person === undefined) return
  switch (world.throws() % 9) {
    case 0:
      return restart(world, person, true)
    case 1:
      return world.clock.forward((world.throws() % 30) * 60_000)
    case 2:
      return takeBack(world, person)
    case 3:
    case 4:
      // Both at once: this is where places are fought for.
      await Promise.all(world.people.map((p) => attempt(world, p, (s) => s.sync())))
      return
    case 5:
      await attempt(world, person, (s) => s.sync())
      return
    default:
      return write(world, person)
  }
}

async function write(world: World, person: Person): Promise<void> {
  const title = `${person.name} ${String(world.throws() % 1000)}`
  if ((world.throws() & 3) === 0) {
    const kept = await attempt(world, person, (s) =>
      s.keep("matters.kept", { title, mine: "both", what: title }),
    )
    if (kept !== null) person.private.add(kept.ref)
    return
  }
  const holdMinutes = (world.throws() & 3) === 0 ? 10 : 0
  const matter = person.matters[world.throws() % Math.max(1, person.matters.length)]
  const isHurt = matter !== undefined && (world.throws() & 1) === 0
  const kind = isHurt ? "matters.hurt-said" : "matters.opened"
  const body = isHurt ? { matter, happened: title, did: "", need: "" } : { title }
  if (!person.session.may(kind, body).ok) throw new Error(`may not ${kind}`)
  const chosen = await attempt(world, person, (s) => s.queue(kind, body, { holdMinutes }))
  if (chosen === null) return
  person.chosen.add(chosen.ref)
  if (!isHurt) person.matters.push(chosen.ref)
}

async function takeBack(world: World, person: Person): Promise<void> {
  const refs = [...person.chosen]
  const ref = refs[world.throws() % Math.max(1, refs.length)]
  if (ref === undefined) return
  // Killed in the middle, it may have been done or not: then nothing is claimed of it.
  person.chosen.delete(ref)
  await attempt(world, person, (s) => s.takeBack(ref))
}

/** The weather clears, all holds end, and both look until nothing moves any more. */
async function calmDown(world: World): Promise<void> {
  world.clock.forward(3_600_000)
  for (const person of world.people) {
    person.line.setWeather(calm)
    await restart(world, person, false)
    await person.line.settle()
  }
  for (let round = 0; round < 12; round += 1) for (const person of world.people) await person.session.sync()
}

function verdict(world: World): string | null {
  const [ana, ben] = world.people.map((person) => person.session.snapshot())
  if (ana === undefined || ben === undefined) return "nobody"
  for (const [i, person] of world.people.entries()) {
    const seen = i === 0 ? ana : ben
    if (seen.alarm !== null) return `${person.name} has an alarm: ${seen.alarm}`
    if (seen.waiting.length > 0) return `${person.name} still has ${String(seen.waiting.length)} waiting`
    for (const ref of person.chosen) {
      const where = person.session.whereIs(ref)
      if (where.at !== "server") return `${person.name}: chosen and not there: ${where.at}`
    }
    const own = JSON.stringify(seen.house.own)
    for (const ref of person.private) if (!own.includes(ref)) return `${person.name} lost a page of their own`
  }
  const sides = [ana, ben].map(({ house }) =>
    JSON.stringify([
      house.shared,
      house.standing,
      house.setAside.filter((s) => s.log === "shared"),
      house.later,
    ]),
  )
  if (sides[0] !== sides[1]) return "two different houses"
  if (ana.house.setAside.length + ben.house.setAside.length > 0) return "something was set aside"
  return null
}
