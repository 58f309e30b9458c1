import { createDevice, makeDeviceAdd, place, sign } from "#ledger"
import type { AnyDraft } from "#ledger"
import { matters, stateOf } from "#practices"
import { bodyHash, copy, decodeControl, decodeRun, encodeControl, fromBase64url, toHex, u32 } from "#wire"
import type { Entry, EpochBlock, LogState } from "#wire"
import { expect, test } from "vitest"
import type { Session } from "../session/session.ts"
import { joined, settle } from "../testing/duo.ts"
import { answering, isPost, refusal, serving } from "../testing/malice.ts"
import { enter, toolsOf } from "../testing/people.ts"
import { back, alone, says, sheetOf, titles } from "../testing/sheets.ts"
import { posted } from "../testing/transcript.ts"
import { allLook, benAsksForMira, three, trio } from "../testing/trio.ts"
import type { Three } from "../testing/trio.ts"
import type { Place } from "../sending/writing.ts"

// Attacks that need a third person or a third device, by number, on whole clients: Ana, Ben, Mira, a relay that is not honest, a thief.

const t = toolsOf()
const shown = (who: Session): readonly string[] =>
  stateOf(who.snapshot().house, matters).shared.matters.map((m) => m.title)
const say = (who: Session, title: string) => who.queue("matters.opened", { title }, { holdMinutes: 0 })

/** A changed client: what it was about to sign is not signed, and this is, whatever it would come to. */
function changedClient() {
  const change: { instead: ((state: LogState) => readonly AnyDraft[]) | null } = { instead: null }
  const changed: Place = (tools, device, from, drafts) => {
    const { instead } = change
    if (instead === null || !drafts.some((draft) => "data" in draft))
      return place(tools, device, from, drafts)
    change.instead = null
    return place(tools, device, from, instead(from.state))
  }
  return { change, changed }
}

/** Which operations were posted, by their number, and the epochs in them. */
const opsIn = (entries: readonly Entry[]): readonly number[] =>
  entries.flatMap((e) => (e.header[93] === 2 ? [e.body?.[0] ?? 0] : []))
function epochsIn(entries: readonly Entry[]): readonly EpochBlock[] {
  return entries.flatMap((e) => {
    const read = e.header[93] === 2 && e.body !== null ? decodeControl(e.body) : null
    const control = read?.is === "built" ? read.control : null
    return control !== null && "epoch" in control && control.epoch !== null ? [control.epoch] : []
  })
}

test("1: Ben's changed client lets Mira in without Ana's yes: it lets nobody in, for anybody, and no key of the chain is hers", async () => {
  const { change, changed } = changedClient()
  const group = await trio({ more: { place: changed } })
  const { d } = group
  await benAsksForMira(group)
  change.instead = (state) => {
    const acts = [...state.proposals.values()].map((p) => p.act)
    return acts.flatMap((act) => (act.op === "admit" ? [{ uid: t.random(16), control: act }] : []))
  }
  await say(d.ben, "Sent under a changed client")
  await d.ben.sync()
  expect(change.instead).toBeNull()
  expect(opsIn(posted(d.asked))).toContain(3)
  await say(d.ana, "For two")
  await allLook(group)
  for (const one of [d.ana, d.ben])
    expect(one.snapshot()).toMatchObject({ alarm: null, going: { others: 1 }, proposed: [{ what: "admit" }] })
  expect(group.mira.snapshot().together).toBe(false)
  expect(shown(group.mira)).toEqual([])
  expect(shown(d.ben)).toContain("For two")
})

/** In the place of this entry: the relay's own device, added by the relay. Nothing but the signer is wrong with it. */
async function addedByTheRelay(entry: Entry): Promise<Entry> {
  const [strange, added] = [await createDevice(t), await createDevice(t)]
  const logId = copy(entry.header, 1, 33)
  const add = await makeDeviceAdd(t, added, { logId, member: t.random(16), adder: strange.id, rank: 1 })
  const body = encodeControl(add)
  const header = Uint8Array.from(entry.header)
  header.set(strange.id, 77)
  header[93] = 2
  header.set(u32(body.length), 112)
  header.set(bodyHash(body), 116)
  return { header, sig: await sign(t, strange, "entry", header), body }
}

