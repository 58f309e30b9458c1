import { expect, test } from "vitest"
import { joined, looks } from "../testing/duo.ts"
import { enter } from "../testing/people.ts"
import { isWrite } from "../testing/malice.ts"
import { honestRelay } from "../testing/relays.ts"
import { alone, back, kept, ownTitles, pairOfTwo, read, says, sheetOf, titles } from "../testing/sheets.ts"

// A phone is lost, and comes back from the sheet alone (spec/ledger.md §18).

const day = 86_400_000

test("from the sheet alone everything is readable again in an empty browser, and the pair goes on", async () => {
  const pair = await pairOfTwo()
  const sheet = await sheetOf(pair.keepers.ana)
  expect(sheet).toMatchObject({ relay: "http://relay.test", day: "2026-11-24" })
  expect(sheet.words).toHaveLength(8)
  await pair.ana.keep("matters.kept", { ...kept, title: "After the sheet" })
  pair.clock.forward(day)
  await pair.ana.sync()
  await says(pair.ben, "Said while it was lost")
  await pair.ana.sync()
  const before = read(pair.ana)
  pair.keepers.ana.lock()
  const ana = await back(pair.empty(), sheet.code)
  expect(ana.snapshot().alarm).toBeNull()
  expect(ownTitles(ana)).toEqual(["The loan", "After the sheet"])
  expect(read(ana)).toBe(before)
  expect(ana.snapshot().recovery?.returned).toEqual({
    day: "2026-11-25",
    confirmed: false,
    here: true,
    words: sheet.words,
  })
  // Both write, both read.
  await says(ana, "I am back")
  await looks({ ana, ben: pair.ben })
  await says(pair.ben, "Good")
  await looks({ ana, ben: pair.ben })
  expect(titles(pair.ben)).toEqual(["What Ben opened", "Said while it was lost", "I am back", "Good"])
  expect(titles(ana)).toEqual(titles(pair.ben))
  expect(ana.snapshot().recovery?.returned?.confirmed).toBe(true)
})

test("alone, with nothing shared, the sheet brings the private log back; Ana can go on, and be lost a second time", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const sheet = await sheetOf(pair.keepers.ana)
  let ana = await back(pair.empty(), sheet.code)
  expect(ownTitles(ana)).toEqual(["The loan"])
  await ana.keep("matters.kept", { ...kept, title: "The second phone" })
  pair.clock.forward(day)
  await ana.sync()
  ana = await back(pair.empty(), sheet.code)
  expect(ownTitles(ana)).toEqual(["The loan", "The second phone"])
  expect(ana.snapshot().recovery?.lost).toBe(2)
})

test("copying is off until it is chosen: nothing of the private log leaves the device, whatever is kept", async () => {
  const pair = await pairOfTwo()
  pair.clock.forward(day)
  await looks(pair)
  expect(pair.asked.filter(({ path }) => /batches|slot/.test(path))).toEqual([])
  expect(pair.ana.snapshot().recovery).toBeUndefined()
})

test("one batch a day at most, and none where nothing is new, however often the app is opened", async () => {
  const pair = await pairOfTwo()
  await sheetOf(pair.keepers.ana)
  const sent = (): number =>
    pair.asked.filter(({ method, path }) => method === "PUT" && /batches/.test(path)).length
  const first = sent()
  expect(first).toBe(1)
  for (let n = 0; n < 5; n += 1) {
    await pair.ana.keep("matters.kept", { ...kept, title: `Page ${String(n)}` })
    await pair.ana.sync()
  }
  expect(sent()).toBe(first)
  pair.clock.forward(day)
  for (let n = 0; n < 20; n += 1) await pair.ana.sync()
  expect(sent()).toBe(first + 1)
  for (let n = 0; n < 3; n += 1) {
    pair.clock.forward(day)
    for (let times = 0; times < 20; times += 1) await pair.ana.sync()
  }
  expect(sent()).toBe(first + 1)
})

