import { createDevice, createDraft, createLog, makeExport, place, shownBy } from "#ledger"
import type { RelayWord } from "#ledger"
import { entryHash } from "#wire"
import { beforeAll, expect, test } from "vitest"
import { relayWord } from "../ledger/testing/exports.ts"
import { toolsFrom } from "../ledger/testing/people.ts"
import { verify } from "./verify.ts"

// ATTACKS 30, as people read it: an entry's own day beside the hours a server signed, and a server that said two things.

const t = toolsFrom(31)
/** 2026-11-26 00:00 UTC, in hours. */
const midnight = 498_792

/** A log whose entries say these days, and a server that signs what `says` makes it sign. */
async function fileOf(
  says: (
    word: (seq: number, hour: number, hash?: Uint8Array<ArrayBuffer>) => Promise<RelayWord>,
  ) => readonly Promise<RelayWord>[],
): Promise<Uint8Array> {
  const [ana, relay] = [await createDevice(t), await createDevice(t)]
  const begun = await createLog(t, ana)
  const drafts = ["2026-11-25", "2025-11-26", "2027-11-26"].map((day) => {
    const made = createDraft(t, { kind: 1, name: "matters.kept", body: {}, day, basis: null })
    if (!made.ok) throw new Error(made.error.type)
    return made.value
  })
  const placed = await place(t, ana, begun, drafts)
  const entries = [begun.entry, ...placed.entries]
  const { logId } = begun.state
  const word = (seq: number, hour: number, other?: Uint8Array<ArrayBuffer>) => {
    const entry = entries[seq]
    if (entry === undefined) throw new Error("no such place")
    return relayWord(t, relay, logId, { seq, hash: other ?? entryHash(entry), hour, incarnation: 1 })
  }
  const receipts = await Promise.all(says(word))
  const log = { logId, entries: entries.map((entry) => shownBy(placed.epochs, entry)), receipts }
  return makeExport(t, [log], { device: ana, logId })
}

let honest: readonly string[]
beforeAll(async () => {
  const file = await fileOf((word) => [word(0, midnight), word(3, midnight + 21)])
  honest = (await verify(["f"], () => file)).lines
})

test("row 30: an entry that says a day a year off is shown with both: its own word and the server’s hours", () => {
  const entries = honest.filter((line) => /^ {2}\d /.test(line))
  expect(entries.slice(0, 2)).toEqual(["  0  ok", "  1  ok"])
  for (const [n, day] of [
    [2, "2025-11-26"],
    [3, "2027-11-26"],
  ] as const)
    expect(entries[n]).toMatch(
      new RegExp(
        `^  ${String(n)}  ok; written on ${day}, by its own word; came to the server [0-9a-f]{64} between the hours 2026-11-26 00:00 UTC and 2026-11-26 21:00 UTC$`,
      ),
    )
})

test("row 30: how far a server vouches is said with its hour, and that it is its word alone", () => {
  expect(honest.filter((line) => line.includes("signed"))).toEqual([
    expect.stringMatching(
      /^ {2}The server [0-9a-f]{64} signed, in the hour 2026-11-26 00:00 UTC: it had entries 0 to 0 as they are here, and none after\.$/,
    ),
    expect.stringMatching(
      /^ {2}The server [0-9a-f]{64} signed, in the hour 2026-11-26 21:00 UTC: it had entries 0 to 3 as they are here, and none after\.$/,
    ),
  ])
  expect(honest.join("\n")).toContain("the server’s word alone")
  expect(honest.join("\n")).not.toContain("cannot both be true")
})

test("row 30: a server that said two things is caught in plain words, and the file is sound and ends with 0", async () => {
  const file = await fileOf((word) => [
    word(3, midnight),
    word(2, midnight + 1, t.random(32)),
    word(3, midnight + 2),
  ])
  const { lines, code } = await verify(["f"], () => file)
  expect(code).toBe(0)
  expect(lines[0]).toMatch(/^Sound\./)
  expect(lines.filter((line) => line.includes("cannot both be true"))).toHaveLength(1)
  expect(lines.join("\n")).toContain("it had another entry 2 than the one here")
  const json = JSON.parse((await verify(["f", "--json"], () => file)).lines[0] ?? "") as unknown
  expect(json).toMatchObject({ sound: true, logs: [{ contradictions: [[0, 1]] }] })
})

test("a server’s lie about the hour is printed as what it is, whatever hour that is", async () => {
  const file = await fileOf((word) => [word(3, 0), word(3, 2 ** 32 - 1)])
  const { lines, code } = await verify(["f"], () => file)
  expect(code).toBe(0)
  expect(lines.join("\n")).toContain("in the hour 1970-01-01 00:00 UTC")
  // 0 to 3 were there in 1970, it says: beside each day that is later, both stand.
  expect(lines.filter((line) => line.includes("by its own word"))).toHaveLength(3)
})

test("a receipt that does not stand is a fault of its own, with its place", async () => {
  const file = await fileOf((word) => [word(0, midnight).then((said) => ({ ...said, hour: said.hour + 1 }))])
  const { lines, code } = await verify(["f"], () => file)
  expect(code).toBe(1)
  expect(lines[0]).toMatch(/^Not sound\. Log 1, receipt 0: .*\(export-receipt\)$/)
})
