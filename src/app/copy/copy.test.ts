import { openCopy, verifyExport } from "#ledger"
import { decodeHeader, toHex } from "#wire"
import { describe, expect, test } from "vitest"
import { layOut } from "../../ledger/export-layout.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { Disk } from "../store/memory.ts"
import { kept } from "../testing/sheets.ts"
import { back, copyOf, mattersOf, pairWithCopy, passphrase, plainStretch, read } from "../testing/copies.ts"
import { arriving } from "./arriving.ts"
import { heapOf } from "../testing/disks.ts"
import { joined, looks } from "../testing/duo.ts"
import { clockFrom, enter, noRelay, phone, toolsOf, verify } from "../testing/people.ts"
import { honestRelay } from "../testing/relays.ts"

// Keep a copy, and come back with it in an empty browser (spec/ledger.md §16; issue acceptance 7).

describe("acceptance 7: a copy, an empty browser, the same state", () => {
  test("everything is readable at once, drafts can be written on, and what waited is shown as not sent", async () => {
    const { d, keepers, held, empty } = await pairWithCopy()
    const disk: Disk = new Map()
    const keeper = empty({ disk })
    const session = await back(keeper, await copyOf(keepers.ana))
    expect(read(session)).toBe(read(d.ana))
    expect(mattersOf(session).own.matters).toMatchObject([kept])
    expect(session.draft("apology.letter")).toBe("dear Ben, still unsaid")
    expect(session.draft("setting.theme")).toBe("dark")
    expect(session.draft("setting.asked-to-stay")).toBe("")
    expect(session.snapshot().waiting).toMatchObject([{ ref: held.ref, body: { title: "Still to go" } }])
    expect(session.whereIs(held.ref)).toEqual({ at: "not-sent", because: "copied" })
    expect(session.snapshot().copied).toEqual({ day: "2026-11-24", onlyRead: true })
    session.setDraft("apology.letter", "dear Ben, said better")
    await session.flush()
    // It is locked as the copy was, and opens again with all of it.
    keeper.lock()
    const again = phone({ disk, relay: noRelay })
    expect(await again.state()).toBe("locked")
    expect(await again.unlock("another one")).toMatchObject({ ok: false })
    const opened = await enter(again, passphrase)
    expect(read(opened)).toBe(read(d.ana))
    expect(opened.draft("apology.letter")).toBe("dear Ben, said better")
  })

  test("writing goes on in a private log of its own, after what was there; what is shared is only read, and says why", async () => {
    const { d, keepers, empty } = await pairWithCopy()
    const session = await back(empty(), await copyOf(keepers.ana))
    const was = mattersOf(session).own.matters[0]
    if (was === undefined) throw new Error("nothing kept")
    await session.keep("matters.rewritten", { ...kept, matter: was.ref, what: "Now I can say it" })
    await session.keep("matters.kept", { ...kept, title: "Since then" })
    const now = mattersOf(session).own.matters
    expect(now.map(({ title }) => title)).toEqual(["The loan", "Since then"])
    expect(mattersOf(d.ana).own.matters).toHaveLength(1)
    const opened = { title: "May not" }
    expect(session.may("matters.opened", opened)).toEqual({ ok: false, because: "house.only-read" })
    await expect(session.queue("matters.opened", opened, { holdMinutes: 0 })).rejects.toThrow(
      "house.only-read",
    )
    expect(session.snapshot().reader.isOver).toBe(true)
    await session.invite.start()
    expect(session.snapshot().invite.step).toBe("joined")
    expect(await session.invite.join("https://x/#j=AAAA", "Ana")).toEqual({ ok: false, because: "only-read" })
  })

  test("alone, a copy brings back what was there; and inviting somebody begins anew", async () => {
    const clock = clockFrom()
    const keeper = phone({ clock })
    const session = await enter(keeper)
    await session.keep("matters.kept", kept)
    await session.queue("matters.opened", { title: "For later" }, { holdMinutes: 0 })
    const file = await copyOf(keeper)
    const relay = honestRelay(clock)
    const other = await back(phone({ clock, relay }), file)
    expect(other.snapshot().copied).toEqual({ day: "2026-11-24", onlyRead: false })
    expect(other.snapshot().waiting).toHaveLength(1)
    await other.invite.start()
    await other.sync()
    expect(other.snapshot().invite.step).toBe("link")
  })

  test("a copy of what came with a copy holds all of it, and a browser in which nothing was said leaves no part", async () => {
    const { d, keepers, empty } = await pairWithCopy()
    let file = await copyOf(keepers.ana)
    for (let round = 0; round < 3; round += 1) {
      const keeper = empty()
      const session = await back(keeper, file)
      expect(read(session)).toBe(read(d.ana))
      file = await copyOf(keeper)
    }
    for (let round = 0; round < 12; round += 1) {
      const keeper = empty()
      const session = await back(keeper, file)
      await session.keep("matters.kept", { ...kept, title: `Round ${String(round)}` })
      file = await copyOf(keeper)
    }
    const keeper = empty()
    const session = await back(keeper, file)
    expect(mattersOf(session).own.matters).toHaveLength(13)
    await session.keep("matters.kept", { ...kept, title: "Once too often" })
    expect(await keeper.keepCopy(passphrase)).toEqual({ ok: false, because: "too-often" })
  }, 60_000)

  test("an export made after coming back holds every log, and is sound", async () => {
    const { keepers, empty } = await pairWithCopy()
    const keeper = empty()
    await back(keeper, await copyOf(keepers.ana))
    const made = await keeper.saveCopy(passphrase, null)
    if (!made.ok) throw new Error(made.because)
    const report = await verifyExport({ tools: toolsOf(), verify, stretch: plainStretch }, made.file, null)
    if (!report.ok) throw new Error(report.error.type)
    expect(report.value.sound).toBe(true)
    expect(report.value.logs).toHaveLength(3)
    const states = report.value.logs.flatMap(({ entries }) => entries.map(({ state }) => state))
    expect(new Set(states)).toEqual(new Set(["ok"]))
  })
})

