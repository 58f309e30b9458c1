import { fc } from "./testing/check.ts"
import { checkEntries, decodeHeader, emptyLog, equalBytes, toHex } from "#wire"
import type { Entry, Json } from "#wire"
import { describe, expect, test } from "vitest"
import {
  createDevice,
  createDraft,
  createLog,
  deviceFromBytes,
  deviceToBytes,
  epochKeyFrom,
  open,
  place,
} from "./index.ts"
import type { ContentDraft } from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"

const t = toolsFrom(1)
const day = "2026-11-24"

async function anasLog() {
  const device = await createDevice(t)
  const log = await createLog(t, device)
  return { device, ...log }
}
function draft(body: Json, kind: 1 | 4 = 1): ContentDraft {
  const made = createDraft(t, { kind, name: "promises.made", body, day, basis: null })
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}
const head = (entry: Entry) => {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok) throw new Error(decoded.error.type)
  return decoded.value
}

test("what Ana writes opens to what she wrote, and stands in a chain anyone can check", async () => {
  const log = await anasLog()
  const made = await place(t, log.device, log, [
    draft({ when: "I leave work", will: "send a message" }),
    draft({ list: [1, true, null, "é"] }, 4),
  ])
  const checked = await checkEntries(verify, emptyLog(log.state.logId), [log.entry, ...made.entries])
  expect(checked.fault).toBeNull()
  expect(checked.verdicts.map((v) => v.verdict)).toEqual(["ok", "ok", "ok"])
  const [first] = made.entries
  if (first === undefined) throw new Error("nothing placed")
  const opened = await open(t, log.epochs, head(first), first)
  expect(opened).toMatchObject({
    ok: true,
    value: { kind: "promises.made", body: { when: "I leave work", will: "send a message" }, day },
  })
})

test("any value of the grammar comes back as it was", async () => {
  const log = await anasLog()
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((s) => !s.includes("\ufeff"))
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
  const body = fc.dictionary(
    fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
    fc.oneof(value, fc.array(value, { maxLength: 5 })),
    { maxKeys: 6 },
  )
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const made = await place(t, log.device, log, [draft({ ...value })])
      const [entry] = made.entries
      if (entry === undefined) throw new Error("nothing placed")
      const opened = await open(t, log.epochs, head(entry), entry)
      expect(opened.ok && opened.value.body).toEqual({ ...value })
    }),
    { numRuns: 60 },
  )
})

test("the same draft placed twice has a fresh salt and a fresh signature, and the same uid", async () => {
  const log = await anasLog()
  const one = draft({ word: "kept" })
  const [a] = (await place(t, log.device, log, [one])).entries
  const [b] = (await place(t, log.device, log, [one])).entries
  if (a === undefined || b === undefined) throw new Error("nothing placed")
  expect(equalBytes(head(a).uid, head(b).uid)).toBe(true)
  expect(toHex(a.body?.subarray(0, 32) ?? a.sig)).not.toBe(toHex(b.body?.subarray(0, 32) ?? b.sig))
  expect(toHex(a.sig)).not.toBe(toHex(b.sig))
})

test("the writer is told before signing what could not be read back", () => {
  for (const body of [
    { text: "\ud800" },
    { text: "\ufeff" },
    { n: 1.5 },
    { n: 2 ** 53 },
    { Upper: 1 },
    { text: "x".repeat(70_000) },
  ] as Json[]) {
    expect(
      createDraft(t, { kind: 1, name: "promises.made", body, day, basis: null }).ok,
      JSON.stringify(body).slice(0, 40),
    ).toBe(false)
  }
})

describe("attack rows", () => {
  test("ATTACKS 6: another author cannot publish Ana's body as their own", async () => {
    const ana = await anasLog()
    const [entry] = (await place(t, ana.device, ana, [draft({ a: 1 })])).entries
    if (entry === undefined) throw new Error("nothing placed")
    const ben = await createDevice(t)
    const stolen = { ...head(entry), device: ben.id }
    const opened = await open(t, ana.epochs, stolen, entry)
    expect(opened).toMatchObject({ ok: false, error: { type: "unreadable", why: "key-commit" } })
    const zeroed = await checkEntries(verify, ana.state, [{ ...entry, sig: new Uint8Array(64) }])
    expect(zeroed.fault?.error.type).toBe("signature")
  })

  test("ATTACKS 7: a body that does not commit to its key is not opened", async () => {
    const ana = await anasLog()
    const [entry] = (await place(t, ana.device, ana, [draft({ a: 1 })])).entries
    if (entry?.body == null) throw new Error("nothing placed")
    const other = new Map([[1, t.random(32)]])
    expect(await open(t, other, head(entry), entry)).toMatchObject({
      ok: false,
      error: { why: "key-commit" },
    })
    expect(await open(t, new Map(), head(entry), entry)).toMatchObject({ ok: false, error: { why: "key" } })
  })

  test("ATTACKS 8: a device finds a wrong wrap by the public commitment", async () => {
    const ana = await anasLog()
    const body = Uint8Array.from(ana.entry.body ?? [])
    body[130] = (body[130] ?? 0) ^ 1
    const key = await epochKeyFrom(ana.device, { ...ana.entry, body })
    expect(key.ok).toBe(false)
    const right = await epochKeyFrom(ana.device, ana.entry)
    expect(right.ok && right.value?.number).toBe(1)
  })

  test("ATTACKS 14, 16: dropped and replayed entries stop the log", async () => {
    const ana = await anasLog()
    const { entries } = await place(t, ana.device, ana, [draft({ n: 1 }), draft({ n: 2 }), draft({ n: 3 })])
    const [a, b, c] = entries
    if (a === undefined || b === undefined || c === undefined) throw new Error("nothing placed")
    for (const wrong of [[a, c], [a, a], [a, b, b], [b]]) {
      const checked = await checkEntries(verify, ana.state, wrong)
      expect(checked.fault?.error.type).toBe("seq")
    }
  })
})

test("a device survives the local store", async () => {
  const device = await createDevice(t)
  const back = deviceFromBytes(deviceToBytes(device))
  expect(back && toHex(back.ed.pkcs8)).toBe(toHex(device.ed.pkcs8))
  expect(deviceFromBytes(new Uint8Array(3))).toBeNull()
})
