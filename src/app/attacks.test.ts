import { decodeHeader, toHex } from "#wire"
import { expect, test } from "vitest"
import {
  betrayed,
  keptAs,
  sealedWrongly,
  send,
  servedInAnotherOrder,
  squatted,
  swap,
  titles,
  turnedOnTheWay,
} from "./testing/attacks.ts"
import { looks, together } from "./testing/duo.ts"
import { answering, isPost, refusal, serving } from "./testing/malice.ts"
import { enter, phone } from "./testing/people.ts"
import { doubleSignatures, posted } from "./testing/transcript.ts"

// Attacks by number on whole clients. What is left out so that each must be seen to fail: attacks-planted.test.ts.

test("15: two entries served in another order stop the record, with an alarm; what Ana has stays readable, and nothing more is signed", async () => {
  const { d, alarm, read } = await servedInAnotherOrder()
  expect(alarm).toBe("seq")
  expect(read).toEqual(["Read before"])
  const before = posted(d.asked).length
  await d.ana.queue("matters.opened", { title: "Waits" }, { holdMinutes: 0 })
  await d.ana.sync()
  await d.restart("ana")
  await d.ana.sync()
  expect(d.ana.snapshot().alarm).toBe("seq")
  expect(posted(d.asked)).toHaveLength(before)
  // Her own pages go on as before.
  await d.ana.keep("matters.kept", { title: "Mine", mine: "unsure", what: "" })
})

test("15: what the wire garbled once is asked for again and accuses nobody", async () => {
  const { d, turn } = await betrayed()
  let times = 0
  turn("ana", (relay) =>
    serving(relay, (entries) => (entries.length > 1 && (times += 1) === 1 ? swap(entries) : entries)),
  )
  await send(d, "ben", "One")
  await send(d, "ben", "Two")
  await d.ana.sync()
  expect(times).toBeGreaterThan(0)
  expect(d.ana.snapshot().alarm).toBeNull()
  expect(titles(d, "ana")).toEqual(["One", "Two"])
})

// Header, its padding, epoch, device, uid, body length and hash, signature R and S, salt, commitment, sealed words.
const everywhere = [
  3,
  300,
  340,
  590,
  640,
  755,
  780,
  900,
  1000,
  1184 + 5,
  1184 + 300,
  1696 + 3,
  1696 + 300,
  1696 + 900,
]

test("5: whichever bit of an entry is turned, it is refused, and the relay sees the same requests whatever was wrong", async () => {
  const came = await Promise.all(everywhere.map(turnedOnTheWay))
  for (const [i, { titles }] of came.entries()) expect(titles, `bit ${String(everywhere[i])}`).toEqual([])
  expect(new Set(came.map((c) => c.requests)).size).toBe(1)
})

test("5: what Ben's changed client seals wrongly and signs rightly is unreadable; the relay sees the same requests as for a readable one", async () => {
  // Salt, commitment, sealed words, tag; and none.
  const came = await Promise.all([5, 40, 70, 335, null].map(sealedWrongly))
  expect(came.map((c) => c.titles)).toEqual([[], [], [], [], ["Sealed"]])
  expect(came.map((c) => c.alarm)).toEqual([null, null, null, null, null])
  expect(new Set(came.map((c) => c.requests)).size).toBe(1)
})

test("29: a phone restored from an old copy sees an entry of its own that it never wrote: it says so and stops", async () => {
  const d = await together()
  const copy = new Map([...d.disks.ben].map(([table, rows]) => [table, new Map(rows)]))
  await send(d, "ben", "Written after the copy")
  d.disks.ben.clear()
  for (const [table, rows] of copy) d.disks.ben.set(table, rows)
  await d.restart("ben")
  await d.ben.sync()
  expect(d.ben.snapshot().alarm).toBe("device-copied")
  await d.ben.queue("matters.opened", { title: "Not from here" }, { holdMinutes: 0 })
  await d.ben.sync()
  expect(doubleSignatures(d.asked)).toBeNull()
  expect(JSON.stringify(d.ana.snapshot().house)).not.toContain("Not from here")
})

test("43: Ben's changed client commits the uid Ana is about to use; hers stands all the same and no reference moves", async () => {
  const { d, hers, where, atBens } = await squatted()
  expect(where).toEqual({ at: "server" })
  // His own client does not recognise its squatted entry and sends the thing once more; that is his affair.
  expect(new Set(titles(d, "ana"))).toEqual(new Set(["Hers", "His, under her uid"]))
  expect(atBens).toBe(hers)
  expect(d.ben.snapshot().house.shared).toEqual(d.ana.snapshot().house.shared)
})

test("57: what the relay refuses for good is set aside as not sent; the rest of the queue goes on, in its order", async () => {
  const { d, turn } = await betrayed()
  const refused = new Set<string>()
  turn("ana", (relay) =>
    answering(relay, (request, body) =>
      isPost(request) && [...refused].some((uid) => toHex(body).includes(uid)) ? refusal("refused") : null,
    ),
  )
  const first = await d.ana.queue("matters.opened", { title: "First" }, { holdMinutes: 1 })
  const second = await d.ana.queue("matters.opened", { title: "Second" }, { holdMinutes: 1 })
  const third = await d.ana.queue("matters.opened", { title: "Third" }, { holdMinutes: 1 })
  refused.add(toHex(Uint8Array.from(Buffer.from(second.ref, "base64url").subarray(16))))
  d.clock.forward(60_001)
  for (let i = 0; i < 3; i += 1) await d.ana.sync()
  expect(d.ana.whereIs(first.ref)).toEqual({ at: "server" })
  expect(d.ana.whereIs(second.ref)).toEqual({ at: "not-sent", because: "refused" })
  expect(d.ana.whereIs(third.ref)).toEqual({ at: "server" })
  await looks(d)
  expect(titles(d, "ben")).toEqual(["First", "Third"])
  // It stays on her phone, also after a restart.
  await d.restart("ana")
  expect(d.ana.whereIs(second.ref)).toEqual({ at: "not-sent", because: "refused" })
})

