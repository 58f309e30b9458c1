import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { filesOfExport, logsOfExport } from "#ledger"
import type { ExportLog } from "#ledger"
import { createRelay, openSqliteStore, takeFolder } from "#relay"
import type { Relay } from "#relay"
import {
  decodeControl,
  decodeHeader,
  encodeRun,
  limits,
  sameEntry,
  toBase64url,
  toHex,
  decodeRun,
} from "#wire"
import type { Entry } from "#wire"
import { callOf, deps, filled, readExport } from "./call.ts"
import { filesOfLog, giveFiles } from "./restore-files.ts"
import type { ReadFile, Told } from "./told.ts"
import { toldOf } from "./verify.ts"
import { en } from "./words/en.ts"

const form = {
  valued: { "--data": en["cli.no-folder"], "--passphrase-file": en["cli.no-passphrase-file"] },
  flags: [],
}

/**
 * `restore FILE [--data FOLDER] [--passphrase-file F]`: a server that lost its database is given back what a saved file holds, byte for byte. It goes through the
 * relay's own append, so nothing stands afterwards that would not have been taken; only the quotas of a day are lifted, because this is no day of anybody's.
 */
export async function restore(args: readonly string[], readFile: ReadFile): Promise<Told> {
  if (args.some((arg) => arg === "--help" || arg === "-h"))
    return { lines: [en["cli.restore-usage"]], code: 0 }
  const call = callOf(args, form)
  if (typeof call === "string") return refused(call)
  const read = await readExport(call, readFile)
  if (typeof read === "string") return refused(read)
  // What is not sound is said in verify's own words.
  if (!read.report.sound) return toldOf(read.report)
  const logs = await logsOfExport(deps, read.bytes, read.passphrase)
  const files = await filesOfExport(deps, read.bytes, read.passphrase)
  const opened = openRelay(call.values["--data"] ?? process.env["DATA_DIR"] ?? "data")
  if (typeof opened === "string") return refused(opened)
  const { relay } = opened
  try {
    const said = []
    for (const log of logs) {
      const given = await giveBack(relay, log)
      const own = filesOfLog(files, log.logId)
      said.push(
        given,
        ...(given.ok && isShared(log) && own.length > 0 ? [await withFiles(opened, log, own)] : []),
      )
    }
    if (!logs.some(isShared))
      said.push({ line: filled(en["cli.restore-nothing"], { file: call.file }), ok: false })
    return { lines: said.map(({ line }) => line), isReport: true, code: said.every(({ ok }) => ok) ? 0 : 1 }
  } finally {
    relay.close()
  }
}

interface Opened {
  readonly relay: Relay
  readonly store: ReturnType<typeof openSqliteStore>
}

async function withFiles(
  { relay, store }: Opened,
  log: ExportLog,
  files: Parameters<typeof giveFiles>[2],
): Promise<{ readonly line: string; readonly ok: boolean }> {
  const id = toHex(log.logId)
  const given = await giveFiles(store.files, await standing(relay, log), files, hourNow())
  if (given === null) return { line: filled(en["cli.restore-no-room"], { id }), ok: false }
  return { line: filled(en["cli.restored-files"], { id, n: given.all, new: given.fresh }), ok: true }
}

/** The hour it came back is all the relay notes of it; the same as any append's. */
function now(): number {
  // oxlint-disable-next-line no-restricted-globals, no-restricted-properties
  return Date.now()
}
const hourNow = (): number => Math.floor(now() / 3_600_000)

function refused(why: string): Told {
  return { lines: [why, en["cli.restore-usage"]], code: 2 }
}

function openRelay(folder: string): Opened | string {
  try {
    mkdirSync(folder, { recursive: true })
    if (!takeFolder(folder)) return filled(en["cli.restore-running"], { folder })
    const most = Number.MAX_SAFE_INTEGER
    const store = openSqliteStore(join(folder, "relay.db"))
    const relay = createRelay({
      store,
      clock: now,
      verify: deps.verify,
      isOpen: true,
      limits: { appendsPerMinute: most, entriesPerDay: most, bytesPerDay: most },
    })
    return { relay, store }
  } catch {
    return filled(en["cli.restore-folder"], { folder })
  }
}

/** A log is with a server from its first invite on: both go there together. */
function isShared({ entries }: ExportLog): boolean {
  return entries.some(({ entry }) => {
    const header = decodeHeader(entry.header)
    const control =
      header.ok && header.value.kind === 2 ? decodeControl(entry.body ?? new Uint8Array(0)) : null
    return control?.is === "built" && control.control.op === "invite"
  })
}

async function giveBack(
  relay: Relay,
  log: ExportLog,
): Promise<{ readonly line: string; readonly ok: boolean }> {
  const id = toHex(log.logId)
  if (!isShared(log)) return { line: filled(en["cli.restore-alone"], { id }), ok: true }
  const all = log.entries.map(({ entry }) => entry)
  const there = await standing(relay, log)
  const differs = there.findIndex((entry, seq) => {
    const own = all[seq]
    return own !== undefined && !sameEntry(entry, own)
  })
  if (differs >= 0) return { line: filled(en["cli.restore-differs"], { id, seq: differs }), ok: false }
  let given = 0
  for (let from = there.length; from < all.length; from += limits.runEntries) {
    const run = all.slice(from, from + limits.runEntries)
    const answer = await relay.fetch(asking(log, { method: "POST", body: encodeRun(run) }))
    if (answer.status !== 200) {
      const why = (await answer.text()).slice(0, 100)
      return { line: filled(en["cli.restore-refused"], { id, seq: from, why }), ok: false }
    }
    given += run.length
  }
  return {
    line: filled(en["cli.restored"], { id, n: Math.max(all.length, there.length), new: given }),
    ok: true,
  }
}

async function standing(relay: Relay, log: ExportLog): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const answer = await relay.fetch(asking(log, { method: "GET" }, entries.length))
    const run = decodeRun(new Uint8Array(await answer.arrayBuffer()), limits.runEntries)
    if (!run.ok || run.value.length === 0) return entries
    entries.push(...run.value)
  }
}

function asking(log: ExportLog, init: RequestInit, from = 0): Request {
  return new Request(`http://relay.invalid/api/log/${toBase64url(log.logId)}?from=${String(from)}`, init)
}