test("1: a relay that adds a device of its own to the log of three is told as a fault; nothing more is signed there", async () => {
  const forged: Entry[] = []
  const group = await three({
    between: (relay, side) =>
      side === "ana" ? serving(relay, (all, from) => (from > 0 && forged.length > 0 ? forged : all)) : relay,
  })
  const { d } = group
  await say(d.ben, "Ben's own")
  await d.ben.sync()
  const last = posted(d.asked).at(-1)
  if (last === undefined) throw new Error("nothing was posted")
  forged.push(await addedByTheRelay(last))
  await d.ana.sync()
  expect(d.ana.snapshot().alarm).toBe("signer")
  const before = posted(d.asked).length
  await say(d.ana, "Waits")
  await d.ana.sync()
  expect(posted(d.asked)).toHaveLength(before)
  expect(d.ana.snapshot().going).toMatchObject({ others: 2 })
})

test("47: two strangers under the link of one of two: nobody is asked for, nobody comes in, and all are told, whoever was first", async () => {
  for (const miraFirst of [true, false]) {
    const group = await trio()
    const { d, mira } = group
    const mallory = await group.stranger()
    await d.ben.invite.start("Mira")
    await settle()
    const { invite } = d.ben.snapshot()
    if (invite.step !== "link") throw new Error(invite.step)
    for (const one of miraFirst ? [mira, mallory] : [mallory, mira])
      await one.invite.join(invite.link, "Mira")
    await d.ben.sync()
    const told = { step: "stopped", because: "two-requests" }
    expect(d.ben.snapshot().invite).toEqual(told)
    for (let n = 0; n < 2; n += 1) for (const one of [d.ben, d.ana, mira, mallory]) await one.sync()
    for (const one of [mira, mallory]) expect(one.snapshot()).toMatchObject({ invite: told, together: false })
    // Neither a proposal nor an admit, and Ana was asked nothing.
    expect(opsIn(posted(d.asked)).filter((op) => op === 5)).toEqual([])
    expect(opsIn(posted(d.asked)).filter((op) => op === 3)).toHaveLength(1)
    expect(d.ana.snapshot().proposed).toBeUndefined()
    await say(d.ana, "Still two")
    await allLook(group)
    expect(shown(d.ben)).toEqual(["Still two"])
  }
})

/** Ana, Ben and Mira. Ana lost her phone, came back from her sheet in a browser that stands above it, and a thief has the phone, with a changed client. */
async function robbed() {
  const pair = await alone()
  await joined(pair)
  const mira = await enter(pair.empty())
  const group: Three = { d: pair, mira }
  await benAsksForMira(group)
  await pair.ana.proposals.agree(pair.ana.snapshot().proposed?.[0]?.ref ?? "")
  await allLook(group)
  const { code } = await sheetOf(pair.keepers.ana)
  await says(pair.ana, "Before it was lost")
  const home = await back(pair.empty(), code)
  const { change, changed } = changedClient()
  const thief = await enter(pair.empty({ disk: pair.disk, more: { place: changed } }))
  const all = { d: { ana: home, ben: pair.ben }, mira }
  await allLook(all)
  await thief.sync()
  return { pair, home, thief, change, all }
}

