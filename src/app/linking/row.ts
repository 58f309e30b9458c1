import type { Store, StoreOp } from "../store/store.ts"

/** Where the new device keeps what it drew until it is here. It lies there as it is: in an empty browser there is no passphrase yet. */
export const linkingRow = { table: "device", key: "arriving" } as const
export const withoutLinking: StoreOp = { op: "delete", ...linkingRow }

export async function isLinkingIn(store: Store): Promise<boolean> {
  return (await store.get(linkingRow.table, linkingRow.key)) !== null
}
