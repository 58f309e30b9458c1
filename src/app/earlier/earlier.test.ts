import { matters, stateOf } from "#practices"
import { decodeControl, decodeHeader, decodeRun, equalBytes, toBase64url } from "#wire"
import type { Control } from "#wire"
import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { linkFrom, looks, settle } from "../testing/duo.ts"
import { forkedPair, pairOnRelays } from "../testing/forked.ts"
import { enter, phone } from "../testing/people.ts"

// Spaces that were put away, and the one that is begun anew (spec/ledger.md §22.2, §22.3).

const mattersIn = (session: Session | null) =>
  session === null ? [] : stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)

/** One invites, the other joins, both say that the words are the same. */
async function meets(inviter: Session, joiner: Session): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await inviter.sync()
    await settle()
    if (inviter.snapshot().invite.step === "request") await inviter.invite.accept()
    if (inviter.snapshot().invite.step === "compare") await inviter.invite.answer("same")
    await joiner.sync()
    await settle()
    if (joiner.snapshot().invite.step === "compare") await joiner.invite.answer("same")
  }
  for (const session of [inviter, joiner, inviter]) await session.sync()
}

/** What was sent to a log since: its operations, by name. */
function operationsIn(
  asked: readonly {
    readonly path: string
    readonly method: string
    readonly body: Uint8Array<ArrayBuffer>
  }[],
): readonly Control[] {
  return asked
    .filter(({ method, path }) => method === "POST" && path.startsWith("/api/log/"))
    .flatMap(({ body }) => {
      const run = decodeRun(body, 1000)
      return (run.ok ? run.value : []).flatMap((entry): readonly Control[] => {
        const header = decodeHeader(entry.header)
        if (!header.ok || header.value.kind !== 2 || entry.body === null) return []
        const said = decodeControl(entry.body)
        return said.is === "built" ? [said.control] : []
      })
    })
}

async function leaves(session: Session): Promise<void> {
  await session.going.choose("leave")
  await session.sync()
}

test("row 17: after a fork Ana begins anew with Ben: both branches are named, the old space is read and asked for no more, and Ben’s device knows it", async () => {
  const p = await forkedPair()
  await p.join()
  expect(p.d.ana.snapshot().anew).toBe("apart")
  await p.d.ana.elsewhere.begin({ again: true })
  const now = p.d.ana.snapshot()
  expect(now).toMatchObject({ alarm: null, together: false, earlier: 1 })
  expect(now.anew).toBeUndefined()
  expect(mattersIn(p.d.ana)).toEqual([])
  expect(p.d.ana.elsewhere.other()?.there).toBe(1)
  const before = p.d.ana.elsewhere.at(0)
  expect(mattersIn(before)).toEqual(["Before", "Ana wrote on", "And again"])
  expect(before?.may("matters.opened", { title: "More" })).toEqual({ ok: false, because: "house.only-read" })
  await expect(before?.queue("matters.opened", { title: "More" }, { holdMinutes: 0 })).rejects.toThrow()
  // Ben invites in the walk of `meet`; here it is Ana.
  const asked = p.asked.ana.length
  const link = await linkFrom(p.d.ana)
  const said = operationsIn(p.asked.ana.slice(asked))
  expect(said.map(({ op }) => op)).toEqual(["continue", "invite"])
  const [from] = said
  if (from?.op !== "continue") throw new Error("no continue")
  const branch = await p.phones.ana.keeper.saveCopy(null, null, "other")
  expect(branch.ok).toBe(true)
  expect(from.dir).toBe(1)
  expect(equalBytes(from.log, p.logId)).toBe(true)
  expect(from.heads.map(({ seq }) => seq)).toEqual([p.upTo + 1, p.upTo])
  expect(from.heads.every(({ hash }) => hash.some((byte) => byte !== 0))).toBe(true)
  // Ben still writes in his branch, and follows the link from there.
  expect(p.d.ben.snapshot().together).toBe(true)
  expect(await p.d.ben.invite.join(link, "Ben")).toEqual({ ok: true })
  expect(p.d.ben.snapshot().goesOn).toBe(true)
  await meets(p.d.ana, p.d.ben)
  await looks(p.d)
  for (const session of [p.d.ana, p.d.ben])
    expect(session.snapshot()).toMatchObject({ together: true, goesOn: true, earlier: 1, alarm: null })
  expect(mattersIn(p.d.ben.elsewhere.at(0))).toEqual(["Before", "Ben wrote on"])
  await p.d.ben.queue("matters.opened", { title: "In the new one" }, { holdMinutes: 0 })
  await looks(p.d)
  expect(mattersIn(p.d.ana)).toEqual(["In the new one"])
  // Of what was put away nothing is asked.
  const old = toBase64url(p.logId)
  expect(p.asked.ana.slice(asked).some(({ path }) => path.includes(old))).toBe(false)
  await p.reopen("ana")
  await p.reopen("ben")
  expect(mattersIn(p.d.ana.elsewhere.at(0))).toEqual(["Before", "Ana wrote on", "And again"])
  expect(mattersIn(p.d.ben.elsewhere.at(0))).toEqual(["Before", "Ben wrote on"])
  expect(p.d.ana.snapshot()).toMatchObject({ together: true, goesOn: true, earlier: 1 })
})

