import { fileNamesIn, openFile } from "#ledger"
import type { FileName, Tools } from "#ledger"
import type { Ref } from "#practices"
import { bad, decodeRef, equalBytes, good, toBase64url } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Ground } from "../keeping/ground.ts"
import { isMoved } from "../moving/agreed.ts"
import { keysFor } from "../recovery/sets.ts"
import type { RelayClient } from "../server/relay-client.ts"
import type { State } from "../keeping/state.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"
import { fetchParts, partAt } from "./carrying.ts"
import { behindAll, fileOf, isWhole, partHere, partOps, spareOp, wholeHere, withFile } from "./kept.ts"
import type { KeptFile } from "./kept.ts"
import { storageRefused } from "./putting.ts"

// Reads a file that an entry names: from this device, or else from the relay, and then it is kept. What comes is held against the entry, all of it, before any of it is
// shown; what is not what the entry says is missing, and so is what is not there (spec/ledger.md §23.2).

export interface FetchingDeps {
  readonly tools: Tools
  readonly ground: Ground
  readonly vault: Vault
  readonly relay: RelayClient
  readonly relayOrigin: string
}
/** "away": it could not be asked for just now. "missing": it is not there, or not what the entry says. */
export type NotRead = { readonly type: "missing" | "away" }

export interface FileOfEntry {
  readonly ref: Ref
  readonly blob: Bytes
}
/** Where it stands, and what the entry says of it. */
interface Named {
  readonly log: Bytes
  readonly device: Bytes
  readonly name: FileName
  readonly ref: Ref
  /** In the log of now: the relay can be asked for it. */
  readonly isLive: boolean
}

/** Says what of a relay's word about the size of a file is believed, in bytes as it lies there. */
export type Most = (sealed: number) => boolean
const any: Most = () => true

export async function reading(
  deps: FetchingDeps,
  of: FileOfEntry,
  isWanted: Most = any,
): Promise<Outcome<Bytes, NotRead>> {
  const named = namedIn(deps.ground.now(), of)
  if (named === null) return bad({ type: "missing" })
  const here = fileOf(deps.ground.now(), named.log, named.name.blob)
  const inside = here === null || !isWhole(here) ? null : await openedHere(deps, named, here)
  if (inside !== null) return good(inside)
  if (!named.isLive) return bad({ type: "missing" })
  // The disk lost some of what was here: what lies with the relay takes its place.
  if (here !== null && isWhole(here)) await forget(deps, here)
  return fetched(deps, named, isWanted)
}

async function openedHere(deps: FetchingDeps, named: Named, file: KeptFile): Promise<Bytes | null> {
  const whole = await wholeHere(deps.vault, file)
  return whole === null ? null : inside(deps, named, whole)
}

async function inside(deps: FetchingDeps, { log, device, name }: Named, whole: Bytes): Promise<Bytes | null> {
  const opened = await openFile(deps.tools, { logId: log, device }, name, whole)
  return opened.ok ? opened.value : null
}

function forget({ ground }: FetchingDeps, file: Pick<KeptFile, "id">): Promise<State> {
  return ground.turn(async (state) =>
    state.files.some(({ id }) => id === file.id)
      ? { ...state, files: state.files.filter(({ id }) => id !== file.id) }
      : state,
  )
}

/** The entry must be here, opened, and name this very file. */
function namedIn(state: State, { ref, blob }: FileOfEntry): Named | null {
  const device = decodeRef(ref)?.device
  if (device === undefined) return null
  const earlier = state.earlier.map(({ part }) => part)
  for (const book of [state.shared, state.copied?.shared ?? null, ...earlier]) {
    const held = book?.entries.find(({ opened }) => opened?.ref === ref)
    const name = nameIn(held?.opened?.body, blob)
    if (book !== null && held?.header.kind === 1 && name !== null)
      return { log: book.state.logId, device, name, ref, isLive: book === state.shared }
  }
  const waits = [...state.queue, ...state.earlier.flatMap(({ unsent }) => unsent)].find((q) => q.ref === ref)
  const name = waits?.is === "content" ? nameIn(waits.entry.body, blob) : null
  const file = state.files.find(({ sealed }) => sealed?.ref === ref && equalBytes(sealed.name.blob, blob))
  const log = file?.sealed?.log
  return name === null || log === undefined ? null : { log, device, name, ref, isLive: false }
}

