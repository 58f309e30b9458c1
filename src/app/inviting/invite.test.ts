import { createDevice, createInvitation, inviteLink, makeAnswer, readLink } from "#ledger"
import type { Answer } from "#ledger"
import { latest } from "./invite.ts"
import { toBase64url } from "#wire"
import { inviteKeys } from "#ledger"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { driveInvite, duo, linkFrom, looks, stepOf, together } from "../testing/duo.ts"
import type { Duo, Side } from "../testing/duo.ts"
import { clockFrom, enter, phone, relayOrigin, toolsOf, verify } from "../testing/people.ts"
import { doubleSignatures, posted } from "../testing/transcript.ts"
import type { RelayPort } from "../server/relay-port.ts"

const t = toolsOf()
/** Different admits that were ever posted; the same bytes sent again are the same admit. */
const admits = (d: Duo): number =>
  new Set(
    posted(d.asked)
      .filter((entry) => entry.header[93] === 2 && entry.body?.[0] === 3)
      .map((entry) => entry.header.join()),
  ).size

test("kill and reopen between any two steps of the invitation, on either side: it goes on to the end", async () => {
  for (const side of ["ana", "ben"] as const) {
    for (let at = 0; at < 8; at += 1) {
      const d = await duo()
      const known = { link: "" }
      for (let round = 0; round < 16; round += 1) {
        if (round === at) await d.restart(side)
        if (!(await driveInvite(d, known))) break
      }
      expect([d.ana.snapshot().together, d.ben.snapshot().together], `${side} ${String(at)}`).toEqual([
        true,
        true,
      ])
      expect(doubleSignatures(d.asked)).toBeNull()
    }
  }
})

test("47: either phone killed at each single write of the invitation, before and after the disk has it: it goes on, and one person is admitted once", async () => {
  for (const side of ["ana", "ben"] as const) {
    for (const after of [false, true]) {
      for (let at = 1; ; at += 1) {
        const d = await duo()
        await d.restart(side, { at, after })
        const known = { link: "" }
        const life = d.phones[side].store
        for (let round = 0; round < 16; round += 1) {
          if (!(await driveInvite(d, known))) break
        }
        const where = `${side} ${after ? "after" : "before"} ${String(at)}`
        expect([d.ana.snapshot().together, d.ben.snapshot().together], where).toEqual([true, true])
        expect(doubleSignatures(d.asked), where).toBeNull()
        expect(admits(d), where).toBe(1)
        // A life long enough for the whole exchange: every write before has had its turn.
        if (!life.isDead()) break
        expect(at).toBeLessThan(40)
      }
    }
  }
}, 120_000)

/** The invite's mailbox, as whoever knows the link can use it. */
function mailOf(link: string): {
  readonly H: string
  readonly id: string
  readonly logId: Bytes
  readonly secret: Bytes
} {
  const read = readLink(link, t.decodeUtf8)
  if (!read.ok) throw new Error(read.error.type)
  const keys = inviteKeys(read.value.secret)
  return { H: toBase64url(keys.H), id: toBase64url(keys.inviteId), ...read.value }
}

/** A whole third phone that found the link. */
async function stranger(d: Duo, link: string, relay: RelayPort) {
  const keeper = phone({ relay, clock: d.clock, disk: new Map() })
  const session = await enter(keeper)
  await session.invite.join(link, "Mallory")
  return session
}

async function withStranger() {
  let relay: RelayPort | null = null
  const d = await duo({ between: (r) => (relay = r) })
  if (relay === null) throw new Error("no relay")
  return { d, relay: relay as RelayPort, link: await linkFrom(d.ben) }
}

test("24, 47: a second valid request before the words admits nobody, and all three are told", async () => {
  for (const annaFirst of [true, false]) {
    const { d, relay, link } = await withStranger()
    if (annaFirst) await d.ana.invite.join(link, "Ana")
    const mallory = await stranger(d, link, relay)
    if (!annaFirst) await d.ana.invite.join(link, "Ana")
    await d.ben.sync()
    expect(d.ben.snapshot().invite).toEqual({ step: "stopped", because: "two-requests" })
    for (let i = 0; i < 2; i += 1) await Promise.all([d.ben.sync(), d.ana.sync(), mallory.sync()])
    expect(d.ana.snapshot().invite).toEqual({ step: "stopped", because: "two-requests" })
    expect(mallory.snapshot().invite).toEqual({ step: "stopped", because: "two-requests" })
    expect(admits(d)).toBe(0)
  }
})

