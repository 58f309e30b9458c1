import { createDevice, createLog, openShown } from "#ledger"
import type { CopyPart, CopyThing, HeldKey, OpenedCopy, Shown, Tools } from "#ledger"
import { logOf as logKnown } from "#practices"
import type { Day, HouseEntry } from "#practices"
import {
  copy,
  decodeData,
  decodeHeader,
  decodeRef,
  encodeRef,
  entryHash,
  isRedacted,
  toBase64url,
  toHex,
  versionHash,
} from "#wire"
import type { Checked, EntryVerdict, LogState } from "#wire"
import type { Earlier } from "../earlier/earlier.ts"
import { emptyBook, taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import { empty } from "../keeping/ground-rows.ts"
import { heldKeysIn, heldWaiting } from "../keeping/held-keys.ts"
import { houseOf } from "../keeping/house-of.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import type { QueuedContent, State } from "../keeping/state.ts"
import type { CopiedEntry, Replica } from "./copied.ts"
import { filesArriving } from "./files-along.ts"

// A copy becomes the state of an empty browser: what was, to be read, and a fresh private log to go on in.

/** Why what came with a copy waits for nobody: another browser may have sent it. */
export const notSentHere = "copied"

/** The whole state of a browser that begins with this copy, with a fresh private log. */
export async function arriving(t: Tools, { copy: brought, checked }: OpenedCopy): Promise<State> {
  const replicas: Replica[] = []
  for (const [n, part] of brought.parts.entries()) {
    const judged = checked[n]
    if (judged === undefined) throw new Error("a part that was not judged")
    replicas.push(await replicaOf(t, part, judged))
  }
  const own = replicas.filter(({ log }) => log === "private")
  const shared = replicas.find((_, n) => brought.parts[n]?.which === "shared") ?? null
  const earlier = earlierIn(brought, replicas)
  const things = brought.things.map((thing, n) => queued(t, thing, n + 1))
  const isOwn = ({ entry }: QueuedContent): boolean => logKnown(entry.kind) === "private"
  const unplaced = things.filter(isOwn).map(({ ref, n, uid, data, entry }): Unplaced => {
    return { ref, n, uid, data, entry: { ...entry, log: "private" } }
  })
  const fresh = await freshLog(t)
  const known = heldKeysIn({ private: null, unplaced, copied: { day: brought.day, own, shared } })
  const beside = brought.parts
    .flatMap(({ log }) => log.entries.flatMap(heldBeside))
    .filter(({ ref }) => !known.has(ref))
    .map((key, at) => heldWaiting(t, fresh.device.id, { key, day: brought.day, n: things.length + at + 1 }))
  const copied = { day: brought.day, own, shared, unplaced: [...unplaced, ...beside] }
  const books = { private: fresh, shared: null, copied }
  const queue = things.filter((thing) => !isOwn(thing))
  const files = filesArriving(t, brought.files ?? [])
  return {
    ...empty,
    ...books,
    earlier,
    queue,
    files,
    lockMinutes: brought.lockMinutes,
    house: houseOf(books, null),
  }
}

/** What opens the held answer in this entry, where the copy has it beside it. */
function heldBeside({ entry, k }: Shown): readonly HeldKey[] {
  const header = decodeHeader(entry.header)
  if (k === undefined || !header.ok) return []
  return [{ ref: encodeRef(header.value.device, header.value.uid), k }]
}

function earlierIn({ parts }: OpenedCopy["copy"], replicas: readonly Replica[]): readonly Earlier[] {
  return replicas.flatMap((part, n): readonly Earlier[] => {
    const ended = parts[n]?.ended
    const bare = { device: null, branch: null, vouched: null, unsent: [], isWhole: true }
    return ended === undefined ? [] : [{ ...bare, ...ended, part }]
  })
}

/** The earlier parts of a parcel, each with what had not gone there (spec/ledger.md §20.6). Null: it holds something else, too. */
export async function earlierOf(
  t: Tools,
  { copy: brought, checked }: OpenedCopy,
): Promise<readonly Earlier[] | null> {
  const replicas: Replica[] = []
  for (const [n, part] of brought.parts.entries()) {
    const judged = checked[n]
    if (part.which !== "earlier" || judged === undefined) return null
    replicas.push(await replicaOf(t, part, judged))
  }
  const things = brought.things.map((thing, n) => queued(t, thing, n + 1))
  return earlierIn(brought, replicas).map((one) => {
    const isThere = ({ ref }: QueuedContent): boolean => {
      const named = decodeRef(ref)
      return named !== null && one.part.state.devices.has(toHex(named.device))
    }
    const unsent = things.filter(isThere)
    return { ...one, unsent }
  })
}

async function freshLog(t: Tools): Promise<Book> {
  const device = await createDevice(t)
  const log = await createLog(t, device)
  const bare = emptyBook({ log: "private", device, member: log.member, logId: log.state.logId })
  return taking(t, bare, [log.entry], { state: log.state, verdicts: [{ verdict: "ok" }] })
}

async function replicaOf(t: Tools, part: CopyPart, checked: Checked): Promise<Replica> {
  const { state, verdicts } = checked
  const entries = await Promise.all(
    part.log.entries.map((shown, n) => {
      const verdict = verdicts[n]
      if (verdict === undefined) throw new Error("an entry that was not judged")
      return entryOf(t, shown, verdict, state)
    }),
  )
  return { log: part.which === "private" ? "private" : "shared", member: part.member, state, entries }
}

async function entryOf(
  t: Tools,
  { entry, mk }: Shown,
  verdict: EntryVerdict,
  state: LogState,
): Promise<CopiedEntry> {
  const decoded = decodeHeader(entry.header)
  if (!decoded.ok) throw new Error("checked, and yet no entry")
  const header = decoded.value
  const hash = toHex(entryHash(entry))
  const bare = { seq: header.seq, hash, header, entry, verdict, opened: null, mk }
  if (header.kind !== 1 && header.kind !== 4) return { ...bare, shut: "none" }
  if (verdict.verdict === "void") return { ...bare, shut: "void" }
  if (isRedacted(state, hash)) return { ...bare, shut: "redacted" }
  const opened = await openShown(t, mk, header, entry)
  if (opened.ok) return { ...bare, opened: opened.value, shut: null }
  return { ...bare, shut: opened.error.type === "missing" ? "missing" : "unreadable" }
}

function queued(t: Tools, thing: CopyThing, n: number): QueuedContent {
  const { kind: recordKind, ref: bytes, from, data } = thing
  const [device, uid] = [copy(bytes, 0, 16), copy(bytes, 16, 32)]
  const said = decodeData(data, t.decodeUtf8)
  if (!said.ok) throw new Error("read before, and yet no DATA")
  const { kind, body, day } = said.value as {
    readonly kind: string
    readonly body: unknown
    readonly day: Day
  }
  const ref = encodeRef(device, uid)
  const version = toBase64url(versionHash(device, uid, data))
  const entry: HouseEntry = { log: "shared", kind, body, ref, version, writer: "", day, recordKind }
  return {
    is: "content",
    ref,
    n,
    uid,
    recordKind,
    data,
    entry,
    notBefore: null,
    hold: 0,
    from: from === null ? null : encodeRef(copy(from, 0, 16), copy(from, 16, 32)),
    notSent: notSentHere,
    unwanted: false,
  }
}
