import { epochKeyFrom } from "#ledger"
import type { DeviceKeys } from "#ledger"
import type { Bytes, Checked, Entry } from "#wire"

/** What the chain itself wrapped to this recovery key. */
export async function epochsOf(
  recovery: DeviceKeys,
  entries: readonly Entry[],
  { verdicts }: Pick<Checked, "verdicts">,
): Promise<ReadonlyMap<number, Bytes>> {
  const found = new Map<number, Bytes>()
  for (const [i, entry] of entries.entries()) {
    if (verdicts[i]?.verdict !== "ok") continue
    const key = await epochKeyFrom(recovery, entry)
    if (key.ok && key.value !== null) found.set(key.value.number, key.value.key)
  }
  return found
}
