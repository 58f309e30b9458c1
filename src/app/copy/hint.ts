// When the app says that a copy would be good: once in a profile's life, when there is something here that this browser may clear by itself.

export interface Lasting {
  /** Opened from an icon of its own. */
  readonly installed: boolean
  /** This browser clears sites that were not used for seven days. */
  readonly clearsUnused: boolean
  /** Whether the browser has said that it keeps this; null: it does not say. */
  readonly persisted: boolean | null
  /** There is something to lose: a page of one's own, something that was sent, a space one joined or came back to. */
  readonly hasKept: boolean
  readonly wasSaid: boolean
  /** How many copies were kept. */
  readonly copies: number
}

export type CopyHint = "unused" | "not-sure"

/** Null: nothing is said. */
export function copyHint(of: Lasting): CopyHint | null {
  if (!of.hasKept || of.wasSaid || of.copies > 0) return null
  if (of.clearsUnused && !of.installed) return "unused"
  return of.persisted === false ? "not-sure" : null
}
