import { inviteKeys, makeRequest, readLink, startJoining } from "#ledger"
import { entryHash, fromBase64url } from "#wire"
import { expect, test, vi } from "vitest"
import { createRelayClient } from "../server/relay-client.ts"
import type { RelayPort } from "../server/relay-port.ts"
import { evils } from "../testing/between-two.ts"
import type { Evil, EvilName } from "../testing/between-two.ts"
import { driveInvite, duo, linkFrom, looks, settle, stepOf } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"
import { mailing } from "../testing/malice.ts"
import { enter, phone, relayOrigin, toolsOf } from "../testing/people.ts"
import { posted } from "../testing/transcript.ts"
import type { InviteStep } from "./invite-step.ts"

// The same relays that stand before two browsers (e2e/wrapped-relay.spec.ts), before two phones in Node: here each can be tried with a check left out.

const planted = vi.hoisted(() => ({
  noMac: false,
  anyKey: false,
  wordsOfTheLink: false,
  noSignature: false,
  servesTwice: false,
}))
vi.mock("#ledger", async (original) => {
  const real = await original<typeof import("#ledger")>()
  return {
    ...real,
    checkRequest: async (...of: Parameters<typeof real.checkRequest>) => {
      const read = await real.checkRequest(...of)
      const spared = [...(planted.noMac ? ["mac"] : []), ...(planted.anyKey ? ["keys", "pop"] : [])]
      return !read.ok && spared.includes(read.error.type) ? { ok: true, value: laidOut(of[3]) } : read
    },
    sasWords: (of: Parameters<typeof real.sasWords>[0]) =>
      planted.wordsOfTheLink ? [1, 2, 3, 4, 5, 6, 7] : real.sasWords(of),
    readReveal: async (...of: Parameters<typeof real.readReveal>) => {
      const read = await real.readReveal(...of)
      const isSpared = !read.ok && read.error.type === "signature" && planted.noSignature
      return isSpared ? { ok: true, value: of[4].slice(32, 64) } : read
    },
  }
})
vi.mock("./invite.ts", async (original) => {
  const real = await original<typeof import("./invite.ts")>()
  return {
    ...real,
    heard: async (...of: Parameters<typeof real.heard>) => {
      const next = await real.heard(...of)
      if (!planted.servesTwice || next.inviting === null || next.inviting.chosen === null) return next
      return { ...next, inviting: { ...next.inviting, seen: of[2].request } }
    },
    accepting: (...[deps, state]: Parameters<typeof real.accepting>) => {
      const { inviting } = state
      if (!planted.servesTwice || inviting === null || inviting.chosen === null)
        return real.accepting(deps, state)
      const anew = { ...inviting, chosen: null, reveal: null, seen: inviting.seen.slice(-1) }
      return real.accepting(deps, { ...state, inviting: anew })
    },
  }
})
function laidOut(r: Uint8Array) {
  return {
    member: r.slice(0, 16),
    ed: r.slice(16, 48),
    x: r.slice(48, 80),
    nB: r.slice(80, 112),
    popJoin: r.slice(112, 176),
  }
}

const admitsIn = (d: Duo): number =>
  posted(d.asked).filter((e) => e.header[93] === 2 && e.body?.[0] === 3).length
const stopped = (because: string) => ({ step: "stopped", because })

/** Ben made a link, it was overheard, Ana answered; both looked. */
async function invited(name: EvilName): Promise<Duo> {
  let evil: Evil | null = null
  const d = await duo({
    between: (relay, side) => (evil ??= evils[name](relay, () => undefined)).between(side),
  })
  const link = await linkFrom(d.ben)
  const passedOn = (await (evil as Evil | null)?.overhears(link)) ?? link
  await d.ana.invite.join(passedOn, "Ana")
  await d.ben.sync()
  await settle()
  return d
}
async function withFault<T>(fault: keyof typeof planted, act: () => Promise<T>): Promise<T> {
  planted[fault] = true
  try {
    return await act()
  } finally {
    planted[fault] = false
  }
}

async function ownKeyForHers() {
  const d = await invited("without the link")
  await looks(d)
  return { ben: d.ben.snapshot().invite, ana: d.ana.snapshot().invite, d }
}

