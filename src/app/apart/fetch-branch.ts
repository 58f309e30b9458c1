import type { Tools } from "#ledger"
import type { Day } from "#practices"
import { checkEntries, encodeRun, entryHash, toHex } from "#wire"
import type { Entry, Head, Verify } from "#wire"
import { taking } from "../keeping/book.ts"
import type { Book } from "../keeping/book.ts"
import type { RelayClient } from "../server/relay-client.ts"
import type { By } from "../server/signing-in.ts"
import { branchMost, stateBefore, withOwnKey } from "./branch.ts"
import type { Branch } from "./branch.ts"

export interface BranchDeps {
  readonly relay: Pick<RelayClient, "read">
  readonly tools: Tools
  readonly verify: Verify
}

/** Requests, at most. */
const requests = 64

/**
 * What a server serves in the place of what stands here, from where the two part, verified like any entry on the common beginning. Null: it shows nothing else than
 * what is here, or nothing that stands. Asked once, when writing stops, and always in the same way: all of it from the first entry on. So what was wrong with an
 * entry cannot be told from what is asked (ATTACKS 5).
 */
export async function otherBranch(
  deps: BranchDeps,
  book: Book,
  by: By,
  day: Day,
  most = branchMost,
): Promise<Branch | null> {
  const served = await allOf(deps, book, by, most)
  const differs = served.entries.findIndex((entry, seq) => isOther(book, seq, entry))
  const { told } = served
  if (differs < 0 || differs >= book.entries.length) {
    // The same as far as it goes; then only another end that was named can be another branch.
    const at = Math.min(served.entries.length, book.entries.length)
    return isElsewhere(book, told)
      ? { at, state: stateBefore(book, at), entries: [], told, isCut: false, day }
      : null
  }
  if (differs === 0) return null
  const taken = await verified(deps, book, differs, served.entries.slice(differs), most)
  if (taken.entries.length === 0 && !isElsewhere(book, told)) return null
  return { at: differs, ...taken, isCut: taken.isCut || served.isCut, told, day }
}

/** Another end at a place that was verified here. A lower one on the same chain is a server that went back. */
function isElsewhere(book: Book, told: Head | null): boolean {
  const ours = told === null ? undefined : book.entries[told.seq]?.hash
  return told !== null && ours !== undefined && ours !== toHex(told.hash)
}

interface All {
  readonly entries: readonly Entry[]
  readonly told: Head | null
  readonly isCut: boolean
}

async function allOf(deps: BranchDeps, book: Book, by: By, most: typeof branchMost): Promise<All> {
  const entries: Entry[] = []
  let told: Head | null = null
  let room = book.entries.reduce((sum, { entry }) => sum + encodeRun([entry]).length, most.bytes)
  for (let n = 0; n < requests && room > 0; n += 1) {
    const served = await deps.relay.read(book.state.logId, entries.length, by)
    if (!served.ok) return { entries, told, isCut: true }
    told = served.value.head
    if (served.value.entries.length === 0) return { entries, told, isCut: false }
    entries.push(...served.value.entries)
    room -= encodeRun(served.value.entries).length
  }
  return { entries, told, isCut: true }
}

function isOther(book: Book, seq: number, entry: Entry): boolean {
  return book.entries[seq]?.hash !== toHex(entryHash(entry))
}

type Taken = Pick<Branch, "state" | "entries" | "isCut">

async function verified(
  deps: BranchDeps,
  book: Book,
  at: number,
  served: readonly Entry[],
  most: typeof branchMost,
): Promise<Taken> {
  const state = stateBefore(book, at)
  const epochs = new Map([...book.epochs].filter(([number]) => number <= state.epoch.number))
  const fits: Entry[] = []
  let bytes = 0
  for (const entry of served) {
    bytes += encodeRun([entry]).length
    if (bytes > most.bytes || fits.length >= most.entries) break
    fits.push(entry)
  }
  const checked = await checkEntries(deps.verify, state, fits)
  const there = await taking(deps.tools, { ...book, state, epochs, entries: [] }, fits, checked)
  const isCut = fits.length < served.length || checked.fault !== null
  return {
    state: there.state,
    entries: there.entries.map((held) => withOwnKey(there.epochs, held)),
    isCut,
  }
}
