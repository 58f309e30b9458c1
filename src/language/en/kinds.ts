import type { TextKind } from "../reading.ts"

export const all: readonly TextKind[] = ["apology", "account", "paraphrase", "promise"]
/** Where the writer speaks of their own acts; in a paraphrase they speak of the other's words. */
export const own: readonly TextKind[] = ["apology", "account", "promise"]
export const told: readonly TextKind[] = ["apology", "account"]
