import { openMemoryStore } from "#relay"
import { fromBase64url } from "#wire"
import { expect, test } from "vitest"
import { older } from "../testing/losing.ts"
import { clockFrom, enter, phone } from "../testing/people.ts"
import { duo, linkFrom, looks, stepOf, together } from "../testing/duo.ts"
import { honestRelay } from "../testing/relays.ts"
import type { RelayPort } from "../server/relay-port.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"

// What waits: through a clock that jumps, a relay that forgot or has no room, and two tabs that write at once.

const hour = 3_600_000
const day = 24 * hour
const titles = (d: Awaited<ReturnType<typeof together>>): string =>
  JSON.stringify(d.ana.snapshot().house.shared)

test("a clock that is set back while something waits its day makes it wait one day from then on, not longer", async () => {
  const d = await together()
  d.clock.forward(5 * day)
  await d.ben.queue("matters.opened", { title: "After a day" }, { holdMinutes: 24 * 60 })
  d.clock.forward(-5 * day)
  await looks(d)
  d.clock.forward(23 * hour)
  await looks(d)
  expect(titles(d)).not.toContain("After a day")
  d.clock.forward(hour + 1)
  await looks(d)
  expect(titles(d)).toContain("After a day")
})

/** A pair whose relay can be put in the place of another one. */
async function movable() {
  const clock = clockFrom()
  let other: RelayPort | null = null
  const d = await together({
    clock,
    between: (relay) => ({ fetch: (request) => (other ?? relay).fetch(request) }),
  })
  return { d, clock, put: (next: RelayPort | null) => (other = next) }
}

test("a relay that has forgotten everything is given it back by the first who looks; what is new waits for the other, and goes then", async () => {
  const { d, clock, put } = await movable()
  await d.ben.queue("matters.opened", { title: "Before" }, { holdMinutes: 0 })
  await looks(d)
  const store = openMemoryStore()
  put(honestRelay(clock, { store }))
  await d.ben.queue("matters.opened", { title: "Written meanwhile" }, { holdMinutes: 0 })
  await d.ben.sync()
  expect(d.ben.snapshot()).toMatchObject({
    server: "went-back",
    alarm: null,
    connection: "on",
    together: true,
  })
  expect(d.ben.snapshot().waiting.length).toBe(1)
  await looks(d)
  expect([d.ben.snapshot().server, d.ana.snapshot().server]).toEqual([undefined, undefined])
  for (const title of ["Before", "Written meanwhile"]) expect(titles(d)).toContain(title)
})

