import { COPY_PARTS_MAX, EXPORT_COST, sealCopy, shownBy } from "#ledger"
import type { CopyFile, CopyPart, CopyRow, CopyThing, ExportLog, Tools } from "#ledger"
import type { Day } from "#practices"
import { bad, concat, decodeRef, good } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import type { Unplaced } from "../devices/unplaced.ts"
import type { Earlier } from "../earlier/earlier.ts"
import type { Stretch } from "../door/lock.ts"
import type { Queued, State } from "../keeping/state.ts"
import type { Replica } from "./copied.ts"

export { filesAlong } from "./files-along.ts"

// One file to come back with (spec/ledger.md §16): everything of this profile but its keys, and but what belongs to this one browser.

/** Choices of this browser alone: another one is asked anew. */
const ofThisBrowser: ReadonlySet<string> = new Set(["setting.asked-to-stay"])

/**
 * What no file opens. Whoever can open what says where the store is can empty it: it is for one's own devices alone. A file that is shown to others does not open
 * what opens an answer that is held back either.
 */
const closedIn = {
  copy: new Set(["home.store"]),
  export: new Set(["home.store", "home.held"]),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>

/** A book or a replica as a log of a file: each entry that can be read here has its own key beside it. */
export function logOf(of: Book | Replica, file: keyof typeof closedIn): ExportLog {
  const isShown = ({ opened }: Held): boolean => opened !== null && !closedIn[file].has(opened.kind)
  const entries =
    "device" in of
      ? of.entries.map((held) =>
          isShown(held) ? shownBy(of.epochs, held.entry) : { entry: held.entry, mk: null },
        )
      : of.entries.map((held) => ({ entry: held.entry, mk: isShown(held) ? held.mk : null }))
  return { logId: of.state.logId, entries }
}

/** Whether anything was said in it after its first entry. */
function isUsed(book: Book | null): book is Book {
  return book !== null && book.entries.length > 1
}

/** A part that was put away. */
export function partOf({ why, day, part }: Earlier): CopyPart {
  return { which: "earlier", ended: { why, day }, member: part.member, log: logOf(part, "copy") }
}

function partsOf({ private: own, shared, copied, earlier: before }: State): readonly CopyPart[] {
  const part = (of: Book | Replica): CopyPart => ({
    which: of.log,
    member: of.member,
    log: logOf(of, "copy"),
  })
  const earlier = [...(copied?.own ?? []), ...(isUsed(own) ? [own] : [])]
  const isEmpty = earlier.length === 0 && own !== null && own.entries.length > 0
  const together = shared ?? copied?.shared ?? null
  const ended = before.map(partOf)
  return [...(isEmpty ? [own] : earlier).map(part), ...ended, ...(together === null ? [] : [part(together)])]
}

export function thingsIn(queue: readonly Queued[]): readonly CopyThing[] {
  return queue.flatMap((q): readonly CopyThing[] => {
    if (q.is !== "content" || q.unwanted) return []
    const from = q.from === null ? null : refBytes(q.from)
    return [{ kind: q.recordKind, ref: refBytes(q.ref), from, data: q.data }]
  })
}

/** What waits for a place in the private log; its kind says that it belongs there. */
function ownThings(waits: readonly Unplaced[]): readonly CopyThing[] {
  return waits.map(({ ref, data }) => ({ kind: 1, ref: refBytes(ref), from: null, data }))
}

function refBytes(ref: string): Bytes {
  const decoded = decodeRef(ref)
  if (decoded === null) throw new Error("a ref of ours that is none")
  return concat(decoded.device, decoded.uid)
}

/** "nothing": there is no page here yet. "too-often": it was brought back from copies more often than one file holds. */
export async function makeCopy(
  t: Tools,
  stretch: Stretch,
  of: {
    readonly state: State
    readonly drafts: readonly CopyRow[]
    readonly passphrase: string
    readonly day: Day
    /** Their bytes go behind it. */
    readonly files?: readonly CopyFile[]
  },
): Promise<Outcome<Bytes, { readonly type: "nothing" | "too-often" }>> {
  const parts = partsOf(of.state)
  if (parts.length === 0) return bad({ type: "nothing" })
  if (parts.length > COPY_PARTS_MAX) return bad({ type: "too-often" })
  const rows = of.drafts.filter(({ name, text }) => text !== "" && !ofThisBrowser.has(name))
  const { lockMinutes, unplaced, copied, earlier } = of.state
  const waits = [...(copied?.unplaced ?? []), ...unplaced]
  const queue = [...earlier.flatMap(({ unsent }) => unsent), ...of.state.queue]
  const things = [...ownThings(waits), ...thingsIn(queue)]
  const what = { day: of.day, lockMinutes, parts, rows, things, files: of.files ?? [] }
  return good(await sealCopy(t, (phrase, salt) => stretch(phrase, salt, EXPORT_COST), of.passphrase, what))
}
