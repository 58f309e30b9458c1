import { sealCopy } from "#ledger"
import { bad, copy, utf8 } from "#wire"
import { describe, expect, test } from "vitest"
import { layOut } from "../../ledger/export-layout.ts"
import type { Disk } from "../store/memory.ts"
import { memoryStore } from "../store/memory.ts"
import { back, copyOf, pairWithCopy, passphrase, plainStretch, read } from "../testing/copies.ts"
import { mortalStore } from "../testing/disks.ts"
import { enter, phone, toolsOf } from "../testing/people.ts"

// A copy that does not come in: each refusal has its own word, and nothing of it is kept (issue acceptance 7).

/** What is in an empty browser's store after a refusal: nothing but the count of tries and the salt. */
function leftIn(disk: Disk): readonly string[] {
  return [...disk].flatMap(([table, rows]) => [...rows.keys()].map((key) => `${table} ${key}`)).toSorted()
}

describe("acceptance 7: clear refusals, and nothing is kept", () => {
  test("a wrong passphrase, one bit, a cut: each is told, wrong ones slow down, and the right one still opens", async () => {
    const { keepers, empty, clock } = await pairWithCopy()
    const file = await copyOf(keepers.ana)
    const disk: Disk = new Map()
    const keeper = empty({ disk })
    const flipped = copy(file, 0, file.length)
    flipped[500] = (flipped[500] ?? 0) ^ 4
    expect(await keeper.bringBack(flipped, passphrase)).toEqual({ ok: false, because: "damaged" })
    expect(await keeper.bringBack(copy(file, 0, 2000), passphrase)).toEqual({ ok: false, because: "damaged" })
    expect(leftIn(disk)).toEqual([])
    for (let n = 0; n < 4; n += 1)
      expect(await keeper.bringBack(file, `wrong ${String(n)}`)).toEqual({ ok: false, because: "passphrase" })
    expect(await keeper.bringBack(file, passphrase)).toEqual({
      ok: false,
      because: "slow-down",
      waitSeconds: 2,
    })
    expect(leftIn(disk)).toEqual(["device tries"])
    expect(await keeper.state()).toBe("fresh")
    clock.forward(3000)
    expect((await keeper.bringBack(file, passphrase)).ok).toBe(true)
    expect((await keeper.bringBack(file, passphrase)).ok).toBe(false)
  })

  test("one bit turned at 2,000 places: never brought in, and the browser stays empty", async () => {
    const { keepers, empty, clock } = await pairWithCopy()
    const file = await copyOf(keepers.ana)
    const disk: Disk = new Map()
    const keeper = empty({ disk })
    const because = new Set<string>()
    for (let n = 0; n < 2000; n += 1) {
      const bit = n < 700 ? n : Math.floor((n * file.length * 8) / 2000)
      const changed = copy(file, 0, file.length)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      clock.forward(900_000)
      const brought = await keeper.bringBack(changed, passphrase)
      because.add(brought.ok ? "ok" : brought.because)
      if (n % 100 === 0) expect(leftIn(disk).filter((row) => row !== "device tries")).toEqual([])
    }
    expect([...because].toSorted()).toEqual(["damaged", "export", "form", "newer", "passphrase"])
    expect(leftIn(disk).filter((row) => row !== "device tries")).toEqual([])
    expect(await keeper.state()).toBe("fresh")
  }, 60_000)

  test("an export, a picture, and a file from a newer version each have their own word, and cost no try", async () => {
    const { keepers, empty } = await pairWithCopy()
    const disk: Disk = new Map()
    const keeper = empty({ disk })
    const made = await keepers.ana.saveCopy(null, "another file")
    if (!made.ok) throw new Error(made.because)
    const refusals = []
    for (const file of [made.file, utf8("\u0089PNG\r\n\u001a\n"), utf8("gs/v2/\u0003"), new Uint8Array(0)])
      refusals.push(await keeper.bringBack(file, passphrase))
    expect(refusals.map((r) => (r.ok ? "ok" : r.because))).toEqual(["export", "form", "newer", "form"])
    expect(leftIn(disk)).toEqual([])
  })

  test("a disk that is full takes nothing of it, and says so; with room it comes in", async () => {
    const { d, keepers, empty } = await pairWithCopy()
    const file = await copyOf(keepers.ana)
    const disk: Disk = new Map()
    let room = 3
    const below = memoryStore(disk)
    const store = {
      ...below,
      batch: (ops: Parameters<typeof below.batch>[0]) =>
        ops.length > room ? Promise.resolve(bad({ type: "full" as const })) : below.batch(ops),
    }
    const keeper = empty({ store })
    expect(await keeper.bringBack(file, passphrase)).toEqual({ ok: false, because: "full" })
    expect(leftIn(disk)).toEqual(["device salt"])
    expect(await keeper.state()).toBe("fresh")
    room = 1e9
    expect(read(await back(keeper, file))).toBe(read(d.ana))
  })

  test("a browser with pages in it takes no copy: they would lie over each other", async () => {
    const { keepers } = await pairWithCopy()
    const file = await copyOf(keepers.ana)
    const other = phone({})
    await enter(other)
    expect(await other.bringBack(file, passphrase)).toEqual({ ok: false, because: "not-empty" })
  })
})

test("somebody who makes a copy by hand can bring in nothing that does not stand", async () => {
  const { keepers, empty } = await pairWithCopy()
  const made = await keepers.ana.saveCopy(null, null)
  if (!made.ok) throw new Error(made.because)
  const [log] = layOut(made.file).logs.toSorted((a, b) => b.entries.length - a.entries.length)
  if (log === undefined) throw new Error("no log")
  const forged = { ...log, entries: log.entries.toSpliced(1, 1) }
  const member = copy(log.entries[0]?.entry.body ?? utf8(""), 32, 48)
  const what = {
    day: "2026-11-24",
    lockMinutes: 1,
    parts: [{ which: "private" as const, member, log: forged }],
    rows: [],
    things: [],
  }
  const file = await sealCopy(toolsOf(), plainStretch, passphrase, what)
  expect(await empty().bringBack(file, passphrase)).toEqual({ ok: false, because: "damaged" })
})

test("killed at any write of coming back: the browser is as empty as it was, or has all of it", async () => {
  const { d, keepers } = await pairWithCopy()
  const file = await copyOf(keepers.ana)
  const ends: string[] = []
  for (let at = 1; at <= 4; at += 1)
    for (const after of [false, true]) {
      const disk: Disk = new Map()
      const store = mortalStore(disk, { at, after })
      await Promise.race([phone({ store }).bringBack(file, passphrase), store.died])
      const again = phone({ disk })
      const state = await again.state()
      if (state === "locked") expect(read(await enter(again, passphrase))).toBe(read(d.ana))
      ends.push(`${String(at)}${after ? " after" : ""}: ${JSON.stringify(state)}`)
    }
  expect(ends.filter((end) => end.endsWith('"fresh"'))).toHaveLength(5)
  expect(ends.filter((end) => end.endsWith('"locked"'))).toHaveLength(3)
})
