import type { Writer } from "../../practices/practice.ts"

/** Where an invitation stands, for the screens of either side. */
export type InviteStep =
  | { readonly step: "none" }
  /** The link may be shown: its invite entry is durable at the relay. `usableElsewhere` is false on localhost without a public https address. */
  | {
      readonly step: "link"
      readonly link: string
      readonly usableElsewhere: boolean
      readonly until: string
    }
  /** The invite waits for a connection. */
  | { readonly step: "preparing" }
  /** A request came: the inviter taps to compare. */
  | { readonly step: "request" }
  /** Both screens show these seven words (indices 0..63 into the word list). */
  | {
      readonly step: "compare"
      readonly words: readonly number[]
      readonly mine: "same" | "not-yet" | null
      /** Joiner: how many are there already. 0: not known, or nobody is asked. */ readonly among: number
    }
  /** This side said same; the other has not yet. */
  | { readonly step: "waiting-for-other"; readonly words: readonly number[]; readonly among: number }
  /** Inviter: both said same; now everybody who is here is asked. */
  | { readonly step: "agreeing" }
  /** Joiner: the request waits for a connection. */
  | { readonly step: "asking" }
  /** Joiner: the request was left; nothing to compare yet. */
  | { readonly step: "asked" }
  | { readonly step: "joined" }
  | {
      readonly step: "stopped"
      readonly because:
        | "different"
        | "two-requests"
        | "cancelled"
        | "too-old"
        | "changed-on-the-way"
        | "link-unusable"
        | "space-here"
        | "other-server"
        | "used"
    }

/** Something everybody who is here has to agree to. Nobody is told who has not. */
export interface Proposed {
  readonly ref: string
  readonly what: "admit" | "close" | "move"
  readonly by: Writer
  /** What who asks calls whom they would let in, or the address they would go to; may be empty, and to an empty address nobody can go. */
  readonly name: string
  readonly agreed: boolean
  readonly mine: boolean
}
