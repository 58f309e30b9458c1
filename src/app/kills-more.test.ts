import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { together } from "./testing/duo.ts"
import { mortalPort, mortalStore } from "./testing/disks.ts"
import type { Disk } from "./testing/disks.ts"
import { everyWriteOf } from "./testing/mortal.ts"
import type { Doing } from "./testing/mortal.ts"
import { firstDoings } from "./testing/mortal-coming.ts"
import { deviceDoings } from "./testing/mortal-devices.ts"
import { doings } from "./testing/mortal-doings.ts"
import { showings } from "./testing/mortal-files.ts"
import { ownDoings } from "./testing/mortal-own.ts"
import { torn } from "./testing/mortal-torn.ts"
import { sayings } from "./testing/mortal-words.ts"
import { namesIn, reads } from "./testing/one-can.ts"
import { enter, phone } from "./testing/people.ts"
import { ownTitles, pairOfTwo, sheetOf, titles } from "./testing/sheets.ts"

// Acceptance 5, beside kills.test.ts: every write of everything else a person can do, and their device killed at each. What another test kills is named here; so
// nothing one can do is left out.

const all: readonly Doing[] = [...doings, ...deviceDoings, ...firstDoings]

test.each(all)(
  "$name: killed at every write of it, nothing is lost and nothing happens twice",
  async (doing) => {
    const { places, died } = await everyWriteOf(doing)
    expect(places).toBeGreaterThan(0)
    expect(died).toBe(places)
  },
  120_000,
)

test("planted: words that go from one row to another in two writes are found lost", async () => {
  await expect(everyWriteOf(torn)).rejects.toThrow("killed after write 1")
})

test("coming back with a sheet, killed at every write: the browser is as empty as it was, or has all of it and goes on", async () => {
  const tried = async (kill: { readonly at: number; readonly after: boolean } | null) => {
    // Another pair each time: whoever came back so often would have too many devices.
    const pair = await pairOfTwo()
    const { code } = await sheetOf(pair.keepers.ana)
    const disk: Disk = new Map()
    const store = mortalStore(disk, kill)
    const mortal = phone({ relay: mortalPort(pair.relay, store), store, clock: pair.clock })
    const coming = mortal.returnWith(code).then((back) => (back.ok ? back.session.sync() : undefined))
    await Promise.race([coming, store.died])
    const [writes, died] = [store.writes(), store.isDead()]
    store.kill()
    const keeper = pair.empty({ disk })
    const wasFresh = (await keeper.state()) === "fresh"
    const back = wasFresh ? await keeper.returnWith(code) : { ok: true, session: await enter(keeper) }
    if (!back.ok) throw new Error(JSON.stringify(back))
    for (let n = 0; n < 2; n += 1) for (const one of [back.session, pair.ben]) await one.sync()
    const where = JSON.stringify(kill)
    const { alarm, recovery } = back.session.snapshot()
    expect({ where, alarm, here: recovery?.returned?.here }).toEqual({ where, alarm: null, here: true })
    expect([ownTitles(back.session), titles(back.session)]).toEqual([["The loan"], ["What Ben opened"]])
    expect(pair.ben.snapshot().alarm).toBeNull()
    keeper.lock()
    return { writes, died, wasFresh }
  }
  const { writes } = await tried(null)
  const ends: boolean[] = []
  for (let at = 1; at <= writes; at += 1)
    for (const after of [false, true]) {
      const { died, wasFresh } = await tried({ at, after })
      expect({ at, after, died }).toEqual({ at, after, died: true })
      ends.push(wasFresh)
    }
  expect(new Set(ends)).toEqual(new Set([true, false]))
}, 120_000)

/** The lists that another test kills at every write. */
const lists = [
  ["kills.test.ts", "sayings", sayings],
  ["devices/kills.test.ts", "ownDoings", ownDoings],
  ["files/kills.test.ts", "showings", showings],
] as const

/** Where yet another one does, and under which name. */
const elsewhere: Readonly<Record<string, readonly [file: string, named: string]>> = {
  "session.invite.start": ["inviting/invite.test.ts", "47: either phone killed at each single write"],
  "session.invite.accept": ["inviting/invite.test.ts", "47: either phone killed at each single write"],
  "session.invite.answer": ["inviting/invite.test.ts", "47: either phone killed at each single write"],
  "session.invite.join": ["inviting/invite.test.ts", "47: either phone killed at each single write"],
  "session.recovery.writeAgain": ["moving/arriving.test.ts", "killed at every write of arriving"],
  "session.recovery.sendAgain": ["moving/arriving.test.ts", "killed at every write of arriving"],
  "keeper.setPassphrase": ["door/lock.test.ts", "a passphrase killed halfway"],
  // The browser takes it away as a whole: in memory there is no write of it to be killed at.
  "keeper.forgetEverything": ["door/lock.test.ts", "forgetting everything leaves an empty device"],
  "keeper.bringBack": ["copy/refusals.test.ts", "killed at any write of coming back"],
  "keeper.linkDevice": ["linking/kills.test.ts", "is killed at every write of a link"],
  "keeper.addLinked": ["linking/kills.test.ts", "is killed at every write of a link"],
  "keeper.letSee": ["coming/kills.test.ts", "is killed at every write on the way: it goes on"],
  "keeper.linkHere": ["linking/kills.test.ts", "is killed at every write of a link"],
  "keeper.returnWith": ["kills-more.test.ts", "coming back with a sheet, killed at every write"],
}

type Named = Pick<Doing, "does" | "also">

test("nothing that one can do is left out: each is killed here, or in a test that is named, or writes nothing", async () => {
  const { ana, phones } = await together()
  const there = [...namesIn(ana, "session"), ...namesIn(phones.ana.keeper, "keeper")].toSorted()
  const here = [...all, ...lists.flatMap(([, , list]): readonly Named[] => list)]
  const killed = here.flatMap(({ does, also = [] }) => [does, ...also])
  expect(there.length).toBeGreaterThan(60)
  const known = [...new Set([...killed, ...reads, ...Object.keys(elsewhere)])].toSorted()
  expect(known).toEqual(there)
  expect(killed.filter((name) => reads.has(name) || name in elsewhere)).toEqual([])
  const named = lists.map(([file, list]) => [file, `test.each(${list})`] as const)
  for (const [file, words] of [...named, ...Object.values(elsewhere)])
    expect(readFileSync(new URL(file, import.meta.url), "utf8"), file).toContain(words)
})
