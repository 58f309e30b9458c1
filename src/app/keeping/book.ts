import { epochKeyFrom, open } from "#ledger"
import type { DeviceKeys, Opened, Tools } from "#ledger"
import type { HouseEntry, LogName } from "#practices"
import {
  bodyHash,
  decodeHeader,
  decodeRun,
  emptyLog,
  encodeRun,
  entryHash,
  equalBytes,
  foldEntry,
  isRedacted,
  toBase64url,
  toHex,
  writerOf,
} from "#wire"
import type { Bytes, Checked, Entry, EntryVerdict, Header, LogState } from "#wire"
import { unhurried } from "./pace.ts"
import type { Pace } from "./pace.ts"
import { fromRow, toRow } from "./rows.ts"

/** One entry as this device holds it: verified, in its place, and opened if it can be. */
export interface Held {
  readonly seq: number
  /** Hex of the entry's hash. */
  readonly hash: string
  readonly header: Header
  readonly entry: Entry
  readonly verdict: EntryVerdict
  readonly opened: Opened | null
  /** Why nothing is read here: no words in it, void, redacted, its body not here yet, or it does not open for this device. */
  readonly shut: "none" | "void" | "redacted" | "missing" | "unreadable" | null
}

/** One log as this device holds it. A value: taking entries makes a new book. */
export interface Book {
  readonly log: LogName
  readonly device: DeviceKeys
  readonly member: Bytes
  readonly state: LogState
  /** Epoch number to its key. */
  readonly epochs: ReadonlyMap<number, Bytes>
  readonly entries: readonly Held[]
}

export function emptyBook(of: Pick<Book, "log" | "device" | "member"> & { readonly logId: Bytes }): Book {
  const { log, device, member, logId } = of
  return { log, device, member, state: emptyLog(logId), epochs: new Map(), entries: [] }
}

/** The book after entries that `checkEntries` found to follow it. Bodies that a redaction among them takes out are let go. */
export async function taking(
  t: Tools,
  book: Book,
  entries: readonly Entry[],
  checked: Pick<Checked, "state" | "verdicts">,
): Promise<Book> {
  const opening: Promise<Held>[] = []
  let { epochs } = book
  for (const [i, verdict] of checked.verdicts.entries()) {
    const entry = entries[i]
    const header = entry === undefined ? null : decodeHeader(entry.header)
    if (entry === undefined || header === null || !header.ok) throw new Error("checked, and yet no entry")
    // A wrap that does not hold against its commitment gives no key; what is sealed under it shows as unreadable (ATTACKS 8).
    const key = verdict.verdict === "ok" ? await epochKeyFrom(book.device, entry) : null
    if (key?.ok === true && key.value !== null)
      epochs = new Map([...epochs, [key.value.number, key.value.key]])
    // Side by side: one after the other, most of the time would go by waiting for the platform's cryptography.
    opening.push(held(t, { epochs }, entry, header.value, verdict))
  }
  const added = await Promise.all(opening)
  return withoutRedacted({ ...book, state: checked.state, epochs, entries: [...book.entries, ...added] })
}

async function held(
  t: Tools,
  book: Pick<Book, "epochs">,
  entry: Entry,
  header: Header,
  verdict: EntryVerdict,
): Promise<Held> {
  const bare = { seq: header.seq, hash: toHex(entryHash(entry)), header, entry, verdict, opened: null }
  if (header.kind !== 1 && header.kind !== 4) return { ...bare, shut: "none" }
  if (verdict.verdict === "void") return { ...bare, shut: "void" }
  const opened = await open(t, book.epochs, header, entry)
  if (opened.ok) return { ...bare, opened: opened.value, shut: null }
  return { ...bare, shut: opened.error.type === "missing" ? "missing" : "unreadable" }
}

function emptied(h: Held): Held {
  return { ...h, entry: { ...h.entry, body: null }, opened: null, shut: "redacted" }
}