test.each([
  ["in which Ana is not known yet", -2],
  ["that lacks the last entry", 1],
])(
  "a relay put back from an older copy %s learns it from its own word; nobody is accused, nothing is lost, and one may choose not to wait",
  async (_, less) => {
    const clock = clockFrom()
    const relayStore = openMemoryStore()
    let other: RelayPort | null = null
    const d = await together({
      clock,
      relayStore,
      between: (relay) => ({ fetch: (request) => (other ?? relay).fetch(request) }),
    })
    await d.ben.queue("matters.opened", { title: "Before" }, { holdMinutes: 0 })
    await looks(d)
    const name = d.asked.findLast(({ path }) => path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
    const logId = fromBase64url(name) ?? new Uint8Array(32)
    const all = (await relayStore.read(logId, 0, 1000)).entries
    const store = await older(relayStore, logId, less < 0 ? all.length + less : less, [])
    other = honestRelay(clock, { store })
    await d.ana.sync()
    expect(d.ana.snapshot()).toMatchObject({ server: "went-back", alarm: null })
    expect((await store.read(logId, 0, 1000)).entries).toEqual(all)
    await d.ana.queue("matters.opened", { title: "Afterwards" }, { holdMinutes: 0 })
    await d.ana.sync()
    expect(d.ana.snapshot().waiting.length).toBe(1)
    await d.ana.goOn()
    expect(d.ana.snapshot()).toMatchObject({ alarm: null, waiting: [] })
    expect(d.ana.snapshot().server).toBeUndefined()
    await looks(d)
    expect(d.ben.snapshot().alarm).toBeNull()
    for (const title of ["Before", "Afterwards"]) expect(titles(d)).toContain(title)
  },
)

test("who asked to join while the relay forgot the invitation is told so, and the asking goes on afterwards", async () => {
  const clock = clockFrom()
  let other: RelayPort | null = null
  const d = await duo({
    clock,
    between: (relay) => ({ fetch: (request) => (other ?? relay).fetch(request) }),
  })
  await d.ana.invite.join(await linkFrom(d.ben), "Ana")
  expect(stepOf(d.ana)).toBe("asked")
  other = honestRelay(clock)
  await d.ana.sync()
  expect(d.ana.snapshot().server).toBe("forgot")
  expect(stepOf(d.ana)).toBe("asked")
  other = null
  await looks(d)
  expect(stepOf(d.ben)).toBe("request")
})

test("a relay without room is not a missing connection: it is said, and what waits goes once there is room", async () => {
  const clock = clockFrom()
  let isFull = false
  const d = await together({
    clock,
    between: (relay) => ({
      fetch: (request) =>
        isFull && request.method === "POST"
          ? Promise.resolve(Response.json({ type: "full" }, { status: 507 }))
          : relay.fetch(request),
    }),
  })
  isFull = true
  await d.ben.queue("matters.opened", { title: "Waits for room" }, { holdMinutes: 0 })
  await looks(d)
  expect(d.ben.snapshot()).toMatchObject({ server: "full", connection: "on", alarm: null })
  isFull = false
  await looks(d)
  expect(d.ben.snapshot().server).toBeUndefined()
  expect(titles(d)).toContain("Waits for room")
})

test("two tabs on one page: each takes over what the other wrote, and what was typed last stays", async () => {
  const disk: Disk = new Map()
  const wakes: ((why: "look" | "written") => void)[] = []
  const tab = () =>
    enter(
      phone({
        store: memoryStore(disk),
        more: {
          wake: (onWake) => {
            wakes.push(onWake)
            return () => undefined
          },
          onWritten: () => setTimeout(() => wakes.forEach((wake) => wake("written")), 0),
        },
      }),
    )
  const [one, two] = [await tab(), await tab()]
  one.setDraft("x", "first")
  await one.flush()
  await expect.poll(() => two.draft("x")).toBe("first")
  two.setDraft("x", "first, and more")
  two.setDraft("y", "beside it")
  await two.flush()
  await expect.poll(() => [one.draft("x"), one.draft("y")]).toEqual(["first, and more", "beside it"])
  two.dropDraft("y")
  await two.flush()
  await expect.poll(() => one.draft("y")).toBe("")
})

test("the same words chosen twice, by a second press or in another tab, go once; said again after other ones, they go again", async () => {
  const d = await together()
  const { ref, version } = await d.ana.queue("matters.opened", { title: "The money" }, { holdMinutes: 0 })
  await looks(d)
  const seen = d.ben.snapshot().house.shared
  expect(JSON.stringify(seen)).toContain("The money")
  const target = { ref, version }
  const note = (of: string) =>
    d.ben.queue("matters.remarked", { target, remark: "left-out", note: of }, { holdMinutes: 10 })
  const first = await note("The dates.")
  expect(await note("The dates.")).toEqual(first)
  await note("The names.")
  expect(await note("The dates.")).not.toEqual(first)
  expect(d.ben.snapshot().waiting).toHaveLength(3)
  await d.ben.takeBack(first.ref)
  // Taken back, they may be chosen anew.
  await d.ben.takeAllBack()
  expect(d.ben.snapshot().waiting).toHaveLength(0)
  await note("The dates.")
  expect(d.ben.snapshot().waiting).toHaveLength(1)
  // Another day they are other words.
  d.clock.forward(day)
  await note("The dates.")
  expect(d.ben.snapshot().waiting).toHaveLength(2)
})

test("locked in the very moment of sending: the words wait once, also when they are sent from the page again", async () => {
  const disk: Disk = new Map()
  const store = memoryStore(disk)
  const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isHeld = false
  const batch: typeof store.batch = async (ops) => {
    const written = await store.batch(ops)
    if (isHeld) {
      reached.resolve()
      await go.promise
    }
    return written
  }
  const keeper = phone({ store: { ...store, batch } })
  const ana = await enter(keeper)
  await ana.keep("matters.kept", { title: "Her own", mine: "unsure", what: "" })
  isHeld = true
  const sending = ana.queue("matters.opened", { title: "The money" }, { holdMinutes: 10 })
  await reached.promise
  keeper.lock()
  isHeld = false
  go.resolve()
  await expect(sending).rejects.toThrow("locked")
  const again = await enter(phone({ disk }))
  expect(again.snapshot().waiting).toHaveLength(1)
  const { ref } = await again.queue("matters.opened", { title: "The money" }, { holdMinutes: 10 })
  expect(again.snapshot().waiting.map((w) => w.ref)).toEqual([ref])
})
