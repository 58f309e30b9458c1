import type { Tools } from "#ledger"
import { utf8 } from "#wire"
import type { Store, StoreOp } from "../store/store.ts"
import { partsTable } from "../keeping/vault.ts"

// While a copy comes in, parts of its files lie there before there is a profile: this says whose they are, so that they can be let go of if it never comes.

const row = { table: "bringing", key: "profile" } as const

export function comesIn(profile: string): StoreOp {
  return { op: "put", ...row, value: utf8(profile) }
}

/** In the batch with which the profile is there. */
export const isIn: StoreOp = { op: "delete", ...row }

export async function withoutHalf({ decodeUtf8 }: Pick<Tools, "decodeUtf8">, store: Store): Promise<void> {
  const left = await store.get(row.table, row.key)
  if (left !== null) await store.batch([{ op: "clear", table: partsTable(decodeUtf8(left)) }, isIn])
}
