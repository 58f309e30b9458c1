import { encodeBack, encodeRun, entryHash, fromBase64url, toBase64url } from "#wire"
import type { Back, Bytes, Entry, ItsWord } from "#wire"
import { expect, test } from "vitest"
import { admit, firstEntry, invite, noLog, writeAll } from "../../tools/vectors/chain.ts"
import { ana, ben, mallory } from "../../tools/vectors/people.ts"
import { control } from "../../tools/vectors/record-parts.ts"
import { openMemoryStore } from "./store/memory.ts"
import { reading, testRelay, typeOf } from "./testing/asking.ts"
import { appendAs, origin, readAs, tokenFor, withToken } from "./testing/signing.ts"

// ATTACKS 18, 37: a relay that went back takes what is missing, from anybody who has it, and nothing new before everybody has shown what they hold.

const log = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  { by: ana, uid: "anas" },
  { by: ben, uid: "bens" },
])
const { logId, entries } = log
const fresh = await writeAll(log, [{ by: ben, uid: "new" }])
type Person = typeof ben

/** A relay with its own key; given the facts of another it is that one, gone back. */
function relayOn(facts = openMemoryStore().facts) {
  const relay = testRelay({ isOpen: false, origins: [origin], store: { ...openMemoryStore(), facts } })
  const ask = (request: Request): Promise<Response> => relay.fetch(request)
  const post = async (path: string, who: Person, body: Bytes): Promise<Response> => {
    const request = new Request(`${origin}/api/${path}/${toBase64url(logId)}`, { method: "POST", body })
    return ask(withToken(request, await tokenFor(ask, logId, who, "back")))
  }
  const says = async (who: Person, back: Back): Promise<unknown> =>
    (await post("back", who, encodeBack(back))).json()
  return {
    facts,
    ask,
    says,
    gives: (who: Person, run: readonly Entry[]) => post("log", who, encodeRun(run)),
    shows: (who: Person, seq: number, word: ItsWord | null = null) =>
      says(who, {
        is: "shows",
        head: { seq, hash: entryHash(entries[seq] ?? fresh.entries[5] ?? noEntry) },
        word,
      }),
    appends: (who: Person, run: readonly Entry[]) => appendAs(ask, logId, run, who),
    word: async (who: Person): Promise<ItsWord> => {
      const { headers } = await readAs(ask, logId, who)
      const [seq = "", hash = ""] = (headers.get("goldseam-head") ?? "").split(".")
      const [hour, incarnation, sig = ""] = (headers.get("goldseam-signed") ?? "").split(".")
      const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array(0)
      return {
        as: "head",
        seq: Number(seq),
        hash: bytes(hash),
        hour: Number(hour),
        incarnation: Number(incarnation),
        sig: bytes(sig),
      }
    },
  }
}
const noEntry: Entry = { header: new Uint8Array(148), sig: new Uint8Array(64), body: null }

async function whole(facts?: ReturnType<typeof openMemoryStore>["facts"]) {
  const relay = relayOn(facts)
  expect((await relay.appends(ben, entries)).status).toBe(200)
  return relay
}

/** The relay as it was after its first three entries, with its own key; and what it said before. */
async function wentBack() {
  const before = await whole()
  const word = await before.word(ben)
  const relay = relayOn(before.facts)
  expect((await relay.appends(ben, entries.slice(0, 3))).status).toBe(200)
  return { relay, word }
}

test("row 37: an emptied relay is given all of it back by one who did not begin it, and takes nothing new before both have shown what they hold", async () => {
  const relay = relayOn()
  expect(await relay.shows(ana, 4)).toEqual({ type: "nothing-here" })
  expect((await relay.gives(ana, entries)).status).toBe(200)
  expect(await typeOf(await relay.appends(ben, fresh.entries.slice(5)))).toBe("went-back")
  expect((await readAs(relay.ask, logId, ben)).headers.get("goldseam-back")).toBe("1")
  expect(await relay.shows(ana, 4)).toEqual({ next: 5, waits: true })
  expect(await relay.shows(ana, 4)).toEqual({ next: 5, waits: true })
  expect(await typeOf(await relay.appends(ana, fresh.entries.slice(5)))).toBe("went-back")
  expect(await relay.shows(ben, 4)).toEqual({ next: 5, waits: false })
  expect((await relay.appends(ben, fresh.entries.slice(5))).status).toBe(200)
  expect((await readAs(relay.ask, logId, ben)).headers.get("goldseam-back")).toBeNull()
})

