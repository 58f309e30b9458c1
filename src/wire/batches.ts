// spec/relay.md §9: what a person leaves with a relay of their private log. The relay sees sizes and numbers; what is inside is spec/ledger.md §18.

/** salt 32 | commit 32 | ciphertext, and its tag of 16. */
export const BATCH_OVERHEAD = 80
/** The plaintext of a batch has one of these sizes, in bytes. */
export const batchSteps = [16_384, 65_536, 262_144, 1_048_576] as const
/** The plaintext of a slot. */
export const SLOT_PLAIN = 512
export const SLOT_SIZE = SLOT_PLAIN + BATCH_OVERHEAD

export const batchLimits = {
  /** The largest batch. */
  batchBytes: batchSteps[3] + BATCH_OVERHEAD,
  /** Batches of one store in a day of the relay. */
  batchesPerDay: 8,
  /** Batches of one store. */
  batches: 8192,
  /** Bytes of one store. */
  storeBytes: 256 * 1024 * 1024,
  /** Stores and slots begun in one hour, all together. */
  begunPerHour: 256,
} as const

export function isBatchSize(length: number): boolean {
  return batchSteps.some((step) => step + BATCH_OVERHEAD === length)
}
