import { fileNamesIn } from "#ledger"
import type { FileName } from "#ledger"
import type { Moment, Ref } from "#practices"
import { equalBytes, fileLimits, piecesFor, sealedSize, toBase64url } from "#wire"
import type { Held } from "../keeping/book.ts"
import type { State } from "../keeping/state.ts"
import { sendFile } from "./carrying.ts"
import { dueFiles } from "./due.ts"
import { reading } from "./fetching.ts"
import type { FetchingDeps } from "./fetching.ts"
import { giveAgain } from "./giving-again.ts"
import { fileOf, isWhole, partHere, withThere } from "./kept.ts"
import type { KeptFile } from "./kept.ts"

// What is carried after a look: first what is to go from the relay, then what is to come there, then what it lost, then the small files of what the others said. A little at a time, so
// that news is looked for in between.

export interface CarryingOn extends FetchingDeps {
  readonly clock: () => Moment
}
/** `why`: what waits there although the relay answers. */
export interface CarriedOn {
  readonly more: boolean
  readonly why: "full" | "limit" | null
}

/** Parts of 256 KiB for one look. */
const atOnce = 16

/** `asked`: blob ids of what was asked for already since this profile was opened, and was not there. */
export async function carryOn(deps: CarryingOn, asked: Set<string>): Promise<CarriedOn> {
  const { shared, alarm, isAway, recovery } = deps.ground.now()
  const nothing = { more: false, why: null }
  if (shared === null || alarm !== null || isAway || recovery.returning !== null) return nothing
  if (!(await letGoThere(deps))) return nothing
  const [file] = dueFiles(deps.ground.now(), deps.clock().at)
  if (file !== undefined) return sent(deps, file)
  await giveAgain(deps, atOnce)
  return { more: await fetchSmall(deps, asked), why: null }
}

/** Whether all that was to go is gone. */
async function letGoThere({ ground, relay }: CarryingOn): Promise<boolean> {
  for (const { log, blob } of ground.now().lettingGo) {
    const { shared } = ground.now()
    // A log that was left is asked for nothing more.
    const isOfNow = shared !== null && equalBytes(shared.state.logId, log)
    if (isOfNow && (await relay.files.drop({ log, blob }, shared.device)) === "away") return false
    await ground.turn(async (state) => ({
      ...state,
      lettingGo: state.lettingGo.filter((one) => !equalBytes(one.blob, blob)),
    }))
  }
  return true
}

async function sent(deps: CarryingOn, file: KeptFile): Promise<CarriedOn> {
  const { ground, relay, vault } = deps
  const { shared } = ground.now()
  const { sealed } = file
  if (sealed === null || shared === null) return { more: false, why: null }
  const noted = async (there: number): Promise<boolean> => {
    const state = await ground.turn(async (now) => withThere(now, file.id, there))
    return isWanted(state, file)
  }
  // Noted before the first part goes: should its entry be taken back now, the relay may have something of it.
  if (sealed.there === null && !(await noted(0))) return { more: false, why: null }
  const on = { parts: relay.files, keys: shared.device, log: sealed.log }
  const part = (n: number) => partHere(vault, file, n)
  const of = { blob: sealed.name.blob, size: file.length, part }
  const { end } = await sendFile(on, of, { from: sealed.there ?? 0, most: atOnce }, noted)
  if (end === "whole" || end === "more" || end === "left") return { more: true, why: null }
  if (end === "lost" || end.is === "refused") {
    await ground.turn(async (state) =>
      notSent(state, sealed.ref, end === "lost" ? "file-lost" : "file-refused"),
    )
    return { more: true, why: null }
  }
  return { more: false, why: end.is === "away" ? null : end.is }
}

/** Its entry may have been taken back meanwhile. */
function isWanted({ queue, files }: State, { id, sealed }: KeptFile): boolean {
  const item = queue.find(({ ref }) => ref === sealed?.ref)
  return (
    files.some((one) => one.id === id) && item?.is === "content" && item.notSent === null && !item.unwanted
  )
}

/** It stays here, with its words and its file. */
function notSent(state: State, ref: Ref | null, why: "file-lost" | "file-refused"): State {
  const queue = state.queue.map((q) => (q.ref === ref ? { ...q, notSent: `house.${why}` } : q))
  return { ...state, queue }
}

interface ToFetch {
  readonly ref: Ref
  readonly name: FileName
}
const known = new WeakMap<Held, readonly ToFetch[]>()

function namedBy(held: Held): readonly ToFetch[] {
  const { opened } = held
  if (opened === null || held.header.kind !== 1) return []
  const names = known.get(held) ?? fileNamesIn(opened.body).map((name) => ({ ref: opened.ref, name }))
  known.set(held, names)
  return names
}

/**
 * One small file of an entry that came, so that who opens it tells nobody by it, and can read without a connection. A large one is asked for when it is looked at.
 * Whether there may be more.
 */
async function fetchSmall(deps: CarryingOn, asked: Set<string>): Promise<boolean> {
  const state = deps.ground.now()
  const { shared } = state
  if (shared === null) return false
  const isToCome = ({ name }: ToFetch): boolean => {
    if (name.size > fileLimits.comesAlong || asked.has(toBase64url(name.blob))) return false
    const file = fileOf(state, shared.state.logId, name.blob)
    return file === null || !isWhole(file)
  }
  const next = shared.entries.flatMap(namedBy).find(isToCome)
  if (next === undefined) return false
  asked.add(toBase64url(next.name.blob))
  const most = sealedSize(piecesFor(fileLimits.comesAlong + 4) ?? 1)
  const got = await reading(deps, { ref: next.ref, blob: next.name.blob }, (sealed) => sealed <= most)
  return got.ok || got.error.type === "missing"
}
