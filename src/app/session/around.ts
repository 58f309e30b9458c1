import type { Day } from "#practices"

/** Where this app stands for others: what an invite link begins with. */
export interface Address {
  readonly app: string
  readonly relay: string
  /** False on this computer's own name without a public https address. */
  readonly usableElsewhere: boolean
}
/** What stands around the state when it is shown. */
export interface Seen {
  readonly connection: "on" | "off"
  readonly server: "full" | "forgot" | "went-back" | "removed" | "misnamed" | "stranger" | null
  /** The server answers, and since that day it has signed nothing newer. */
  readonly noNews: Day | null
  /** Why a picture or a voice waits although the server answers: it has no room, or takes no more from this person just now. */
  readonly filesWait: "full" | "limit" | null
  readonly isStale: boolean
  readonly hasPassphrase: boolean
  readonly storageRefuses: boolean
  readonly thrownAway: boolean
  readonly address: Address | null
  /** Under which this device reaches its server. */
  readonly origin: string
  /** The seven words of the exchange that is open; worked out when it changed. */
  readonly words: readonly number[] | null
}