test("2, 24: a relay without the link puts its own key in place of Ana's: Ben's app refuses it before any words, and both are told", async () => {
  const { ben, ana, d } = await ownKeyForHers()
  expect([ben, ana]).toEqual([stopped("changed-on-the-way"), stopped("cancelled")])
  expect(d.asked.filter((a) => a.path.endsWith("/reveal"))).toEqual([])
  expect(admitsIn(d)).toBe(0)
  await d.restart("ben")
  expect(d.ben.snapshot().invite).toEqual(stopped("changed-on-the-way"))
})

test("2, planted: where the MAC is not looked at, Ben is asked to compare words with the relay", async () => {
  await withFault("noMac", async () => {
    const { ben, d } = await ownKeyForHers()
    expect(ben).toEqual({ step: "request" })
    await d.ben.invite.accept()
    await settle()
    expect(stepOf(d.ben)).toBe("compare")
  })
})

test("2: a request the wire garbled once is read again and accuses nobody; one laid beside Ana's changes nothing", async () => {
  let reads = 0
  const d = await duo({
    between: (relay, side) =>
      mailing(relay, (slots) => {
        const [hers] = slots["request"] ?? []
        if (side !== "ben" || hers === undefined) return slots
        reads += 1
        const garbled = hers.slice(0, -4) + (hers.endsWith("AAAA") ? "BBBB" : "AAAA")
        return { ...slots, request: reads === 1 ? [garbled] : [garbled, hers] }
      }),
  })
  const link = await linkFrom(d.ben)
  await d.ana.invite.join(link, "Ana")
  await d.ben.sync()
  expect(stepOf(d.ben)).toBe("request")
  expect(reads).toBeGreaterThan(1)
  const rest = { link }
  for (let round = 0; round < 8; round += 1) if (!(await driveInvite(d, rest))) break
  expect(d.ana.snapshot().together).toBe(true)
})

const wordsOf = ({ invite }: { readonly invite: InviteStep }): readonly number[] | null =>
  "words" in invite ? invite.words : null

/** Ben compares with the relay, which knows the link; then Ana's app looks. */
async function inHerPlace(name: EvilName) {
  const d = await invited(name)
  expect(stepOf(d.ben)).toBe("request")
  await d.ben.invite.accept()
  await settle()
  await looks(d)
  await settle()
  return { d, words: wordsOf(d.ben.snapshot()), hers: wordsOf(d.ana.snapshot()) }
}

test("2: a relay that knows the link answers in Ana's place: whatever it does with Ben's reveal, her app shows no words; different ends it, and no key is wrapped", async () => {
  const told = {
    "knowing the link": stopped("two-requests"),
    "knowing the link, signing the reveal": stopped("changed-on-the-way"),
    "knowing the link, keeping the reveal": { step: "asked" },
  } as const
  for (const name of [
    "knowing the link",
    "knowing the link, signing the reveal",
    "knowing the link, keeping the reveal",
  ] as const) {
    const { d, words, hers } = await inHerPlace(name)
    expect(words, name).toHaveLength(7)
    expect(hers, name).toBeNull()
    expect(d.ana.snapshot().invite, name).toEqual(told[name])
    await d.ben.invite.answer("different")
    await looks(d)
    expect(d.ben.snapshot().invite, name).toEqual(stopped("different"))
    expect(stepOf(d.ana), name).toBe("stopped")
    expect(admitsIn(d), name).toBe(0)
  }
})

test("2, planted: where the reveal's signature is not looked at, her app shows words; they are not Ben's", async () => {
  await withFault("noSignature", async () => {
    const { words, hers } = await inHerPlace("knowing the link, signing the reveal")
    expect(hers).toHaveLength(7)
    expect(hers).not.toEqual(words)
  })
})

