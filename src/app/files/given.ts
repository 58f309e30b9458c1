import { fileNamesIn, FILES_MAX, filesInOrder, openFile } from "#ledger"
import type { GivenFile, Tools } from "#ledger"
import { concat, toHex } from "#wire"
import type { Bytes } from "#wire"
import type { Held } from "../keeping/book.ts"
import type { State } from "../keeping/state.ts"
import type { Vault } from "../keeping/vault.ts"
import { fileOf, wholeHere } from "./kept.ts"
import type { KeptFile } from "./kept.ts"

// Files that go along in a file that is saved: what lies here whole, and is what its entry says. Anything else would make all of it unsound.

interface Deps {
  readonly tools: Tools
  readonly vault: Vault
}
export interface Given extends GivenFile {
  readonly file: KeptFile
}

type Books = Pick<State, "shared" | "copied" | "earlier" | "files">

function namedBy(state: Books, logId: Bytes, { opened, header, seq }: Held): readonly Given[] {
  if (opened === null || header.kind !== 1) return []
  return fileNamesIn(opened.body).flatMap(({ blob }) => {
    const file = fileOf(state, logId, blob)
    return file === null ? [] : [{ logId, seq, blob, length: file.length, file }]
  })
}

/** Of every entry that can be read here. */
export async function givenFiles({ tools, vault }: Deps, state: Books): Promise<readonly Given[]> {
  if (state.files.length === 0) return []
  const parts = [...state.earlier.map(({ part }) => part), state.copied?.shared ?? null, state.shared]
  const all = parts.flatMap((part) =>
    part === null ? [] : part.entries.flatMap((held) => namedBy(state, part.state.logId, held)),
  )
  const sound: Given[] = []
  for (const one of all) {
    const { sealed } = one.file
    const isOnce = !sound.some(({ file }) => file.id === one.file.id)
    const whole = isOnce && sealed !== null ? await wholeHere(vault, one.file) : null
    if (whole === null || sealed === null || sound.length === FILES_MAX) continue
    const opened = await openFile(tools, { logId: sealed.log, device: sealed.device }, sealed.name, whole)
    if (opened.ok) sound.push(one)
  }
  return sound
}

/** A file that is saved, with the bytes of its files behind it. */
export async function withBytes(vault: Vault, head: Bytes, given: readonly Given[]): Promise<Bytes> {
  if (given.length === 0) return head
  const logIds = [...new Map(given.map(({ logId }) => [toHex(logId), logId])).values()]
  const rising = logIds.toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))
  const parts: Bytes[] = [head]
  for (const { file } of filesInOrder(rising, given)) {
    const whole = await wholeHere(vault, file.file)
    if (whole === null) throw new Error("storage damaged")
    parts.push(whole)
  }
  return concat(...parts)
}
