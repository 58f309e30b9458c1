import {
  createDevice,
  linkKeys,
  makeLinkRequest,
  openLetter,
  readDeviceLink,
  readHello,
  sealLetter,
} from "#ledger"

import { batchSteps, BATCH_OVERHEAD, concat } from "#wire"
import { expect, test } from "vitest"
import { createRecoveryClient } from "../recovery/client.ts"
import { looks } from "../testing/duo.ts"
import { linked, linkOf, stepIn, toWords } from "../testing/linked.ts"
import { serving } from "../testing/malice.ts"
import { relayOrigin, toolsOf } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"
import { kept, pairOfTwo, says, sheetOf, titles } from "../testing/sheets.ts"
import type { SheetPair } from "../testing/sheets.ts"

// ATTACKS 3, 19, 22, 24, 35, 41, 46, 54, where a second device of one person is linked: whoever reads the link, whoever runs the relay, whoever picks up an open phone.

const t = toolsOf()
const own = "three warm plums"
const devicesOf = (who: { snapshot: SheetPair["ana"]["snapshot"] }) =>
  (who.snapshot().here ?? []).map(({ devices }) => devices.map(({ id }) => id))
const mine = (who: { snapshot: SheetPair["ana"]["snapshot"] }) =>
  who.snapshot().here?.find(({ isMe }) => isMe)?.devices ?? []

/** What somebody can do who read the link: all that the new device could. */
async function whoKnows(pair: SheetPair, link: string) {
  const read = readDeviceLink(link, t.decodeUtf8)
  if (!read.ok) throw new Error(read.error.type)
  const keys = linkKeys(read.value.secret)
  const client = createRecoveryClient(honestRelay(pair.clock, { store: pair.store }), relayOrigin)
  const served = await client.batches(keys.store, 0)
  const first = served === "away" ? undefined : served.batches[0]
  const letter = first === undefined ? null : await openLetter(t, keys, 0, first.bytes)
  const hello = letter?.ok === true ? readHello(letter.value.content) : null
  if (hello?.ok !== true) throw new Error("no hello")
  return { keys, client, hello: hello.value }
}
/** A request of theirs, with what is wrong about it. */
async function asks(pair: SheetPair, link: string, change = (request: Uint8Array) => concat(request)) {
  const { keys, client, hello } = await whoKnows(pair, link)
  const devices = { own: await createDevice(t), shared: await createDevice(t), nB: t.random(32) }
  const content = change(await makeLinkRequest(t, hello, devices))
  const added = await client.add(keys.store, 1, await sealLetter(t, keys, 1, { kind: "request", content }))
  return { added, keys, client, devices }
}

test("row 24: who used a leaked link first leaves the laptop without words; both are told, and nobody is added", async () => {
  const pair = await pairOfTwo()
  const before = devicesOf(pair.ben)
  const link = await linkOf(pair.keepers.ana, pair.ana)
  expect((await asks(pair, link)).added).toBe("stored")
  expect(await pair.empty().linkHere(link)).toEqual({ is: "stopped", because: "taken" })
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "taken" })
  await looks(pair)
  expect(devicesOf(pair.ben)).toEqual(before)
})

test("row 24: the same when the phone shows words already: the laptop's word ends it, and “the same” adds nobody", async () => {
  const pair = await pairOfTwo()
  const link = await linkOf(pair.keepers.ana, pair.ana)
  await asks(pair, link)
  await pair.ana.sync()
  expect(stepIn(pair.ana)).toBe("compare")
  expect(await pair.empty().linkHere(link)).toEqual({ is: "stopped", because: "taken" })
  await pair.keepers.ana.addLinked(null)
  await looks(pair)
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "taken" })
  expect(devicesOf(pair.ben).flat()).toHaveLength(2)
})

test("row 24: the same when the laptop was on its way already, and somebody else was faster", async () => {
  const pair = await pairOfTwo()
  const link = await linkOf(pair.keepers.ana, pair.ana)
  const laptop = pair.empty()
  pair.between((relay) => ({
    fetch: (request) =>
      request.method === "PUT" ? Promise.reject(new Error("offline")) : relay.fetch(request),
  }))
  expect(await laptop.linkHere(link)).toMatchObject({ is: "waits", words: null })
  expect((await asks(pair, link)).added).toBe("stored")
  pair.between((relay) => relay)
  expect(await laptop.linkHere(null)).toEqual({ is: "stopped", because: "taken" })
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "taken" })
  expect(devicesOf(pair.ana).flat()).toHaveLength(2)
})

