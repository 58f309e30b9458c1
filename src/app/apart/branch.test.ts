import { createDraft, place } from "#ledger"
import { checkEntries, good } from "#wire"
import type { Entry } from "#wire"
import { matters, stateOf } from "#practices"
import { expect, test } from "vitest"
import { verify as verifyCommand } from "../../cli/verify.ts"
import { forkedPair, pairOnRelays, splitAt, lengthOf } from "../testing/forked.ts"
import { serving } from "../testing/malice.ts"
import { toolsOf, verify } from "../testing/people.ts"
import { sharedPair } from "../testing/shared-pair.ts"
import { taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import type { RelayClient } from "../server/relay-client.ts"
import type { Session } from "../session/session.ts"
import { branchMost } from "./branch.ts"
import { otherBranch } from "./fetch-branch.ts"

// The other branch of a fork: kept, read apart, exported, and never mixed in (spec/ledger.md §22.1).

const titles = (session: Session): readonly string[] =>
  stateOf(session.snapshot().house, matters).shared.matters.map((m) => m.title)

/** What `goldseam verify` says of it: its exit code, whether it is sound, and the head words of each log. */
async function told(file: Uint8Array): Promise<{ readonly code: number; readonly words: readonly string[] }> {
  const { lines, code } = await verifyCommand(["file.bin"], () => file)
  return { code, words: lines.filter((line) => /words/i.test(line)) }
}

test("row 17: two histories: Ana’s stops, the other is kept beside it, and nothing of it is in her rooms", async () => {
  const p = await forkedPair()
  await p.join()
  expect(p.d.ana.snapshot().alarm).toBe("fork")
  expect(titles(p.d.ana)).toEqual(["Before", "Ana wrote on", "And again"])
  const other = p.d.ana.elsewhere.other()
  expect(other).toMatchObject({ here: 2, there: 1, isCut: false, mayExport: true, until: "2026-11-24" })
  expect(other?.lines).toMatchObject([
    { what: "matters.opened", words: ["Ben wrote on"], is: "content", isMe: false, day: "2026-11-24" },
  ])
  // While it is so, the server is asked nothing more of it, and nothing more is signed.
  const before = p.asked.ana.length
  await p.d.ana.queue("matters.opened", { title: "Waits" }, { holdMinutes: 0 })
  await p.d.ana.sync()
  expect(p.asked.ana.length).toBe(before)
})

test("row 17: healed in every way there is, no history is laid into the other", async () => {
  for (const heal of ["other", "first", "joined", "swapped"] as const) {
    const p = await forkedPair()
    await p.join()
    const all = (await p.store.read(p.logId, 0, 1000)).entries
    if (heal === "first") p.at.ana = p.first
    if (heal === "joined") p.at.ana = serving(p.split, (entries, from) => [...all.slice(from), ...entries])
    if (heal === "swapped") p.at.ana = serving(p.first, (entries) => entries.toReversed())
    await p.d.ana.sync()
    await p.reopen("ana")
    await p.d.ana.sync()
    expect(p.d.ana.snapshot().alarm).toBe("fork")
    expect(titles(p.d.ana)).toEqual(["Before", "Ana wrote on", "And again"])
    expect(p.d.ana.elsewhere.other()?.there).toBe(1)
  }
})

test("the bytes of both branches outlive a restart, a lock and a new passphrase", async () => {
  const p = await forkedPair()
  await p.join()
  const filesOf = async (own: string | null) => {
    const files = []
    for (const which of [undefined, "other"] as const) {
      const made = await p.phones.ana.keeper.saveCopy(own, null, which)
      if (!made.ok) throw new Error(made.because)
      // What it is signed with differs from making to making only where the dice do; the chain does not.
      files.push(Buffer.from(made.file).toString("hex"))
    }
    return files
  }
  const first = await filesOf(null)
  await p.reopen("ana")
  expect(await filesOf(null)).toEqual(first)
  await p.phones.ana.keeper.setPassphrase("three warm plums")
  p.phones.ana.keeper.lock()
  await p.reopen("ana", "three warm plums")
  expect(await filesOf("three warm plums")).toEqual(first)
  expect(p.d.ana.elsewhere.other()?.lines[0]?.words).toEqual(["Ben wrote on"])
})

test("each branch is a file of its own, sound for itself, and their head words differ", async () => {
  const p = await forkedPair()
  await p.join()
  const [mine, other] = [
    await p.phones.ana.keeper.saveCopy(null, null),
    await p.phones.ana.keeper.saveCopy(null, null, "other"),
  ]
  if (!mine.ok || !other.ok) throw new Error("no file")
  const [a, b] = [await told(mine.file), await told(other.file)]
  expect([a.code, b.code]).toEqual([0, 0])
  expect(b.words.length).toBeGreaterThan(0)
  expect(b.words.some((line) => a.words.includes(line))).toBe(false)
})

test("a server that only names another end, or nothing that stands, shows no entries; it is told all the same", async () => {
  const p = await pairOnRelays()
  p.at.ana = {
    fetch: async (request) => {
      const response = await p.first.fetch(request)
      const head = response.headers.get("Goldseam-Head")
      if (head !== null)
        response.headers.set("Goldseam-Head", `${head.split(".")[0] ?? ""}.${"A".repeat(43)}`)
      return response
    },
  }
  await p.d.ana.sync()
  expect(p.d.ana.snapshot().alarm).toBe("fork")
  expect(p.d.ana.elsewhere.other()).toMatchObject({ here: 0, there: 0, mayExport: false })
  await p.reopen("ana")
  expect(p.d.ana.elsewhere.other()).toMatchObject({ here: 0, there: 0 })
})

test.each([
  ["as an entry that does not fit behind the last", 1, 3],
  ["as another end far back", 40, 1],
])("a fork that is first met %s is a fork, and all of it is kept", async (_, hers, his) => {
  const p = await pairOnRelays()
  const split = await splitAt(p, await lengthOf(p))
  p.at.ben = split
  for (const [side, n] of [
    ["ana", hers],
    ["ben", his],
  ] as const) {
    for (let i = 0; i < n; i += 1)
      await p.d[side].queue("matters.opened", { title: `${side} ${String(i)}` }, { holdMinutes: 0 })
    for (let i = 0; i < 4; i += 1) await p.d[side].sync()
  }
  p.at.ana = split
  await p.d.ana.sync()
  expect(p.d.ana.snapshot().alarm).toBe("fork")
  expect(titles(p.d.ana)).toHaveLength(hers)
  expect(p.d.ana.elsewhere.other()).toMatchObject({ here: hers, there: his, isCut: false })
})

test("row 18: what a server serves is kept up to a bound and no further, and its entries only where they stand", async () => {
  const t = toolsOf(5)
  const { ana: before, ben } = await sharedPair(t)
  const say = async (book: Book, n: number): Promise<readonly Entry[]> => {
    const drafts = Array.from({ length: n }, (_unused, i) => {
      const body = { title: `Number ${String(i)}` }
      const made = createDraft(t, { kind: 1, name: "matters.opened", body, day: "2026-11-24", basis: null })
      if (!made.ok) throw new Error(made.error.type)
      return made.value
    })
    return (await place(t, book.device, book, drafts)).entries
  }
  const own = await say(before, 1)
  const ana = await taking(t, before, own, await checkEntries(verify, before.state, own))
  const theirs = [...before.entries.map(({ entry }) => entry), ...(await say(ben, 12))]
  let asked = 0
  const relay = (all: readonly Entry[]): Pick<RelayClient, "read"> => ({
    read: async (_log, from) => {
      asked += 1
      const entries = all.slice(from, from + 4)
      return good({ entries, head: { seq: 99, hash: t.random(32) }, said: null, isBack: false })
    },
  })
  const by = { is: "keys", keys: ana.device } as const
  const kept = async (all: readonly Entry[], most: typeof branchMost = branchMost) =>
    otherBranch({ relay: relay(all), tools: t, verify }, ana, by, "2026-11-24", most)
  const at = before.entries.length
  expect(await kept(theirs)).toMatchObject({ at, isCut: false, told: { seq: 99 } })
  expect((await kept(theirs))?.entries).toHaveLength(12)
  const few = await kept(theirs, { entries: 5, bytes: branchMost.bytes })
  expect([few?.entries.length, few?.isCut]).toEqual([5, true])
  const small = await kept(theirs, { entries: branchMost.entries, bytes: 3 * 700 })
  expect(small?.isCut).toBe(true)
  expect(small?.entries.length).toBeLessThan(4)
  const forged = theirs.with(at + 3, { ...(theirs[at + 3] ?? own[0]), sig: new Uint8Array(64) } as Entry)
  const stood = await kept(forged)
  expect([stood?.entries.length, stood?.isCut]).toEqual([3, true])
  // A server that never comes to an end is asked so often and no more.
  asked = 0
  const endless = { read: async () => await relay(theirs).read(ana.state.logId, at, by) }
  await otherBranch({ relay: endless, tools: t, verify }, ana, by, "2026-11-24")
  expect(asked).toBe(64)
  expect(branchMost).toEqual({ entries: 4096, bytes: 8 * 1024 * 1024 })
})
