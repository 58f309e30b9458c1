import { fitsBatch, sealBatch } from "#ledger"
import type { Moment } from "#practices"
import { equalBytes, isActive, SLOT_SIZE } from "#wire"
import type { Entry } from "#wire"
import { hasErrand } from "../coming/later.ts"
import { mayLetGo } from "../devices/moving.ts"
import { hasToPlace, placed } from "../devices/placing.ts"
import { acknowledged, readOn } from "../devices/reading.ts"
import { isLacking } from "../devices/seen.ts"
import { isAlone } from "../devices/unplaced.ts"
import type { Book } from "../keeping/book.ts"
import type { Ground } from "../keeping/ground.ts"
import type { State } from "../keeping/state.ts"
import type { RecoveryClient } from "./client.ts"
import type { HeldDeps } from "./held.ts"
import type { Copying, Recovery } from "./recovery.ts"

// The private log goes to the server in batches, once its person has chosen that: one a day, when the app is open and something is new (spec/ledger.md §18.2). Where
// several devices write it, what the others placed is read first (§19).

export interface CopyDeps extends HeldDeps {
  readonly ground: Ground
  readonly client: RecoveryClient
  readonly clock: () => Moment
}
/** "on": nothing is left to send just now. "forgot": the server has less than was acknowledged. */
export type Copied = "on" | "off" | "full" | "forgot"

/** The day's batch, if there is something for it; and what belonged to codes before is let go of. `reads`: the others may have written. */
export async function copyDaily(deps: CopyDeps, reads = false): Promise<Copied> {
  const { ground, clock } = deps
  const { copying, sheet } = ground.now().recovery
  // As long as a new sheet is not whole, what belongs to the one before stays.
  if (sheet?.ready !== false) await lettingGo(deps)
  const { day } = clock()
  if (copying === null) return "on"
  if (copying.day === day && !isUrgent(ground.now()))
    return reads && isShared(ground.now()) ? reading(deps) : "on"
  return copyAll(deps)
}

/** What a person does and waits for: a device that goes, or one that came with a sheet. */
function isUrgent(state: State): boolean {
  const { removingOwn = [], addingOwn = [], returningOwn } = state.recovery
  return removingOwn.length + addingOwn.length > 0 || returningOwn !== undefined || hasErrand(state)
}

/** Other devices write here too, or this one is none any more. */
function isShared(state: State): boolean {
  return state.private !== null && !isAlone({ ...state, private: state.private })
}

const attempts = 24

/** Everything that is new, now. Where the largest batch is not enough, several. `asked`: a person pressed for it. */
export async function copyAll(deps: CopyDeps, asked = false): Promise<Copied> {
  const { ground, clock } = deps
  let store: Copying["store"] | null = null
  let isTaken = false
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = ground.now()
    if (before.recovery.copying === null || before.private === null) return "on"
    const isNew = store === null || !equalBytes(store, before.recovery.copying.store)
    if (isTaken || (isNew && (asked || isShared(before) || hasToPlace(before) || isFollowing(before)))) {
      const read = await reading(deps)
      isTaken = read === "forgot" && (asked || !isShared(before)) && (await anew(deps))
      if (isTaken) continue
      if (read !== "on") return read
      ;({ store } = ground.now().recovery.copying ?? before.recovery.copying)
    }
    const { private: own, recovery } = await ground.turn((state) => placed(deps, state, clock().day))
    const { copying } = recovery
    if (own === null || copying === null) return "on"
    store ??= copying.store
    const entries = own.entries.slice(copying.upTo).map((held) => held.entry)
    if (entries.length === 0 || !isActive(own.state, own.device.id)) return "on"
    const sent = await sendOne(deps, copying, entries)
    if (sent !== "stored" && sent !== "taken") return sent
    isTaken = sent === "taken"
  }
  return "off"
}

/** A store that was told of and not read yet. */
function isFollowing({ recovery: { copying } }: State): boolean {
  return copying !== null && copying.sent === 0 && copying.settled !== undefined
}

