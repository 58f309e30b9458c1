import type { GivenFile } from "#ledger"
import type { FileStore } from "#relay"
import { copy, decodeHeader, equalBytes, fileLimits, partCount, partLength } from "#wire"
import type { Bytes, Entry } from "#wire"

// Files go back with the entries that name them (spec/relay.md §14). They were held against their entries before; here it is only asked whether these still stand.

export type WithBytes = GivenFile & { readonly bytes: Bytes }

/** `there`: the log as it stands with the relay now. How many of these files lie there, and how many of them are new; null: there is no room. */
export async function giveFiles(
  store: FileStore,
  there: readonly Entry[],
  files: readonly WithBytes[],
  hour: number,
): Promise<{ readonly all: number; readonly fresh: number } | null> {
  let [all, fresh] = [0, 0]
  for (const file of files) {
    const entry = there[file.seq]
    const header = entry === undefined ? null : decodeHeader(entry.header)
    // What was taken back since does not come again.
    if (entry === undefined || entry.body === null || header?.ok !== true) continue
    const at = { log: file.logId, device: header.value.device, id: file.blob }
    all += 1
    const begun = await store.begun(at)
    if (begun !== null && begun.wholeAt !== null) continue
    if (begun !== null) await store.drop(at.log, { devices: [at.device], ids: [at.id] })
    for (let n = 0; n < partCount(file.length); n += 1) {
      const from = n * fileLimits.partBytes
      const bytes = copy(file.bytes, from, from + partLength(file.length, n))
      const wholeAt = n + 1 === partCount(file.length) ? file.seq : null
      const kept = await store.addPart(at, { n, bytes }, { size: file.length, wholeAt, hour })
      if (kept !== "stored") return null
    }
    fresh += 1
  }
  return { all, fresh }
}

export function filesOfLog(files: readonly WithBytes[], logId: Bytes): readonly WithBytes[] {
  return files.filter((file) => equalBytes(file.logId, logId))
}