test("23, 47: once the nonce is revealed it serves that one request; another is ignored and ends, and no second try is given under it", async () => {
  const { d, relay, link } = await withStranger()
  await d.ana.invite.join(link, "Ana")
  await d.ben.sync()
  await d.ben.invite.accept()
  const mallory = await stranger(d, link, relay)
  await mallory.sync()
  expect(stepOf(mallory)).toBe("none")
  const known = { link }
  for (let round = 0; round < 8; round += 1) if (!(await driveInvite(d, known))) break
  expect(d.ana.snapshot().together).toBe(true)
  expect(mallory.snapshot().together).toBe(false)
  expect(admits(d)).toBe(1)
  const reveals = d.asked.filter((a) => a.path.endsWith("/reveal")).map((a) => a.body.join())
  expect(new Set(reveals).size).toBe(1)
})

test("different words end it: nobody is admitted, no key is wrapped, both are told, and nothing makes it good again", async () => {
  for (const who of ["ana", "ben"] as const) {
    const { d, link } = await withStranger()
    await d.ana.invite.join(link, "Ana")
    await d.ben.sync()
    await d.ben.invite.accept()
    await d.ana.sync()
    await d[who === "ana" ? "ben" : "ana"].invite.answer("same")
    await d[who].invite.answer("different")
    await looks(d)
    for (const side of ["ana", "ben"] as const) {
      expect(d[side].snapshot().invite).toEqual({ step: "stopped", because: "different" })
      await d.restart(side)
      await d[side].sync()
      expect(d[side].snapshot().invite).toEqual({ step: "stopped", because: "different" })
    }
    expect(admits(d)).toBe(0)
    await d.ben.invite.leaveWaiting()
    expect(stepOf(d.ben)).toBe("none")
  }
})

test("different is final, whatever is said after it; else the latest word counts", async () => {
  const device = await createDevice(t)
  const of = { logId: t.random(32), inviteEntryHash: t.random(32), requestHash: t.random(32) }
  const say = (n: number, answer: Answer): Promise<Bytes> => makeAnswer(t, device, of, "joiner", n, answer)
  const heard = (slot: readonly Bytes[]): Promise<Answer | null> =>
    latest(verify, slot, of, "joiner", device.ed.publicKey)
  const [different, same, notYet] = [await say(1, "different"), await say(2, "same"), await say(3, "not-yet")]
  expect(await heard([different, same, notYet])).toBe("different")
  expect(await heard([notYet, same, different])).toBe("different")
  expect(await heard([notYet, same])).toBe("not-yet")
  expect(await heard([])).toBeNull()
})

test("no shared key exists before both said the words are the same (CARE C3)", async () => {
  const { d, link } = await withStranger()
  await d.ana.invite.join(link, "Ana")
  await d.ben.sync()
  await d.ben.invite.accept()
  await d.ana.sync()
  await d.ben.invite.answer("same")
  await looks(d)
  expect(admits(d)).toBe(0)
  await d.ana.invite.answer("not-yet")
  await looks(d)
  expect(admits(d)).toBe(0)
  expect(d.ana.snapshot().invite).toMatchObject({ step: "compare", mine: "not-yet" })
  await d.ana.invite.answer("same")
  await looks(d)
  expect(admits(d)).toBe(1)
})

