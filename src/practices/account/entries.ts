import { fitting, oneOf, optional, page, record, ref } from "../shapes.ts"

/** The parts of an account, in the order they are offered. Each may be empty, not all. */
export const parts = ["did", "how", "why", "hid", "impact", "later"] as const
export type Part = (typeof parts)[number]

const account = { matter: ref, did: page, how: page, why: page, hid: page, impact: page, later: page }

export const entries = {
  "account.kept": { schema: fitting(account), log: "private" },
  /** What the reader chose before a closed account. The latest counts; nobody else ever sees it. */
  "account.gate": {
    schema: record({ target: ref, choice: oneOf("ready", "not-yet", "in-person", "not-at-all") }),
    log: "private",
  },
  /** `addition` names the earlier account this adds to: a later truth is labelled as one. */
  "account.told": { schema: fitting({ ...account, addition: optional(ref) }), log: "shared" },
  "account.taken-back": { schema: record({ target: ref }), log: "shared" },
} as const
export type AccountEntries = typeof entries
