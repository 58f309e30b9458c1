import type { Tools } from "#ledger"
import type { Day } from "#practices"
import { checkEntries, encodeRun, entryHash, toHex } from "#wire"
import type { Entry, Head, Verify } from "#wire"
import { taking } from "../book.ts"
import type { Book } from "../book.ts"
import type { RelayClient } from "../relay-client.ts"
import type { By } from "../signing-in.ts"
import { branchMost, stateBefore, withOwnKey } from "./branch.ts"
import type { Branch } from "./branch.ts"

export interface BranchDeps {
  readonly relay: Pick<RelayClient, "read">
  readonly tools: Tools
  readonly verify: Verify
}

/** Back from the end of here: where the two part is nearly always near. */
const steps = [1, 16, 256, 4096] as const
/** Requests, at most. */
const requests = 64

/**
 * What a server serves in the place of what stands here, from where the two part, verified like any entry on the common beginning. Null: it shows nothing else than
 * what is here, or nothing at all. Asked once, when writing stops; a server that is not there now is not asked again.
 */
export async function otherBranch(
  deps: BranchDeps,
  book: Book,
  by: By,
  day: Day,
  most = branchMost,
): Promise<Branch | null> {
  let asked = 0
  let told: Head | null = null
  const read = async (from: number): Promise<readonly Entry[] | null> => {
    asked += 1
    const served = asked > requests ? null : await deps.relay.read(book.state.logId, from, by)
    if (served === null || !served.ok) return null
    told = served.value.head
    return served.value.entries
  }
  const parted = await parting(book, read)
  if (parted === null) return null
  const { at, first } = parted
  const taken = await verified(deps, book, { at, first, most }, read)
  const isTold = told as Head | null
  const isNothing = taken.entries.length === 0
  // A lower end on the same chain is a server that went back: no other branch.
  if (isNothing && (isTold === null || book.entries[isTold.seq]?.hash === toHex(isTold.hash))) return null
  return { at, ...taken, told: isTold, day }
}

type Read = (from: number) => Promise<readonly Entry[] | null>

/** The first place that differs, and what was served from there in the same answer. */
async function parting(
  book: Book,
  read: Read,
): Promise<{ readonly at: number; readonly first: readonly Entry[] } | null> {
  const { length } = book.entries
  const starts = new Set([...steps.map((step) => Math.max(0, length - step)), 0])
  for (const start of starts) {
    let from = start
    for (;;) {
      const served = await read(from)
      if (served === null) return null
      const differs = served.findIndex((entry, i) => isOther(book, from + i, entry))
      // It differs from its first place on: the two parted further back.
      if (differs === 0 && from === start && from > 0) break
      if (differs >= 0) return { at: from + differs, first: served.slice(differs) }
      if (served.length === 0 && from === start && from > 0) break
      if (served.length === 0) return { at: Math.min(from, length), first: [] }
      from += served.length
      // All of what is here, and behind it something that does not fit.
      if (from >= length) return { at: length, first: [] }
    }
  }
  return null
}

function isOther(book: Book, seq: number, entry: Entry): boolean {
  return book.entries[seq]?.hash !== toHex(entryHash(entry))
}

type Taken = Pick<Branch, "state" | "entries" | "isCut">

async function verified(
  deps: BranchDeps,
  book: Book,
  {
    at,
    first,
    most,
  }: { readonly at: number; readonly first: readonly Entry[]; readonly most: typeof branchMost },
  read: Read,
): Promise<Taken> {
  const state = stateBefore(book, at)
  const epochs = new Map([...book.epochs].filter(([number]) => number <= state.epoch.number))
  let there: Book = { ...book, state, epochs, entries: [] }
  let [served, bytes, isCut] = [first, 0, false]
  while (served.length > 0 && !isCut) {
    const fits: Entry[] = []
    for (const entry of served) {
      bytes += encodeRun([entry]).length
      isCut ||= bytes > most.bytes || there.entries.length + fits.length >= most.entries
      if (isCut) break
      fits.push(entry)
    }
    const checked = await checkEntries(deps.verify, there.state, fits)
    there = await taking(deps.tools, there, fits, checked)
    isCut ||= checked.fault !== null
    if (isCut) break
    const more = await read(at + there.entries.length)
    isCut = more === null
    served = more ?? []
  }
  const entries = there.entries.map((held) => withOwnKey(there.epochs, held))
  return { state: there.state, entries, isCut }
}
