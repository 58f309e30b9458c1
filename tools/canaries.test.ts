import { spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, expect, test } from "vitest"
import {
  createDevice,
  createDraft,
  createLog,
  draftInvite,
  createInvitation,
  draftRedact,
  inviteKeys,
  makeRequest,
  place,
  startJoining,
} from "#ledger"
import type { AnyDraft, DeviceKeys } from "#ledger"
import { createRelay, openSqliteStore, serve } from "#relay"
import { concat, decodeHeader, encodeRun, entryHash, toBase64url } from "#wire"
import type { Bytes, Entry, LogState, Purpose } from "#wire"
import { toolsFrom, verify } from "../src/ledger/testing/people.ts"
import { askServed, tokenFor } from "../src/relay/testing/signing.ts"
import { buildApp } from "./build.ts"
import {
  allCanaries,
  canaries,
  createSearch,
  fineTimesIn,
  momentForms,
  searchFolder,
  searchText,
} from "./canaries.ts"
import { root } from "./step.ts"

const folder = mkdtempSync(join(tmpdir(), "goldseam-canaries-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const agent = "Perrywinkle-Navigator/77.1 (Goosefeather OS)"
/** All of 127.0.0.0/8 is this computer on Linux: an address that stands in no line of the relay's own. */
const clientAddress = process.platform === "linux" ? "127.83.41.7" : "127.0.0.1"
const words = [...allCanaries, agent]

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Signed in for this. */
  readonly as?: Purpose
}

/** Asks as a browser of that name, from that address. */
function ask(url: string, { method, path, headers = {}, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const octets = body === undefined ? {} : { "Content-Type": "application/octet-stream" }
    const asking = request(
      url + path,
      {
        method,
        localAddress: clientAddress,
        headers: { "User-Agent": agent, "X-Forwarded-For": clientAddress, ...octets, ...headers },
      },
      (response) => {
        response.resume()
        response.on("end", () => resolve(response.statusCode ?? 0))
      },
    )
    asking.on("error", reject)
    asking.end(body)
  })
}

/** Asks for what is in the letters, signed in where that is needed. */
async function askIn({ log, keys }: Letters, url: string, one: Asked): Promise<number> {
  if (one.as === undefined) return ask(url, one)
  const token = await tokenFor(askServed(url), log, keys, one.as, url)
  return ask(url, { ...one, headers: { ...one.headers, "Goldseam-Token": token } })
}

interface Letters {
  readonly log: Bytes
  readonly run: readonly Entry[]
  readonly keys: DeviceKeys
  readonly asked: readonly Asked[]
}

/** What Ben's phone would send: sealed sentences, an invite with its request, one sentence taken back; and much that is refused. */
async function letters(): Promise<Letters> {
  const t = toolsFrom(11)
  const device = await createDevice(t)
  const log = await createLog(t, device)
  const logId = log.state.logId
  const drafts: AnyDraft[] = allCanaries.map((text) => {
    const draft = createDraft(t, {
      kind: 1,
      name: "account.told",
      body: { text },
      day: "2026-11-25",
      basis: null,
    })
    if (!draft.ok) throw new Error(draft.error.type)
    return draft.value
  })
  const invitation = createInvitation(t, logId)
  const from: { state: LogState; epochs: ReadonlyMap<number, Bytes> } = log
  const written = await place(t, device, from, [...drafts, draftInvite(t, invitation)])
  const first = written.entries[0]
  const last = written.entries.at(-1)
  const header = first === undefined ? null : decodeHeader(first.header)
  if (first === undefined || last === undefined || header === null || !header.ok)
    throw new Error("nothing was written")
  const redact = draftRedact(t, [{ entry: first, device: header.value.device, uid: header.value.uid }])
  const more = await place(t, device, written, [redact])
  const run = [log.entry, ...written.entries, ...more.entries]
  const keys = inviteKeys(invitation.secret)
  const joining = await startJoining(t, { logId, secret: invitation.secret, relay: "" })
  const box = `/api/mail/${toBase64url(keys.H)}`
  const invite = { "Goldseam-Invite": toBase64url(keys.inviteId) }
  const path = `/api/log/${toBase64url(logId)}`
  const told = encodeURIComponent(canaries.sentences[0])
  return {
    log: logId,
    run,
    keys: device,
    asked: [
      { method: "POST", path, body: encodeRun(run), as: "append" },
      {
        method: "PUT",
        path: `${box}/request`,
        headers: invite,
        body: await makeRequest(t, joining, entryHash(last)),
      },
      { method: "GET", path, as: "read" },
      // Refused, and still a word may neither be stored nor logged.
      { method: "POST", path, body: Buffer.from(allCanaries.join("\n")) },
      { method: "GET", path: `${path}?from=${told}` },
      {
        method: "GET",
        path: `/${told}`,
        headers: { Referer: `http://x/?q=${told}`, Cookie: `name=${told}` },
      },
      {
        method: "PUT",
        path: `${box}/${told}`,
        headers: invite,
        body: concat(Buffer.from(canaries.names[0])),
      },
      { method: "GET", path: `/api/mail/${told}`, headers: { "Goldseam-Invite": told } },
    ],
  }
}