test("42: Ben's new key is refused because the stolen phone was removed meanwhile; the relay hands the thief the refused entry, and it opens nothing of the chain", async () => {
  const { pair, home, thief, all } = await robbed()
  await all.mira.going.choose("leave")
  await all.mira.sync()
  await all.d.ben.sync()
  await home.sync()
  const refused: Entry[] = []
  pair.between((relay) =>
    answering(relay, async (request, body) => {
      if (!isPost(request) || refused.length > 0) return null
      const run = decodeRun(body, 1000)
      refused.push(...(run.ok ? run.value : []))
      await home.recovery.removeLost()
      await home.sync()
      return null
    }),
  )
  const before = posted(pair.asked).length
  await says(all.d.ben, "After the phone went")
  await allLook({ d: { ana: home, ben: all.d.ben }, mira: thief })
  const [leaked] = epochsIn(refused)
  const others = epochsIn(posted(pair.asked).slice(before + refused.length))
  if (leaked === undefined || others.length === 0) throw new Error("no key was refused, or none followed")
  // A wrap of the refused key was the thief's; of the keys that stand none is, and none of them is that key: one commitment, one key.
  const ids = (e: EpochBlock): readonly string[] => e.wraps.map((w) => toHex(w.id))
  const phone = ids(leaked).filter((id) => !others.flatMap(ids).includes(id))
  expect(phone).toHaveLength(1)
  expect(others.map((e) => toHex(e.commitment))).not.toContain(toHex(leaked.commitment))
  expect(titles(home)).toContain("After the phone went")
  expect(titles(thief)).not.toContain("After the phone went")
})

test("54: whoever has the stolen phone ends nothing for Ana, Ben and Mira, with whatever client; her own browser stays, and the phone goes", async () => {
  const { pair, home, thief, change, all } = await robbed()
  for (const going of ["leave", "close"] as const) {
    await thief.going.choose(going)
    await thief.sync()
  }
  const member = fromBase64url(home.snapshot().people.me ?? "") ?? new Uint8Array(16)
  const mine = (state: LogState) => state.members.find((m) => toHex(m.id) === toHex(member))?.devices ?? []
  const tries: readonly ((state: LogState) => readonly AnyDraft[])[] = [
    () => [{ uid: t.random(16), control: { op: "leave" } }],
    () => [{ uid: t.random(16), control: { op: "close" } }],
    () => [{ uid: t.random(16), control: { op: "propose", act: { op: "close" } } }],
    (state) => [
      { uid: t.random(16), control: { op: "device.remove", target: mine(state)[0] ?? member, kept: [] } },
    ],
  ]
  for (const [n, instead] of tries.entries()) {
    change.instead = instead
    const before = posted(pair.asked).length
    await say(thief, `Try ${String(n)}`)
    await thief.sync()
    expect(change.instead, String(n)).toBeNull()
    expect(posted(pair.asked).length, String(n)).toBeGreaterThan(before)
    await allLook(all)
    for (const one of [home, all.d.ben, all.mira])
      expect(one.snapshot(), String(n)).toMatchObject({
        alarm: null,
        going: { here: true, others: 2, closed: false, senior: true },
      })
    expect(all.d.ben.snapshot().proposed, String(n)).toBeUndefined()
  }
  await home.recovery.removeLost()
  await allLook(all)
  expect(home.snapshot().recovery).toMatchObject({ lost: 0, removing: false })
  await says(all.d.ben, "Not for the thief")
  await allLook(all)
  for (let n = 0; n < 3; n += 1) await thief.sync()
  expect(titles(home)).toContain("Not for the thief")
  expect(titles(all.mira)).toContain("Not for the thief")
  expect(titles(thief)).not.toContain("Not for the thief")
})

test("57: the relay refuses what Ana writes for good, and Ben and Mira are silent: she can still remove the stolen phone, and her queue goes on", async () => {
  const { pair, home, thief } = await robbed()
  const refused = toHex(fromBase64url((await say(home, "Refused")).ref)?.subarray(16) ?? new Uint8Array(16))
  pair.between((relay) =>
    answering(relay, (request, body) =>
      isPost(request) && toHex(body).includes(refused) ? refusal("refused") : null,
    ),
  )
  const after = await say(home, "Behind it")
  await home.recovery.removeLost()
  for (let n = 0; n < 4; n += 1) await home.sync()
  expect(home.snapshot().recovery).toMatchObject({ lost: 0, removing: false })
  expect(home.whereIs(after.ref)).toEqual({ at: "server" })
  for (let n = 0; n < 3; n += 1) await thief.sync()
  expect(titles(thief)).not.toContain("Behind it")
  await pair.ben.sync()
  expect(titles(pair.ben)).toContain("Behind it")
  expect(titles(pair.ben)).not.toContain("Refused")
})
