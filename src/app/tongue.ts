import type { Direction } from "#kit"

/** The one language this is written in. A test build puts another in the place of this file. */
export const tongue: { readonly locale: string; readonly dir: Direction } = { locale: "en-GB", dir: "ltr" }