test("row 17: who shares a space follows no link but one that goes on from it; nobody else is told where it comes from", async () => {
  const p = await pairOnRelays()
  const stranger = await enter(phone({ relay: p.first, clock: p.clock }))
  const elsewhere = await linkFrom(stranger)
  expect(await p.d.ana.invite.join(elsewhere, "Ana")).toEqual({ ok: false, because: "space-here" })
  expect(p.d.ana.snapshot()).toMatchObject({ together: true, invite: { step: "joined" } })
  await leaves(p.d.ben)
  await p.d.ben.elsewhere.begin({ again: true })
  const link = await linkFrom(p.d.ben)
  const cleo = await enter(phone({ relay: p.first, clock: p.clock }))
  await cleo.invite.join(link, "Cleo")
  expect(cleo.snapshot().goesOn).toBeUndefined()
  expect(cleo.snapshot().invite.step).toBe("asked")
})

test.each(["left", "closed", "alone"] as const)(
  "a space that ended (%s) is put away by who chooses to, and another begins with somebody else, who learns nothing of it",
  async (why) => {
    const p = await pairOnRelays()
    await p.d.ben.queue("matters.opened", { title: "What was" }, { holdMinutes: 0 })
    await looks(p.d)
    expect(p.d.ana.snapshot().anew).toBeUndefined()
    await p.d.ana.elsewhere.begin({ again: false })
    expect(p.d.ana.snapshot()).toMatchObject({ together: true })
    if (why === "left") await leaves(p.d.ana)
    if (why === "closed") await p.d.ben.going.choose("close")
    if (why === "alone") await leaves(p.d.ben)
    await looks(p.d)
    expect(p.d.ana.snapshot().anew).toBe(why)
    await p.d.ana.elsewhere.begin({ again: false })
    expect(p.d.ana.elsewhere.earlier()).toMatchObject([{ why, day: "2026-11-24", isWhole: true }])
    const asked = p.asked.ana.length
    const link = await linkFrom(p.d.ana)
    expect(operationsIn(p.asked.ana.slice(asked)).map(({ op }) => op)).toEqual(["invite"])
    const cleo = await enter(phone({ relay: p.first, clock: p.clock }))
    await cleo.invite.join(link, "Cleo")
    await meets(p.d.ana, cleo)
    expect(cleo.snapshot()).toMatchObject({ together: true })
    expect(cleo.snapshot().goesOn).toBeUndefined()
    expect(p.d.ana.snapshot().goesOn).toBeUndefined()
    expect(p.d.ana.snapshot().people.other).toBe("Cleo")
    expect(mattersIn(p.d.ana)).toEqual([])
    expect(mattersIn(p.d.ana.elsewhere.at(0))).toEqual(["What was"])
    const bytes = Buffer.concat(p.asked.ana.slice(asked).map(({ body }) => Buffer.from(body)))
    expect(bytes.includes(Buffer.from(p.logId))).toBe(false)
  },
)

