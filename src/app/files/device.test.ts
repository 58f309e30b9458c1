import { fileLimits, good } from "#wire"
import { expect, test, vi } from "vitest"
import type { Disk } from "../store/memory.ts"
import { memoryStore } from "../store/memory.ts"
import { looks, together } from "../testing/duo.ts"
import { smallDisk } from "../testing/full-disk.ts"
import { flipped } from "../testing/malice.ts"
import { enter, phone } from "../testing/people.ts"
import { pictureOf, sees, show, shownIn } from "../testing/pictures.ts"

// Files on one device: sealed under the profile, refused whole where there is no room, never instead of words, and gone with what they lay beside.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const type = "image/jpeg"
const draft = "pictures:Here"
const partsOn = (disk: Disk): readonly [string, Uint8Array][] =>
  [...disk].flatMap(([table, rows]) => (table.endsWith("/parts") ? [...rows] : []))

test("a disk that has no room for a picture says so; nothing of the picture is left, and every word goes on being kept", async () => {
  const disk: Disk = new Map()
  const small = smallDisk(disk)
  const session = await enter(phone({ store: small.store }))
  await session.keep("matters.kept", { title: "Before", mine: "unsure", what: "" })
  session.setDraft("letter", "Before")
  await session.flush()
  const before = small.used()
  for (const room of [0, 300_000, 1_100_000, 1_500_000, 2_000_000]) {
    small.holds(before + room)
    const put = await session.files.put(draft, { bytes: pictureOf(1_000_000), type })
    expect({ room, put }).toEqual({ room, put: { ok: false, error: { type: "no-room" } } })
    expect([partsOn(disk).length, session.files.beside(draft), session.files.bytes()]).toEqual([0, [], 0])
    expect(session.snapshot().storageRefuses).toBeUndefined()
  }
  small.holds(before + 2_200_000)
  expect((await session.files.put(draft, { bytes: pictureOf(1_000_000), type })).ok).toBe(true)
  // Whatever was put: there is room left for words.
  session.setDraft("letter", "w".repeat(900_000))
  await session.flush()
  expect(session.snapshot().storageRefuses).toBeUndefined()
  const again = await enter(phone({ store: memoryStore(disk) }))
  expect(again.draft("letter").length).toBe(900_000)
  expect(again.files.beside(draft).length).toBe(1)
})

test("what is received and has no room here is read all the same, and asked for again the next time", async () => {
  const both = await together()
  const large = pictureOf(fileLimits.comesAlong + 1)
  await show(both.ana, "Here", [large])
  await looks(both)
  const small = smallDisk(both.disks.ben)
  both.phones.ben.store.kill()
  const ben = await enter(phone({ store: small.store, relay: both.relay, clock: both.clock }))
  small.holds(small.used() + 500_000)
  expect(await sees(ben, "Here", large)).toBe("same")
  expect([ben.files.bytes(), partsOn(both.disks.ben).length]).toEqual([0, 0])
  small.holds(Infinity)
  both.asked.length = 0
  expect(await sees(ben, "Here", large)).toBe("same")
  expect(both.asked.some(({ path }) => path.includes("/files/"))).toBe(true)
  expect(ben.files.bytes()).toBeGreaterThan(large.length)
})

test("a new passphrase takes files along, though none of their bytes is written again; the old key finds none of them", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  const picture = pictureOf(600_000)
  await session.files.put(draft, { bytes: picture, type })
  const before = new Map(partsOn(disk))
  await keeper.setPassphrase("three red boats")
  expect(new Map(partsOn(disk))).toEqual(before)
  const again = await enter(phone({ disk }), "three red boats")
  const [beside] = again.files.beside(draft)
  const looked = await again.files.look(beside?.id ?? "")
  expect(looked.ok && looked.value.join() === picture.join()).toBe(true)
  keeper.lock()
  await expect(session.files.look(beside?.id ?? "")).resolves.toMatchObject({ ok: false })
})

