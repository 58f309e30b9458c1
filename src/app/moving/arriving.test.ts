import { matters, stateOf } from "#practices"
import { decodeControl } from "#wire"
import { expect, test } from "vitest"
import { layOut } from "../../ledger/export-layout.ts"
import type { Session } from "../session/session.ts"
import { mortalPort, mortalStore } from "../testing/disks.ts"
import type { Disk } from "../testing/disks.ts"
import { looks } from "../testing/duo.ts"
import {
  agreed,
  arrives,
  copyOf,
  movers,
  opened,
  passphrase,
  proposes,
  says,
  server,
  titles,
  withKeyOf,
  writesAgain,
} from "../testing/movers.ts"
import type { Movers, Server } from "../testing/movers.ts"
import { enter } from "../testing/people.ts"
import { sheetOf } from "../testing/sheets.ts"

// What came with a copy is written on with the sheet's code: after a move, without one, and whatever happens on the way.

const own = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).own.matters.map((m) => m.title)

async function moved(): Promise<Movers> {
  const m = await movers()
  await m.ana.keep("matters.kept", { title: "Ana's own", mine: "unsure", what: "" })
  await says(m.ben, "From before")
  await looks(m)
  await says(m.ana, "Still to go", 600)
  await agreed(m)
  return m
}

test("killed at every write of arriving, before the disk has it and after: all of it is there, once", async () => {
  const m = await moved()
  const file = await copyOf(m.keepers.ana)
  /** Opens the copy, then dies at the given write of what comes after, and goes on. */
  const tried = async (at: Server, kill: { readonly at: number; readonly after: boolean } | null) => {
    const disk: Disk = new Map()
    await opened(m.browserAt(at, { disk }), file)
    const store = mortalStore(disk, kill)
    const mortal = m.browserAt({ ...at, port: mortalPort(at.port, store) }, { store })
    const first = await Promise.race([enter(mortal, passphrase), store.died])
    const arriving = async (who: Session): Promise<void> => {
      await writesAgain(who, m.codes.ana)
      await who.recovery.sendAgain()
      await who.sync()
    }
    if (first !== "died") await Promise.race([arriving(first), store.died])
    const died = store.isDead()
    const writes = store.writes()
    store.kill()
    const who = await enter(m.browserAt(at, { disk }), passphrase)
    await who.sync()
    if (who.snapshot().copied?.onlyRead === true) await writesAgain(who, m.codes.ana)
    await who.recovery.sendAgain()
    await who.sync()
    return { who, died, writes }
  }
  const whole = await tried(m.next, null)
  let deaths = 0
  for (let at = 1; at <= whole.writes; at += 1)
    for (const after of [false, true]) {
      const fresh = await withKeyOf(m.next, m.clock)
      const { who, died } = await tried(fresh, { at, after })
      if (died) deaths += 1
      const where = `${after ? "after" : "at"} write ${String(at)}`
      expect({ where, titles: titles(who) }).toEqual({ where, titles: ["From before", "Still to go"] })
      expect({ where, own: own(who) }).toEqual({ where, own: ["Ana's own"] })
      const { alarm, waiting, here } = who.snapshot()
      const devices = here?.find(({ isMe }) => isMe)?.devices.length
      expect({ where, alarm, waiting, devices }).toEqual({ where, alarm: null, waiting: [], devices: 2 })
    }
  expect(whole.writes).toBeGreaterThan(4)
  expect(deaths).toBeGreaterThanOrEqual(whole.writes)
}, 120_000)

