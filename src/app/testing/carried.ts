import { openFile } from "#ledger"
import type { FileFault, FileName, Tools } from "#ledger"
import { bad } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { fetchParts, partAt, sendFile } from "../files/carrying.ts"
import type { CarryDeps, NotFetched, Sent } from "../files/carrying.ts"
import { partOf } from "../files/kept.ts"

// Files that lie in memory, carried as those on a device's disk are.

export function sendBytes(
  deps: CarryDeps,
  { blob, bytes }: { readonly blob: Bytes; readonly bytes: Bytes },
  from: number,
  onPart: (count: number) => Promise<void>,
): Promise<Sent> {
  const part = async (n: number): Promise<Bytes> => partOf(bytes, n)
  return sendFile(deps, { blob, size: bytes.length, part }, { from }, async (count) => {
    await onPart(count)
    return true
  })
}

/** All of a file, opened. */
export async function fetchWhole(
  t: Pick<Tools, "subtle">,
  deps: CarryDeps,
  device: Bytes,
  name: FileName,
): Promise<Outcome<Bytes, FileFault | NotFetched>> {
  let whole: Bytes = new Uint8Array(0)
  const got = await fetchParts(deps, { blob: name.blob, from: 0, size: null }, async (n, bytes, size) => {
    if (n === 0) whole = new Uint8Array(size)
    whole.set(bytes, partAt(n))
    return true
  })
  if (!got.ok) return bad(got.error)
  return openFile(t, { logId: deps.log, device }, name, whole)
}
