import { concat, copy, encodeRedact, entryHash, H, toHex, u32, u64, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Entry, Kind } from "../../src/wire/index.ts"
import { derive, sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { argon2id } from "@noble/hashes/argon2.js"
import { admit, firstEntry, genesisOf, invite, noLog, uidOf, writeAll } from "./chain.ts"
import type { Chain, Writing } from "./chain.ts"
import { dataOf } from "./entry-data.ts"
import { targetOf } from "./log-redacts.ts"
import { ana, ben, bytesOf, t } from "./people.ts"
import { padded } from "./seals.ts"

// Exports put together a second time, from the text of spec/ledger.md §14 and not with the ledger's own writer, so that they can also be put together wrongly.

const none = new Uint8Array(0)
export const mkOf = (uid: string): Bytes => bytesOf(`mk of ${uid}`, 32)

/** The body of an entry with its own key drawn from its name; `whole` is the plaintext when it is not this DATA, padded. */
export async function sealed(
  logId: Bytes,
  epoch: number,
  by: DeviceKeys,
  uid: string,
  kind: Kind,
  whole: Bytes = padded(utf8(dataOf(uid))),
): Promise<Bytes> {
  const out = derive(mkOf(uid), none, "body", none, 76)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const additionalData = concat(Uint8Array.of(1), logId, u32(epoch), by.id, Uint8Array.of(kind), uidOf(uid))
  const how = { name: "AES-GCM", iv: copy(out, 32, 44), additionalData }
  const ct = new Uint8Array(await t.subtle.encrypt(how, cipher, whole))
  return concat(bytesOf(`salt of ${uid}`, 32), out.subarray(44, 76), ct)
}

export interface Part {
  readonly flag: number
  readonly header: Bytes
  readonly sig: Bytes
  readonly body: Bytes
  readonly mk: Bytes
  /** Of a held answer in it. */
  readonly k?: Bytes
}
export interface LogPart {
  readonly logId: Bytes
  readonly count: number
  readonly parts: readonly Part[]
  readonly receipts: number
  /** What servers signed of it. */
  readonly words?: readonly Bytes[]
}
/** `mk`: the name of the entry whose key is shown. */
export function partOf(entry: Entry, mk: string | null = null): Part {
  const flag = entry.body === null ? 0 : mk === null ? 1 : 3
  return {
    flag,
    header: entry.header,
    sig: entry.sig,
    body: entry.body ?? none,
    mk: mk === null ? none : mkOf(mk),
  }
}
export function logPart(logId: Bytes, parts: readonly Part[], of: Partial<LogPart> = {}): LogPart {
  return { logId, count: parts.length, parts, receipts: 0, ...of }
}

export interface FileOf {
  readonly magic?: Bytes
  readonly form?: number
  /** The file list, as it stands there. */
  readonly list?: Bytes
  readonly count?: number
  readonly by?: DeviceKeys
  readonly device?: Bytes
  readonly which?: number
  readonly signedAs?: string
  /** What the footer speaks of, when not what is in the file. */
  readonly over?: (message: Bytes) => Bytes
  readonly sig?: (sig: Bytes) => Bytes
}

export const bytesOfLog = (log: LogPart): Bytes =>
  concat(
    log.logId,
    u32(log.count),
    ...log.parts.flatMap((p) => [Uint8Array.of(p.flag), p.header, p.sig, p.body, p.mk, p.k ?? none]),
    u32(log.receipts),
    ...(log.words ?? []),
  )

/** Everything before the footer. */
export function bareFile(logs: readonly LogPart[], of: FileOf = {}): Bytes {
  const head = concat(of.magic ?? utf8("gs/v1/"), Uint8Array.of(of.form ?? 1, of.count ?? logs.length))
  return concat(head, ...logs.map(bytesOfLog), of.list ?? none)
}

export async function fileOf(logs: readonly LogPart[], of: FileOf = {}): Promise<Bytes> {
  const by = of.by ?? ben
  const before = concat(bareFile(logs, of), of.device ?? by.id, Uint8Array.of(of.which ?? 0))
  const heads = logs.map(({ parts }) => {
    const last = parts.at(-1)
    const hash = last === undefined ? new Uint8Array(32) : entryHash(last)
    return concat(u64(Math.max(0, parts.length - 1)), hash, u32(parts.length))
  })
  const message = concat(H("export", before), Uint8Array.of(logs.length), ...heads)
  const sig = await sign(t, by, of.signedAs ?? "export", of.over?.(message) ?? message)
  return concat(before, of.sig?.(sig) ?? sig)
}

/** By a name, so that it is stretched once. */
const stretched = new Map<string, Bytes>()
export function stretch(passphrase: string, salt: Bytes): Bytes {
  const name = `${passphrase} ${toHex(salt)}`
  const known =
    stretched.get(name) ?? copy(argon2id(passphrase, salt, { m: 65_536, t: 3, p: 1, dkLen: 32 }), 0, 32)
  stretched.set(name, known)
  return copy(known, 0, 32)
}
export async function under(passphrase: string, plain: Bytes, form: 2 | 3 | 6 | 7 = 2): Promise<Bytes> {
  const salt = bytesOf("a file's salt", 32)
  const label = form === 2 || form === 6 ? "export" : "copy"
  const out = derive(stretch(passphrase.normalize("NFKC"), salt), none, label, none, 76)
  const length = form > 3 ? [u32(plain.length + 16)] : []
  const head = concat(utf8("gs/v1/"), Uint8Array.of(form), salt, out.subarray(44, 76), ...length)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: copy(out, 32, 44), additionalData: head }
  return concat(head, new Uint8Array(await t.subtle.encrypt(how, cipher, plain)))
}

