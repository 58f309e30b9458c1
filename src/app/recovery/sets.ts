import { makeDeviceAdd, makeRecoverySet, recoveryKeys } from "#ledger"
import type { AnyDraft, DeviceKeys, Tools } from "#ledger"
import { decodeControl, deviceId, equalBytes, fromHex, isActive, signerOf, toBase64url, toHex } from "#wire"
import type { DeviceAdd } from "#wire"
import type { Day } from "#practices"
import type { Book, Held } from "../keeping/book.ts"
import { canSet } from "./held.ts"
import type { Sheet, SheetUse } from "./recovery.ts"
import { mine } from "../people/here.ts"
import { owedThere } from "../linking/parting.ts"
import type { State } from "../keeping/state.ts"

// What a sheet does in the shared log: its key is set there, it adds a device, and a lost one goes. Decided on the state as it is, never placed again.

/** The recovery key that somebody asked for just now. */
export async function setNow(t: Tools, state: State): Promise<readonly AnyDraft[]> {
  return state.recovery.pending?.asked === true ? setting(t, state) : []
}

/** The recovery key of a log that was shared after the sheet: right before the next words somebody chose to write, once a batch holds its seed. */
export async function setBefore(t: Tools, state: State): Promise<readonly AnyDraft[]> {
  const { pending, copying } = state.recovery
  if (pending === null || copying === null || copying.upTo <= pending.entry) return []
  return setting(t, state)
}

async function setting(t: Tools, state: State): Promise<readonly AnyDraft[]> {
  const { shared, recovery } = state
  if (shared === null || recovery.pending === null || !canSet(state)) return []
  const keys = await recoveryKeys(t, recovery.pending.seed)
  const of = { logId: shared.state.logId, member: shared.member, setter: shared.device.id }
  return [{ uid: t.random(16), control: await makeRecoverySet(t, keys, of) }]
}

/** The sheet's key adds this device, first of its person's. Null: the key is in force no more, so nothing can be signed with it. */
export async function addingMe(
  t: Tools,
  state: State,
): Promise<{ readonly by: DeviceKeys; readonly drafts: readonly AnyDraft[] } | null> {
  const { shared, recovery } = state
  if (shared === null || recovery.returning === null) return null
  const by = await recoveryKeys(t, recovery.returning)
  if (signerOf(shared.state, by.id)?.is !== "recovery") return null
  const of = { logId: shared.state.logId, member: shared.member, adder: by.id, rank: 1 } as const
  return { by, drafts: [{ uid: t.random(16), control: await makeDeviceAdd(t, shared.device, of) }] }
}

/** Who asks and signs in what is shared: this device, or, before it is added, the sheet's key. */
export async function keysFor(t: Tools, { recovery }: State, book: Book): Promise<DeviceKeys> {
  return recovery.returning === null ? book.device : recoveryKeys(t, recovery.returning)
}

/** A lost device goes, with all that came through it. One at a time: with it others may have gone already. */
export function removingNow(t: Tools, state: State): readonly AnyDraft[] {
  const { shared, recovery } = state
  if (shared === null || !isActive(shared.state, shared.device.id)) return []
  const target = [...recovery.removing.map((hex) => fromHex(hex)), ...owedThere(state)].find(
    (id) => id !== null && isActive(shared.state, id),
  )
  if (target === undefined || target === null) return []
  return [{ uid: t.random(16), control: { op: "device.remove", target, kept: [] } }]
}

/** This person's other devices in a log. */
export function otherDevices(book: Book): readonly Book["device"]["id"][] {
  return (mine(book)?.devices ?? []).filter((id) => !equalBytes(id, book.device.id))
}