test("the relay's files and log hold no word, no browser's name, no address and no time finer than an hour", async () => {
  await buildApp()
  const data = join(folder, "relay")
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "src/relay/main.ts")],
    {
      cwd: root,
      env: { ...process.env, PORT: "0", DATA_DIR: data },
      stdio: ["ignore", "pipe", "pipe"],
    },
  )
  process.once("exit", () => child.kill("SIGKILL"))
  const log: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => log.push(chunk.toString("utf8")))
    child.stdout.on("data", (chunk: Buffer) => {
      log.push(chunk.toString("utf8"))
      const said = /http:\/\/127\.0\.0\.1:\d+/.exec(log.join(""))?.[0]
      if (said !== undefined) resolve(said)
    })
    child.once("exit", () => reject(new Error(log.join(""))))
  })
  const sent = await letters()
  const { asked } = sent
  const statuses: number[] = []
  for (const one of asked) statuses.push(await askIn(sent, url, one))
  expect(statuses).toEqual([200, 200, 200, 400, 400, 404, 400, 400])
  // A request that breaks off in the middle, and one that is none.
  await new Promise<void>((done) => {
    const half = request(`${url}${asked[0]?.path ?? ""}`, {
      method: "POST",
      localAddress: clientAddress,
      headers: { "User-Agent": agent, "Content-Length": "900" },
    })
    half.on("error", () => undefined)
    half.write("half")
    setTimeout(() => {
      half.destroy()
      done()
    }, 50)
  })
  const wal = join(data, "relay.db-wal")
  expect(existsSync(wal)).toBe(true)
  const look = (): void => {
    expect(searchFolder(data, [...words, clientAddress])).toEqual([])
    expect(fineTimesIn(join(data, "relay.db"))).toEqual([])
  }
  look()
  const ended = new Promise((done) => child.once("close", done))
  child.kill("SIGTERM")
  await ended
  look()
  expect(log.join("").split("\n").length).toBeLessThan(8)
  expect(
    searchText(log, clientAddress === "127.0.0.1" ? words : [...words, clientAddress], "the log"),
  ).toEqual([])
  expect(log.join("")).not.toMatch(/\d\d:\d\d/)
}, 60_000)

test("a relay whose clock stands at one known moment writes that moment nowhere, in no form", async () => {
  const moment = Date.UTC(2026, 10, 25, 22, 37, 11, 123)
  const data = join(folder, "clock")
  mkdirSync(data)
  const relay = createRelay({ store: openSqliteStore(join(data, "relay.db")), clock: () => moment, verify })
  const serving = await serve({ port: 0, host: "127.0.0.1", relay })
  const sent = await letters()
  for (const one of sent.asked) await askIn(sent, serving.url, one)
  const bytes = (): Buffer => Buffer.concat(readdirSync(data).map((name) => readFileSync(join(data, name))))
  const forms = momentForms(moment)
  expect(forms.filter((form) => bytes().includes(form))).toEqual([])
  await serving.close()
  expect(forms.filter((form) => bytes().includes(form))).toEqual([])
  const hours = new DatabaseSync(join(data, "relay.db")).prepare("SELECT DISTINCT hour FROM entries").all()
  expect(hours).toEqual([{ hour: Math.floor(moment / 3_600_000) }])
})

