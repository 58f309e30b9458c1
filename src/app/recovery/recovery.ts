import type { DeviceKeys } from "#ledger"
import type { Day, Ref, Writer } from "#practices"
import type { Bytes, DeviceAdd } from "#wire"

// What a profile knows of its sheet, of copying, and of coming back (spec/ledger.md §18). The code itself is never here: it is shown once and kept nowhere.

export interface Recovery {
  /** Null: the private log is copied nowhere. */
  readonly copying: Copying | null
  readonly sheet: Sheet | null
  /** A recovery key that is still to be set in the shared log. */
  readonly pending: Pending | null
  /** What belonged to codes before, still to be let go of. */
  readonly old: readonly Old[]
  /** The seed of the recovery key that adds this device to the shared log, until that stands. */
  readonly returning: Bytes | null
  readonly returned: Returned | null
  /** Devices that came with a sheet or from another device, seen by this one and put away by nobody here. */
  readonly uses: readonly SheetUse[]
  /** Hex ids of devices that were lost, or are let go: they go as soon as there is a connection. */
  readonly removing: readonly string[]
  /** Hex ids of devices that came while this one looked on, and the day on which it learned of each. Not there before the first. */
  readonly came?: Readonly<Record<string, Day>>
  /** The same in the private log, where it is copied. */
  readonly removingOwn?: readonly string[]
  /** Devices that were added to the private log at a place another entry took. */
  readonly addingOwn?: readonly DeviceAdd[]
  /** The recovery key that adds this device to the private log, until a batch with that is acknowledged. */
  readonly returningOwn?: DeviceKeys
}
export interface Copying {
  /** The store's secret. */
  readonly store: Bytes
  readonly batchKey: Bytes
  /** Batches that are acknowledged: the next one's number. */
  readonly sent: number
  /** The first entry of the private log that no acknowledged batch holds. */
  readonly upTo: number
  /** On which the last one went. */
  readonly day: Day | null
  /** Entries below this place were acknowledged in a store before: no other run takes their place. Absent: none. */
  readonly settled?: number
  /** Where the log was when this store was drawn: who was let go behind it knows the store. Absent: 0. */
  readonly since?: number
  /** The store holds less than was acknowledged, and nobody has said yet that it may begin anew. */
  readonly forgot?: boolean
  /** At how many readings in a row something was not here that another device of this person says it had: one, or more. Absent: nothing is lacking. */
  readonly lacks?: 1 | 2
  /** Of versions that copied from one device alone; nothing is made of it any more. */
  readonly elsewhere?: boolean
}
export interface Sheet {
  readonly day: Day
  /** Null: another device of this person made it. */
  readonly locator: Bytes | null
  /** What is shared has said that another device put a newer one in its place, and one's own log has not; the day on which this device learned of it. */
  readonly newer?: Day
  /** It was made on another device, in the place of the one that was known here. */
  readonly isInstead?: boolean
  /** One's own log told of it before what is shared did. */
  readonly isAhead?: boolean
  /** A device was let go since: it knows the store this sheet begins with. */
  readonly isOlder?: boolean
  /** False while it is being made, and when that was not finished: then a code before may be dead and the new one was never shown. */
  readonly ready: boolean
  /** Numbers of the shared log's epochs whose keys lie in the private log for it. */
  readonly held: readonly number[]
  /** The epoch that began with the shared log's recovery.set; null before it stands. From there on the chain itself holds what the sheet needs. */
  readonly from: number | null
}
export interface Pending {
  readonly seed: Bytes
  /** Hex id of the recovery key. */
  readonly id: string
  /** The private entry that holds the seed; no recovery.set before a batch has it. Above all places: it waits for a place. */
  readonly entry: number
  /** The ref of that entry, once it lost a place. */
  readonly ref?: Ref
  /** Somebody asked for it just now. Never on the disk: after a kill nobody waits for it any more. */
  readonly asked: boolean
}
export interface Old {
  readonly locator: Bytes | null
  readonly store: Bytes | null
  /** The place of the entry that told the other devices of the store after this one. Absent: there was none to tell. */
  readonly since?: number
  /** A sheet finds its way through it. */
  readonly isOnWay?: boolean
}
export interface Returned {
  /** With a copy, whose day it is, beside the sheet. */
  readonly byCopy?: boolean
  /** Of the last batch: nothing newer can be ruled out until somebody confirms. */
  readonly day: Day
  readonly confirmed: boolean
  /** Something of what the server gave did not fit, and was passed over. Absent: nothing was. */
  readonly isTorn?: boolean
  /** First eight six-bit numbers of the head the sheet was made with. */
  readonly words: readonly number[]
}
export interface SheetUse {
  /** What added the device; left out: a sheet. "space": this very device came into what another one shares. */
  readonly by?: "device" | "space"
  /** Hex hash of the entry. */
  readonly id: string
  readonly writer: Writer
  readonly mine: boolean
  /** On which this device learned of it. */
  readonly day: Day
}

export const noRecovery: Recovery = {
  copying: null,
  sheet: null,
  pending: null,
  old: [],
  returning: null,
  returned: null,
  uses: [],
  removing: [],
}

/** As it lies on the disk. */
export function keptRecovery(of: Recovery): Recovery {
  return of.pending === null ? of : { ...of, pending: { ...of.pending, asked: false } }
}