/** Every place signed by anybody, as device and place in a log, with the hashes of what was signed there. */
async function signedIn(...keepers: readonly (readonly [Keeper, string | null])[]) {
  const places = new Map<string, Set<string>>()
  for (const [keeper, own] of keepers) {
    const made = await keeper.saveCopy(own, null)
    if (!made.ok) throw new Error(made.because)
    for (const { entries } of layOut(made.file).logs)
      for (const { entry } of entries) {
        const header = decodeHeader(entry.header)
        if (!header.ok) throw new Error("no header")
        const { device, seq, logId } = header.value
        const place = `${toHex(logId)} ${toHex(device)} ${String(seq)}`
        places.set(place, (places.get(place) ?? new Set()).add(toHex(entry.sig)))
      }
  }
  return { places: places.size, twice: [...places.values()].filter((sigs) => sigs.size > 1).length }
}

/** Both browsers write, privately and, where they can, together with Ben; then both look, twice. */
async function bothWrite(old: Session, other: Session, ben: Session): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    for (const [who, session] of [
      ["old", old],
      ["new", other],
    ] as const) {
      await session.keep("matters.kept", { ...kept, title: `${who} ${String(n)}` })
      const told = { title: `${who} tells ${String(n)}` }
      if (session.may("matters.opened", told).ok)
        await session.queue("matters.opened", told, { holdMinutes: 0 })
      session.setDraft(`draft.${who}`, `typed ${String(n)}`)
      await session.flush()
    }
    for (const session of [old, other, ben]) await session.sync()
  }
}

test("ATTACKS 56: a copy opened while the old browser lives, both write: no place is signed twice, and nothing typed is lost", async () => {
  const { d, keepers, empty, asked } = await pairWithCopy()
  const keeper = empty()
  const session = await back(keeper, await copyOf(keepers.ana))
  await bothWrite(d.ana, session, d.ben)
  const found = await signedIn([keepers.ana, null], [keepers.ben, null], [keeper, passphrase])
  expect(found.places).toBeGreaterThan(16)
  expect(found.twice).toBe(0)
  const titles = (of: Session, who: string) =>
    mattersOf(of).own.matters.filter(({ title }) => title.startsWith(who)).length
  expect([titles(d.ana, "old"), titles(session, "new")]).toEqual([4, 4])
  expect([d.ana.draft("draft.old"), session.draft("draft.new")]).toEqual(["typed 3", "typed 3"])
  // Ben has what the old browser sent, once; the new one asked the relay for nothing at all.
  expect(JSON.stringify(mattersOf(d.ben).shared).split("old tells 3")).toHaveLength(2)
  expect(JSON.stringify(mattersOf(d.ben).shared)).not.toContain("new tells")
  expect(asked).toEqual([])
}, 30_000)

test("ATTACKS 56, planted: a browser that takes the keys along signs places twice", async () => {
  const { disk, d, keepers, empty } = await pairWithCopy()
  const taken: Disk = new Map([...disk].map(([table, rows]) => [table, new Map(rows)]))
  const keeper = empty({ disk: taken })
  const session = await enter(keeper)
  await bothWrite(d.ana, session, d.ben)
  const found = await signedIn([keepers.ana, null], [keepers.ben, null], [keeper, null])
  expect(found.twice).toBeGreaterThan(0)
}, 30_000)