/** Ben's and Ana's log with one entry of each sort, and Ana's own. */
export async function twoLogs() {
  const two = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
  ])
  const said = (by: DeviceKeys, uid: string, kind: Kind = 1, whole?: Bytes): Promise<Writing> =>
    sealed(noLog.logId, 2, by, uid, kind, whole).then((body) => ({ by, uid, kind, body }))
  const told = await writeAll(two, [
    await said(ana, "hers"),
    await said(ben, "kept", 4),
    await said(ben, "not shown"),
    { uid: "not here", absent: true },
    { uid: "taken back", absent: true },
    { uid: "late", header: { epoch: 1 } },
    { kind: 2, body: Uint8Array.of(0), uid: "no such op" },
  ])
  const target = targetOf(told.entries[7], ben, "taken back")
  const shared = await writeAll(told, [
    { kind: 3, body: encodeRedact({ targets: [target], blobs: [] }), uid: "redact" },
    await said(ana, "another key"),
    { by: ana, uid: "no seal", body: await noSeal(ana, "no seal") },
    await said(ana, "no padding", 1, concat(u32(3), new Uint8Array(251).fill(1), Uint8Array.of(1))),
    await said(ana, "no data", 1, padded(utf8("{}"))),
  ])
  const shown = new Map([
    ...["hers", "kept", "no seal", "no padding", "no data"].map((uid) => [uid, uid] as const),
    ["another key", "hers"] as const,
  ])
  const all =
    "genesis,invite,admit,hers,kept,not shown,not here,taken back,late,no such op,redact,another key,no seal,no padding,no data".split(
      ",",
    )
  const sharedPart = logPart(
    shared.logId,
    shared.entries.map((entry, n) => partOf(entry, shown.get(all[n] ?? "") ?? null)),
  )
  const genesis = genesisOf(ana)
  const empty: Chain = { ...noLog, logId: genesis.logId }
  const own = await writeAll(empty, [
    { ...firstEntry, by: ana, body: genesis.body },
    { by: ana, uid: "own", body: await sealed(genesis.logId, 1, ana, "own", 1) },
  ])
  const ownPart = logPart(
    own.logId,
    own.entries.map((entry, n) => partOf(entry, n === 1 ? "own" : null)),
  )
  return { sharedPart, ownPart }
}

/** The commitment holds and the tag does not. */
async function noSeal(by: DeviceKeys, uid: string): Promise<Bytes> {
  const body = await sealed(noLog.logId, 2, by, uid, 1)
  return concat(body.subarray(0, -1), Uint8Array.of((body.at(-1) ?? 0) ^ 1))
}

export const inOrder = (a: LogPart, b: LogPart): readonly [LogPart, LogPart] =>
  Buffer.compare(a.logId, b.logId) < 0 ? [a, b] : [b, a]
/** The log with each of its entries changed so. */
export const withParts = (log: LogPart, change: (part: Part, n: number) => Part): LogPart => ({
  ...log,
  parts: log.parts.map(change),
})
export const only = (n: number, change: Partial<Part>) => (part: Part, at: number) =>
  at === n ? { ...part, ...change } : part
