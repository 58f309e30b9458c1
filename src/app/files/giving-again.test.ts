import { openMemoryStore } from "#relay"
import { decodeRef, fileLimits, partCount, piecesFor, sealedSize } from "#wire"
import type { Bytes } from "#wire"
import { expect, test, vi } from "vitest"
import type { Duo } from "../testing/duo.ts"
import { linked } from "../testing/linked.ts"
import { dropped, logOf, losingWorld, older, rounds } from "../testing/losing.ts"
import { phone } from "../testing/people.ts"
import { blobOf, pictureOf, picturesIn, sees, show, shownIn } from "../testing/pictures.ts"

// A relay that lost files has them again from the device that stored them (spec/relay.md §14): all of its own, none that was taken back, and a little at a time.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const [one, two] = [pictureOf(600_000), pictureOf(600_000, 1)]

const blobsIn = (d: Duo, words: string): readonly Bytes[] =>
  shownIn(d.ana).flatMap((shown) => (shown.words === words ? shown.pictures.map(blobOf) : []))

function blobsWaiting(d: Duo): Bytes {
  const [waits] = d.ana.snapshot().waiting
  return blobOf(picturesIn(waits?.body)[0])
}

test("row 37: a relay that was emptied has each picture again from whose it is, and who has dropped them reads them as before", async () => {
  const w = await losingWorld()
  await show(w.d.ana, "Hers", [one])
  await show(w.d.ben, "His", [two])
  await rounds(w.d)
  w.put(openMemoryStore())
  await rounds(w.d)
  await dropped(w.d, "ben")
  expect([await sees(w.d.ben, "Hers", one), await sees(w.d.ben, "His", two)]).toEqual(["same", "same"])
  // Once: the last part, which it had not, then all three.
  expect(w.puts.length).toBe(8)
  await rounds(w.d)
  expect(w.puts.length).toBe(8)
})

test("row 18: of a relay put back to an older copy one part is asked for what it still has, and what it lost is given whole", async () => {
  const w = await losingWorld()
  await show(w.d.ana, "Kept there", [one])
  await show(w.d.ana, "Lost there", [two])
  await rounds(w.d)
  w.put(await older(w.first, logOf(w.d), 1, blobsIn(w.d, "Lost there")))
  await rounds(w.d)
  expect(w.puts.length).toBe(1 + 4)
  await dropped(w.d, "ben")
  expect([await sees(w.d.ben, "Kept there", one), await sees(w.d.ben, "Lost there", two)]).toEqual([
    "same",
    "same",
  ])
})

test("who was away while the others gave back and went on gives her files when she comes", async () => {
  const w = await losingWorld()
  await show(w.d.ana, "Hers", [one])
  await rounds(w.d)
  w.off.add("ana")
  w.put(openMemoryStore())
  await w.d.ben.sync()
  await w.d.ben.goOn()
  await w.d.ben.queue("matters.opened", { title: "Meanwhile" }, { holdMinutes: 0 })
  await w.d.ben.sync()
  await dropped(w.d, "ben")
  expect(await sees(w.d.ben, "Hers", one)).toBe("missing")
  await w.d.restart("ana")
  w.clock.forward(30 * 86_400_000)
  w.off.delete("ana")
  await rounds(w.d, 1)
  expect(await sees(w.d.ben, "Hers", one)).toBe("same")
})

test("what she took back meanwhile is never given again: without a connection, on another device of hers, or while it is on the way", async () => {
  const w = await losingWorld()
  const laptop = phone({ relay: w.port, clock: w.clock })
  const { laptop: there } = await linked({ phone: w.d.phones.ana.keeper, ana: w.d.ana, laptop })
  const [offline, elsewhere, underWay] = [
    await show(w.d.ana, "Offline", [one]),
    await show(w.d.ana, "Elsewhere", [pictureOf(600_000, 2)]),
    await show(w.d.ana, "Under way", [pictureOf(600_000, 3)]),
  ]
  for (let i = 0; i < 3; i += 1) for (const who of [w.d.ben, w.d.ana, there]) await who.sync()
  expect(shownIn(there).length).toBe(3)
  const log = logOf(w.d)
  const blobs = ["Offline", "Elsewhere", "Under way"].flatMap((words) => blobsIn(w.d, words))
  const empty = openMemoryStore()
  w.off.add("ana")
  await w.d.ana.takeBack(offline)
  w.put(empty)
  // The laptop gives the entries back, and takes one back itself before the phone comes.
  await there.sync()
  await w.d.ben.sync()
  await there.sync()
  await there.takeBack(elsewhere)
  await there.sync()
  w.off.delete("ana")
  let isAsked = false
  w.on(async (request, on) => {
    // On her laptop she takes back what her phone begins to give just now, and that reaches the relay first.
    if (!isAsked && request.method === "PUT" && request.url.endsWith("/0")) {
      isAsked = true
      await there.takeBack(underWay)
      await there.sync()
    }
    return on(request)
  })
  for (let i = 0; i < 4; i += 1) await w.d.ana.sync()
  expect(isAsked).toBe(true)
  expect(await Promise.all(blobs.map((id) => empty.files.whole(log, id)))).toEqual([null, null, null])
  // Of the first two not even a part was on its way.
  const names = new Set(w.puts.map((path) => path.split("/")[4]))
  expect(names.size).toBe(1)
  expect([w.d.ana.files.bytes(), shownIn(w.d.ana)]).toEqual([0, []])
})