async function sendOne(
  deps: CopyDeps,
  copying: Copying,
  entries: readonly Entry[],
): Promise<"stored" | "taken" | "off" | "full" | "forgot"> {
  const { tools, client, clock } = deps
  const { day } = clock()
  const of = entries.slice(0, fitsBatch(entries))
  const place = { store: copying.store, batchKey: copying.batchKey, n: copying.sent }
  const added = await client.add(
    copying.store,
    copying.sent,
    await sealBatch(tools, place, { day, entries: of }),
  )
  switch (added) {
    case "stored":
      return advance(deps, copying, of.length)
    case "taken":
      return "taken"
    case "ahead":
      return startAnew(deps, copying)
    case "full":
      return "full"
    case "away":
      return "off"
  }
}

async function advance(deps: CopyDeps, was: Copying, entries: number): Promise<"stored"> {
  const { day } = deps.clock()
  const { forgot: _, ...rest } = was
  const copying = { ...rest, sent: was.sent + 1, upTo: was.upTo + entries, day }
  await changing(deps, was, (now) => ({ ...now, copying }))
  return "stored"
}

/**
 * Where the store holds less than was acknowledged, that is said, and nothing is sent before a person asks for it: a device that was let go can empty a store it
 * knows, and what is written here would go on where that one still reads (spec/ledger.md §19.2).
 */
async function reading(deps: CopyDeps): Promise<"on" | "off" | "forgot"> {
  const { shared } = deps.ground.now()
  const read = await readOn(deps)
  const { copying } = deps.ground.now().recovery
  if (read === "on" && copying !== null && shared !== null) await noticing(deps, copying, shared)
  if (read === "forgot" && copying !== null)
    await changing(deps, copying, (now) => ({ ...now, copying: { ...copying, forgot: true } }))
  return read
}

/** Said when it was so at two readings in a row; and no more once it has come. */
async function noticing(deps: CopyDeps, was: Copying, before: Book): Promise<void> {
  const isLess = await isLacking(deps.tools, deps.ground.now(), before)
  const lacks = !isLess ? undefined : was.lacks === undefined ? 1 : 2
  if (lacks === was.lacks) return
  const { lacks: _, ...rest } = was
  await changing(deps, was, (now) => ({ ...now, copying: lacks === undefined ? rest : { ...rest, lacks } }))
}

async function anew(deps: CopyDeps): Promise<true> {
  const { copying } = deps.ground.now().recovery
  if (copying !== null) await startAnew(deps, copying)
  return true
}

/** The server no longer has what was acknowledged: all is sent anew, and the slot went with it, so the sheet finds nothing. */
async function startAnew(deps: CopyDeps, was: Copying): Promise<"forgot"> {
  const { forgot: _, settled: __, ...copying } = was
  await changing(deps, was, (now) => ({
    ...now,
    copying: { ...copying, sent: 0, upTo: 0 },
    sheet: now.sheet === null ? null : { ...now.sheet, ready: false },
  }))
  return "forgot"
}

/** Another tab may have been there first; then nothing is changed here. */
async function changing(deps: CopyDeps, was: Copying, act: (now: Recovery) => Recovery): Promise<void> {
  await deps.ground.turn(async (state) => {
    const { copying } = state.recovery
    const isSame =
      copying !== null &&
      equalBytes(copying.store, was.store) &&
      copying.sent === was.sent &&
      copying.upTo === was.upTo
    return isSame ? acknowledged({ ...state, recovery: act(state.recovery) }) : state
  })
}

/** Old slots are overwritten with noise, old stores go. What cannot be reached now is tried again another time. */
export async function lettingGo({ ground, client, tools, clock }: CopyDeps): Promise<void> {
  const { private: book, recovery } = ground.now()
  for (const one of recovery.old) {
    if (!mayLetGo(book, one, clock().day)) continue
    const isGone =
      (one.locator === null || (await client.putSlot(one.locator, tools.random(SLOT_SIZE))) === "stored") &&
      (one.store === null || (await client.drop(one.store)))
    if (!isGone) return
    await ground.turn(async (state) => {
      const old = state.recovery.old.filter(
        (o) => o.store?.join() !== one.store?.join() || o.locator?.join() !== one.locator?.join(),
      )
      return { ...state, recovery: { ...state.recovery, old } }
    })
  }
}
