import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { logsOfExport, makeExport, place, shownBy, stretchExport } from "#ledger"
import { createRelay, openSqliteStore, takeFolder } from "#relay"
import { createVerify, encodeRun, toBase64url, toHex } from "#wire"
import { ana, content, roundOf } from "../ledger/testing/rounds.ts"
import { demoExport } from "./demo-log.ts"
import { restore } from "./restore.ts"
import { tools } from "./tools.ts"

// ATTACKS 37: a server that lost everything is given it back from what one of them saved, byte for byte.

const folder = mkdtempSync(join(tmpdir(), "goldseam-restore-"))
afterAll(() => rmSync(folder, { recursive: true }))
const verify = createVerify(tools.subtle)
const file = await demoExport(tools)
const read = (name: string): Uint8Array | null =>
  name === "notes" ? file : name === "changed" ? changed : null
const changed = Uint8Array.from(file, (byte, i) => (i === 5000 ? byte ^ 1 : byte))
const [log] = await logsOfExport({ tools, verify, stretch: stretchExport }, file, null)
if (log === undefined) throw new Error("no log")
const entries = log.entries.map(({ entry }) => entry)

/** All a server says of this log, run after run, with its heads. */
async function served(data: string): Promise<string> {
  const relay = createRelay({
    store: openSqliteStore(join(data, "relay.db")),
    clock: () => 0,
    verify,
    isOpen: true,
  })
  const said: string[] = []
  for (let from = 0; ; from += 64) {
    const answer = await relay.fetch(
      new Request(`http://relay.test/api/log/${toBase64url(log?.logId ?? file)}?from=${String(from)}`),
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (bytes.length === 0) break
    said.push(`${String(answer.headers.get("Goldseam-Head"))} ${Buffer.from(bytes).toString("hex")}`)
  }
  relay.close()
  return said.join("\n")
}

async function fedBefore(data: string): Promise<void> {
  const most = Number.MAX_SAFE_INTEGER
  const limits = { appendsPerMinute: most, entriesPerDay: most, bytesPerDay: most }
  const { mkdirSync } = await import("node:fs")
  mkdirSync(data, { recursive: true })
  const relay = createRelay({
    store: openSqliteStore(join(data, "relay.db")),
    clock: () => 0,
    verify,
    isOpen: true,
    limits,
  })
  for (let from = 0; from < entries.length; from += 16) {
    const body = encodeRun(entries.slice(from, from + 16))
    const url = `http://relay.test/api/log/${toBase64url(log?.logId ?? file)}`
    expect((await relay.fetch(new Request(url, { method: "POST", body }))).status).toBe(200)
  }
  relay.close()
}

test("row 37: wiped, and given back from one file: what it serves is byte for byte what it served before", async () => {
  const [before, after] = [join(folder, "before"), join(folder, "after")]
  await fedBefore(before)
  const told = await restore(["notes", "--data", after], read)
  expect(told).toMatchObject({ code: 0 })
  expect(told.lines[0]).toContain(`${String(entries.length)} entries`)
  expect(told.lines[0]).toContain(`${String(entries.length)} of them are new`)
  const all = await served(after)
  expect(all.length).toBeGreaterThan(100_000)
  expect(all).toBe(await served(before))
})

test("given back twice, or on top of half of it, nothing stands twice", async () => {
  const data = join(folder, "half")
  const half = join(folder, "after")
  cpSync(half, data, { recursive: true })
  const told = await restore(["notes", "--data", data], read)
  expect(told.lines[0]).toContain("0 of them are new")
  expect(await served(data)).toBe(await served(half))
})

test("a file that is not sound gives nothing back, and none that is not there", async () => {
  const data = join(folder, "none")
  const told = await restore(["changed", "--data", data], read)
  expect(told.code).toBe(1)
  expect(told.lines[0]).toMatch(/^Not sound/)
  expect(existsSync(join(data, "relay.db"))).toBe(false)
  expect((await restore(["nothing", "--data", data], read)).code).toBe(2)
  expect((await restore(["notes", "--data"], read)).code).toBe(2)
  expect((await restore(["notes", "--quickly"], read)).code).toBe(2)
  expect((await restore([], read)).code).toBe(2)
  expect((await restore(["--help"], read)).code).toBe(0)
  expect(readFileSync(join(folder, "after", "relay.db")).length).toBeGreaterThan(1000)
})

test("where something else stands, nothing is changed, and it says where", async () => {
  const { group } = await roundOf(2)
  const me = group.members[ana]
  if (me === undefined) throw new Error("nobody")
  const epochs = await group.keysOf(ana)
  const state = group.state()
  /** Two histories behind one beginning. */
  const ending = async (words: string): Promise<Uint8Array> => {
    const placed = await place(tools, me.device, { state, epochs }, [content("matters.opened", { words })])
    const all = [...group.entries(), ...placed.entries].map((entry) => shownBy(epochs, entry))
    return makeExport(tools, [{ logId: state.logId, entries: all }], {
      device: me.device,
      logId: state.logId,
    })
  }
  const files: Readonly<Record<string, Uint8Array>> = {
    one: await ending("One"),
    other: await ending("Other"),
  }
  const from = (name: string): Uint8Array | null => files[name] ?? null
  const [first, second, third] = ["one", "two", "three"].map((name) => join(folder, `differs-${name}`))
  if (first === undefined || second === undefined || third === undefined) throw new Error("no folders")
  expect(await restore(["one", "--data", first], from)).toMatchObject({ code: 0 })
  cpSync(first, second, { recursive: true })
  const told = await restore(["other", "--data", second], from)
  expect(told.code).toBe(1)
  expect(told.lines[0]).toBe(
    `Entry ${String(group.entries().length)} of the log ${toHex(state.logId)} stands there otherwise. Nothing was changed.`,
  )
  cpSync(second, third, { recursive: true })
  const again = await restore(["one", "--data", third], from)
  expect(again.code).toBe(0)
  expect(again.lines[0]).toContain("0 of them are new")
})

test("while a server has the folder, nothing is done to it", async () => {
  const data = join(folder, "running")
  mkdirSync(data)
  expect(takeFolder(data)).toBe(true)
  const told = await restore(["notes", "--data", data], read)
  expect(told.code).toBe(2)
  expect(told.lines[0]).toContain("A server is running")
  expect(existsSync(join(data, "relay.db"))).toBe(false)
})
