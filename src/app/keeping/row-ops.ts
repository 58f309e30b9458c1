import { toRow } from "./rows.ts"
import type { VaultOp } from "./vault.ts"

/** Rows of what goes by a ref. */
export function refOps<T extends { readonly ref: string }>(
  table: "queue" | "unplaced",
  before: readonly T[],
  after: readonly T[],
): readonly VaultOp[] {
  if (before === after) return []
  const puts = after
    .filter((one) => !before.includes(one))
    .map((one): VaultOp => ({ op: "put", table, name: one.ref, value: toRow(one) }))
  const gone = before
    .filter((one) => !after.some(({ ref }) => ref === one.ref))
    .map(({ ref }): VaultOp => ({ op: "delete", table, name: ref }))
  return [...gone, ...puts]
}

/** A row of the desk of its own. */
export function deskOps<T>(
  name: string,
  before: T | null,
  after: T | null,
  row: (of: T) => unknown,
): readonly VaultOp[] {
  if (before === after) return []
  if (after === null) return [{ op: "delete", table: "desk", name }]
  return [{ op: "put", table: "desk", name, value: toRow(row(after)) }]
}