test("a new sheet: the old one finds nothing any more, and the new one finds all of it", async () => {
  const pair = await pairOfTwo()
  const old = await sheetOf(pair.keepers.ana)
  await pair.ana.keep("matters.kept", { ...kept, title: "Between the two" })
  const fresh = await sheetOf(pair.keepers.ana)
  expect(fresh.code).not.toBe(old.code)
  expect(fresh.words).not.toEqual(old.words)
  expect(await pair.empty().returnWith(old.code)).toEqual({ ok: false, because: "nothing" })
  const ana = await back(pair.empty(), fresh.code)
  expect(ownTitles(ana)).toEqual(["The loan", "Between the two"])
  expect(titles(ana)).toEqual(["What Ben opened"])
  expect(await says(ana, "Still here")).not.toBe("")
  await looks({ ana, ben: pair.ben })
  expect(titles(pair.ben)).toContain("Still here")
})

test("the lost phone goes from every log, with nothing kept; what is said afterwards it cannot read", async () => {
  const pair = await pairOfTwo()
  const sheet = await sheetOf(pair.keepers.ana)
  const ana = await back(pair.empty(), sheet.code)
  expect(ana.snapshot().recovery?.lost).toBe(1)
  await ana.recovery.removeLost()
  await ana.sync()
  expect(ana.snapshot().recovery).toMatchObject({ lost: 0, removing: false })
  await pair.ben.sync()
  await says(pair.ben, "For her alone")
  await ana.sync()
  expect(titles(ana)).toContain("For her alone")
  // The thief opens the old phone: it stands there no more, and the new words are shut to it.
  await pair.ana.queue("matters.opened", { title: "From the thief" }, { holdMinutes: 0 })
  for (let n = 0; n < 3; n += 1) await pair.ana.sync()
  expect(titles(pair.ana)).not.toContain("For her alone")
  await looks({ ana, ben: pair.ben })
  expect(titles(pair.ben)).not.toContain("From the thief")
})

test("a lost phone that is found copies nothing any more, keeps what is written on it, and says so", async () => {
  const pair = await pairOfTwo()
  const sheet = await sheetOf(pair.keepers.ana)
  const ana = await back(pair.empty(), sheet.code)
  await ana.recovery.removeLost()
  await ana.keep("matters.kept", { ...kept, title: "On the new phone" })
  pair.clock.forward(day)
  await ana.sync()
  await pair.ana.keep("matters.kept", { ...kept, title: "On the old phone" })
  await pair.ana.sync()
  expect(pair.ana.snapshot().recovery?.copying).toMatchObject({ isGone: true })
  expect(ana.snapshot().recovery?.copying).toMatchObject({ isGone: false, devices: 1 })
  expect(ownTitles(pair.ana)).toEqual(["The loan", "On the old phone"])
  const again = await back(pair.empty(), sheet.code)
  expect(ownTitles(again)).toEqual(["The loan", "On the new phone"])
})

test("a log that is shared after the sheet was made comes back too, once its person has written in it", async () => {
  const pair = await alone()
  await pair.ana.keep("matters.kept", kept)
  const sheet = await sheetOf(pair.keepers.ana)
  await joined(pair)
  pair.clock.forward(day)
  await looks(pair)
  await says(pair.ana, "Her first words")
  await looks(pair)
  await says(pair.ben, "His")
  await looks(pair)
  const ana = await back(pair.empty(), sheet.code)
  expect(titles(ana)).toEqual(["Her first words", "His"])
  await says(ana, "And on")
  await looks({ ana, ben: pair.ben })
  expect(titles(pair.ben)).toEqual(["Her first words", "His", "And on"])
})

test("making a sheet posts nothing in the shared log before a batch with the seed is acknowledged", async () => {
  const pair = await pairOfTwo()
  const before = pair.asked.length
  await sheetOf(pair.keepers.ana)
  const writes = pair.asked.slice(before).filter(({ method }) => method !== "GET")
  expect(writes.map(({ method, path }) => `${method} ${path.split("/")[2] ?? ""}`)).toEqual([
    "PUT batches",
    "PUT slot",
    "POST log",
  ])
})

for (const which of ["batches", "slot", "log"])
  test(`without a connection at the ${which} no code is shown, the old sheet still works, and a new one can be made`, async () => {
    const pair = await pairOfTwo()
    const old = await sheetOf(pair.keepers.ana)
    pair.between((relay) => ({
      fetch: (request) => {
        const isIt = request.method !== "GET" && new URL(request.url).pathname.includes(`/${which}/`)
        return isIt ? Promise.reject(new Error("offline")) : relay.fetch(request)
      },
    }))
    expect(await pair.keepers.ana.makeSheet(null)).toEqual({ ok: false, because: "no-connection" })
    expect(pair.ana.snapshot().recovery?.sheet).toMatchObject({ ready: false })
    pair.between((relay) => relay)
    expect(ownTitles(await bare(pair, old.code))).toEqual(["The loan"])
    const fresh = await sheetOf(pair.keepers.ana)
    expect(pair.ana.snapshot().recovery?.sheet).toMatchObject({ ready: true })
    expect(await pair.empty().returnWith(old.code)).toEqual({ ok: false, because: "nothing" })
    expect(ownTitles(await back(pair.empty(), fresh.code))).toEqual(["The loan"])
  })

