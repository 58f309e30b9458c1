import { fitsBatch, openBatch, sealBatch } from "#ledger"
import type { Moment } from "#practices"
import { sameEntry, SLOT_SIZE } from "#wire"
import type { Entry } from "#wire"
import type { Ground } from "../ground.ts"
import type { RecoveryClient } from "./client.ts"
import { heldAnew } from "./held.ts"
import type { HeldDeps } from "./held.ts"
import type { Copying, Recovery } from "./recovery.ts"

// The private log goes to the server in batches, once its person has chosen that: one a day, when the app is open and something is new (spec/ledger.md §18.2).

export interface CopyDeps extends HeldDeps {
  readonly ground: Ground
  readonly client: RecoveryClient
  readonly clock: () => Moment
}
/** "on": nothing is left to send just now. */
export type Copied = "on" | "off" | "full" | "elsewhere" | "forgot"

/** The day's batch, if there is something for it; and what belonged to codes before is let go of. */
export async function copyDaily(deps: CopyDeps): Promise<Copied> {
  const { ground, clock } = deps
  const { copying, sheet } = ground.now().recovery
  // As long as a new sheet is not whole, what belongs to the one before stays.
  if (sheet?.ready !== false) await lettingGo(deps)
  const { day } = clock()
  if (copying === null || copying.elsewhere || copying.day === day) return "on"
  await ground.turn((state) => heldAnew(deps, state, day))
  return copyAll(deps)
}

/** Everything that is new, now. Where the largest batch is not enough, several. */
export async function copyAll(deps: CopyDeps): Promise<Copied> {
  for (;;) {
    const { recovery, private: own } = deps.ground.now()
    const { copying } = recovery
    if (copying === null || own === null || copying.elsewhere) return "on"
    const entries = own.entries.slice(copying.upTo).map((held) => held.entry)
    if (entries.length === 0) return "on"
    const sent = await sendOne(deps, copying, entries)
    if (sent !== "stored") return sent
  }
}

async function sendOne(
  deps: CopyDeps,
  copying: Copying,
  entries: readonly Entry[],
): Promise<"stored" | "off" | "full" | "elsewhere" | "forgot"> {
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
      return adopt(deps, copying, entries)
    case "ahead":
      return startAnew(deps, copying)
    case "full":
      return "full"
    case "away":
      return "off"
  }
}

/** What lies at our number: our own batch, whose answer was lost, or another device's. */
async function adopt(
  deps: CopyDeps,
  copying: Copying,
  entries: readonly Entry[],
): Promise<"stored" | "off" | "elsewhere"> {
  const { store, batchKey, sent: n } = copying
  const served = await deps.client.batches(store, n)
  const first = served === "away" ? undefined : served.batches[0]
  if (first === undefined) return "off"
  const batch = await openBatch(deps.tools, { store, batchKey, n }, first.bytes)
  const said = batch.ok ? batch.value.entries : []
  const isOwn =
    said.length > 0 &&
    said.every((entry, i) => {
      const own = entries[i]
      return own !== undefined && sameEntry(own, entry)
    })
  if (isOwn) return advance(deps, copying, said.length)
  await changing(deps, copying, (now) => ({ ...now, copying: { ...copying, elsewhere: true } }))
  return "elsewhere"
}

async function advance(deps: CopyDeps, was: Copying, entries: number): Promise<"stored"> {
  const { day } = deps.clock()
  const copying = { ...was, sent: was.sent + 1, upTo: was.upTo + entries, day }
  await changing(deps, was, (now) => ({ ...now, copying }))
  return "stored"
}

/** The server no longer has what was acknowledged: all is sent anew, and the slot went with it, so the sheet finds nothing. */
async function startAnew(deps: CopyDeps, was: Copying): Promise<"forgot"> {
  await changing(deps, was, (now) => ({
    ...now,
    copying: { ...was, sent: 0, upTo: 0 },
    sheet: now.sheet === null ? null : { ...now.sheet, ready: false },
  }))
  return "forgot"
}

/** Another tab may have been there first; then nothing is changed here. */
async function changing(deps: CopyDeps, was: Copying, act: (now: Recovery) => Recovery): Promise<void> {
  await deps.ground.turn(async (state) => {
    const { copying } = state.recovery
    const isSame = copying !== null && copying.sent === was.sent && copying.upTo === was.upTo
    return isSame ? { ...state, recovery: act(state.recovery) } : state
  })
}

/** Old slots are overwritten with noise, old stores go. What cannot be reached now is tried again another time. */
export async function lettingGo({ ground, client, tools }: CopyDeps): Promise<void> {
  for (const one of ground.now().recovery.old) {
    const isGone =
      (one.locator === null || (await client.putSlot(one.locator, tools.random(SLOT_SIZE))) === "stored") &&
      (one.store === null || (await client.drop(one.store)))
    if (!isGone) return
    await ground.turn(async (state) => {
      const old = state.recovery.old.filter((o) => o.store?.join() !== one.store?.join())
      return { ...state, recovery: { ...state.recovery, old } }
    })
  }
}
