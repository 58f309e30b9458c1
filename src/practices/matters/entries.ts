import { matterNaming, matterKinds, whoseDoing } from "../naming.ts"
import { day, fitting, oneOf, optional, page, record, ref, target, text, words } from "../shapes.ts"

/** Saying that it hurt. Any of the three may be empty. */
const hurt = { matter: ref, happened: page, did: page, need: page }

export const entries = {
  ...matterNaming,
  /** The same matter in better words: the latest counts. */
  "matters.rewritten": {
    schema: record({
      matter: ref,
      title: words(200),
      kind: optional(oneOf(...matterKinds)),
      mine: oneOf(...whoseDoing),
      what: page,
    }),
    log: "private",
  },
  "matters.hurt-kept": { schema: fitting(hurt), log: "private" },
  "matters.closed": { schema: record({ matter: ref }), log: "private" },
  "matters.reopened": { schema: record({ matter: ref }), log: "private" },
  /** Is it over? While it goes on: what ends, by when, who helps. The latest answer counts. */
  "matters.over": {
    schema: record({
      matter: ref,
      answer: oneOf("ended", "going-on", "not-sure"),
      what: optional(text(2_000)),
      by: optional(day),
      helper: optional(text(500)),
    }),
    log: "private",
  },
  /** What the reader chose before a closed page. The latest counts; nobody else ever sees it. */
  "matters.gate": {
    schema: record({ target: ref, choice: oneOf("ready", "not-yet", "in-person", "not-at-all") }),
    log: "private",
  },
  "matters.hurt-said": { schema: fitting(hurt), log: "shared" },
  "matters.remarked": {
    schema: record({ target, remark: oneOf("left-out", "did-not-know"), note: text(2_000) }),
    log: "shared",
  },
  "matters.taken-back": { schema: record({ target: ref }), log: "shared" },
} as const
export type MattersEntries = typeof entries
