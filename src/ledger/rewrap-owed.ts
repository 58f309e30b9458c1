import { equalBytes, readerIds, signerOf, toHex, writerOf } from "#wire"
import type { Bytes, EpochBlock, Json, LogState } from "#wire"
import { createDraft } from "./place.ts"
import type { ContentDraft } from "./place.ts"
import type { RoundEntry } from "./held-round.ts"
import { isInSet, makeRewrap, readLacks, readRewrap, rewrapKinds } from "./rewrap.ts"
import type { Tools } from "./tools.ts"
import type { Recipient } from "./wrap.ts"

// spec/ledger.md §17: what this device still has to ask for, and what it still has to give. Read anew from the chain each time: nothing of it is kept.

/** The chain as this device reads it, and what it holds. */
export interface KeyView {
  readonly state: LogState
  readonly device: Bytes
  /** Entries that stand, in their order. */
  readonly entries: readonly RoundEntry[]
  /** Every epoch begun so far, by number. */
  readonly begun: ReadonlyMap<number, EpochBlock>
  readonly epochs: ReadonlyMap<number, Bytes>
}

interface Asking {
  readonly device: Bytes
  readonly epoch: number
  readonly seq: number
}
interface Giving {
  readonly by: Bytes
  readonly epoch: number
  readonly to: readonly Bytes[]
  readonly seq: number
}

function bodyOf({ header, said }: RoundEntry, kind: string): Json | undefined {
  return header.kind === 1 && said?.kind === kind ? said.body : undefined
}

/** The last asking of each device for each epoch whose set it is in. */
function askings({ entries, begun }: KeyView): readonly Asking[] {
  const last = new Map<string, Asking>()
  for (const entry of entries) {
    const body = bodyOf(entry, rewrapKinds.lacks)
    const { device, epoch: here, seq } = entry.header
    for (const epoch of (body === undefined ? null : readLacks(body)) ?? []) {
      const block = begun.get(epoch)
      if (block === undefined || epoch >= here || !isInSet(block, device)) continue
      last.set(`${toHex(device)} ${String(epoch)}`, { device, epoch, seq })
    }
  }
  return [...last.values()]
}

function givings({ entries }: KeyView): readonly Giving[] {
  return entries.flatMap((entry): readonly Giving[] => {
    const body = bodyOf(entry, rewrapKinds.gives)
    const given = body === undefined ? null : readRewrap(body)
    const { device, seq } = entry.header
    return given === null
      ? []
      : [{ by: device, epoch: given.epoch, to: given.wraps.map(({ id }) => id), seq }]
  })
}

const reaches = (giving: Giving, asking: Asking): boolean =>
  giving.seq > asking.seq &&
  giving.epoch === asking.epoch &&
  giving.to.some((id) => equalBytes(id, asking.device))

/** Numbers below `inForce` that this device has to ask for: in the set, without the key, and not asked for yet; or asked for, given, and still without. */
export function lackedEpochs(view: KeyView, inForce: number): readonly number[] {
  const [asked, given] = [askings(view), givings(view)]
  return [...view.begun.values()]
    .filter(({ number }) => number < inForce && !view.epochs.has(number))
    .filter((block) => isInSet(block, view.device))
    .map(({ number }) => number)
    .filter((number) => {
      const mine = asked.find((a) => a.epoch === number && equalBytes(a.device, view.device))
      return mine === undefined || given.some((g) => reaches(g, mine))
    })
    .toSorted((a, b) => a - b)
}

export interface Owed {
  readonly block: EpochBlock
  readonly key: Bytes
  readonly to: readonly Recipient[]
}

/** What this device still has to give: epochs rising, each to the ids of those who asked that are in its set and read on. */
export function owedRewraps(view: KeyView): readonly Owed[] {
  const { state } = view
  const me = writerOf(state, view.device)
  const reading = new Set(readerIds(state))
  const given = givings(view).filter(({ by }) => isSame(me, writerOf(state, by)))
  const asked = askings(view).filter(
    (a) =>
      reading.has(toHex(a.device)) && !equalBytes(a.device, view.device) && !given.some((g) => reaches(g, a)),
  )
  return [...view.begun.values()]
    .toSorted((a, b) => a.number - b.number)
    .flatMap((block): readonly Owed[] => {
      const key = view.epochs.get(block.number)
      const members = asked.filter((a) => a.epoch === block.number).map((a) => writerOf(state, a.device))
      const to = block.wraps.flatMap(({ id }): readonly Recipient[] => {
        const signer = reading.has(toHex(id)) ? signerOf(state, id) : null
        if (signer === null || equalBytes(id, view.device)) return []
        return members.some((member) => isSame(member, signer.member.id)) ? [{ id, x: signer.x }] : []
      })
      return key === undefined || to.length === 0 ? [] : [{ block, key, to }]
    })
}

function isSame(a: Bytes | null, b: Bytes | null): boolean {
  return a !== null && b !== null && equalBytes(a, b)
}

/**
 * What goes right before the next thing this person writes: the asking first, then what is given. Made anew each time it is placed. `inForce`: the epoch it will
 * stand in, which is the next one where one is owed.
 */
export async function rewrapDrafts(
  t: Tools,
  view: KeyView,
  of: { readonly inForce: number; readonly day: string },
): Promise<readonly ContentDraft[]> {
  const draft = (name: string, body: Json): ContentDraft => {
    const made = createDraft(t, { kind: 1, name, body, day: of.day, basis: view.state.head })
    if (!made.ok) throw new Error(`a key given again does not fit: ${made.error.type}`)
    return made.value
  }
  const { logId } = view.state
  const lacked = lackedEpochs(view, of.inForce)
  const drafts = lacked.length === 0 ? [] : [draft(rewrapKinds.lacks, { epochs: [...lacked] })]
  for (const { block, key, to } of owedRewraps(view))
    drafts.push(draft(rewrapKinds.gives, await makeRewrap({ logId, sender: view.device, block, key, to })))
  return drafts
}
