import type { Bytes, Entry } from "#wire"
import { createKeys, startLog } from "../../src/relay/testing/writer.ts"

/** A log whose entries are signed and ready to go: the genesis, then content of one size, each following on the last. */
export interface SealedLog {
  readonly id: Bytes
  readonly genesis: Entry
  readonly entries: readonly Entry[]
}

/** Words of 1 KiB as they travel: header 148, signature 64, body 1024 + 80, and the flag before them. */
export const bodySize = 1024
export const wireLength = 1 + 148 + 64 + bodySize + 80

export async function sealedLogs(logs: number, each: number): Promise<readonly SealedLog[]> {
  const all: SealedLog[] = []
  for (let n = 0; n < logs; n += 1) {
    const keys = await createKeys()
    const log = await startLog(keys)
    const entries: Entry[] = []
    while (entries.length < each) entries.push(await log.content(keys, bodySize))
    all.push({ id: log.id, genesis: log.genesis, entries })
  }
  return all
}