/** What the sheet opens, in a browser that reaches the server for reading only: nothing is written by looking. */
async function bare(pair: Awaited<ReturnType<typeof pairOfTwo>>, code: string) {
  pair.between((relay) => ({
    fetch: (request) => (isWrite(request) ? Promise.reject(new Error("offline")) : relay.fetch(request)),
  }))
  const session = await back(pair.empty(), code)
  pair.between((relay) => relay)
  return session
}

test("a server that lost everything: all is copied anew, and it is said that the sheet is not whole", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const fresh = honestRelay(pair.clock)
  pair.between(() => fresh)
  await pair.ana.keep("matters.kept", { ...kept, title: "One more" })
  pair.clock.forward(day)
  for (let n = 0; n < 2; n += 1) await pair.ana.sync()
  expect(pair.ana.snapshot().recovery).toMatchObject({
    sheet: { ready: false },
    copying: { isGone: false, forgot: false },
  })
  const batches = pair.asked.filter(({ method, path }) => method === "PUT" && /batches/.test(path))
  expect(batches.map(({ path }) => path.split("/").at(-1))).toEqual(["0", "1", "0"])
  expect(await pair.empty().returnWith(code)).toEqual({ ok: false, because: "nothing" })
})

test("row 41: with a passphrase the code is not made without it, and wrong tries slow down", async () => {
  const pair = await pairOfTwo()
  await pair.keepers.ana.setPassphrase("three warm plums")
  for (const own of [null, "", "another one"])
    expect(await pair.keepers.ana.makeSheet(own)).toMatchObject({ ok: false, because: "wrong" })
  expect(pair.ana.snapshot().recovery).toBeUndefined()
  expect((await sheetOf(pair.keepers.ana, "three warm plums")).code).toHaveLength(34)
})

test("the code is nowhere on the disk, and nowhere in what the server was told", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const disk = JSON.stringify([...pair.disk].map(([table, rows]) => [table, [...rows]]))
  const told = pair.asked.map((a) => a.path + a.headers + Buffer.from(a.body).toString("latin1")).join("\n")
  for (const text of [code, code.replaceAll(" ", "")]) {
    expect(disk).not.toContain(text)
    expect(told).not.toContain(text)
  }
})

test("what was mistyped is told at once, and an empty browser stays empty", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const before = pair.asked.length
  const other = code.startsWith("7") ? `8${code.slice(1)}` : `7${code.slice(1)}`
  const keeper = pair.empty()
  for (const [typed, because] of [
    ["", "code-length"],
    [code.slice(0, -1), "code-length"],
    [`${code.slice(0, -1)}*`, "code-symbol"],
    [other, "code-check"],
  ] as const)
    expect(await keeper.returnWith(typed)).toEqual({ ok: false, because })
  expect(pair.asked.length).toBe(before)
  expect(await keeper.state()).toBe("fresh")
  expect(await keeper.returnWith(code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l"))).toMatchObject(
    { ok: true },
  )
  expect(await keeper.returnWith(code)).toEqual({ ok: false, because: "not-empty" })
})

test("what came back is there after a restart, and the device joins the log once the server can be reached", async () => {
  const pair = await pairOfTwo()
  const { code } = await sheetOf(pair.keepers.ana)
  const disk = new Map()
  const keeper = pair.empty({ disk })
  pair.between((relay) => ({
    fetch: (request) => (isWrite(request) ? Promise.reject(new Error("offline")) : relay.fetch(request)),
  }))
  await back(keeper, code)
  keeper.lock()
  pair.between((relay) => relay)
  const ana = await enter(pair.empty({ disk }))
  await ana.sync()
  expect(ana.snapshot().recovery?.returned?.here).toBe(true)
  await says(ana, "After the restart")
  await pair.ben.sync()
  expect(titles(pair.ben)).toContain("After the restart")
})
