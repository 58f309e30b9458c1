import { verifyExport } from "#ledger"
import { home, stateOf } from "#practices"
import { describe, expect, test } from "vitest"
import { anaOn, chainOn, keep, meet, titlesOn } from "../testing/own-devices.ts"
import type { Ana, Device } from "../testing/own-devices.ts"
import { toolsOf, verify } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"
import { sheetOf } from "../testing/sheets.ts"

// Several devices of one person write one private log (spec/ledger.md §19).

const day = 86_400_000
async function twoDevices(devices = 2): Promise<Ana & { readonly a: Device; readonly b: Device }> {
  const ana = await anaOn({ devices })
  const [a, b] = ana.devices
  if (a === undefined || b === undefined) throw new Error("no devices")
  return { ...ana, a, b }
}
const putsOf = ({ asked }: Ana): readonly string[] =>
  asked
    .filter(({ method, path }) => method === "PUT" && path.startsWith("/api/batches/"))
    .map(({ path }) => path)
const storesIn = (paths: readonly string[]): number => new Set(paths.map((path) => path.split("/")[3])).size

test("row 46: what two devices wrote apart is on both, in one order, and its refs hold", async () => {
  const ana = await twoDevices()
  const { a, b } = ana
  const { ref } = await a.session.keep("matters.kept", { title: "A", mine: "unsure", what: "" })
  await keep(b, "B")
  const body = { matter: ref, title: "A again", mine: "both", what: "" }
  await a.session.keep("matters.rewritten", body)
  expect([titlesOn(a), titlesOn(b)]).toEqual([
    ["First", "A again"],
    ["First", "B"],
  ])
  await meet(ana)
  expect(titlesOn(a)).toEqual(["First", "A again", "B"])
  expect(titlesOn(b)).toEqual(titlesOn(a))
  expect(await chainOn(a)).toEqual(await chainOn(b))
  expect(await ana.signedTwice()).toBeNull()
})

test("what waits is durable at once: killed right after, it is there, and read like what stands", async () => {
  const ana = await twoDevices()
  const before = (await chainOn(ana.b)).length
  await keep(ana.b, "Only here")
  expect(await chainOn(ana.b)).toHaveLength(before)
  await ana.restart(ana.b)
  expect(titlesOn(ana.b)).toEqual(["First", "Only here"])
})

test("once a day by itself, at once when it is asked for, and opening posts nothing", async () => {
  const ana = await twoDevices()
  await keep(ana.b, "One")
  const before = putsOf(ana).length
  for (let n = 0; n < 5; n += 1) await ana.b.session.sync()
  await ana.restart(ana.b)
  await ana.b.session.sync()
  expect(putsOf(ana)).toHaveLength(before)
  expect(await ana.b.session.recovery.bringTogether()).toBe("on")
  expect(putsOf(ana)).toHaveLength(before + 1)
  await keep(ana.b, "Two")
  ana.clock.forward(day)
  for (let n = 0; n < 5; n += 1) await ana.b.session.sync()
  expect(putsOf(ana)).toHaveLength(before + 2)
  // The other one reads at its next start, and sends nothing for it.
  await ana.restart(ana.a)
  await ana.a.session.sync()
  expect(titlesOn(ana.a)).toEqual(["First", "One", "Two"])
  expect(putsOf(ana)).toHaveLength(before + 2)
})

test("a page that became a shared one is found from either device", async () => {
  const ana = await twoDevices()
  const { ref } = await ana.b.session.keep("matters.kept", { title: "B", mine: "unsure", what: "" })
  await ana.b.session.keep("home.shared", { was: ref, is: ref })
  await meet(ana)
  const pairs = ana.devices.map(({ session }) => stateOf(session.snapshot().house, home).own.shared)
  expect(pairs).toEqual([[{ was: ref, is: ref }], [{ was: ref, is: ref }]])
})

test("without a connection nothing is lost, and it is said", async () => {
  const ana = await twoDevices()
  ana.b.online = false
  await keep(ana.b, "Away")
  expect(await ana.b.session.recovery.bringTogether()).toBe("off")
  ana.b.online = true
  await meet(ana)
  expect(titlesOn(ana.a)).toContain("Away")
})

