import type { limits } from "#wire"

/** The limits of wire/protocol.ts, as numbers that a test may lower. */
export type Limits = { readonly [K in keyof typeof limits]: number }
