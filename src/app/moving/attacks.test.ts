import { place } from "#ledger"
import type { AnyDraft } from "#ledger"
import { sameEntry, toBase64url } from "#wire"
import { expect, test } from "vitest"
import type { Place } from "../sending/writing.ts"
import { looks } from "../testing/duo.ts"
import { answering } from "../testing/malice.ts"
import {
  agreed,
  agrees,
  arrives,
  copyOf,
  movers,
  newHome,
  opened,
  proposes,
  says,
  server,
  titles,
  withKeyOf,
  writesAgain,
} from "../testing/movers.ts"
import { toolsOf } from "../testing/people.ts"
import { posted } from "../testing/transcript.ts"

// ATTACKS 38: nobody is brought to a server they did not choose, and one that was left is asked for nothing.

const t = toolsOf()
const paths = (asked: readonly { readonly method: string; readonly path: string }[]) =>
  asked.map(({ method, path }) => `${method} ${path.replace(/[\w-]{43}/g, "*").replace(/\?.*/, "")}`)

test("row 38: once both agreed to go on elsewhere, the server they left is asked for nothing: not after looking, writing, an unlock, two days, or a sheet", async () => {
  const m = await movers()
  await looks(m)
  expect(m.old.ears()).toBe(2)
  expect(paths(m.old.asked)).toContain("PUT /api/batches/*/0")
  await agreed(m)
  const before = m.old.asked.length
  for (let days = 0; days < 2; days += 1) {
    m.clock.forward(30 * 3_600_000)
    for (const side of ["ana", "ben"] as const) {
      await says(m[side], "Waits here")
      await m[side].keep("matters.kept", { title: "Own", mine: "unsure", what: "" })
      expect(await m.keepers[side].makeSheet(null)).toEqual({ ok: false, because: "moved" })
      await m[side].going.stepOut(false)
      await m.restart(side)
      await m[side].sync()
    }
  }
  expect(m.old.asked.slice(before)).toEqual([])
  expect(m.old.ears()).toBe(0)
  expect(m.ana.snapshot().waiting.length).toBe(2)
  expect(m.next.asked).toEqual([])
})

test("row 38: one alone moves nobody: proposed is not agreed, taken back is not asked, and who has no sheet cannot say yes", async () => {
  const m = await movers(["ana"])
  await proposes(m.keepers.ana, m.next.line)
  await looks(m)
  expect(m.ben.snapshot().proposed).toMatchObject([{ what: "move", name: newHome, agreed: false }])
  await agrees(m.keepers.ben, m.ben)
  await looks(m)
  expect([m.ana.snapshot().move?.to, m.ben.snapshot().move?.to]).toEqual([null, null])
  await says(m.ben, "Still here")
  await looks(m)
  expect(titles(m.ana)).toEqual(["Still here"])
  await m.ana.proposals.withdraw(m.ana.snapshot().proposed?.[0]?.ref ?? "")
  await looks(m)
  expect(m.ben.snapshot().proposed).toBeUndefined()
  expect(await m.keepers.ben.move(null, { line: m.next.line })).toEqual({ ok: false, because: "no-sheet" })
})

test("row 38: a changed client that sets a server without Ana's yes, or says no address for it, brings her nowhere", async () => {
  const change: { instead: readonly AnyDraft[] | null } = { instead: null }
  const changed: Place = async (tools, device, from, drafts) => {
    const { instead } = change
    if (instead === null || !drafts.some((draft) => "data" in draft))
      return place(tools, device, from, drafts)
    change.instead = null
    return place(tools, device, from, instead)
  }
  const m = await movers(["ana", "ben"], { ben: { place: changed } })
  const act = { op: "relay.set", ed: keyOn(m.next.line), origin: t.random(32) } as const
  change.instead = [{ uid: t.random(16), control: act }]
  await says(m.ben, "Under a changed client")
  await looks(m)
  expect(m.ana.snapshot()).toMatchObject({ alarm: null, move: { to: null } })
  change.instead = [{ uid: t.random(16), control: { op: "propose", act } }]
  await says(m.ben, "To an address that nobody can read")
  await looks(m)
  expect(m.ana.snapshot().proposed).toMatchObject([{ what: "move", name: "" }])
  await agrees(m.keepers.ana, m.ana)
  await looks(m)
  expect(m.ana.snapshot()).toMatchObject({ alarm: null, move: { to: null } })
  await says(m.ana, "Still here")
  await looks(m)
  expect(titles(m.ben)).toContain("Still here")
})

