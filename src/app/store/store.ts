import type { Bytes, Outcome } from "#wire"

/** Bytes in, bytes out, by table and key. It knows no person and no meaning; what goes in is sealed already (vault.ts). */
export interface Store {
  readonly get: (table: string, key: string) => Promise<Bytes | null>
  /** Rows of a table in the order of their keys, from `from` on. */
  readonly list: (table: string, from?: string, limit?: number) => Promise<readonly Row[]>
  /** How many rows a table has. */
  readonly count: (table: string) => Promise<number>
  /** All of it or nothing. When it resolves ok, the disk has it. */
  readonly batch: (ops: readonly StoreOp[]) => Promise<Outcome<null, StoreFault>>
  readonly close: () => void
}
export interface Row {
  readonly key: string
  readonly value: Bytes
}
export type StoreOp =
  | { readonly op: "put"; readonly table: string; readonly key: string; readonly value: Bytes }
  | { readonly op: "delete"; readonly table: string; readonly key: string }
  /** Every row of the table, in its turn among the others. */
  | { readonly op: "clear"; readonly table: string }
/** "full": the browser gives no more room. "gone": it refuses, or took the store away. Nothing was written either way. */
export interface StoreFault {
  readonly type: "full" | "gone"
}
