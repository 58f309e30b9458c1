import { expect, test } from "vitest"
import { clockFrom, enter, phone } from "./testing/people.ts"
import { duo, linkFrom, looks, stepOf, together } from "./testing/duo.ts"
import { honestRelay } from "./testing/relays.ts"
import type { RelayPort } from "./relay-port.ts"
import { memoryStore } from "./store/memory.ts"
import type { Disk } from "./store/memory.ts"

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

test("a relay that has forgotten everything is said to have, nothing is signed for it, and what waits goes once it has its data back", async () => {
  const { d, clock, put } = await movable()
  const posts: string[] = []
  const empty = honestRelay(clock)
  put({
    fetch: (request) => {
      if (request.method !== "GET" && !request.url.includes("/api/sign-in/")) posts.push(request.url)
      return empty.fetch(request)
    },
  })
  await d.ben.queue("matters.opened", { title: "Written meanwhile" }, { holdMinutes: 0 })
  await looks(d)
  for (const who of [d.ben, d.ana]) {
    expect(who.snapshot()).toMatchObject({ server: "forgot", alarm: null, connection: "on", together: true })
  }
  expect(posts).toEqual([])
  expect(d.ben.snapshot().waiting.length).toBe(1)
  put(null)
  await looks(d)
  expect(d.ben.snapshot().server).toBeUndefined()
  expect(titles(d)).toContain("Written meanwhile")
})

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