// The look is a real one: whatever is planted is found.

const planted: readonly (readonly [form: string, bytes: (text: string) => Buffer])[] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-16, little end first", (text) => Buffer.from(text, "utf16le")],
  ["UTF-16, big end first", (text) => Buffer.from(text, "utf16le").swap16()],
  ["base64", (text) => Buffer.from(Buffer.from(text).toString("base64"))],
  ["base64", (text) => Buffer.from(Buffer.from(`a${text}z`).toString("base64"))],
  ["base64", (text) => Buffer.from(Buffer.from(`ab${text}yz`).toString("base64"))],
  ["base64url", (text) => Buffer.from(Buffer.from(`?${text}`).toString("base64url"))],
  ["base64", (text) => Buffer.from(Buffer.from(`a${text}`, "utf16le").toString("base64"))],
  ["hex", (text) => Buffer.from(Buffer.from(`-${text}`).toString("hex"))],
  ["hex", (text) => Buffer.from(Buffer.from(`-${text}`).toString("hex").toUpperCase())],
  ["an address", (text) => Buffer.from(`https://x/?q=${encodeURIComponent(text)}&`)],
  ["a piece", (text) => Buffer.from(text.slice(0, 26))],
]

test.each(planted)("a canary planted as %s is found, each of them", (form, dress) => {
  const around = Buffer.alloc(500, 7)
  const search = createSearch(words)
  for (const word of words) {
    const found = search(Buffer.concat([around, dress(word), around]), "here")
    expect(
      found.map((f) => f.what),
      word,
    ).toContain(word)
    expect(
      found.map((f) => f.form),
      word,
    ).toContain(form)
  }
  expect(search(around, "here")).toEqual([])
})

test("a word in a file, in a file's name and in the console are found; a folder without files is no answer", () => {
  const place = mkdtempSync(join(folder, "planted-"))
  expect(() => searchFolder(place, words)).toThrow("no file")
  writeFileSync(join(place, "a"), "nothing")
  expect(searchFolder(place, words)).toEqual([])
  writeFileSync(join(place, "b"), `x${agent}`)
  writeFileSync(join(place, canaries.names[1]), "")
  expect(new Set(searchFolder(place, words).map((f) => f.what))).toEqual(new Set([agent, canaries.names[1]]))
  expect(searchText(["fine", canaries.names[0]], words, "console").length).toBeGreaterThan(0)
})

test("a time finer than an hour is found in any column and in any form; whole hours, days and counts are none", () => {
  const file = join(folder, "times.db")
  const db = new DatabaseSync(file)
  db.exec("CREATE TABLE t (n, s TEXT, b BLOB)")
  const add = db.prepare("INSERT INTO t VALUES (?, ?, ?)")
  const none = new Uint8Array(3)
  add.run(498_790, "2026-11-25", none)
  add.run(Date.UTC(2026, 10, 25, 22), "request", Buffer.from("2026-11-25T22:00:00"))
  add.run(17, "1234", none)
  expect(fineTimesIn(file)).toEqual([])
  const moment = Date.UTC(2026, 10, 25, 22, 37, 11, 123)
  const iso = new Date(moment).toISOString()
  for (const [n, s, b] of [
    [moment, "", none],
    [Math.floor(moment / 1000), "", none],
    [moment + 0.5, "", none],
    [moment * 1000, "", none],
    [0, iso, none],
    [0, `at ${String(moment)}.`, none],
    [0, "", Buffer.from(`{"at":${String(Math.floor(moment / 1000))}}`)],
    [0, "", Buffer.from(iso.replace("T", " "))],
  ] as const) {
    add.run(n, s, b)
    expect(fineTimesIn(file).length, `${String(n)} ${s} ${Buffer.from(b).toString("latin1")}`).toBe(1)
    db.exec("DELETE FROM t WHERE rowid = (SELECT max(rowid) FROM t)")
  }
  db.exec("DELETE FROM t")
  expect(() => fineTimesIn(file)).toThrow("no value")
  db.close()
})
