import { filesOfExport, verifyExport } from "#ledger"
import { equalBytes } from "#wire"
import { expect, test, vi } from "vitest"
import type { Disk } from "../store/memory.ts"
import { memoryStore } from "../store/memory.ts"
import { plainStretch } from "../testing/copies.ts"
import { mortalStore } from "../testing/disks.ts"
import { looks, together } from "../testing/duo.ts"
import { smallDisk } from "../testing/full-disk.ts"
import { flipped } from "../testing/malice.ts"
import { enter, phone, toolsOf, verify } from "../testing/people.ts"
import { pictureOf, picturesIn, sees, show } from "../testing/pictures.ts"

// Files go along in what is saved: an export shows them, and a copy brings them back, those beside drafts and those that wait among them.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const passphrase = "three warm plums"
const [hers, his, large, waits, draft] = [
  pictureOf(300_000),
  pictureOf(200_000, 1),
  pictureOf(1_200_000, 2),
  pictureOf(5000, 3),
  pictureOf(400_000, 4),
]

async function world() {
  const d = await together()
  await show(d.ana, "Hers", [hers])
  await show(d.ben, "His", [his])
  await show(d.ben, "Large", [large])
  await looks(d)
  await show(d.ana, "Waits", [waits], 60)
  await d.ana.files.put("pictures:Draft", { bytes: draft, type: "image/png" })
  d.ana.setDraft("pictures:Draft", "and some words")
  await d.ana.flush()
  return d
}
type World = Awaited<ReturnType<typeof world>>
const deps = { tools: toolsOf(), verify, stretch: plainStretch }

test("an export shows the files that are here; what had not come is called missing, what waits and drafts are not in it; under a passphrase, too", async () => {
  const d = await world()
  for (const phrase of [null, passphrase]) {
    const saved = await d.phones.ana.keeper.saveCopy(null, phrase)
    if (!saved.ok) throw new Error(saved.because)
    const report = await verifyExport(deps, saved.file, phrase)
    expect(
      report.ok && [report.value.fault, report.value.files?.map(({ size, state }) => [size, state])],
    ).toEqual([
      null,
      [
        [300_000, "here"],
        [200_000, "here"],
        [1_200_000, "missing"],
      ],
    ])
    expect((await filesOfExport(deps, saved.file, phrase)).length).toBe(2)
  }
  // A file that the disk changed stays behind: it would make all of it unsound.
  for (const [table, rows] of d.disks.ana)
    if (table.endsWith("/parts")) for (const [key, row] of rows) rows.set(key, flipped(row, 500))
  const saved = await d.phones.ana.keeper.saveCopy(null, null)
  const report = saved.ok ? await verifyExport(deps, saved.file, null) : null
  expect(report?.ok === true && [report.value.sound, report.value.files]).toEqual([true, undefined])
})

async function copyOf(d: World): Promise<Uint8Array<ArrayBuffer>> {
  await d.phones.ana.keeper.setPassphrase(passphrase)
  const kept = await d.phones.ana.keeper.keepCopy(passphrase)
  if (!kept.ok) throw new Error(kept.because)
  return kept.file
}

test("a copy brings them back in an empty browser without a server: those that were shown, those that waited, those beside a draft; and a copy of that one again", async () => {
  const d = await world()
  let file = await copyOf(d)
  for (let times = 0; times < 2; times += 1) {
    const keeper = phone({ disk: new Map(), clock: d.clock })
    const back = await keeper.bringBack(file, passphrase)
    if (!back.ok) throw new Error(back.because)
    const { session } = back
    expect([await sees(session, "Hers", hers), await sees(session, "His", his)]).toEqual(["same", "same"])
    expect(await sees(session, "Large", large)).toBe("missing")
    const [waiting] = session.snapshot().waiting
    const read = await session.files.read(waiting?.ref ?? "", picturesIn(waiting?.body)[0])
    expect(read.ok && equalBytes(read.value, waits)).toBe(true)
    const [beside] = session.files.beside("pictures:Draft")
    const looked = await session.files.look(beside?.id ?? "")
    expect([looked.ok && equalBytes(looked.value, draft), beside?.type]).toEqual([true, "image/png"])
    const again = await keeper.keepCopy(passphrase)
    if (!again.ok) throw new Error(again.because)
    ;({ file } = again)
  }
})

test("changed anywhere, or cut, a copy with files is refused, and nothing of it is kept", async () => {
  const file = await copyOf(await world())
  const places = Array.from({ length: 40 }, (_, n) => Math.floor((n * (file.length - 1)) / 39))
  for (const at of [...places, 70, 72, 75]) {
    const disk: Disk = new Map()
    const keeper = phone({ disk })
    const changed = at % 2 === 0 ? flipped(file, at * 8) : file.slice(0, at)
    const back = await keeper.bringBack(changed, passphrase)
    expect({ at, ok: back.ok }).toEqual({ at, ok: false })
    expect([...disk.values()].reduce((n, rows) => n + rows.size, 0)).toBeLessThanOrEqual(1)
  }
  const wrong = await phone({ disk: new Map() }).bringBack(file, "three cold plums")
  expect(wrong).toMatchObject({ ok: false, because: "passphrase" })
}, 60_000)

test("killed at each write while it comes in: all of it is there afterwards or nothing is, and the next attempt leaves no part behind", async () => {
  const file = await copyOf(await world())
  const partsOn = (disk: Disk): number =>
    [...disk].reduce((n, [table, rows]) => n + (table.endsWith("/parts") ? rows.size : 0), 0)
  const whole: Disk = new Map()
  expect((await phone({ store: memoryStore(whole) }).bringBack(file, passphrase)).ok).toBe(true)
  const parts = partsOn(whole)
  expect(parts).toBeGreaterThan(4)
  let died = 0
  for (let at = 1; at < 20; at += 1)
    for (const after of [false, true]) {
      const disk: Disk = new Map()
      const store = mortalStore(disk, { at, after })
      const keeper = phone({ store })
      const back = await Promise.race([keeper.bringBack(file, passphrase), store.died])
      if (back === "died") died += 1
      const next = phone({ disk })
      const state = await next.state()
      if (state === "fresh" && at % 3 === 0) {
        // Begun anew instead: nothing of the copy is left there either.
        await next.begin()
        expect(partsOn(disk)).toBe(0)
        continue
      }
      if (state === "fresh") expect((await next.bringBack(file, passphrase)).ok).toBe(true)
      expect({ at, after, parts: partsOn(disk) }).toEqual({ at, after, parts })
      expect(await sees(await enter(phone({ disk }), passphrase), "Hers", hers)).toBe("same")
    }
  expect(died).toBeGreaterThan(parts)
}, 60_000)

test("a browser without room for the files of a copy says so, and keeps nothing of it", async () => {
  const file = await copyOf(await world())
  const disk: Disk = new Map()
  const keeper = phone({ store: smallDisk(disk, 700_000).store })
  expect(await keeper.bringBack(file, passphrase)).toMatchObject({ ok: false, because: "full" })
  expect([...disk].flatMap(([table, rows]) => (rows.size > 0 ? [table] : []))).toEqual(["device"])
})
