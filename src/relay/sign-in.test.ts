import { decodeHeader, H, toBase64url } from "#wire"
import type { Bytes, Entry } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, genesisOf, invite, noLog, secret, writeAll } from "../../tools/vectors/chain.ts"
import {
  addDevice,
  laptop,
  mira,
  paper,
  removeDevice,
  secondPaper,
  setRecovery,
} from "../../tools/vectors/own-keys.ts"
import { ana, ben, bytesOf, flipped, mallory } from "../../tools/vectors/people.ts"
import { control, epochFor, going } from "../../tools/vectors/record-parts.ts"
import { inviteKeys } from "../ledger/index.ts"
import { appending, entriesOf, reading, someTime, testRelay, typeOf } from "./testing/asking.ts"
import {
  appendAs,
  nonceOf,
  origin,
  readAs,
  signingIn,
  tokenFor,
  withLink,
  withToken,
} from "./testing/signing.ts"

// Who reads and who appends: spec/relay.md §10. Ben began, Ana was let in, Ben's laptop came and went.

const joined = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  { by: ana, uid: "anas" },
])
const withLaptop = await writeAll(joined, [control(await addDevice(laptop), { uid: "laptop" })])
const { inviteId } = inviteKeys(secret)

let now = someTime
function asking(more: Parameters<typeof testRelay>[0] = {}) {
  const relay = testRelay({ isOpen: false, clock: () => now, origins: [origin], ...more })
  return { relay, ask: (request: Request): Promise<Response> => relay.fetch(request) }
}

/** A relay that holds these entries. */
async function holding(entries: readonly Entry[], more: Parameters<typeof testRelay>[0] = {}) {
  const made = asking(more)
  const stored = await appendAs(made.ask, joined.logId, entries, ben)
  expect(stored.status).toBe(200)
  return made
}

const seqsIn = async (answer: Response): Promise<readonly number[]> =>
  (await entriesOf(answer)).map((entry) => {
    const header = decodeHeader(entry.header)
    return header.ok ? header.value.seq : -1
  })
const alike = async (answer: Response): Promise<string> =>
  JSON.stringify([answer.status, ...answer.headers, await answer.text()])

test("who belongs there reads and appends; who says nothing of themselves is asked to sign in", async () => {
  const { ask } = await holding(joined.entries)
  for (const who of [ben, ana])
    expect(await seqsIn(await readAs(ask, joined.logId, who))).toEqual([0, 1, 2, 3])
  const bare = await ask(reading(joined.logId))
  expect([bare.status, await typeOf(bare)]).toEqual([401, "sign-in"])
  const next = await writeAll(joined, [{ by: ana, uid: "more" }])
  const run = next.entries.slice(-1)
  expect(await typeOf(await ask(appending(joined.logId, run)))).toBe("sign-in")
  expect((await appendAs(ask, joined.logId, run, ana)).status).toBe(200)
})

test("a log that nobody wrote, an empty one and one of other people look alike, for reading and appending, with a key and with a link", async () => {
  const { ask } = await holding(joined.entries)
  const unknown = bytesOf("no log", 32)
  const own = genesisOf(mallory)
  const hers = await writeAll({ ...noLog, logId: own.logId }, [
    { ...firstEntry, by: mallory, body: own.body },
  ])
  const said = new Set<string>()
  for (const log of [joined.logId, unknown]) {
    said.add(await alike(await readAs(ask, log, mallory)))
    said.add(await alike(await appendAs(ask, log, joined.entries, mallory)))
    said.add(await alike(await appendAs(ask, log, hers.entries, mallory)))
    said.add(await alike(await ask(withLink(reading(log), bytesOf("no link", 32)))))
  }
  expect([...said]).toHaveLength(1)
  expect([...said][0]).toContain("nothing-here")
})

test("a log is begun by the key in its first entry, and by no other", async () => {
  const { ask } = asking()
  expect(await typeOf(await appendAs(ask, joined.logId, joined.entries, ana))).toBe("nothing-here")
  expect((await appendAs(ask, joined.logId, joined.entries, ben)).status).toBe(200)
})

test("any device appends what others signed", async () => {
  const { ask } = await holding(joined.entries)
  const next = await writeAll(joined, [{ by: ben, uid: "bens" }])
  expect((await appendAs(ask, joined.logId, next.entries.slice(-1), ana)).status).toBe(200)
})