test("a link of one's own, a cut one, one of an unknown log, and one taken back are each told by name", async () => {
  const { d, link } = await withStranger()
  expect(await d.ben.invite.join(link, "Ben")).toEqual({ ok: false, because: "link-unusable" })
  expect(await d.ana.invite.join(link.slice(0, -70), "Ana")).toEqual({ ok: false, because: "link-unusable" })
  const unknown = inviteLink(`${relayOrigin}/`, createInvitation(t, t.random(32)), relayOrigin)
  expect(await d.ana.invite.join(unknown, "Ana")).toEqual({ ok: false, because: "link-unusable" })
  await d.ben.invite.cancel()
  await d.ben.sync()
  expect(stepOf(d.ben)).toBe("none")
  expect(await d.ana.invite.join(link, "Ana")).toEqual({ ok: false, because: "cancelled" })
  expect(stepOf(d.ana)).toBe("none")
})

test("a link is too old after seven days, for the one who made it and for the one who opens it", async () => {
  const clock = clockFrom()
  const d = await duo({ clock })
  const link = await linkFrom(d.ben)
  clock.forward(7 * 86_400_000 + 3_600_001)
  expect(await d.ana.invite.join(link, "Ana")).toEqual({ ok: false, because: "too-old" })
  await d.ben.sync()
  expect(d.ben.snapshot().invite).toEqual({ step: "stopped", because: "too-old" })
})

test("both had invited each other: joining ends one's own invitation, and what waited goes along under its new name", async () => {
  const d = await duo()
  await linkFrom(d.ana)
  const kept = await d.ana.keep("matters.kept", { title: "Hers", mine: "was-done-to-me", what: "" })
  const matter = await d.ana.queue("matters.opened", { title: "Hers" }, { holdMinutes: 0, from: kept.ref })
  await d.ana.queue(
    "matters.hurt-said",
    { matter: matter.ref, happened: "it hurt", did: "", need: "" },
    { holdMinutes: 0 },
  )
  const known = { link: "" }
  await driveInvite({ ...d, ana: d.ana, ben: d.ben }, known)
  known.link = await (async () => {
    const { invite } = d.ben.snapshot()
    return invite.step === "link" ? invite.link : linkFrom(d.ben)
  })()
  expect(await d.ana.invite.join(known.link, "Ana")).toEqual({ ok: true })
  for (let round = 0; round < 12; round += 1) if (!(await driveInvite(d, known))) break
  await looks(d)
  const shared = d.ana.sharedOf(kept.ref)
  expect(shared).not.toBeNull()
  expect(shared).not.toBe(matter.ref)
  expect(d.ana.whereIs(shared ?? "")).toEqual({ at: "server" })
  expect(JSON.stringify(d.ben.snapshot().house.shared)).toContain("it hurt")
  expect(d.ben.snapshot().house.setAside).toEqual([])
  expect(d.ben.snapshot().house.shared).toEqual(d.ana.snapshot().house.shared)
})

test("an invitation begun without a connection waits, and its link is shown only once the invite stands", async () => {
  let isAway = true
  const d = await duo({
    between: (relay) => ({ fetch: (r) => (isAway ? Promise.reject(new Error("away")) : relay.fetch(r)) }),
  })
  await d.ben.invite.start()
  expect(stepOf(d.ben)).toBe("preparing")
  expect(d.ben.snapshot().connection).toBe("off")
  isAway = false
  await d.ben.sync()
  expect(stepOf(d.ben)).toBe("link")
  expect(posted(d.asked)).toHaveLength(2)
})

test("the link's secret is in no request of either side", async () => {
  const d = await together()
  const { invite } = d.ben.snapshot()
  expect(invite.step).toBe("joined")
  const { d: one, link } = await withStranger()
  await one.ana.invite.join(link, "Ana")
  await looks(one)
  const { secret } = mailOf(link)
  const heap = Buffer.concat(
    one.asked.flatMap((a) => [Buffer.from(`${a.path}\n${a.headers}\n`), Buffer.from(a.body)]),
  )
  for (const form of ["base64url", "base64", "hex"] as const)
    expect(heap.includes(Buffer.from(Buffer.from(secret).toString(form)))).toBe(false)
  expect(heap.includes(Buffer.from(secret))).toBe(false)
  const sides: readonly Side[] = ["ana", "ben"]
  expect(sides.map((side) => stepOf(one[side]))).toEqual(["asked", "request"])
})