test("a part that the disk changed, moved or lost is never shown: what lies with the server takes its place, else it is missing", async () => {
  const d = await together()
  const [one, two] = [pictureOf(600_000), pictureOf(600_000, 1)]
  await show(d.ana, "One", [one])
  await show(d.ana, "Two", [two])
  await looks(d)
  const table = [...d.disks.ben.keys()].find((name) => name.endsWith("/parts")) ?? ""
  const rows = d.disks.ben.get(table) ?? new Map<string, Uint8Array<ArrayBuffer>>()
  const keys = [...rows.keys()]
  expect(keys.length).toBe(6)
  const changes: readonly (() => unknown)[] = [
    () => keys.map((key) => rows.set(key, flipped(rows.get(key) ?? new Uint8Array(1), 900))),
    () => rows.set(keys[0] ?? "", rows.get(keys[3] ?? "") ?? new Uint8Array(1)),
    () => keys.slice(1, 5).map((key) => rows.delete(key)),
  ]
  for (const change of changes) {
    change()
    expect([await sees(d.ben, "One", one), await sees(d.ben, "Two", two)]).toEqual(["same", "same"])
    keys.splice(0, keys.length, ...rows.keys())
    expect(keys.length).toBe(6)
  }
  rows.clear()
  d.phones.ben.store.kill()
  const alone = await enter(phone({ disk: d.disks.ben, clock: d.clock }))
  expect(await sees(alone, "One", one)).toBe("away")
  expect(await sees(alone, "Two", one)).toBe("away")
})

test("empty, too large, nothing shared yet: each is said, and nothing is kept of it", async () => {
  const session = await enter(phone())
  const put = (length: number) => session.files.put(draft, { bytes: new Uint8Array(length), type })
  expect([await put(0), await put(fileLimits.bytes + 1)]).toEqual([
    { ok: false, error: { type: "empty" } },
    { ok: false, error: { type: "too-large" } },
  ])
  expect(session.files.bytes()).toBe(0)
  const kept = await put(1)
  expect(kept.ok).toBe(true)
  expect(await session.files.name(kept.ok ? kept.value.id : "")).toEqual({
    ok: false,
    error: { type: "alone" },
  })
  expect(session.files.beside(draft).length).toBe(1)
  expect(await session.files.name("another")).toEqual({ ok: false, error: { type: "gone" } })
  await expect(session.files.put(draft, { bytes: pictureOf(1), type: "Image/JPEG" })).rejects.toThrow(
    "media type",
  )
})

test("an entry goes with the files it was given, and with no other: not another entry's, not one that is not here, and none that both keep", async () => {
  const d = await together()
  await show(d.ana, "Here", [pictureOf(1000)])
  await looks(d)
  const [shown] = shownIn(d.ana)
  const body = { words: "Again", pictures: shown?.pictures ?? [] }
  const queue = (who: typeof d.ana, kind: string, of: unknown) => who.queue(kind, of, { holdMinutes: 0 })
  await expect(queue(d.ana, "pictures.shown", body)).rejects.toThrow("house.file-not-here")
  await expect(queue(d.ben, "pictures.shown", body)).rejects.toThrow("house.file-not-here")
  const put = await d.ana.files.put(draft, { bytes: pictureOf(5), type })
  const name = await d.ana.files.name(put.ok ? put.value.id : "")
  const kept = { words: "Kept", pictures: name.ok ? [name.value] : [] }
  await expect(queue(d.ana, "pictures.kept", kept)).rejects.toThrow("house.file-kept")
  expect([d.ana.snapshot().waiting, d.ana.files.beside(draft).length]).toEqual([[], 1])
})

test("another tab that opens while a picture is put tidies up what is half there, and the putting says so", async () => {
  const disk: Disk = new Map()
  let opens: (() => Promise<unknown>) | null = null
  const store = memoryStore(disk)
  const one = await enter(
    phone({
      more: {
        openStore: async () =>
          good({
            ...store,
            batch: async (ops) => {
              const done = await store.batch(ops)
              const isPart = ops.some(({ table }) => table.endsWith("/parts"))
              const open = isPart ? opens : null
              if (isPart) opens = null
              await open?.()
              return done
            },
          }),
      },
    }),
  )
  opens = async () => enter(phone({ disk }))
  expect(await one.files.put(draft, { bytes: pictureOf(900_000), type })).toEqual({
    ok: false,
    error: { type: "no-room" },
  })
  expect(partsOn(disk)).toEqual([])
})