describe("a device is let go", () => {
  test("row 46: while things wait on who lets it go, and on a third one; the store moves, and the one that went reads nothing new", async () => {
    const ana = await twoDevices(3)
    const { a, b } = ana
    const c = ana.devices[2]
    if (c === undefined) throw new Error("no third")
    await keep(c, "C waits")
    await keep(b, "B waits")
    const old = storesIn(putsOf(ana))
    // The last that came stands first, and lets the other two go; one of them is brought in again by the sheet.
    await c.session.recovery.removeLost()
    await c.session.sync()
    expect(c.session.snapshot().recovery).toMatchObject({ removing: false, copying: { devices: 1 } })
    expect(storesIn(putsOf(ana))).toBe(old + 1)
    expect(titlesOn(c)).toEqual(["First", "C waits"])
    for (const gone of [a, b]) {
      await ana.restart(gone)
      await gone.session.recovery.bringTogether()
      expect(gone.session.snapshot().recovery?.copying).toMatchObject({ isGone: true })
    }
    expect(titlesOn(b)).toEqual(["First", "B waits"])
    await keep(c, "For me alone")
    await c.session.recovery.bringTogether()
    await b.session.recovery.bringTogether()
    expect(titlesOn(b)).not.toContain("For me alone")
    // The sheet follows from store to store.
    const d = await ana.another()
    expect(titlesOn(d)).toEqual(["First", "C waits", "For me alone"])
    expect(d.session.snapshot().recovery?.sheet).toMatchObject({ ready: true, isOlder: true })
  })

  test("one lets another go while the third sends in the same moment: it goes, and both go on in one store", async () => {
    const ana = await twoDevices(2)
    const lost = ana.a
    const c = await ana.another()
    await meet(ana)
    await keep(ana.b, "B waits")
    await Promise.all([c.session.recovery.removeLost(), ana.b.session.recovery.bringTogether()])
    await meet(ana)
    expect(await ana.signedTwice()).toBeNull()
    expect(lost.session.snapshot().recovery?.copying?.isGone).toBe(true)
  })

  test("row 46: the one that was let go puts junk where the next batches go: it is passed over, by devices and by the sheet", async () => {
    const ana = await twoDevices()
    const { a, b } = ana
    await keep(b, "Before")
    await b.session.recovery.bringTogether()
    await ana.restart(a)
    await a.session.sync()
    await ana.put("noise")
    await ana.put("sealed")
    await keep(a, "After the junk")
    expect(await a.session.recovery.bringTogether()).toBe("on")
    await ana.put("noise")
    await b.session.recovery.bringTogether()
    expect(titlesOn(b)).toEqual(["First", "Before", "After the junk"])
    const c = await ana.another()
    expect(titlesOn(c)).toEqual(["First", "Before", "After the junk"])
    expect(c.session.snapshot().recovery?.returned).toMatchObject({ isTorn: true })
  })

  test("row 46: a device that was away for months finds the new store, and what waited on it goes there", async () => {
    const ana = await twoDevices(2)
    const { b } = ana
    const c = await ana.another()
    await meet(ana)
    b.online = false
    await keep(b, "Written far away")
    expect(b.session.snapshot().recovery?.copying?.devices).toBe(3)
    ana.a.online = false
    const before = storesIn(putsOf(ana))
    await sheetOf(c.keeper)
    expect(storesIn(putsOf(ana))).toBe(before + 1)
    await keep(c, "Meanwhile")
    await c.session.recovery.bringTogether()
    ana.clock.forward(90 * day)
    b.online = true
    ana.a.online = true
    const deleted = () => ana.asked.filter(({ method }) => method === "DELETE").length
    expect(deleted()).toBe(0)
    await meet(ana)
    expect(titlesOn(b)).toEqual(["First", "Meanwhile", "Written far away"])
    expect(titlesOn(c)).toEqual(titlesOn(b))
    // The first one has written nothing since: the old store stays for it. When it has, that store goes.
    expect(deleted()).toBe(0)
    await keep(ana.a, "The first one, too")
    await meet(ana)
    ana.clock.forward(day)
    await meet(ana)
    expect(deleted()).toBe(1)
    expect(titlesOn(ana.a)).toEqual(["First", "Meanwhile", "Written far away", "The first one, too"])
    expect(await ana.signedTwice()).toBeNull()
  })
})

