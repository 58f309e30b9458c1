import { isMediaType, sealFile } from "#ledger"
import type { Tools } from "#ledger"
import { bad, equalBytes, fileLimits, good, partCount, toBase64url } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Ground } from "../keeping/ground.ts"
import type { State } from "../keeping/state.ts"
import type { Beside } from "../drafts/throwing.ts"
import type { Vault } from "../keeping/vault.ts"
import { behindAll, insideOf, isWhole, partOf, partOps, spareOp, withFile } from "./kept.ts"
import type { KeptFile } from "./kept.ts"
import { thereOf } from "./held-by.ts"

// What a person puts beside what they are writing. It lies here as it is until it is to go; then it is sealed for the log it goes to, and lies here as the relay will
// have it, so that it can be sent part by part, and again, with the same bytes.

export interface PuttingDeps {
  readonly tools: Tools
  readonly ground: Ground
  readonly vault: Vault
}
/** "no-room": this device has none for it. Nothing of it is kept then, and nothing else was touched. */
export type NotPut = { readonly type: "empty" | "too-large" | "no-room" }

/** Durable when it resolves; not there at all until then. */
export async function putting(
  deps: PuttingDeps,
  draft: string,
  { bytes, type }: { readonly bytes: Bytes; readonly type: string },
): Promise<Outcome<KeptFile, NotPut>> {
  if (!isMediaType(type)) throw new Error("a media type of another form")
  if (bytes.length === 0) return bad({ type: "empty" })
  if (bytes.length > fileLimits.bytes) return bad({ type: "too-large" })
  return written(deps, { bytes, type, size: bytes.length, draft, sealed: null })
}

/** Part by part, each with the row that says how many there are. The last one makes it whole, and takes the place of another one where there is one. */
async function written(
  { tools, ground }: PuttingDeps,
  of: Pick<KeptFile, "type" | "size" | "draft" | "sealed"> & { readonly bytes: Bytes },
  inPlaceOf: KeptFile | null = null,
): Promise<Outcome<KeptFile, NotPut>> {
  const { bytes, ...rest } = of
  const count = partCount(bytes.length)
  const [id, under] = [toBase64url(tools.random(16)), tools.random(32)]
  const n = inPlaceOf?.n ?? behindAll(ground.now().files)
  const file: KeptFile = { ...rest, id, n, under, length: bytes.length, here: 0 }
  for (let here = 0; here <= count; here += 1) {
    const next = { ...file, here }
    const act = async (state: State): Promise<State> => {
      // Another page of this browser found it half done, and tidied up.
      if (here > 0 && !state.files.some((one) => one.id === id)) return state
      const files = withFile(state.files, next)
      return { ...state, files: here === count ? files.filter((one) => one.id !== inPlaceOf?.id) : files }
    }
    const ops = here === 0 ? [spareOp(file)] : partOps(next, here - 1, partOf(bytes, here - 1))
    const state = await ground.turn(act, ops).catch(storageRefused)
    if (state === null || !state.files.some((one) => one.id === id)) {
      await without(ground, id)
      return bad({ type: "no-room" })
    }
  }
  return good({ ...file, here: count })
}

/** Null where the disk would not take it; anything else is a fault of ours, or a lock that fell. */
export function storageRefused(error: unknown): null {
  if (error instanceof Error && error.message.startsWith("storage ")) return null
  throw error
}

/** Takes what lies beside a draft away, wherever it lies. */
export async function without(ground: Ground, id: string): Promise<void> {
  const isGone = (file: KeptFile): boolean => file.id === id && (file.sealed?.ref ?? null) === null
  await ground.turn(async (state) => {
    const gone = state.files.filter(isGone)
    if (gone.length === 0) return state
    return {
      ...state,
      files: state.files.filter((file) => !isGone(file)),
      lettingGo: [...state.lettingGo, ...thereOf(state, gone)],
    }
  })
}

/** What did not become whole before this device died or was closed. */
export async function withoutHalves(ground: Ground): Promise<void> {
  const isHalf = (file: KeptFile): boolean => file.draft !== null && !isWhole(file)
  if (!ground.now().files.some(isHalf)) return
  await ground.turn(async (state) => ({ ...state, files: state.files.filter((file) => !isHalf(file)) }))
}

/** Drafts as their files see them: with a draft go the files that lie beside it. */
export function besideDrafts(ground: Ground): Beside {
  const of = (draft: string): readonly KeptFile[] => ground.now().files.filter((file) => file.draft === draft)
  return {
    has: (draft) => of(draft).length > 0,
    gone: (draft) => {
      for (const { id } of of(draft)) void without(ground, id).catch(() => undefined)
    },
  }
}

/** "alone": there is no shared log yet, so there is nobody it could be sealed for. "gone": this device has not got it whole any more. */
export type NotNamed = { readonly type: "alone" | "gone" | "no-room" }

/** Seals what lies beside a draft for the shared log of now. Sealed already, it stays as it is. */
export async function naming(deps: PuttingDeps, id: string): Promise<Outcome<KeptFile, NotNamed>> {
  const { shared, files } = deps.ground.now()
  const file = files.find((one) => one.id === id && one.draft !== null)
  if (file === undefined) return bad({ type: "gone" })
  if (shared === null) return bad({ type: "alone" })
  const at = { logId: shared.state.logId, device: shared.device.id }
  const { sealed } = file
  if (sealed !== null && equalBytes(sealed.log, at.logId) && equalBytes(sealed.device, at.device))
    return good(file)
  const inside = await insideOf(deps, file)
  if (inside === null) return bad({ type: "gone" })
  const made = await sealFile(deps.tools, at, { bytes: inside, type: file.type })
  if (made === null) throw new Error("it was put, and cannot be sealed")
  const here = { log: at.logId, device: at.device, name: made.name, ref: null, there: null }
  const { type, size, draft } = file
  const put = await written(deps, { bytes: made.bytes, type, size, draft, sealed: here }, file)
  return put.ok ? put : bad({ type: "no-room" })
}