test("57, 29: a refused entry that the relay lets stand after all is known as one's own", async () => {
  const { d, turn } = await betrayed()
  turn("ana", (relay) =>
    answering(relay, async (request) => {
      if (!isPost(request)) return null
      await relay.fetch(request)
      return refusal("refused")
    }),
  )
  const ref = await send(d, "ana", "Refused, and kept")
  turn("ana", (relay) => relay)
  await looks(d)
  expect(d.ana.snapshot().alarm).toBeNull()
  expect(d.ana.whereIs(ref)).toEqual({ at: "server" })
  expect(titles(d, "ben")).toEqual(["Refused, and kept"])
})

test("answers that are no answers (a log-in page, an error, half a file, silence) count as being away: no alarm, nothing lost", async () => {
  const { d, turn } = await betrayed()
  const garbage: readonly (() => Response)[] = [
    () => new Response("<html>Log in to the hotel</html>", { headers: { "Content-Type": "text/html" } }),
    () => new Response("Internal", { status: 500 }),
    () => new Response(null, { status: 204 }),
    () => new Response(new Uint8Array(300), { headers: { "Goldseam-Head": "9.x" } }),
    () => new Response(new Uint8Array(100), { headers: { "Goldseam-Head": `9.${"A".repeat(43)}` } }),
    () => Response.json({ type: "a-type-of-tomorrow" }, { status: 418 }),
    () => Response.json(null),
    () => {
      throw new Error("silence")
    },
  ]
  const ref = (await d.ana.queue("matters.opened", { title: "Through all this" }, { holdMinutes: 1 })).ref
  d.clock.forward(60_001)
  for (const answer of garbage) {
    turn("ana", (relay) => answering(relay, answer))
    await d.ana.sync()
    expect(d.ana.snapshot()).toMatchObject({ alarm: null, connection: "off" })
    expect(d.ana.whereIs(ref).at).toBe("waiting")
    turn("ana", (relay) => answering(relay, (request) => (isPost(request) ? answer() : null)))
    await d.ana.sync()
    expect(d.ana.snapshot().alarm).toBeNull()
    expect(d.ana.whereIs(ref).at).toBe("waiting")
  }
  turn("ana", (relay) => relay)
  await looks(d)
  expect(titles(d, "ben")).toEqual(["Through all this"])
})

test("another history at a verified place is a fork: it stops, and says so", async () => {
  const { d, turn } = await betrayed()
  turn("ana", (relay) => ({
    fetch: async (request) => {
      const response = await relay.fetch(request)
      const head = response.headers.get("Goldseam-Head")
      if (head !== null)
        response.headers.set("Goldseam-Head", `${head.split(".")[0] ?? ""}.${"A".repeat(43)}`)
      return response
    },
  }))
  await d.ana.sync()
  expect(d.ana.snapshot().alarm).toBe("fork")
})

test("a body that is not served is missing, never taken back; it is told once it comes", async () => {
  const { d, turn } = await betrayed()
  turn("ana", (relay) =>
    serving(relay, (entries) => entries.map((e) => (e.header[93] === 1 ? { ...e, body: null } : e))),
  )
  await send(d, "ben", "Late")
  await d.ana.sync()
  expect(titles(d, "ana")).toEqual([])
  expect(d.ana.snapshot().alarm).toBeNull()
  turn("ana", (relay) => relay)
  await d.ana.sync()
  expect(titles(d, "ana")).toEqual(["Late"])
  expect(d.ana.snapshot().house.shared).toEqual(d.ben.snapshot().house.shared)
})

test("52: Ana's words are made whole before they are signed; what cannot be said in the record is told to her before", async () => {
  const ana = await enter(phone())
  expect(await keptAs(ana, "A\u030Angstro\u0308m \ufeffend \ud800")).toBe("\u00C5ngstr\u00F6m end \ufffd")
  const before = ana.snapshot().house
  await expect(
    ana.keep("matters.kept", { title: "x".repeat(300), mine: "unsure", what: "" }),
  ).rejects.toThrow("house.shape")
  await expect(
    ana.keep("matters.kept", { title: "x", mine: "unsure", what: "", more: Number.NaN }),
  ).rejects.toThrow()
  expect(ana.snapshot().house).toBe(before)
})

test("the relay learns no more than sealed sizes: no title, no word, no ref of a private page", async () => {
  const d = await together()
  const kept = await d.ana.keep("matters.kept", {
    title: "A private title",
    mine: "unsure",
    what: "private words",
  })
  await d.ana.queue("matters.opened", { title: "A shared title" }, { holdMinutes: 0, from: kept.ref })
  await looks(d)
  const heap = Buffer.concat(
    d.asked.flatMap((a) => [Buffer.from(`${a.path}\n${a.headers}\n`), Buffer.from(a.body)]),
  )
  const ownId = Buffer.from(kept.ref, "base64url")
  for (const words of ["A private title", "private words", "A shared title"])
    expect(heap.includes(words)).toBe(false)
  expect(heap.includes(ownId.subarray(0, 16))).toBe(false)
  expect(heap.includes(ownId.subarray(16))).toBe(false)
  const devices = posted(d.asked).map((e) => {
    const header = decodeHeader(e.header)
    return header.ok ? toHex(header.value.device) : ""
  })
  expect(new Set(devices).size).toBe(2)
})