describe("the passphrase of a copy", () => {
  test("where there is a lock it is that passphrase, asked again, and slowed down when wrong", async () => {
    const keeper = phone({})
    const session = await enter(keeper)
    await session.keep("matters.kept", kept)
    await keeper.setPassphrase("right words")
    expect(await keeper.keepCopy("wrong words")).toEqual({ ok: false, because: "wrong" })
    const file = await copyOf(keeper, "right words")
    expect((await phone({}).bringBack(file, "right words")).ok).toBe(true)
    for (let n = 0; n < 4; n += 1) await keeper.keepCopy(`wrong ${String(n)}`)
    expect(await keeper.keepCopy("right words")).toMatchObject({ because: "slow-down" })
    keeper.lock()
    await expect(keeper.keepCopy("right words")).rejects.toThrow("locked")
  })
})

test("canaries: nothing readable in the file, and nothing of it bare on the disk it comes to", async () => {
  const { keepers, empty } = await pairWithCopy()
  const file = await copyOf(keepers.ana)
  const disk: Disk = new Map()
  await back(empty({ disk }), file)
  const heaps = [file, heapOf(disk)].map((bytes) => Buffer.from(bytes).toString("latin1"))
  for (const heap of heaps)
    for (const word of [
      "The loan",
      "never said aloud",
      "still unsaid",
      "Still to go",
      "Ana",
      "Ben",
      "2026-11-24",
    ])
      expect(heap, word).not.toContain(word)
})

test("a body that never came is missing in the browser that opens a copy too; only what was taken back is taken back", async () => {
  const { d, keepers } = await pairWithCopy()
  const gone = await d.ana.queue("matters.opened", { title: "Taken back" }, { holdMinutes: 0 })
  await looks(d)
  await d.ana.takeBack(gone.ref)
  await looks(d)
  const deps = { tools: toolsOf(), verify, stretch: plainStretch }
  const opened = await openCopy(deps, await copyOf(keepers.ana), passphrase)
  if (!opened.ok) throw new Error(opened.error.type)
  const { copy, checked, files } = opened.value
  const shutIn = async (parts: typeof copy.parts): Promise<readonly string[]> => {
    const state = await arriving(toolsOf(), { copy: { ...copy, parts }, checked, files })
    return (state.copied?.shared?.entries ?? []).flatMap(({ shut }) =>
      shut === null || shut === "none" ? [] : [shut],
    )
  }
  expect(await shutIn(copy.parts)).toEqual(["redacted"])
  const at = copy.parts.at(-1)?.log.entries.findIndex(({ mk }) => mk !== null) ?? 0
  const without = (isBare: boolean) =>
    copy.parts.map((part) => ({
      ...part,
      log: {
        ...part.log,
        entries: part.log.entries.map((shown, n) =>
          part.which !== "shared" || n !== at
            ? shown
            : { entry: { ...shown.entry, body: isBare ? null : shown.entry.body }, mk: null },
        ),
      },
    }))
  expect((await shutIn(without(true))).toSorted()).toEqual(["missing", "redacted"])
  expect((await shutIn(without(false))).toSorted()).toEqual(["redacted", "unreadable"])
})

test("a page thrown away a moment ago is not in a copy", async () => {
  const keeper = phone({})
  const session = await enter(keeper)
  await session.keep("matters.kept", kept)
  session.setDraft("apology.letter", "thrown away")
  session.throwAwayDrafts(["apology.letter"])
  const other = await back(phone({}), await copyOf(keeper))
  expect(other.draft("apology.letter")).toBe("")
})

test("the disk that loses a row of what came with a copy is noticed, and the rest is read", async () => {
  const { keepers, empty } = await pairWithCopy()
  const disk: Disk = new Map()
  await back(empty({ disk }), await copyOf(keepers.ana))
  const table = [...disk.keys()].find((name) => name.endsWith("/copied")) ?? ""
  const rows = disk.get(table)
  const first = [...(rows?.keys() ?? [])][0] ?? ""
  rows?.delete(first)
  const again = await enter(phone({ disk }), passphrase)
  expect(again.snapshot().alarm).toBe("shared-damaged")
  await again.keep("matters.kept", { ...kept, title: "Still writing" })
  expect(mattersOf(again).own.matters.map(({ title }) => title)).toContain("Still writing")
})

test("who comes back alone and joins somebody keeps what was not sent, and nothing of it goes", async () => {
  const clock = clockFrom()
  const keeper = phone({ clock })
  await (await enter(keeper)).queue("matters.opened", { title: "Chosen before" }, { holdMinutes: 0 })
  const relay = honestRelay(clock, { limits: { appendsPerMinute: 1e9, entriesPerDay: 1e9 } })
  const ana = await back(phone({ clock, relay }), await copyOf(keeper))
  const ben = await enter(phone({ clock, relay }))
  await joined({ ana, ben })
  const before = ana.snapshot().waiting
  expect(before.map(({ body }) => body)).toEqual([{ title: "Chosen before" }])
  expect(mattersOf(ben).shared.matters).toEqual([])
})
