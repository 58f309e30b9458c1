import { fileLimits, partCount, sealedSize } from "#wire"
import { expect, test, vi } from "vitest"
import type { RelayPort } from "../server/relay-port.ts"
import { looks, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { pictureOf, picturesIn, sees, show, shownIn } from "../testing/pictures.ts"

// The gate of the queue: what names a picture goes once the relay has all of the picture, and not before. Whatever comes between, it waits or goes on; nothing is
// lost, and the others never read of a picture that is nowhere.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const week = 7 * 86_400_000
const picture = pictureOf(700_000)

type Wire = (request: Request, on: RelayPort["fetch"]) => Promise<Response>
/** A pair, and what stands between Ana and the relay. */
async function world() {
  let wire: Wire = (request, on) => on(request)
  const d = await together({
    between: (relay, side) => (side === "ana" ? { fetch: (request) => wire(request, relay.fetch) } : relay),
  })
  return { d, on: (next: Wire) => (wire = next), open: () => (wire = (request, on) => on(request)) }
}
const of = (d: Duo, method: string): readonly string[] =>
  d.asked.filter((one) => one.method === method && one.path.includes("/files/")).map(({ path }) => path)
const isPut = (request: Request): boolean => request.method === "PUT" && request.url.includes("/files/")
const lost = (): Promise<Response> => Promise.reject(new TypeError("the connection was lost"))
const refusal = (status: number, type: string) => async (): Promise<Response> =>
  Response.json({ type }, { status })

test("the words go only when all of the picture is there: at every part at which the connection breaks off, nobody reads anything yet", async () => {
  const { d, on, open } = await world()
  await show(d.ana, "Garden", [picture])
  for (let parts = 0; parts < 3; parts += 1) {
    let puts = 0
    on((request, to) => (isPut(request) && (puts += 1) > 1 ? lost() : to(request)))
    await looks(d)
    expect([shownIn(d.ben).length, d.ana.snapshot().waiting.length]).toEqual([0, 1])
    expect(of(d, "PUT").length).toBe(parts + 1)
    await d.restart("ana")
  }
  open()
  await looks(d)
  expect([await sees(d.ben, "Garden", picture), d.ana.snapshot().waiting.length]).toEqual(["same", 0])
  // No part went twice.
  expect(new Set(of(d, "PUT")).size).toBe(of(d, "PUT").length)
})

test("a week without a connection: the words and the picture wait, and both go; other words go before them where they name nothing of it", async () => {
  const { d, on, open } = await world()
  on(lost)
  await show(d.ana, "Garden", [picture])
  for (let day = 0; day < 7; day += 1) {
    d.clock.forward(week / 7)
    await d.ana.sync()
    await d.restart("ana")
  }
  expect(d.ana.snapshot().waiting.length).toBe(1)
  on((request, to) => (isPut(request) ? lost() : to(request)))
  const { ref } = await d.ana.queue("matters.opened", { title: "Beside it" }, { holdMinutes: 0 })
  await looks(d)
  expect([d.ana.whereIs(ref).at, d.ana.snapshot().waiting.length]).toEqual(["server", 1])
  open()
  await looks(d)
  expect(await sees(d.ben, "Garden", picture)).toBe("same")
})

test("what is held is nobody's business: no part of its picture goes before; taken back in time, the relay never heard of it", async () => {
  const { d } = await world()
  const ref = await show(d.ana, "Held", [picture], 60)
  await looks(d)
  expect(of(d, "PUT")).toEqual([])
  await d.ana.takeBack(ref)
  await looks(d)
  expect([of(d, "PUT"), of(d, "DELETE"), d.ana.files.bytes()]).toEqual([[], [], 0])
})

test("taken back while its picture is on the way: what the relay has of it goes there too, also after a week without a connection", async () => {
  const { d, on, open } = await world()
  let puts = 0
  on((request, to) => (isPut(request) && (puts += 1) > 2 ? lost() : to(request)))
  const ref = await show(d.ana, "Halfway", [picture])
  await looks(d)
  on(lost)
  await d.ana.takeBack(ref)
  expect([d.ana.snapshot().waiting, d.ana.files.bytes()]).toEqual([[], 0])
  await d.restart("ana")
  d.clock.forward(week)
  open()
  await looks(d)
  expect(of(d, "DELETE").length).toBe(1)
  await looks(d)
  expect(of(d, "DELETE").length).toBe(1)
  expect(shownIn(d.ben)).toEqual([])
})

test("a relay without room, and one that takes no more from her just now, are each said; the words wait with the picture, and go later", async () => {
  const { d, on, open } = await world()
  for (const [status, type, said] of [
    [507, "full", "full"],
    [429, "too-many", "limit"],
  ] as const) {
    on((request, to) => (isPut(request) ? refusal(status, type)() : to(request)))
    await show(d.ana, type, [picture])
    await looks(d)
    expect([d.ana.snapshot().filesWait, d.ana.snapshot().waiting.length]).toEqual([said, 1])
    open()
    await looks(d)
    expect([d.ana.snapshot().filesWait, await sees(d.ben, type, picture)]).toEqual([undefined, "same"])
  }
})

test("the relay's own limit for a day: what fits goes, what does not waits and goes the next day", async () => {
  const { d } = await world()
  const large = pictureOf(fileLimits.bytes)
  for (const words of ["one", "two", "three"]) await show(d.ana, words, [large])
  for (let i = 0; i < 3; i += 1) await d.ana.sync()
  expect([shownIn(d.ana).length, d.ana.snapshot().filesWait]).toEqual([2, "limit"])
  d.clock.forward(2 * 86_400_000)
  for (let i = 0; i < 3; i += 1) await d.ana.sync()
  expect([shownIn(d.ana).length, d.ana.snapshot().filesWait]).toEqual([3, undefined])
}, 60_000)

test("refused for good, it stays here to be read, with its picture, and holds nothing else back", async () => {
  const { d, on, open } = await world()
  on((request, to) => (isPut(request) ? refusal(403, "refused")() : to(request)))
  const ref = await show(d.ana, "Refused", [picture])
  await looks(d)
  expect(d.ana.whereIs(ref)).toEqual({ at: "not-sent", because: "house.file-refused" })
  const [waits] = d.ana.snapshot().waiting
  const named = picturesIn(waits?.body)[0]
  const read = await d.ana.files.read(ref, named)
  expect(read.ok && read.value.join() === picture.join()).toBe(true)
  open()
  await show(d.ana, "Another", [picture])
  await looks(d)
  expect([await sees(d.ben, "Another", picture), shownIn(d.ben).length]).toEqual(["same", 1])
  await d.ana.takeBack(ref)
  expect(d.ana.snapshot().waiting).toEqual([])
})

test("a picture that this device lost before it went: the words stay here, and are not sent without it", async () => {
  const { d, on, open } = await world()
  on((request, to) => (isPut(request) ? lost() : to(request)))
  const ref = await show(d.ana, "Gone", [picture])
  await looks(d)
  for (const [table, rows] of d.disks.ana) if (table.endsWith("/parts")) rows.clear()
  await d.restart("ana")
  open()
  await looks(d)
  expect(d.ana.whereIs(ref)).toEqual({ at: "not-sent", because: "house.file-lost" })
  expect(shownIn(d.ben)).toEqual([])
})

test("what the relay does not have is missing, and what it has changed as well: never an empty picture, and asked for again at the next look", async () => {
  const large = pictureOf(fileLimits.comesAlong + 1)
  let wire: Wire = (request, to) => to(request)
  const e = await together({
    between: (relay, side) => (side === "ben" ? { fetch: (request) => wire(request, relay.fetch) } : relay),
  })
  await show(e.ana, "Garden", [large])
  await looks(e)
  const isGet = (request: Request): boolean => request.method === "GET" && request.url.includes("/files/")
  wire = (request, to) => (isGet(request) ? refusal(404, "nothing-here")() : to(request))
  expect(await sees(e.ben, "Garden", large)).toBe("missing")
  wire = async (request, to) => {
    const answer = await to(request)
    if (!isGet(request) || !request.url.endsWith("/1")) return answer
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return new Response(
      Uint8Array.from(bytes, (byte, i) => (i === 7 ? byte ^ 1 : byte)),
      { headers: answer.headers },
    )
  }
  expect(await sees(e.ben, "Garden", large)).toBe("missing")
  expect(e.ben.files.bytes()).toBe(0)
  wire = (request, to) => (isGet(request) ? lost() : to(request))
  expect(await sees(e.ben, "Garden", large)).toBe("away")
  let gets = 0
  wire = (request, to) => (isGet(request) && (gets += 1) > 2 ? lost() : to(request))
  expect(await sees(e.ben, "Garden", large)).toBe("away")
  await e.restart("ben")
  gets = -100
  wire = (request, to) => {
    if (isGet(request)) gets += 1
    return to(request)
  }
  expect(await sees(e.ben, "Garden", large)).toBe("same")
  // What had come before was not asked for again.
  expect(gets + 100).toBe(partCount(sealedSize(20)) - 2)
})
