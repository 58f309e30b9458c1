import { openMemoryStore } from "#relay"
import { fileLimits, partCount, sealedSize } from "#wire"
import { expect, test, vi } from "vitest"
import type { Disk } from "../store/memory.ts"
import { heapOf } from "../testing/disks.ts"
import { looks, together } from "../testing/duo.ts"
import { enter, phone } from "../testing/people.ts"
import { blobOf, pictureOf, sees, show, sendBeside, shownIn } from "../testing/pictures.ts"

// Ana shows Ben a picture. Everything but the room is the real thing: two sessions, their stores, the relay. The room is one as those to come may have it.

vi.mock(import("../../practices/registry.ts"), async (original) => {
  const { practices } = await original()
  const { pictures } = await import("../testing/pictures.ts")
  return { practices: [...practices, pictures] as unknown as typeof practices }
})

const draft = "pictures:The garden"

test("Ana puts two pictures beside what she writes, and sends it; Ben reads the words and sees both; she takes it back, and they are nowhere", async () => {
  const store = openMemoryStore()
  const d = await together({ relayStore: store })
  const [garden, gate] = [pictureOf(700_000), pictureOf(2_000_000, 1)]
  for (const bytes of [garden, gate]) await d.ana.files.put(draft, { bytes, type: "image/jpeg" })
  await d.restart("ana")
  const beside = d.ana.files.beside(draft)
  expect(beside.map(({ size }) => size)).toEqual([700_000, 2_000_000])
  for (const [n, { id }] of beside.entries()) {
    const looked = await d.ana.files.look(id)
    expect(looked.ok && looked.value.length === [garden, gate][n]?.length).toBe(true)
  }
  const ref = await sendBeside(d.ana, "The garden")
  expect(d.ana.files.beside(draft)).toEqual([])
  await looks(d)
  expect(d.ana.snapshot().waiting).toEqual([])
  expect([await sees(d.ben, "The garden", garden), await sees(d.ben, "The garden", gate, 1)]).toEqual([
    "same",
    "same",
  ])
  // From now on they lie on his phone, too, and nobody is asked.
  d.asked.length = 0
  expect(await sees(d.ben, "The garden", gate, 1)).toBe("same")
  await d.restart("ben")
  d.asked.length = 0
  expect(await sees(d.ben, "The garden", garden)).toBe("same")
  expect(d.asked.filter(({ path }) => path.includes("/files/"))).toEqual([])
  expect([d.ana.files.bytes(), d.ben.files.bytes()].every((n) => n > 2_700_000)).toBe(true)
  const [shown] = shownIn(d.ana)
  await d.ana.takeBack(ref)
  await looks(d)
  expect([d.ana.files.bytes(), d.ben.files.bytes()]).toEqual([0, 0])
  for (const side of ["ana", "ben"] as const)
    expect(
      [...d.disks[side].keys()]
        .filter((table) => table.endsWith("/parts"))
        .flatMap((t) => [...(d.disks[side].get(t) ?? [])]),
    ).toEqual([])
  const path = d.asked.find((one) => one.path.startsWith("/api/log/"))?.path.slice(9, 52) ?? ""
  for (const name of shown?.pictures ?? [])
    expect(await store.files.whole(Uint8Array.from(Buffer.from(path, "base64url")), blobOf(name))).toBeNull()
  expect(shown?.pictures.length).toBe(2)
})

test("a small picture has come before Ben looks, so that nobody learns when he does; a large one comes when he looks", async () => {
  const d = await together()
  const [small, large] = [pictureOf(fileLimits.comesAlong), pictureOf(fileLimits.comesAlong + 1, 1)]
  await show(d.ana, "Both", [small, large])
  await looks(d)
  const read = (): number =>
    d.asked.filter(({ method, path }) => method === "GET" && path.includes("/files/")).length
  expect(read()).toBe(partCount(sealedSize(16)))
  expect(await sees(d.ben, "Both", small)).toBe("same")
  const before = read()
  for (let i = 0; i < 5; i += 1) await d.ben.sync()
  expect(read()).toBe(before)
  expect(await sees(d.ben, "Both", large, 1)).toBe("same")
  expect(read()).toBeGreaterThan(before)
})

test("nothing of a picture, and nothing that tells what it is, lies bare on either disk or goes over the wire", async () => {
  const d = await together()
  const secret = new TextEncoder().encode("the letters on the wall ".repeat(4000))
  await d.ana.files.put(draft, { bytes: secret, type: "image/jpeg" })
  const bare = (): boolean =>
    [
      ...(["ana", "ben"] as const).map((side) => heapOf(d.disks[side])),
      ...d.asked.map(({ body }) => body),
    ].some((heap) =>
      ["letters on the wall", "image/jpeg", "pictures:"].some((text) => Buffer.from(heap).includes(text)),
    )
  expect(bare()).toBe(false)
  await sendBeside(d.ana, "The garden")
  await looks(d)
  expect(await sees(d.ben, "The garden", secret)).toBe("same")
  expect(bare()).toBe(false)
})

test("who forgets everything has no part of a file left", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const session = await enter(keeper)
  expect((await session.files.put(draft, { bytes: pictureOf(300_000), type: "image/jpeg" })).ok).toBe(true)
  const parts = (): number =>
    [...disk].reduce((n, [t, rows]) => n + (t.endsWith("/parts") ? rows.size : 0), 0)
  expect(parts()).toBe(2)
  expect((await keeper.forgetEverything(null)).ok).toBe(true)
  expect(parts()).toBe(0)
})