function withoutRedacted(book: Book): Book {
  const isGone = (h: Held): boolean => h.shut !== "redacted" && isRedacted(book.state, h.hash)
  if (book.state.redacted.size === 0 || !book.entries.some(isGone)) return book
  return { ...book, entries: book.entries.map((h) => (isGone(h) ? emptied(h) : h)) }
}

/** A body that was not here before, for an entry that stands. Anything else leaves the book as it is. */
export async function filling(t: Tools, book: Book, entry: Entry): Promise<Book> {
  const hash = toHex(entryHash(entry))
  const at = book.entries.findIndex((h) => h.hash === hash && h.shut === "missing")
  const there = book.entries[at]
  if (there === undefined || entry.body === null) return book
  if (!equalBytes(bodyHash(entry.body), there.header.bodyHash)) return book
  const filled = await held(t, book, entry, there.header, there.verdict)
  return { ...book, entries: book.entries.with(at, filled) }
}

export function rowOf(h: Held): Bytes {
  return toRow({ run: encodeRun([h.entry]), verdict: h.verdict, opened: h.opened, shut: h.shut })
}

interface HeldRow {
  readonly run: Bytes
  readonly verdict: EntryVerdict
  readonly opened: Opened | null
  readonly shut: Held["shut"]
}

/** What a book holds, from its rows. Signatures were asked before they were stored; here the fold alone is run again, and must give the same. Null: the rows are damaged. */
export async function fromRows(
  t: Pick<Tools, "decodeUtf8">,
  book: Pick<Book, "state">,
  rows: readonly Bytes[],
  pace: Pace = unhurried,
): Promise<Pick<Book, "state" | "entries"> | null> {
  let { state } = book
  const entries: Held[] = []
  for (const [n, bytes] of rows.entries()) {
    if (n % 16 === 0) await pace()
    const row = fromRow<HeldRow>(bytes, t.decodeUtf8)
    const entry = entryIn(row.run)
    const header = entry === null ? null : decodeHeader(entry.header)
    if (entry === null || header === null || !header.ok) return null
    const { verdict, opened, shut } = row
    const pop = !(verdict.verdict === "void" && verdict.reason === "pop")
    const folded = foldEntry(state, entry, { signature: true, pop })
    if (!folded.ok || folded.value.verdict.verdict !== verdict.verdict) return null
    state = folded.value.state
    // What follows on an entry follows on its hash, so the fold has it already.
    const hash = toHex(state.head?.hash ?? entryHash(entry))
    entries.push({ seq: header.value.seq, hash, header: header.value, entry, verdict, opened, shut })
  }
  return { state, entries }
}

/** The entry of one row, and nothing of what was said of it. */
export function entryOfRow(t: Pick<Tools, "decodeUtf8">, bytes: Bytes): Entry | null {
  return entryIn(fromRow<HeldRow>(bytes, t.decodeUtf8).run)
}

function entryIn(run: Bytes): Entry | null {
  const decoded = decodeRun(run, 1)
  return decoded.ok ? (decoded.value[0] ?? null) : null
}

/** As the house is told it; null for what has no words here. */
export function toldOf(book: Pick<Book, "log" | "state">, h: Held): HouseEntry | null {
  if (h.opened === null || (h.header.kind !== 1 && h.header.kind !== 4)) return null
  const { kind, body, ref, version, day } = h.opened
  const writer = writerIn(book, h)
  return { log: book.log, kind, body, ref, version, writer, day, recordKind: h.header.kind }
}

export function writerIn(book: Pick<Book, "state">, h: Held): string {
  const writer = writerOf(book.state, h.header.device)
  return writer === null ? "" : toBase64url(writer)
}

/** base64url device id to base64url member id. */
export function devicesIn(state: LogState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...state.devices.values()].map((d) => [toBase64url(d.id), toBase64url(d.member)]),
  )
}
