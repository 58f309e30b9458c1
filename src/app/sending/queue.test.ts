import { beforeAll, expect, test } from "vitest"
import { matters, stateOf } from "#practices"
import { openMemoryStore } from "#relay"
import { decodeHeader, encodeRef, toHex } from "#wire"
import type { Bytes } from "#wire"
import { duo, looks, settle, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { isPost } from "../testing/malice.ts"
import { doubleSignatures, posted } from "../testing/transcript.ts"

let d: Duo
const relayStore = openMemoryStore()
beforeAll(async () => {
  d = await together({ relayStore })
})

/** The words of an entry as they were sent, and as the relay has them now; null: it has none. */
async function bodyOf(
  ref: string,
  { asked, store } = { asked: d.asked, store: relayStore },
): Promise<{ readonly sent: Bytes | null; readonly there: Bytes | null }> {
  const sent = posted(asked).find((entry) => {
    const header = decodeHeader(entry.header)
    return header.ok && encodeRef(header.value.device, header.value.uid) === ref
  })
  const header = sent === undefined ? null : decodeHeader(sent.header)
  if (sent === undefined || header?.ok !== true) throw new Error("never sent")
  const { entries } = await store.read(header.value.logId, header.value.seq, header.value.seq + 1)
  return { sent: sent.body, there: entries[0]?.body ?? null }
}

const titlesAt = (side: "ana" | "ben"): readonly string[] =>
  stateOf(d[side].snapshot().house, matters).shared.matters.map((m) => m.title)

/** How many writes one sending takes on Ben's phone, from the choice to the answer. */
async function writesOfOneSending(): Promise<number> {
  await d.restart("ben")
  await d.ben.sync()
  const before = d.phones.ben.store.writes()
  await d.ben.queue("matters.opened", { title: "Counted" }, { holdMinutes: 0 })
  await d.ben.sync()
  return d.phones.ben.store.writes() - before
}

test("29: Ben's phone is killed at every write of a sending, before and after the disk has it; nothing is lost, sent twice or signed twice", async () => {
  const writes = await writesOfOneSending()
  expect(writes).toBeGreaterThanOrEqual(3)
  for (let at = 1; at <= writes; at += 1) {
    for (const after of [false, true]) {
      const title = `Killed ${after ? "after" : "before"} write ${String(at)}`
      // Opening writes nothing: the first write is the choice itself.
      await d.restart("ben", { at, after })
      const killed = await d.survive("ben", async (s) => {
        await s.queue("matters.opened", { title }, { holdMinutes: 0 })
        await s.sync()
      })
      expect(killed).toBe(true)
      const isChosen =
        d.ben.snapshot().waiting.some((w) => JSON.stringify(w.body).includes(title)) ||
        titlesAt("ben").includes(title)
      // Only before the very first write was nothing promised yet.
      expect(isChosen || (at === 1 && !after)).toBe(true)
      if (!isChosen) continue
      await looks(d)
      expect(titlesAt("ana").filter((t) => t === title)).toEqual([title])
      expect(titlesAt("ben").filter((t) => t === title)).toEqual([title])
    }
  }
  expect(doubleSignatures(d.asked)).toBeNull()
  expect(d.ana.snapshot().alarm).toBeNull()
  expect(d.ben.snapshot().alarm).toBeNull()
})

test("after a crash between signing and answer the very same bytes are sent again", async () => {
  const writes = await writesOfOneSending()
  // The write before the last is the signed run.
  await d.restart("ben", { at: writes, after: false })
  await d.survive("ben", async (s) => {
    await s.queue("matters.opened", { title: "Same bytes" }, { holdMinutes: 0 })
    await s.sync()
  })
  const first = posted(d.asked).at(-1)
  await d.ben.sync()
  const again = posted(d.asked).at(-1)
  if (first === undefined || again === undefined) throw new Error("nothing was posted")
  expect([toHex(again.header), toHex(again.sig)]).toEqual([toHex(first.header), toHex(first.sig)])
  expect(titlesAt("ben").filter((t) => t === "Same bytes")).toHaveLength(1)
})

test("Ben signs, is killed before sending, and Ana writes first: his is placed anew behind hers, under the same name", async () => {
  await d.restart("ben", { at: 2, after: true })
  let ref = ""
  await d.survive("ben", async (s) => {
    ref = (await s.queue("matters.opened", { title: "Second" }, { holdMinutes: 0 })).ref
    await s.sync()
  })
  // Started again, but not looking yet: his connection is gone while Ana writes.
  await d.ana.queue("matters.opened", { title: "First" }, { holdMinutes: 0 })
  await looks(d)
  expect(titlesAt("ana").slice(-2).toSorted()).toEqual(["First", "Second"])
  expect(d.ben.whereIs(ref)).toEqual({ at: "server" })
  expect(doubleSignatures(d.asked)).toBeNull()
})

test("a held thing is not signed before its time, goes after it, and can be let go or taken back meanwhile", async () => {
  await d.restart("ben")
  const before = posted(d.asked).length
  const held = await d.ben.queue("matters.opened", { title: "Held" }, { holdMinutes: 10 })
  const skipped = await d.ben.queue("matters.opened", { title: "Skipped" }, { holdMinutes: 10 })
  const unsent = await d.ben.queue("matters.opened", { title: "Unsent" }, { holdMinutes: 10 })
  const end = d.clock.now().at + 600_000
  expect(d.ben.whereIs(held.ref)).toEqual({ at: "waiting", goes: end, for: "hold" })
  d.clock.forward(599_000)
  await d.ben.sync()
  expect(posted(d.asked)).toHaveLength(before)
  await d.ben.sendNow(skipped.ref)
  await d.ben.takeBack(unsent.ref)
  await d.ben.sync()
  expect(titlesAt("ben").at(-1)).toBe("Skipped")
  d.clock.forward(1001)
  await looks(d)
  expect(titlesAt("ana").slice(-2)).toEqual(["Skipped", "Held"])
  expect(d.ben.whereIs(unsent.ref)).toEqual({ at: "phone" })
  expect(JSON.stringify(d.ben.snapshot().waiting)).not.toContain("Unsent")
})

test("what names a thing that is still held goes with it, not before it", async () => {
  const matter = await d.ben.queue("matters.opened", { title: "Named later" }, { holdMinutes: 10 })
  const body = { matter: matter.ref, happened: "it rained", did: "", need: "" }
  const said = await d.ben.queue("matters.hurt-said", body, { holdMinutes: 0 })
  await d.ben.sync()
  expect(d.ben.whereIs(said.ref).at).toBe("waiting")
  d.clock.forward(600_001)
  await looks(d)
  expect(d.ben.whereIs(said.ref)).toEqual({ at: "server" })
})

test("taken back after sending: the words are gone on both phones and at the relay, and what happened stays known", async () => {
  const matter = await d.ben.queue("matters.opened", { title: "Taken back" }, { holdMinutes: 0 })
  const body = { matter: matter.ref, happened: "a sentence Ben regrets", did: "", need: "" }
  const said = await d.ben.queue("matters.hurt-said", body, { holdMinutes: 0 })
  await looks(d)
  expect(JSON.stringify(d.ana.snapshot().house.shared)).toContain("a sentence Ben regrets")
  const before = await bodyOf(said.ref)
  expect(before.there).toEqual(before.sent)
  await d.ben.takeBack(said.ref)
  await looks(d)
  expect(before.sent?.length).toBeGreaterThan(300)
  expect((await bodyOf(said.ref)).there).toBeNull()
  for (const side of ["ana", "ben"] as const) {
    expect(JSON.stringify(d[side].snapshot().house)).not.toContain("a sentence Ben regrets")
    await d.restart(side)
    expect(JSON.stringify(d[side].snapshot().house)).not.toContain("a sentence Ben regrets")
  }
  expect(d.ana.snapshot().house.shared).toEqual(d.ben.snapshot().house.shared)
})

test.each([false, true])(
  "taken back while it is on its way, before anybody can say whether it came: once it stands it is taken back (restarted in between: %s)",
  async (restarts) => {
    let line: "fine" | "loses the answer" | "cut" = "fine"
    const store = openMemoryStore()
    const pair = await together({
      relayStore: store,
      between: (relay) => ({
        fetch: async (request) => {
          if (line === "cut") throw new TypeError("no connection")
          const answer = await relay.fetch(request)
          if (line === "fine" || !isPost(request)) return answer
          line = "cut"
          throw new TypeError("the answer never came")
        },
      }),
    })
    line = "loses the answer"
    const { ref } = await pair.ben.queue("matters.opened", { title: "On its way" }, { holdMinutes: 0 })
    await pair.ben.sync()
    const at = { asked: pair.asked, store }
    expect(line).toBe("cut")
    expect((await bodyOf(ref, at)).there).not.toBeNull()
    await pair.ben.takeBack(ref)
    expect(pair.ben.shared().map((thing) => thing.ref)).not.toContain(ref)
    if (restarts) await pair.restart("ben")
    line = "fine"
    await pair.ben.sync()
    await looks(pair)
    expect((await bodyOf(ref, at)).there).toBeNull()
    for (const one of [pair.ana, pair.ben]) {
      expect(JSON.stringify(one.snapshot().house.shared)).not.toContain("On its way")
      expect(one.snapshot()).toMatchObject({ alarm: null, waiting: [] })
    }
    expect(doubleSignatures(pair.asked)).toBeNull()
  },
)

test("while Ben is alone in the shared log nothing he chose is placed in it, and the private log is never sent", async () => {
  const alone = await duo()
  await alone.ben.keep("matters.kept", { title: "The money", mine: "i-did", what: "in private" })
  await alone.ben.queue("matters.opened", { title: "The money" }, { holdMinutes: 0 })
  await alone.ben.invite.start()
  await settle()
  await alone.ben.sync()
  // The log's own beginning and the invite; no content.
  expect(posted(alone.asked).map((entry) => entry.header[93])).toEqual([0, 2])
})

test("opening the app a hundred times with nothing waiting leaves the record as it was", async () => {
  await looks(d)
  const before = posted(d.asked).length
  for (let i = 0; i < 100; i += 1) {
    await d.restart("ana")
    await d.ana.sync()
  }
  expect(posted(d.asked)).toHaveLength(before)
})