test("row 24: a link serves once: who reads it afterwards finds nothing under it", async () => {
  const pair = await pairOfTwo()
  const laptop = pair.empty()
  const link = await linkOf(pair.keepers.ana, pair.ana)
  await toWords(pair.ana, laptop, link)
  // While it is under way, a third is no second new device.
  expect(await pair.empty().linkHere(link)).toMatchObject({ is: "stopped" })
  const other = await pairOfTwo()
  const third = await linkOf(other.keepers.ana, other.ana)
  const here = other.empty()
  await toWords(other.ana, here, third)
  await other.keepers.ana.addLinked(null)
  for (let n = 0; n < 3; n += 1) await other.ana.sync()
  expect(await here.linkHere(null)).toMatchObject({ is: "here" })
  expect(await other.empty().linkHere(third)).toEqual({ is: "stopped", because: "over" })
})

test("rows 3, 22: keys that who asks does not hold, or that stand already, are taken by nobody", async () => {
  const changes: readonly ((r: Uint8Array) => ReturnType<typeof concat>)[] = [
    // Another's key under one's own proof; the two proofs changed about; a proof with a bit turned.
    (r) => concat(t.random(32), r.subarray(32)),
    (r) => concat(r.subarray(160, 320), r.subarray(0, 160), r.subarray(320)),
    (r) => concat(r.subarray(0, 120), Uint8Array.of((r[120] ?? 0) ^ 1), r.subarray(121)),
  ]
  for (const change of changes) {
    const pair = await pairOfTwo()
    const link = await linkOf(pair.keepers.ana, pair.ana)
    await asks(pair, link, change)
    await pair.ana.sync()
    expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "changed" })
    expect(devicesOf(pair.ana).flat()).toHaveLength(2)
  }
})

test("row 41: five minutes in the open app: no link, no device and no farewell without the passphrase; what came shows everywhere", async () => {
  const pair = await pairOfTwo()
  await pair.keepers.ana.setPassphrase(own)
  const wrong = { ok: false, because: "wrong" }
  for (const tried of [null, ""]) expect(await pair.keepers.ana.linkDevice(tried, true)).toMatchObject(wrong)
  expect(pair.ana.snapshot().linking).toBeUndefined()
  // The owner made a link, and the phone lay open with the words on it.
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, await linkOf(pair.keepers.ana, pair.ana, { own }))
  expect(await pair.keepers.ana.addLinked(null)).toMatchObject(wrong)
  expect(stepIn(pair.ana)).toBe("compare")
  expect(devicesOf(pair.ana).flat()).toHaveLength(2)
  expect(await pair.keepers.ana.addLinked(own)).toEqual({ ok: true })
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  await laptop.linkHere(null)
  await pair.ben.sync()
  for (const who of [pair.ana, pair.ben])
    expect(who.snapshot().recovery?.uses).toMatchObject([{ by: "device" }])
  const other = mine(pair.ana).find(({ isThis }) => !isThis)?.id ?? ""
  expect(await pair.keepers.ana.letGo("another one", other)).toMatchObject({ ok: false })
  expect(mine(pair.ana)).toHaveLength(2)
})

test("row 46: linked above the phone, the laptop lets the stolen phone go in every log; the phone lets nobody go", async () => {
  const pair = await pairOfTwo()
  const keeper = pair.empty()
  const { laptop } = await linked(
    { phone: pair.keepers.ana, ana: pair.ana, laptop: keeper },
    { comesFirst: true },
  )
  const [first, second] = mine(laptop)
  expect([first?.isThis, second?.isThis]).toEqual([true, false])
  // The thief tries both ways there are.
  await pair.keepers.ana.letGo(null, first?.id ?? "")
  await pair.keepers.ana.letOthersGo(null).catch(() => null)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  await laptop.sync()
  expect(mine(laptop)).toHaveLength(2)
  await keeper.letGo(null, second?.id ?? "")
  await looks({ ana: laptop, ben: pair.ben })
  expect(devicesOf(pair.ben).flat()).toHaveLength(2)
  expect(mine(laptop)).toHaveLength(1)
  await pair.ana.queue("matters.opened", { title: "From the thief" }, { holdMinutes: 0 })
  await pair.ana.sync()
  await says(pair.ben, "For the laptop")
  await looks({ ana: laptop, ben: pair.ben })
  expect(titles(laptop)).toEqual(["What Ben opened", "For the laptop"])
  expect(titles(pair.ana)).not.toContain("For the laptop")
})