test("a signature for another purpose, log or relay lets nobody in, and none lets in twice", async () => {
  const { ask } = await holding(joined.entries)
  const type = async (of: Parameters<typeof signingIn>[3]): Promise<string> =>
    typeOf(await ask(await signingIn(ask, joined.logId, ben, of)))
  expect(await type({ signed: { purpose: "append" } })).toBe("unsigned")
  expect(await type({ purpose: "append", signed: { purpose: "read" } })).toBe("unsigned")
  expect(await type({ signed: { log: bytesOf("another log", 32) } })).toBe("unsigned")
  expect(await type({ signed: { origin: "https://elsewhere.example" } })).toBe("unsigned")
  expect(await type({ nonce: bytesOf("a nonce of my own", 32) })).toBe("sign-in")
  const once = await signingIn(ask, joined.logId, ben)
  expect((await ask(once.clone())).status).toBe(200)
  expect(await typeOf(await ask(once.clone()))).toBe("sign-in")
})

test("a nonce of another relay, or of minutes ago, is none", async () => {
  const { ask } = await holding(joined.entries)
  const { ask: other } = asking()
  const type = async (nonce: Bytes): Promise<string> =>
    typeOf(await ask(await signingIn(ask, joined.logId, ben, { nonce })))
  expect(await type(await nonceOf(other))).toBe("sign-in")
  const nonce = await nonceOf(ask)
  now += 4 * 60_000
  expect(await type(nonce)).toBe("sign-in")
  now = someTime
})

test("what was given for one purpose, one log, one hour is of no use for another, and none is of use changed", async () => {
  const { ask } = await holding(joined.entries)
  const token = await tokenFor(ask, joined.logId, ben)
  const next = await writeAll(joined, [{ by: ana, uid: "more" }])
  const typed = async (request: Request, with_ = token): Promise<string> =>
    typeOf(await ask(withToken(request, with_)))
  expect(await typed(appending(joined.logId, next.entries.slice(-1)))).toBe("sign-in")
  expect(await typed(reading(bytesOf("another log", 32)))).toBe("sign-in")
  for (let bit = 0; bit < 105; bit += 4) {
    const bytes = Buffer.from(token, "base64url")
    expect(await typed(reading(joined.logId), toBase64url(flipped(bytes, bit)))).toBe("sign-in")
  }
  now += 62 * 60_000
  expect(await typed(reading(joined.logId))).toBe("sign-in")
  now = someTime
})

test("under an address the relay was not told, nobody signs in, and whoever runs it is told; on its own computer it needs no name", async () => {
  let told = 0
  const { ask } = asking({ origins: [], onWrongOrigin: () => (told += 1) })
  expect(await typeOf(await ask(await signingIn(ask, joined.logId, ben)))).toBe("wrong-origin")
  expect(told).toBe(1)
  for (const here of ["http://localhost:4700", "http://127.0.0.1:4700", "http://[::1]:4700"]) {
    const signed = await signingIn(ask, joined.logId, ben, { origin: here })
    const body = await signed.arrayBuffer()
    const at = `${here}/api/sign-in/${toBase64url(joined.logId)}`
    expect((await ask(new Request(at, { method: "POST", body }))).status, here).toBe(200)
  }
})

test("a device that was removed reads no more from then on, also with what it was given before, and is told so", async () => {
  const { relay, ask } = await holding(withLaptop.entries)
  const before = await tokenFor(ask, joined.logId, laptop)
  const heard: string[] = []
  relay.live.heard(
    { send: (text) => heard.push(text) },
    JSON.stringify({ watch: [`${toBase64url(joined.logId)}.${before}`] }),
  )
  expect((await ask(withToken(reading(joined.logId), before))).status).toBe(200)
  const without = await writeAll(withLaptop, [
    control(removeDevice(laptop, epochFor(3, ana, ben)), { uid: "gone", epochAfter: 3 }),
  ])
  expect((await appendAs(ask, joined.logId, without.entries.slice(-1), ben)).status).toBe(200)
  for (const answer of [
    await ask(withToken(reading(joined.logId), before)),
    await readAs(ask, joined.logId, laptop),
    await appendAs(ask, joined.logId, without.entries.slice(-1), laptop),
  ])
    expect([answer.status, await typeOf(answer)]).toEqual([403, "removed"])
  expect(heard).toEqual([])
})