test("2, 23: a relay that carries the link too stands between both and says the same to each: the words differ, and different is final", async () => {
  for (const who of ["ana", "ben"] as const) {
    const { d, words, hers } = await inHerPlace("carrying the link")
    expect(words).toHaveLength(7)
    expect(hers).toHaveLength(7)
    expect(hers).not.toEqual(words)
    await d[who].invite.answer("different")
    // Ana may even have said "the same" to the relay. Ben must not: his "same" is what admits.
    await (who === "ana" ? d.ben.invite.answer("not-yet") : d.ana.invite.answer("same"))
    for (let times = 0; times < 3; times += 1) await looks(d)
    expect(d[who].snapshot().invite).toEqual(stopped("different"))
    expect(admitsIn(d)).toBe(0)
    await d.restart(who)
    await d[who].sync()
    expect(d[who].snapshot().invite).toEqual(stopped("different"))
    expect([d.ana.snapshot().together, d.ben.snapshot().together]).toEqual([false, false])
  }
})

test("2, planted: words made of the link's secret alone are the same for all three", async () => {
  await withFault("wordsOfTheLink", async () => {
    const { words, hers } = await inHerPlace("carrying the link")
    expect(words).toHaveLength(7)
    expect(hers).toEqual(words)
  })
})

const small = {
  zero: new Uint8Array(32),
  one: Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0)),
  order8: fromBase64url("JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU") ?? new Uint8Array(32),
}

/** Somebody who knows the link leaves five requests with keys of small order, each with the right MAC, beside Ana's own. */
async function requestsWithWeakKeys() {
  let relay: RelayPort | null = null
  const d = await duo({ between: (r) => (relay = r) })
  const link = await linkFrom(d.ben)
  await d.ana.invite.join(link, "Ana")
  const read = readLink(link, toolsOf().decodeUtf8)
  const invite = posted(d.asked).find((e) => e.header[93] === 2)
  if (!read.ok || invite === undefined || relay === null) throw new Error("no invite")
  const client = createRelayClient(relay, relayOrigin, toolsOf())
  for (const { ed, x } of [
    { ed: null, x: small.zero },
    { ed: null, x: small.one },
    { ed: small.one, x: null },
    { ed: small.zero, x: null },
    { ed: small.order8, x: null },
  ]) {
    const drawn = await startJoining(toolsOf(), read.value)
    const device = {
      ...drawn.device,
      ed: { ...drawn.device.ed, publicKey: ed ?? drawn.device.ed.publicKey },
      x: { ...drawn.device.x, publicKey: x ?? drawn.device.x.publicKey },
    }
    const request = await makeRequest(toolsOf(), { ...drawn, device }, entryHash(invite))
    const put = await client.put(inviteKeys(read.value.secret), "request", request)
    expect(put.is).toBe("stored")
  }
  await d.ben.sync()
  return { d, link }
}

test("9, 48: a request with a small-order or identity key is no request, also with the right MAC; Ana's own goes on", async () => {
  const { d, link } = await requestsWithWeakKeys()
  expect(stepOf(d.ben)).toBe("request")
  const rest = { link }
  for (let round = 0; round < 8; round += 1) if (!(await driveInvite(d, rest))) break
  expect(d.ben.snapshot().together).toBe(true)
})

test("9, 48, planted: where such keys pass, they count as people who answered, and end Ana's invitation", async () => {
  const { d } = await withFault("anyKey", requestsWithWeakKeys)
  expect(d.ben.snapshot().invite).toEqual(stopped("two-requests"))
})

/** Ben shows his words to Ana; then somebody else answers under the same link, and he presses once more. The different nonces he gave away. */
async function asksOnceMore(): Promise<number> {
  let relay: RelayPort | null = null
  const d = await duo({ between: (r) => (relay = r) })
  const link = await linkFrom(d.ben)
  await d.ana.invite.join(link, "Ana")
  await d.ben.sync()
  await d.ben.invite.accept()
  if (relay === null) throw new Error("no relay")
  const other = await enter(phone({ relay, clock: d.clock, disk: new Map() }))
  await other.invite.join(link, "Mallory")
  await d.ben.sync()
  await d.ben.invite.accept()
  return new Set(d.asked.filter((a) => a.path.endsWith("/reveal")).map((a) => a.body.join())).size
}

test("23: the nonce goes to one request; whatever comes after it, and however often Ben presses, to no other", async () => {
  expect(await asksOnceMore()).toBe(1)
})

test("23, planted: an app that serves the next request under the same nonce gives it away twice", async () => {
  expect(await withFault("servesTwice", asksOnceMore)).toBe(2)
})