test("row 37: what it serves afterwards is byte for byte what it served", async () => {
  const [before, after] = [await whole(), relayOn()]
  for (let at = 0; at < entries.length; at += 2) await after.gives(ana, entries.slice(at, at + 2))
  const bytes = async (relay: typeof before) =>
    Buffer.from(await (await readAs(relay.ask, logId, ben)).arrayBuffer()).toString("hex")
  expect(await bytes(after)).toBe(await bytes(before))
})

test("row 18: on its own word of a later place a relay learns that it went back, and begins a new incarnation", async () => {
  const { relay, word } = await wentBack()
  expect(await relay.shows(ben, 4, word)).toEqual({ next: 3, waits: true })
  expect((await relay.word(ana)).incarnation).toBe(2)
  expect(await relay.shows(ben, 4, word)).toEqual({ next: 3, waits: true })
  expect((await relay.word(ana)).incarnation).toBe(2)
  expect((await relay.gives(ben, entries.slice(3))).status).toBe(200)
  expect(await relay.shows(ben, 4)).toEqual({ next: 5, waits: true })
  expect(await relay.shows(ana, 4)).toEqual({ next: 5, waits: false })
})

test("row 18: one member alone cannot make it wait: not by a claim, not by the word of another relay, of another log, or changed", async () => {
  const { relay, word } = await wentBack()
  const other = await (await whole()).word(ben)
  const claims: readonly (ItsWord | null)[] = [
    null,
    other,
    { ...word, seq: 99 },
    { ...word, as: "receipt" },
    { ...word, incarnation: 9 },
  ]
  for (const claim of claims) expect(await relay.shows(ben, 4, claim)).toEqual({ next: 3, waits: false })
  // A word of a place it has proves nothing either.
  expect(await relay.shows(ben, 4, await relay.word(ben))).toEqual({ next: 3, waits: false })
  expect((await relay.appends(ana, entries.slice(3))).status).toBe(200)
})

test("a person who chooses to go on ends the waiting; what was said before that makes nobody wait again", async () => {
  const { relay, word } = await wentBack()
  await relay.shows(ben, 4, word)
  expect(await relay.says(mallory, { is: "go-on" })).toEqual({ type: "nothing-here" })
  expect(await relay.says(ana, { is: "go-on" })).toEqual({ next: 3, waits: false })
  expect((await relay.word(ana)).incarnation).toBe(3)
  expect(await relay.shows(ben, 4, word)).toEqual({ next: 3, waits: false })
  expect((await relay.appends(ana, entries.slice(3))).status).toBe(200)
})

test("a stranger learns nothing here, gives nothing, and a log that did not go back takes nothing from them", async () => {
  const relay = await whole()
  const unknown = relayOn()
  for (const each of [relay, unknown]) {
    expect(await each.shows(mallory, 4)).toEqual({ type: "nothing-here" })
    expect(await each.says(mallory, { is: "go-on" })).toEqual({ type: "nothing-here" })
  }
  expect(await typeOf(await relay.gives(mallory, fresh.entries.slice(5)))).toBe("nothing-here")
  expect(await typeOf(await relay.ask(reading(logId)))).toBe("sign-in")
})

test("who shows another history than the one that stands is not counted as having shown", async () => {
  const relay = relayOn()
  await relay.gives(ana, entries)
  await relay.shows(ana, 4)
  const head = { seq: 4, hash: new Uint8Array(32) }
  expect(await relay.says(ben, { is: "shows", head, word: null })).toEqual({ next: 5, waits: true })
})
