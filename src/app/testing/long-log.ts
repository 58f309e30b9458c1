import { createDraft, draftRedact, place } from "#ledger"
import type { AnyDraft } from "#ledger"
import { checkEntries } from "#wire"
import type { Bytes, Entry, Json } from "#wire"
import { absorbing } from "../keeping/absorb.ts"
import type { Book, Held } from "../keeping/book.ts"
import { openGround } from "../keeping/ground.ts"
import type { Ground } from "../keeping/ground.ts"
import type { Sizes } from "../remember/index-row.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import type { Store } from "../store/store.ts"
import { openVault } from "../keeping/vault.ts"
import type { Vault } from "../keeping/vault.ts"
import { toolsOf, verify } from "./people.ts"
import { sharedPair } from "./shared-pair.ts"

// Ana's ground with a log that is long for its sizes, and what Ben writes into it.

export const t = toolsOf()
export const small: Sizes = { chunk: 4, behind: 2, step: 2 }
const day = "2026-11-24"

export interface Opened {
  readonly ground: Ground
  readonly vault: Vault
  /** How often the whole chain was read from the disk. */
  readonly chainReads: () => number
}

export async function opened(
  disk: Disk,
  key: Bytes,
  more: { readonly store?: Store; readonly open?: typeof openGround } = {},
): Promise<Opened> {
  let reads = 0
  const store = more.store ?? memoryStore(disk)
  const counting: Store = {
    ...store,
    list: (table, from, limit) => {
      if (table === "me/shared") reads += 1
      return store.list(table, from, limit)
    },
  }
  const vault = await openVault(t, counting, "me", key)
  const ground = await (more.open ?? openGround)({
    tools: t,
    vault,
    exclusive: (_, act) => act(),
    profile: "me",
    onWritten: () => undefined,
    isCurrent: async () => true,
    sizes: small,
  })
  return { ground, vault, chainReads: () => reads }
}

/** Everything that is to be remembered; how many writes that were. */
export async function rememberAll(ground: Ground): Promise<number> {
  let writes = 0
  while (await ground.remember()) writes += 1
  return writes
}

export interface Ben {
  readonly book: Book
  /** Places these and gives them to Ana. */
  readonly says: (ground: Ground, drafts: readonly AnyDraft[]) => Promise<readonly Entry[]>
}

export function content(name: string, body: Json, kind: 1 | 4 = 1): AnyDraft {
  const made = createDraft(t, { kind, name, body, day, basis: null })
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}

export const titled = (title: string): AnyDraft => content("matters.opened", { title })
export const taking = (held: Held | undefined): AnyDraft => {
  if (held === undefined) throw new Error("nothing there")
  return draftRedact(t, [{ entry: held.entry, device: held.header.device, uid: held.header.uid }])
}

/** A ground of Ana's on this disk, with the first entries of the two in it. */
export async function begun(disk: Disk, key: Bytes): Promise<{ readonly ana: Opened; readonly ben: Ben }> {
  const pair = await sharedPair(t)
  const ana = await opened(disk, key)
  await ana.ground.turn(async (state) => ({ ...state, shared: pair.ana }))
  let at = { state: pair.ben.state, epochs: pair.ben.epochs }
  const says: Ben["says"] = async (ground, drafts) => {
    const placed = await place(t, pair.ben.device, at, drafts)
    at = placed
    await heard(ground, placed.entries)
    return placed.entries
  }
  return { ana, ben: { book: pair.ben, says } }
}

/** Verified and taken in, as a sync does it. */
export async function heard(ground: Ground, entries: readonly Entry[]): Promise<void> {
  await ground.turn(async (state) => {
    if (state.shared === null) throw new Error("no book")
    const checked = await checkEntries(verify, state.shared.state, entries)
    if (checked.fault !== null) throw new Error(checked.fault.error.type)
    return absorbing({ tools: t, place }, state, state.shared, entries, checked, day)
  })
}

/** All there is in a ground, as plain values that can be compared. */
export function plainly(ground: Ground): unknown {
  const { shared, house, alarm, changes } = ground.now()
  if (shared === null) return { alarm }
  const { uids, contents, redacted, ...rest } = shared.state
  const seen = { uids: [...uids.keys()].toSorted(), redacted: [...redacted.keys()].toSorted() }
  const entries = shared.entries.map(({ entry, ...held }) => ({
    ...held,
    entry: Object.values(entry).map((bytes: Bytes | null) => bytes && [...bytes].join()),
  }))
  const named = [...contents].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sizes = [uids.size, contents.size, redacted.size]
  return { rest, seen, named, sizes, entries, house, alarm, changes, epochs: [...shared.epochs] }
}

/** The same disk, so that what one start does to it another does not see. */
export function copied(disk: Disk): Disk {
  return new Map([...disk].map(([table, rows]) => [table, new Map(rows)]))
}