const keyOn = (line: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(line.split("#k=")[1] ?? "", "base64url"))

test("row 38: what a changed client adds behind the agreement is taken by nobody, so that all hold the same", async () => {
  const seen: { yes: number } = { yes: -1 }
  const withMore: Place = async (tools, device, from, drafts) => {
    const placed = await place(tools, device, from, drafts)
    if (!drafts.some((draft) => "control" in draft && draft.control.op === "approve")) return placed
    seen.yes = placed.state.head?.seq ?? -1
    const more = await place(tools, device, placed, [{ uid: t.random(16), control: { op: "epoch" } }])
    return { ...more, entries: [...placed.entries, ...more.entries] }
  }
  const m = await movers(["ana", "ben"], { ben: { place: withMore } })
  await agreed(m)
  expect(seen.yes).toBeGreaterThan(0)
  expect(m.ana.snapshot()).toMatchObject({ alarm: null, newest: { seq: seen.yes }, move: { to: newHome } })
})

test("row 38: at the address both agreed on, a server with another key is given nothing, not even a signature", async () => {
  const m = await movers()
  await agreed(m)
  const thief = await server(newHome, m.clock)
  const ana = await opened(m.browserAt(thief), await copyOf(m.keepers.ana))
  await writesAgain(ana, m.codes.ana)
  expect(ana.snapshot().server).toBe("stranger")
  expect(new Set(paths(thief.asked))).toEqual(new Set(["GET /api/sign-in"]))
})

test("row 38: a server that only says it has the agreed key is found out at the first thing it says, and gets nothing new", async () => {
  const m = await movers()
  await agreed(m)
  const thief = await server(newHome, m.clock)
  thief.between((relay) =>
    answering(relay, async (request) => {
      if (!new URL(request.url).pathname.startsWith("/api/sign-in")) return null
      const told = (await (await relay.fetch(request)).json()) as Record<string, unknown>
      return Response.json({ ...told, relay: toBase64url(keyOn(m.next.line)) })
    }),
  )
  const ana = await opened(m.browserAt(thief), await copyOf(m.keepers.ana))
  await writesAgain(ana, m.codes.ana)
  await ana.sync()
  await says(ana, "Never said there")
  expect(ana.snapshot().server).toBe("stranger")
  const given = posted(thief.asked)
  const stood = posted(m.old.asked)
  expect(given.filter((entry) => !stood.some((one) => sameEntry(one, entry)))).toEqual([])
})

test("row 38: where more stood behind the agreement and the server lost it, it waits for both, as always", async () => {
  const m = await movers()
  await agreed(m)
  const keeper = m.browserAt(m.next)
  const ana = await opened(keeper, await copyOf(m.keepers.ana))
  await writesAgain(ana, m.codes.ana)
  const ben = await arrives(m, "ben")
  await says(ana, "Since then")
  await looks({ ana, ben })
  const emptied = await withKeyOf(m.next, m.clock)
  // Ana comes with what she has, and with no word of the server's: nothing it could be held to.
  const again = await opened(m.browserAt(emptied), await copyOf(keeper))
  await writesAgain(again, m.codes.ana)
  expect(again.snapshot().server).toBe("went-back")
  m.next.between(() => emptied.port)
  await looks({ ana: again, ben })
  await says(again, "Both were there")
  await looks({ ana: again, ben })
  expect(again.snapshot().server).toBeUndefined()
  expect(titles(ben)).toEqual(["Since then", "Both were there"])
})

test("row 38: who picks up an open phone neither asks for another server nor says yes to one without the passphrase", async () => {
  const m = await movers()
  for (const keeper of [m.keepers.ana, m.keepers.ben]) await keeper.setPassphrase("three warm plums")
  expect(await m.keepers.ana.move("wrong words", { line: m.next.line })).toEqual({
    ok: false,
    because: "wrong",
  })
  await looks(m)
  expect(m.ben.snapshot().proposed).toBeUndefined()
  await proposes(m.keepers.ana, m.next.line, "three warm plums")
  await looks(m)
  const { ref = "" } = m.ben.snapshot().proposed?.[0] ?? {}
  expect(await m.keepers.ben.move(null, { ref })).toEqual({ ok: false, because: "wrong" })
  await looks(m)
  expect(m.ana.snapshot().move?.to).toBeNull()
})
