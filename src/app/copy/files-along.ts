import { FILES_MAX, sealFile } from "#ledger"
import type { CopyFile, Tools } from "#ledger"
import { concat, copy, decodeRef, encodeRef, partCount, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import { insideOf, isWhole, partOf, partOps, wholeHere } from "../files/kept.ts"
import type { KeptFile } from "../files/kept.ts"
import type { Vault, VaultOp } from "../keeping/vault.ts"

// Files that go along in a copy, and come in with one (spec/ledger.md §16.1).

interface Deps {
  readonly tools: Tools
  readonly vault: Vault
}
export interface Along {
  readonly of: CopyFile
  readonly bytes: Bytes
}

/** What is sealed for no log yet is sealed for none. */
const nowhere = { logId: new Uint8Array(32), device: new Uint8Array(16) }

/** All that lies here whole. What the disk lost some of stays behind. */
export async function filesAlong(deps: Deps, files: readonly KeptFile[]): Promise<readonly Along[]> {
  const all: Along[] = []
  for (const file of files.filter(isWhole).slice(0, FILES_MAX)) {
    const inside = await insideOf(deps, file)
    if (inside === null) continue
    const { sealed, draft, type } = file
    if (sealed === null) {
      const made = await sealFile(deps.tools, nowhere, { bytes: inside, type })
      if (made === null) throw new Error("it was put, and cannot be sealed")
      const of = { ref: null, draft: draft ?? "", ...nowhere, name: made.name, length: made.bytes.length }
      all.push({ of, bytes: made.bytes })
      continue
    }
    const bytes = await wholeHere(deps.vault, file)
    const ref = sealed.ref === null ? null : refBytes(sealed.ref)
    const at = { logId: sealed.log, device: sealed.device, name: sealed.name, length: file.length }
    if (bytes !== null) all.push({ of: { ref, draft: ref === null ? (draft ?? "") : "", ...at }, bytes })
  }
  return all
}

function refBytes(ref: string): Bytes {
  const decoded = decodeRef(ref)
  if (decoded === null) throw new Error("a ref of ours that is none")
  return concat(decoded.device, decoded.uid)
}

/** The files of a copy as this device will hold them. None of them was sent from here. */
export function filesArriving(tools: Tools, files: readonly CopyFile[]): readonly KeptFile[] {
  return files.map(({ ref, draft, logId, device, name, length }, n) => ({
    id: toBase64url(tools.random(16)),
    n: n + 1,
    under: tools.random(32),
    length,
    here: partCount(length),
    size: name.size,
    type: name.type,
    draft: ref === null ? draft : null,
    sealed: {
      log: logId,
      device,
      name,
      ref: ref === null ? null : encodeRef(copy(ref, 0, 16), copy(ref, 16, 32)),
      there: null,
    },
  }))
}

/** Each part as one write of its own. */
export function partWrites(
  files: readonly KeptFile[],
  bytes: readonly Bytes[],
): readonly (() => readonly VaultOp[])[] {
  return files.flatMap((file, n) =>
    Array.from({ length: file.here }, (_, part) => () => {
      const whole = bytes[n]
      if (whole === undefined) throw new Error("a file that was not looked at")
      return partOps(file, part, partOf(whole, part))
    }),
  )
}