function nameIn(body: unknown, blob: Bytes): FileName | null {
  return fileNamesIn(body).find((name) => equalBytes(name.blob, blob)) ?? null
}

async function fetched(deps: FetchingDeps, named: Named, isWanted: Most): Promise<Outcome<Bytes, NotRead>> {
  const { ground, tools } = deps
  const { shared, alarm, isAway } = ground.now()
  if (shared === null || alarm !== null || isAway || isMoved(ground.now(), deps.relayOrigin))
    return bad({ type: "away" })
  const before = await begun(deps, named)
  let { file, whole } = before
  let isKept = true
  const isNamed = (): boolean => namedIn(ground.now(), { ref: named.ref, blob: named.name.blob }) !== null
  const onPart = async (n: number, bytes: Bytes, size: number): Promise<boolean> => {
    if (!isWanted(size)) return false
    whole ??= new Uint8Array(size)
    whole.set(bytes, partAt(n))
    if (!isNamed()) return false
    if (!isKept) return true
    const begins = file ?? fresh(deps, named, size)
    const kept =
      (n > 0 || (await keep(deps, named, begins, [spareOp(begins)]))) &&
      (await keep(deps, named, { ...begins, here: n + 1 }, partOps(begins, n, bytes)))
    isKept = kept
    file = kept ? { ...begins, here: n + 1 } : null
    if (!kept) await forget(deps, begins).catch(storageRefused)
    return true
  }
  const keys = await keysFor(tools, ground.now(), shared)
  const on = { parts: deps.relay.files, keys, log: named.log }
  const from = { blob: named.name.blob, from: file?.here ?? 0, size: file?.length ?? null }
  const got = await fetchParts(on, from, onPart)
  const read = got.ok && whole !== null ? await inside(deps, named, whole) : null
  if (read !== null) return good(read)
  const isAwayNow = !got.ok && got.error.type === "away"
  if (!isAwayNow && file !== null) await forget(deps, file)
  return bad({ type: isAwayNow ? "away" : "missing" })
}

/** False where this device has no room for it: then it is read, and asked for again the next time. */
async function keep(
  { ground }: FetchingDeps,
  named: Named,
  file: KeptFile,
  ops: readonly VaultOp[],
): Promise<boolean> {
  const act = async (now: State): Promise<State> =>
    mayKeep(now, named, file) ? { ...now, files: withFile(now.files, file) } : now
  const state = await ground.turn(act, ops).catch(storageRefused)
  return state !== null && state.files.some(({ id }) => id === file.id)
}

/** What came the last time, as far as it lies here. */
async function begun(
  deps: FetchingDeps,
  { log, name }: Named,
): Promise<{ file: KeptFile | null; whole: Bytes | null }> {
  const file = fileOf(deps.ground.now(), log, name.blob)
  if (file === null) return { file: null, whole: null }
  const whole = new Uint8Array(file.length)
  for (let n = 0; n < file.here; n += 1) {
    const part = await partHere(deps.vault, file, n)
    if (part === null) return { file: { ...file, here: 0 }, whole: null }
    whole.set(part, partAt(n))
  }
  return { file, whole }
}

function fresh({ tools, ground }: FetchingDeps, { log, device, name, ref }: Named, length: number): KeptFile {
  const { size, type } = name
  const sealed = { log, device, name, ref, there: null }
  const [id, under] = [toBase64url(tools.random(16)), tools.random(32)]
  const n = behindAll(ground.now().files)
  return { id, n, under, length, here: 0, size, type, draft: null, sealed }
}

/** While it came, its entry may have been taken back, or another page of this browser may have fetched it. */
function mayKeep(state: State, named: Named, file: KeptFile): boolean {
  const there = fileOf(state, named.log, named.name.blob)
  return (
    namedIn(state, { ref: named.ref, blob: named.name.blob }) !== null && (there?.id ?? file.id) === file.id
  )
}