test("written on with a copy and the sheet, the lost phone goes from one’s own log too, here and now: that one is copied nowhere yet", async () => {
  const m = await moved()
  const file = await copyOf(m.keepers.ana)
  const keeper = m.browserAt(m.next)
  const ana = await opened(keeper, file)
  await writesAgain(ana, m.codes.ana)
  const removals = async (): Promise<number> => {
    const made = await keeper.saveCopy(passphrase, null)
    if (!made.ok) throw new Error(made.because)
    const all = layOut(made.file).logs.flatMap(({ entries }) => entries.map(({ entry }) => entry))
    return all.filter(({ body, header }) => {
      const control = header[93] === 2 && body !== null ? decodeControl(body) : null
      return control?.is === "built" && control.control.op === "device.remove"
    }).length
  }
  expect(await removals()).toBe(0)
  await ana.recovery.removeLost()
  await ana.sync()
  // From what is shared, and from one's own log.
  expect(await removals()).toBe(2)
  expect(ana.snapshot()).toMatchObject({ alarm: null, recovery: { lost: 0, removing: false } })
})

test("a copy from before the agreement reads on where Ben is already; where nobody is, it waits until Ben came", async () => {
  const m = await movers()
  const early = await copyOf(m.keepers.ana)
  await agreed(m)
  const ana = await opened(m.browserAt(m.next), early)
  await writesAgain(ana, m.codes.ana)
  expect(ana.snapshot().server).toBe("went-back")
  const ben = await arrives(m, "ben")
  await looks({ ana, ben })
  await says(ana, "From an older copy")
  await looks({ ana, ben })
  expect(titles(ben)).toEqual(["From an older copy"])
  expect([ana.snapshot(), ben.snapshot()]).toMatchObject([{ alarm: null }, { alarm: null }])
})

test("a server that is gone for good, and nobody had agreed on another: both go on at one they chose themselves", async () => {
  const m = await movers()
  await says(m.ben, "From before")
  await looks(m)
  const ana = await arrives(m, "ana")
  // Nobody knows what Ben still holds: so it waits for him.
  expect(ana.snapshot().server).toBe("went-back")
  const ben = await arrives(m, "ben")
  await looks({ ana, ben })
  await says(ana, "Here again")
  await looks({ ana, ben })
  expect([titles(ana), titles(ben)]).toEqual([
    ["From before", "Here again"],
    ["From before", "Here again"],
  ])
})

test("the agreed server is gone for good: at a third one only who says so goes on, each alone, and from there all can agree anew", async () => {
  const m = await moved()
  const third = await server("https://third.test", m.clock)
  const ana = await opened(m.browserAt(third), await copyOf(m.keepers.ana))
  expect(await ana.recovery.writeAgain(m.codes.ana, false)).toEqual({ ok: false, because: "elsewhere" })
  expect(ana.snapshot()).toMatchObject({ copied: { onlyRead: true }, move: { to: m.next.origin } })
  expect(third.asked).toEqual([])
  await writesAgain(ana, m.codes.ana, true)
  const keeper = m.browserAt(third)
  const ben = await opened(keeper, await copyOf(m.keepers.ben))
  await writesAgain(ben, m.codes.ben, true)
  await looks({ ana, ben })
  await says(ana, "At the third")
  await looks({ ana, ben })
  expect(titles(ben)).toEqual(["From before", "At the third"])
  // What waited may have gone to the one that is gone: nobody knows. It is not sent again by itself.
  expect(ana.snapshot().move?.waiting).toBe(0)
  await sheetOf(keeper, passphrase)
  await ben.sync()
  await proposes(keeper, third.line, passphrase)
  expect(ben.snapshot().proposed).toMatchObject([{ what: "move", name: third.origin, mine: true }])
})

