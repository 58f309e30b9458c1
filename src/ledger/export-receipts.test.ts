import { toHex } from "#wire"
import { beforeAll, expect, test } from "vitest"
import { readVectors } from "../../tools/vectors/read.ts"
import { createDevice } from "./device.ts"
import { contradictionsIn } from "./export-receipts.ts"
import { intervalOf, makeExport, verifyExport } from "./index.ts"
import type { ExportLog, ExportReport, RelayWord, VouchedReport } from "./index.ts"
import { pairLogs, quick, relayWord } from "./testing/exports.ts"
import type { PairLogs } from "./testing/exports.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// What a server signed, in a file (spec/ledger.md §14): ATTACKS 30, a server that lies about when; ATTACKS 50, a file that lies about what a server said.

const t = toolsFrom(30)
let logs: PairLogs
beforeAll(async () => {
  logs = await pairLogs(t)
})

async function read(log: ExportLog): Promise<ExportReport> {
  const file = await makeExport(t, [log], { device: logs.ben, logId: log.logId })
  const report = await verifyExport({ tools: t, verify, stretch: quick }, file, null)
  if (!report.ok) throw new Error(report.error.type)
  return report.value
}

test("ATTACKS 50: whoever signs the footer puts no word into a server's mouth: each change of a receipt is found, and which one", async () => {
  const { shared } = logs
  const words = shared.receipts ?? []
  const changes: Readonly<Record<string, (word: RelayWord) => RelayWord>> = {
    hour: (word) => ({ ...word, hour: word.hour - 24 }),
    place: (word) => ({ ...word, seq: word.seq + 1 }),
    entry: (word) => ({ ...word, hash: t.random(32) }),
    incarnation: (word) => ({ ...word, incarnation: 2 }),
    type: (word) => ({ ...word, as: word.as === "head" ? "receipt" : "head" }),
    server: (word) => ({ ...word, relay: logs.ben.ed.publicKey }),
    signature: (word) => ({ ...word, sig: t.random(64) }),
  }
  for (const [name, change] of Object.entries(changes))
    for (const n of words.keys()) {
      const {
        sound,
        fault,
        logs: found,
      } = await read({
        ...shared,
        receipts: words.map((word, i) => (i === n ? change(word) : word)),
      })
      expect({ name, sound, fault }).toMatchObject({
        name,
        sound: false,
        fault: { type: "export-receipt", log: 0, entry: null, receipt: expect.any(Number) as number },
      })
      expect(found[0]).toMatchObject({ vouched: [], contradictions: [] })
    }
})

test("ATTACKS 50: a server that said two things is caught, and the file is sound all the same", async () => {
  const { shared, own } = logs
  const report = await read(shared)
  expect(report).toMatchObject({ sound: true, fault: null })
  expect(report.logs[0]?.contradictions).toHaveLength(1)
  // The same words beside another log are nobody's.
  const moved = await makeExport(t, [{ ...own, receipts: shared.receipts ?? [] }], {
    device: logs.anasOwn,
    logId: own.logId,
  })
  const other = await verifyExport({ tools: t, verify, stretch: quick }, moved, null)
  expect(other).toMatchObject({ value: { sound: false, fault: { type: "export-receipt", receipt: 0 } } })
})

test("ATTACKS 50: two words of one voice that cannot both be true are found, on the chain of the file and beside it, and no others", () => {
  const say = (seq: number, chain: VouchedReport["chain"], hash: string, relay = "one", incarnation = 1) => ({
    relay,
    as: "head" as const,
    seq,
    hash,
    hour: 1,
    incarnation,
    chain,
  })
  const [a, b, other] = [say(7, "later", "a"), say(7, "later", "b"), say(3, "another", "c")]
  expect(contradictionsIn([a, b])).toEqual([[0, 1]])
  expect(contradictionsIn([other, say(5, "here", "d")])).toEqual([[0, 1]])
  expect(contradictionsIn([say(5, "here", "d"), other])).toEqual([[0, 1]])
  // Of each voice the first pair.
  expect(contradictionsIn([a, b, say(7, "later", "c"), say(7, "later", "a", "two"), b])).toEqual([[0, 1]])
  for (const pair of [
    [a, a],
    [a, say(7, "later", "b", "two")],
    [a, say(7, "later", "b", "one", 2)],
    [other, a],
    [say(3, "here", "c"), say(5, "another", "d")],
    [other, say(4, "another", "e")],
  ])
    expect(contradictionsIn(pair)).toEqual([])
})