test("taken back on this very device while it goes, not one part more of it goes, and what was there of it goes away", async () => {
  const w = await losingWorld()
  const ref = await show(w.d.ana, "Under way", [one])
  await rounds(w.d)
  const [log, blob] = [logOf(w.d), blobsIn(w.d, "Under way")[0] ?? new Uint8Array(32)]
  const empty = openMemoryStore()
  w.put(empty)
  const parts: string[] = []
  w.on(async (request, on) => {
    if (request.method !== "PUT" || !request.url.includes("/files/")) return on(request)
    const answer = await on(request)
    if (answer.status !== 401) parts.push(request.url.slice(-2))
    if (request.url.endsWith("/0")) await w.d.ana.takeBack(ref)
    return answer
  })
  await rounds(w.d)
  expect(parts).toEqual(["/2", "/0"])
  const device = decodeRef(ref)?.device ?? new Uint8Array(16)
  expect(await empty.files.begun({ log, device, id: blob })).toBeNull()
  expect([w.d.ana.files.bytes(), shownIn(w.d.ben)]).toEqual([0, []])
})

test("at most 4 MiB go at one look; what the relay has no room for waits for the next one, and nothing is asked in between", async () => {
  const w = await losingWorld()
  const large = pictureOf(6_000_000)
  await show(w.d.ana, "Large", [large])
  await rounds(w.d)
  const parts = partCount(sealedSize(piecesFor(large.length + 4) ?? 1))
  const perLook = 4_194_304 / fileLimits.partBytes
  expect(parts).toBeGreaterThan(perLook)
  w.off.add("ana")
  w.put(openMemoryStore())
  await w.d.ben.sync()
  await w.d.ben.goOn()
  w.off.delete("ana")
  let refused = 0
  for (const [status, type] of [
    [429, "too-many"],
    [507, "full"],
  ] as const) {
    w.on((request, on) => {
      if (request.method !== "PUT" || !request.url.includes("/files/")) return on(request)
      refused += 1
      return Promise.resolve(Response.json({ type }, { status }))
    })
    const looked = w.asked.length
    await w.d.ana.sync()
    await w.d.restart("ana")
    await w.d.ana.sync()
    const looks = w.asked.slice(looked).filter(({ path }) => path.startsWith("/api/log/")).length
    expect(looks).toBeLessThan(10)
    expect([refused > 0, refused <= looks, w.d.ana.snapshot().filesWait]).toEqual([true, true, undefined])
    refused = 0
  }
  w.on((request, on) => on(request))
  for (let look = 1, before = w.puts.length; w.puts.length - before < parts && look < 5; look += 1) {
    const at = w.puts.length
    await w.d.ana.sync()
    expect(w.puts.length - at).toBeLessThanOrEqual(perLook)
    expect(w.puts.length).toBeGreaterThan(at)
  }
  await dropped(w.d, "ben")
  expect(await sees(w.d.ben, "Large", large)).toBe("same")
}, 30_000)

test("words that were signed when the relay lost their picture reach the other with it", async () => {
  const w = await losingWorld()
  w.on((request, on) =>
    request.method === "POST" && request.url.includes("/api/log/")
      ? Promise.reject(new TypeError("the connection was lost"))
      : on(request),
  )
  await show(w.d.ana, "Signed", [one])
  await w.d.ana.sync()
  expect((await w.first.files.whole(logOf(w.d), blobsWaiting(w.d)))?.size).toBeGreaterThan(one.length)
  w.put(openMemoryStore())
  w.on((request, on) => on(request))
  await rounds(w.d)
  await dropped(w.d, "ben")
  expect([await sees(w.d.ben, "Signed", one), w.d.ana.snapshot().waiting]).toEqual(["same", []])
})

test("where it was ended, nothing is given any more", async () => {
  const w = await losingWorld()
  await show(w.d.ana, "Ended", [one])
  await rounds(w.d)
  await w.d.ben.going.choose("close")
  await rounds(w.d)
  w.put(openMemoryStore())
  await rounds(w.d)
  expect(w.puts).toEqual([])
  expect(w.asked.some(({ path }) => path.startsWith("/api/back/"))).toBe(true)
})