test("who left reads on what stands, without the words that came afterwards", async () => {
  const left = await writeAll(joined, [going("leave", { by: ana, uid: "leaving" })])
  const after = await writeAll(left, [{ by: ben, uid: "later" }])
  const { ask } = await holding(after.entries)
  const served = await entriesOf(await readAs(ask, joined.logId, ana))
  expect(served.map((entry) => entry.body !== null)).toEqual([true, true, true, true, true, false])
})

test("a sheet's key reads and appends while it is in force, and is told when it no longer is", async () => {
  const set = await writeAll(joined, [
    control(await setRecovery(paper, epochFor(3, ana, ben, paper)), { uid: "sheet", epochAfter: 3 }),
  ])
  const { ask } = await holding(set.entries)
  expect((await readAs(ask, joined.logId, paper)).status).toBe(200)
  const again = await writeAll(set, [
    control(await setRecovery(secondPaper, epochFor(4, ana, ben, secondPaper)), {
      uid: "new",
      epochAfter: 4,
    }),
  ])
  expect((await appendAs(ask, joined.logId, again.entries.slice(-1), ben)).status).toBe(200)
  expect(await typeOf(await readAs(ask, joined.logId, paper))).toBe("removed")
})

test("who holds a link reads up to the entry that ended it, and hears of nothing after it", async () => {
  const { relay, ask } = await holding(joined.entries.slice(0, 2))
  const heard: string[] = []
  const watch = [`${toBase64url(joined.logId)}.${toBase64url(inviteId)}`]
  relay.live.heard({ send: (text) => heard.push(text) }, JSON.stringify({ watch }))
  const byLink = async () => seqsIn(await ask(withLink(reading(joined.logId), inviteId)))
  expect(await byLink()).toEqual([0, 1])
  await appendAs(ask, joined.logId, joined.entries.slice(2, 3), ben)
  await appendAs(ask, joined.logId, joined.entries.slice(3), ana)
  expect(await byLink()).toEqual([0, 1, 2])
  const head = (await ask(withLink(reading(joined.logId), inviteId))).headers.get("goldseam-head")
  expect(head).toMatch(/^2\./)
  expect(heard.map((text) => (JSON.parse(text) as { seq: number }).seq)).toEqual([2])
  const append = await ask(withLink(appending(joined.logId, joined.entries.slice(3)), inviteId))
  expect(await typeOf(append)).toBe("sign-in")
  now += 31 * 24 * 3_600_000
  // Whoever asks for a mailbox in an hour makes it look which are over.
  await ask(withLink(new Request(`${origin}/api/mail/${toBase64url(H("invite", inviteId))}`), inviteId))
  expect(await typeOf(await ask(withLink(reading(joined.logId), inviteId)))).toBe("nothing-here")
  now = someTime
})

test("who holds a link hears of the entry that ends it also where others come right behind it", async () => {
  const { relay, ask } = await holding(joined.entries.slice(0, 2))
  const heard: string[] = []
  const watch = [`${toBase64url(joined.logId)}.${toBase64url(inviteId)}`]
  relay.live.heard({ send: (text) => heard.push(text) }, JSON.stringify({ watch }))
  expect((await appendAs(ask, joined.logId, joined.entries.slice(2), ben)).status).toBe(200)
  expect(heard).toHaveLength(1)
  expect(await seqsIn(await ask(withLink(reading(joined.logId), inviteId)))).toEqual([0, 1, 2])
})

test("bytes that are no sign-in are malformed, whatever they are", async () => {
  const { ask } = await holding(joined.entries)
  const good = new Uint8Array(await (await signingIn(ask, joined.logId, mira)).arrayBuffer())
  for (const body of [
    new Uint8Array(0),
    good.slice(0, 129),
    Uint8Array.from([9, ...good.slice(1)]),
    bytesOf("x", 600),
  ]) {
    const at = `${origin}/api/sign-in/${toBase64url(joined.logId)}`
    const answer = await ask(new Request(at, { method: "POST", body }))
    expect(["malformed", "wrong-origin", "unsigned"]).toContain(await typeOf(answer))
  }
})
