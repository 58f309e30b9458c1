import { blindIn, openBody, readSeen, seenBlind, seenName } from "#ledger"
import type { Tools } from "#ledger"
import { decodeControl, encodeRef, equalBytes, isActive, toHex } from "#wire"
import type { Bytes } from "#wire"
import type { Book, Held } from "../keeping/book.ts"
import type { State } from "../keeping/state.ts"
import { mine } from "../people/here.ts"

// What this device had of its person's own log when it wrote something shared, and whether this one has as much as the others say (spec/ledger.md §19.4). A relay
// that keeps a batch from one device would have to keep back what is shared as well, and that is noticed.

const othersOf = (book: Book): readonly Bytes[] =>
  (mine(book)?.devices ?? []).filter((id) => !equalBytes(id, book.device.id))

const isContent = ({ header }: Held): boolean => header.kind === 1 || header.kind === 4

/** Dropped where it lost its place (§19.2): another device may rightly never read it. */
const fleeting: ReadonlySet<string> = new Set(["home.store", "home.sheet"])

/** The newest entry of one's own log that a relay acknowledged. */
function newestAcknowledged({ entries }: Book, upTo: number): Held | undefined {
  return entries
    .slice(0, upTo)
    .findLast((held) => isContent(held) && (held.opened === null || !fleeting.has(held.opened.kind)))
}

/**
 * Of the epoch that began when somebody last lost a key of this log: a device that was let go, or an old sheet. A device that came since has it, too; one that is kept
 * from hearing of that still finds what is said.
 */
function keyFor({ entries, epochs }: Book): Bytes | undefined {
  const went = entries.findLast(({ header, verdict, entry }) => {
    if (header.kind !== 2 || verdict.verdict !== "ok" || entry.body === null) return false
    const decoded = decodeControl(entry.body)
    return decoded.is === "built" && keysLost.has(decoded.control.op)
  })
  const number = [...epochs.keys()]
    .filter((one) => one > (went?.header.epoch ?? 0))
    .toSorted((a, b) => a - b)[0]
  return number === undefined ? undefined : epochs.get(number)
}

const keysLost: ReadonlySet<string> = new Set(["device.remove", "recovery.set"])

/** What the blind of the next shared entry is to say; null: nothing, it is drawn. Who writes alone has nobody to say it to. */
export function seenHere({
  private: own,
  shared,
  recovery: { copying },
}: State): ((uid: Bytes) => Bytes) | null {
  if (own === null || shared === null || copying === null || othersOf(own).length === 0) return null
  const key = keyFor(own)
  const held = newestAcknowledged(own, Math.max(copying.upTo, copying.settled ?? 0))
  if (key === undefined || held === undefined || !isActive(own.state, own.device.id)) return null
  const { logId } = shared.state
  const device = shared.device.id
  return (uid) => seenBlind(key, { logId, device, uid }, refOf(held))
}

const refOf = ({ header }: Held): string => encodeRef(header.device, header.uid)

/** How many entries of one device are looked at for one that says something: names, and answers that are held, say nothing. */
const lookedAt = 16

/**
 * Another device of this person has had something of their own log that is not here. To be asked right after the store was read to its end, of what was shared before
 * the reading began: what a device says it had was acknowledged by then.
 */
export async function isLacking(
  t: Tools,
  { private: own, shared, unplaced }: State,
  before: Book,
): Promise<boolean> {
  if (own === null || shared === null || !isActive(own.state, own.device.id)) return false
  const others = othersOf(before)
  // Nearly everybody has one device: then nothing of all that was kept is gone through.
  if (others.length === 0) return false
  // What was shared before this device came, it did not watch: with a copy it may have come with less, and that was said then.
  const since = before.state.devices.get(toHex(before.device.id))?.since ?? Infinity
  const refs = [...own.entries.filter(isContent).map(refOf), ...unplaced.map(({ ref }) => ref)].toReversed()
  for (const device of others) {
    const said = before.entries
      .filter((held) => held.seq > since && held.opened !== null && equalBytes(held.header.device, device))
      .slice(-lookedAt)
      .toReversed()
    for (const held of said) {
      const seen = await seenIn(t, own, before, held)
      if (seen === null) continue
      if (!refs.some((ref) => equalBytes(seenName(seen.key, ref), seen.name))) return true
      break
    }
  }
  return false
}

async function seenIn(
  t: Tools,
  own: Book,
  { epochs, state: { logId } }: Book,
  { header, entry }: Held,
): Promise<{ readonly key: Bytes; readonly name: Bytes } | null> {
  const epochKey = epochs.get(header.epoch)
  if (epochKey === undefined || entry.body === null) return null
  const data = await openBody(t, epochKey, header, entry.body)
  const blind = data.ok ? blindIn(t, data.value) : null
  if (blind === null) return null
  for (const key of [...own.epochs.values()].toReversed()) {
    const name = readSeen(key, { logId, device: header.device, uid: header.uid }, blind)
    if (name !== null) return { key, name }
  }
  return null
}