test("row 54: a stolen phone below the laptop can neither leave nor end it, nor make a sheet", async () => {
  const pair = await pairOfTwo()
  const { laptop } = await linked(
    { phone: pair.keepers.ana, ana: pair.ana, laptop: pair.empty() },
    { comesFirst: true },
  )
  for (const what of ["leave", "close"] as const) await pair.ana.going.choose(what)
  expect(await pair.keepers.ana.makeSheet(null)).toMatchObject({ ok: false, because: "not-first" })
  await looks({ ana: laptop, ben: pair.ben })
  expect(pair.ben.snapshot().going).toMatchObject({ here: true, others: 1, closed: false })
  expect(mine(laptop)).toHaveLength(2)
  expect((await says(laptop, "Still here")).length).toBeGreaterThan(0)
})

test("row 19: an older beginning of either log is not taken by the new device; it waits, and takes all of it once it is served", async () => {
  const pair = await pairOfTwo()
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, await linkOf(pair.keepers.ana, pair.ana))
  await pair.keepers.ana.addLinked(null)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  pair.between((relay) => serving(relay, (entries, from) => entries.slice(0, Math.max(0, 4 - from))))
  expect(await laptop.linkHere(null)).toMatchObject({ is: "waits", trouble: "older" })
  pair.between((relay) => ({
    fetch: async (request) => {
      const from = new URL(request.url).searchParams.get("from")
      if (!/batches/.test(request.url) || (from !== "0" && from !== "1")) return relay.fetch(request)
      const answer = await relay.fetch(request)
      const whole = new Uint8Array(await answer.arrayBuffer())
      const one = from === "1" ? new Uint8Array(0) : whole.slice(0, 8 + batchSteps[0] + BATCH_OVERHEAD)
      return new Response(one, { headers: answer.headers })
    },
  }))
  expect(await laptop.linkHere(null)).toMatchObject({ is: "waits" })
  expect(await laptop.state()).toBe("fresh")
  pair.between((relay) => relay)
  expect(await laptop.linkHere(null)).toMatchObject({ is: "here" })
})

test("row 35: what a relay sees of linking is on the list: fixed sizes, one secret a request, no word, no key of an epoch", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  const from = pair.asked.length
  const link = await linkOf(pair.keepers.ana, pair.ana)
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, link)
  await pair.keepers.ana.addLinked(null)
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  const here = await laptop.linkHere(null)
  expect(here.is).toBe("here")
  const all = pair.asked.slice(from)
  const stores = all.filter(({ path }) => path.startsWith("/api/batches/"))
  const sizes = [0, ...batchSteps.map((step) => step + BATCH_OVERHEAD)]
  for (const { path, headers, body } of stores) {
    expect(path).toMatch(/^\/api\/batches\/[\w-]{43}(\/\d+|\?from=\d+)?$/)
    expect((JSON.parse(headers) as [string, string][]).map(([name]) => name)).toEqual(["goldseam-secret"])
    expect(sizes).toContain(body.length)
  }
  // Two stores and no more: the letterbox with its five letters, and the copies.
  const names = new Map<string, number>()
  for (const { method, path } of stores)
    if (method === "PUT") names.set(path.split("/")[3] ?? "", (names.get(path.split("/")[3] ?? "") ?? 0) + 1)
  expect([...names.values()].toSorted((a, b) => a - b)).toEqual([1, 5])
  const told = all.map((a) => a.path + a.headers + Buffer.from(a.body).toString("latin1")).join("\n")
  const secret = link.slice(link.indexOf("#l=") + 3)
  for (const word of [secret, "The loan", "Ana", "home.device", kept.what]) expect(told).not.toContain(word)
})

test("a welcome that another who knows the link leaves is not taken", async () => {
  const pair = await pairOfTwo()
  const link = await linkOf(pair.keepers.ana, pair.ana)
  const laptop = pair.empty()
  await toWords(pair.ana, laptop, link)
  const { keys, client } = await whoKnows(pair, link)
  await client.add(keys.store, 3, await sealLetter(t, keys, 3, { kind: "same", content: new Uint8Array(0) }))
  const forged = { kind: "welcome", content: t.random(200) } as const
  await client.add(keys.store, 4, await sealLetter(t, keys, 4, forged))
  expect(await laptop.linkHere(null)).toEqual({ is: "stopped", because: "changed" })
  await pair.ana.sync()
  expect(pair.ana.snapshot().linking).toMatchObject({ step: "stopped", because: "changed" })
  expect(devicesOf(pair.ana).flat()).toHaveLength(2)
})