test("ATTACKS 50: which vectors have a contradiction, and between which two", () => {
  const found = readVectors("exports").vectors.flatMap(({ name, contradictions }) =>
    Array.isArray(contradictions) && contradictions.flat().length > 0 ? [[name, contradictions]] : [],
  )
  expect(found).toEqual([
    ["a server said two things of one place", [[[0, 1]]]],
    ["a server said two things of one place, none of them in this file", [[[0, 1]]]],
    ["a server said another entry stood before one that is here", [[[0, 1]]]],
    [
      "two servers that each said two things",
      [
        [
          [0, 1],
          [3, 4],
        ],
      ],
    ],
  ])
})

/** What a server says of a chain, place by place: [seq, hour]. */
const saying = (relay: string, ...said: readonly (readonly [number, number])[]): readonly VouchedReport[] =>
  said.map(([seq, hour]) => ({
    relay,
    as: "head" as const,
    seq,
    hash: "",
    hour,
    incarnation: 1,
    chain: "here" as const,
  }))

test("ATTACKS 30: between which hours an entry came, by the word of one server, and no further than that word goes", () => {
  const said = saying("one", [2, 10], [5, 20], [5, 30], [9, 40])
  expect([0, 2, 3, 5, 6, 9, 10].map((seq) => intervalOf(said, "one", seq))).toEqual([
    { from: null, to: 10 },
    { from: null, to: 10 },
    { from: 10, to: 20 },
    { from: 10, to: 20 },
    { from: 30, to: 40 },
    { from: 30, to: 40 },
    { from: 40, to: null },
  ])
  // Another server's word is another one, and a word of a chain that is not this one says nothing of it.
  const both = [...said, ...saying("two", [9, 1])]
  expect(intervalOf(both, "one", 9)).toEqual({ from: 30, to: 40 })
  expect(intervalOf(both, "two", 9)).toEqual({ from: null, to: 1 })
  for (const chain of ["another", "later"] as const)
    expect(
      intervalOf(
        said.map((one) => ({ ...one, chain })),
        "one",
        3,
      ),
    ).toEqual({ from: null, to: null })
})

test("ATTACKS 30: a server that went back and says less later does not make an entry younger", () => {
  expect(intervalOf(saying("one", [2, 10], [9, 20], [3, 50], [9, 60]), "one", 5)).toEqual({
    from: 10,
    to: 20,
  })
})

test("ATTACKS 30: server and member together: what the server signs of a later hour does not undo what it signed before", async () => {
  const { shared } = logs
  const relay = await createDevice(t)
  const at = async (seq: number, hour: number) => {
    const report = await read({ ...shared, receipts: [] })
    const hash = Uint8Array.from(Buffer.from(report.logs[0]?.entries[seq]?.hash ?? "", "hex"))
    return relayWord(t, relay, shared.logId, { seq, hash, hour, incarnation: 1 })
  }
  // It signed the last entry in one hour; later it signs that, in an earlier and in a later hour, there was less.
  const [honest, early, late] = [await at(9, 500_000), await at(3, 499_000), await at(3, 501_000)]
  const shown = await read({ ...shared, receipts: [honest, early, late] })
  expect(shown.sound).toBe(true)
  expect(intervalOf(shown.logs[0]?.vouched ?? [], toHex(relay.ed.publicKey), 6)).toEqual({
    from: 499_000,
    to: 500_000,
  })
})