test("a wrong code, an old one, one of somebody else: nothing changes, nothing is asked", async () => {
  const m = await moved()
  const old = m.codes.ana
  const file = await copyOf(m.keepers.ana)
  const ana = await opened(m.browserAt(m.next), file)
  const before = m.next.asked.length
  expect(await ana.recovery.writeAgain("0123", false)).toEqual({ ok: false, because: "code-length" })
  expect(await ana.recovery.writeAgain(m.codes.ben, false)).toEqual({ ok: false, because: "nothing" })
  expect(ana.snapshot().copied?.onlyRead).toBe(true)
  expect(m.next.asked.length).toBe(before)
  const two = await movers()
  const replaced = two.codes.ana
  await sheetOf(two.keepers.ana)
  const again = await opened(two.browserAt(two.next), await copyOf(two.keepers.ana))
  expect(await again.recovery.writeAgain(replaced, false)).toEqual({ ok: false, because: "replaced" })
  await writesAgain(ana, old)
  expect(await ana.recovery.writeAgain(old, false)).toEqual({ ok: false, because: "nothing" })
})

test("once there, a new sheet is made at the new server, and with it alone one comes back", async () => {
  const m = await moved()
  const keeper = m.browserAt(m.next)
  const ana = await opened(keeper, await copyOf(m.keepers.ana))
  await writesAgain(ana, m.codes.ana)
  await ana.keep("matters.kept", { title: "Since then", mine: "unsure", what: "" })
  const sheet = await sheetOf(keeper, passphrase)
  expect(sheet.relay).toBe(m.next.origin)
  const back = await m.browserAt(m.next).returnWith(sheet.code)
  if (!back.ok) throw new Error(back.because)
  await back.session.sync()
  expect(own(back.session)).toEqual(["Ana's own", "Since then"])
  expect(titles(back.session)).toEqual(["From before"])
})

test("what was written since the copy was opened stays: then this browser's own log goes on, with the earlier one as its beginning", async () => {
  const m = await moved()
  const ana = await opened(m.browserAt(m.next), await copyOf(m.keepers.ana))
  await ana.keep("matters.kept", { title: "Before the code", mine: "unsure", what: "" })
  await writesAgain(ana, m.codes.ana)
  await ana.keep("matters.kept", { title: "After it", mine: "unsure", what: "" })
  expect(own(ana)).toEqual(["Ana's own", "Before the code", "After it"])
  await says(ana, "Also shared")
  expect(titles(ana)).toEqual(["From before", "Also shared"])
})

test("what waited and names something that waited beside it goes with it, and is read as belonging to it", async () => {
  const m = await movers()
  const { ref: matter } = await m.ana.queue("matters.opened", { title: "The first" }, { holdMinutes: 600 })
  const hurt = { matter, happened: "What happened then", did: "", need: "" }
  await m.ana.queue("matters.hurt-said", hurt, { holdMinutes: 600 })
  await agreed(m)
  const ana = await arrives(m, "ana")
  const waited = JSON.stringify(ana.snapshot().waiting)
  expect(waited).toContain("What happened then")
  expect(waited).not.toContain(matter)
  await ana.recovery.sendAgain()
  const ben = await arrives(m, "ben")
  await looks({ ana, ben })
  for (const one of [ana, ben]) {
    const { house, waiting } = one.snapshot()
    expect({ waiting, setAside: house.setAside, unreadable: house.unreadable }).toEqual({
      waiting: [],
      setAside: [],
      unreadable: [],
    })
    expect(JSON.stringify(house.shared)).toContain("What happened then")
  }
})

test("a phone lost between the agreement and arriving: the sheet brings all of it back at the old server, to be read, and a copy from there leads on", async () => {
  const m = await moved()
  const keeper = m.browserAt(m.old)
  const back = await keeper.returnWith(m.codes.ana)
  if (!back.ok) throw new Error(back.because)
  expect(back.session.snapshot()).toMatchObject({ alarm: null, move: { to: m.next.origin } })
  expect(titles(back.session)).toEqual(["From before"])
  const before = m.old.asked.length
  await back.session.sync()
  const ana = await opened(m.browserAt(m.next), await copyOf(keeper))
  await writesAgain(ana, m.codes.ana)
  await says(ana, "Written on")
  expect(titles(ana)).toEqual(["From before", "Written on"])
  expect(m.old.asked.length).toBe(before)
})