/** What verified entries of the shared log have done to all this. */
export function afterEntries(state: State, added: readonly Held[], day: Day): State["recovery"] {
  const { shared, recovery } = state
  if (shared === null) return recovery
  const me = mine(shared)
  const { pending, sheet, returned } = recovery
  const isSet =
    pending !== null && me?.recovery !== null && toHex(me?.recovery?.id ?? new Uint8Array(0)) === pending.id
  const isHere = isActive(shared.state, shared.device.id)
  const uses = added.flatMap((held) => useIn(shared, held, day))
  const known = isSet && sheet !== null ? { ...sheet, from: shared.state.epoch.number } : sheet
  const isAnswered = returned !== null && isHere && added.some((held) => isOthersAfterMe(shared, held))
  return {
    ...recovery,
    pending: isSet ? null : pending,
    sheet: added.some((held) => isReplaced(shared, held)) ? withNewer(known, day) : known,
    returning: isHere ? null : recovery.returning,
    returned: returned !== null && isAnswered ? { ...returned, confirmed: true } : returned,
    uses: [...recovery.uses, ...uses.filter((use) => !recovery.uses.some(({ id }) => id === use.id))],
    ...cameIn(recovery, added, day),
    removing: recovery.removing.filter((hex) => shared.state.devices.get(hex)?.state === "active"),
  }
}

/** Another device of this person put a recovery key in the place of the one there was: it made a newer sheet. */
function isReplaced(book: Book, held: Held): boolean {
  const isMineElsewhere = isSetOfMine(book, held) && !equalBytes(held.header.device, book.device.id)
  return isMineElsewhere && book.entries.slice(0, held.seq).some((one) => isSetOfMine(book, one))
}

function isSetOfMine(book: Book, { header, verdict, entry }: Held): boolean {
  if (header.kind !== 2 || verdict.verdict !== "ok" || entry.body === null) return false
  const writer = book.state.devices.get(toHex(header.device))?.member
  if (writer === undefined || !equalBytes(writer, book.member)) return false
  const { is, ...decoded } = decodeControl(entry.body)
  return is === "built" && "control" in decoded && decoded.control.op === "recovery.set"
}

function withNewer(sheet: Sheet | null, day: Day): Sheet | null {
  if (sheet === null) return null
  const { isAhead, ...rest } = sheet
  return isAhead === true ? rest : { ...rest, newer: day }
}

/** A device that another one or a sheet added: said on every other device. What stood there before this person came is not theirs to hear of. */
function useIn(book: Book, held: Held, day: Day): readonly SheetUse[] {
  const add = addIn(held)
  if (add === null || held.seq <= (mine(book)?.since ?? 0)) return []
  // This very device came; it knows.
  if (equalBytes(deviceId(add.ed, add.x), book.device.id)) return []
  const of = {
    id: held.hash,
    writer: toBase64url(add.member),
    mine: equalBytes(add.member, book.member),
    day,
  }
  return [book.state.devices.has(toHex(held.header.device)) ? { ...of, by: "device" } : of]
}

function addIn(held: Held): DeviceAdd | null {
  if (held.header.kind !== 2 || held.verdict.verdict !== "ok" || held.entry.body === null) return null
  const control = decodeControl(held.entry.body)
  return control.is === "built" && control.control.op === "device.add" ? control.control : null
}

function cameIn(
  before: State["recovery"],
  added: readonly Held[],
  day: Day,
): Pick<State["recovery"], "came"> {
  const came = added.flatMap((held) => {
    const add = addIn(held)
    return add === null ? [] : [[toHex(deviceId(add.ed, add.x)), day] as const]
  })
  return came.length === 0 ? {} : { came: { ...before.came, ...Object.fromEntries(came) } }
}

/** Another member wrote on top of an entry that knows this device: they hold the same history. */
function isOthersAfterMe(book: Book, held: Held): boolean {
  const writer = book.state.devices.get(toHex(held.header.device))?.member
  const since = book.state.devices.get(toHex(book.device.id))?.since ?? Infinity
  return writer !== undefined && !equalBytes(writer, book.member) && held.seq > since
}