test("one’s own words are said again where one chooses them: as new words, with what of one’s own they belong to; never the other’s, and nothing by itself", async () => {
  const p = await pairOnRelays()
  const own = await p.d.ana.queue("matters.opened", { title: "Mine" }, { holdMinutes: 0 })
  const his = await p.d.ben.queue("matters.opened", { title: "His" }, { holdMinutes: 0 })
  await looks(p.d)
  const hurt = (matter: string) => ({ matter, happened: "", did: "You read my letters", need: "" })
  await p.d.ana.queue("matters.hurt-said", hurt(own.ref), { holdMinutes: 0 })
  await p.d.ana.queue("matters.hurt-said", hurt(his.ref), { holdMinutes: 0 })
  await looks(p.d)
  await p.d.ana.queue("matters.opened", { title: "Never went" }, { holdMinutes: 60 })
  await leaves(p.d.ben)
  await looks(p.d)
  await p.d.ana.elsewhere.begin({ again: true })
  const things = p.d.ana.elsewhere.own(0)
  expect(things.map(({ kind, may, unsent }) => [kind, may, unsent])).toEqual([
    ["matters.opened", "yes", false],
    ["matters.hurt-said", "yes", false],
    ["matters.hurt-said", "other", false],
    ["matters.opened", "yes", true],
  ])
  expect(p.d.ana.snapshot().waiting).toEqual([])
  const [, said, other] = things
  await p.d.ana.elsewhere.bring(0, [said?.ref ?? "", other?.ref ?? "", "no such thing"])
  const { waiting } = p.d.ana.snapshot()
  expect(waiting.map(({ kind }) => kind)).toEqual(["matters.opened", "matters.hurt-said"])
  expect(waiting.every(({ ref }) => things.every((thing) => thing.ref !== ref))).toBe(true)
  expect(waiting[1]?.body).toMatchObject({ matter: waiting[0]?.ref })
  expect(p.d.ana.elsewhere.own(0).map(({ may }) => may)).toEqual(["brought", "brought", "other", "yes"])
  // Chosen once more, it is not said twice.
  await p.d.ana.elsewhere.bring(0, [said?.ref ?? ""])
  expect(p.d.ana.snapshot().waiting).toHaveLength(2)
  await p.reopen("ana")
  expect(p.d.ana.elsewhere.own(0).map(({ may }) => may)).toEqual(["brought", "brought", "other", "yes"])
})

test("a copy carries what was put away, and the space of now behind it; what had not gone comes back as not sent", async () => {
  const p = await pairOnRelays()
  await p.d.ana.queue("matters.opened", { title: "What was" }, { holdMinutes: 0 })
  await looks(p.d)
  await p.d.ana.queue("matters.opened", { title: "Never went" }, { holdMinutes: 600 })
  await leaves(p.d.ben)
  await looks(p.d)
  await p.d.ana.elsewhere.begin({ again: true })
  const made = await p.phones.ana.keeper.keepCopy("three warm plums")
  if (!made.ok) throw new Error(made.because)
  const brought = await phone({ relay: p.first, clock: p.clock }).bringBack(made.file, "three warm plums")
  if (!brought.ok) throw new Error(brought.because)
  const { session } = brought
  expect(session.snapshot()).toMatchObject({ earlier: 1, together: false })
  expect(session.elsewhere.earlier()).toEqual(p.d.ana.elsewhere.earlier())
  expect(mattersIn(session.elsewhere.at(0))).toEqual(["What was"])
  expect(session.snapshot().waiting.map(({ kind }) => kind)).toEqual(["matters.opened"])
  expect(session.elsewhere.own(0).map(({ may }) => may)).toEqual(["yes"])
  // It may go on from here: nothing is shared in this browser.
  expect(await linkFrom(session)).toMatch(/#j=/)
})

test("who meant to go on with the same people and joins somebody else instead says nothing there of where they come from", async () => {
  const p = await pairOnRelays()
  await leaves(p.d.ben)
  await looks(p.d)
  await p.d.ana.elsewhere.begin({ again: true })
  const cleo = await enter(phone({ relay: p.first, clock: p.clock }))
  const link = await linkFrom(cleo)
  const asked = p.asked.ana.length
  await p.d.ana.invite.join(link, "Ana")
  await meets(cleo, p.d.ana)
  await p.d.ana.queue("matters.opened", { title: "With Cleo" }, { holdMinutes: 0 })
  await p.d.ana.sync()
  expect(p.d.ana.snapshot()).toMatchObject({ together: true, waiting: [] })
  expect(operationsIn(p.asked.ana.slice(asked)).map(({ op }) => op)).not.toContain("continue")
})