test("row 46: the relay lost everything: nothing goes by itself, and all of it when it is asked for", async () => {
  const ana = await twoDevices()
  await keep(ana.a, "A")
  await meet(ana)
  const fresh = honestRelay(ana.clock, { batchLimits: { batchesPerDay: 1e9 } })
  ana.between(() => fresh)
  await keep(ana.a, "A later")
  await keep(ana.b, "B later")
  ana.clock.forward(day)
  const before = putsOf(ana).length
  for (const device of ana.devices) await device.session.sync()
  expect(putsOf(ana)).toHaveLength(before)
  expect(ana.b.session.snapshot().recovery).toMatchObject({ copying: { forgot: true } })
  await meet(ana)
  expect(ana.b.session.snapshot().recovery).toMatchObject({
    copying: { forgot: false },
    sheet: { ready: false },
  })
  expect(titlesOn(ana.a).toSorted()).toEqual(["A", "A later", "B later", "First"])
  expect(titlesOn(ana.b)).toEqual(titlesOn(ana.a))
  expect(await chainOn(ana.a)).toEqual(await chainOn(ana.b))
})

test("the device that comes first after the loss had not read all: what the others wrote is read on, and stands again", async () => {
  const ana = await twoDevices(3)
  const [a, b, c] = ana.devices
  if (a === undefined || b === undefined || c === undefined) throw new Error("no devices")
  await keep(a, "A, read by nobody but C")
  await a.session.recovery.bringTogether()
  await c.session.recovery.bringTogether()
  const fresh = honestRelay(ana.clock, { batchLimits: { batchesPerDay: 1e9 } })
  ana.between(() => fresh)
  await keep(b, "B")
  await b.session.recovery.bringTogether()
  await c.session.recovery.bringTogether()
  expect(titlesOn(c).toSorted()).toEqual(["A, read by nobody but C", "B", "First"])
  await meet(ana)
  for (const device of ana.devices)
    expect(titlesOn(device)).toEqual(["First", "B", "A, read by nobody but C"])
  expect(await ana.signedTwice()).toBeNull()
})

test("a device that wrote alone and did not know of the other: what it signed loses its place, and is placed behind", async () => {
  const ana = await anaOn({ devices: 1 })
  const [a] = ana.devices
  if (a === undefined) throw new Error("no device")
  const b = await ana.another()
  await b.session.sync()
  const { ref } = await a.session.keep("matters.kept", { title: "Signed alone", mine: "unsure", what: "" })
  const alone = await chainOn(a)
  await keep(b, "Placed before")
  await b.session.recovery.bringTogether()
  await meet(ana)
  const together = await chainOn(a)
  expect(together).toEqual(await chainOn(b))
  // The very entry is gone, its ref is not.
  expect(together).not.toContain(alone.at(-1))
  expect(titlesOn(a)).toEqual(["First", "Placed before", "Signed alone"])
  await b.session.keep("matters.rewritten", { matter: ref, title: "And on", mine: "unsure", what: "" })
  await meet(ana)
  expect(titlesOn(a)).toEqual(["First", "Placed before", "And on"])
  expect(await ana.signedTwice()).toBeNull()
})

test("what waits goes into a copy, and is read where the copy comes in", async () => {
  const ana = await twoDevices()
  await keep(ana.b, "Waits on B")
  await ana.b.keeper.setPassphrase("four plain words here")
  const made = await ana.b.keeper.keepCopy("four plain words here")
  if (!made.ok) throw new Error(made.because)
  const brought = await ana.empty().bringBack(made.file, "four plain words here")
  if (!brought.ok) throw new Error(brought.because)
  expect(titlesOn(brought)).toEqual(["First", "Waits on B"])
  expect(brought.session.snapshot().waiting).toEqual([])
})

test("row 46: whoever is shown an export or opens a copy does not learn where the store is", async () => {
  const ana = await twoDevices()
  const old = new Set(ana.asked.map(({ headers }) => /"goldseam-secret","([^"]+)"/.exec(headers)?.[1]))
  await ana.b.session.recovery.removeLost()
  await ana.b.session.sync()
  const stores = new Set(ana.asked.map(({ headers }) => /"goldseam-secret","([^"]+)"/.exec(headers)?.[1]))
  const fresh = [...stores].filter((secret) => !old.has(secret))
  expect(fresh).toHaveLength(1)
  const made = await ana.b.keeper.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  const tools = toolsOf()
  const stretch = () => Promise.resolve(new Uint8Array(32))
  const report = await verifyExport({ tools, verify, stretch }, made.file, null)
  expect(JSON.stringify(report)).toContain('"unreadable"')
  expect(JSON.stringify(report)).not.toContain(fresh[0] ?? "none")
})
