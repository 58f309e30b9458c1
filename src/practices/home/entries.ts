import { count, list, member, oneOf, optional, place, record, ref, text, words } from "../shapes.ts"

export const starts = ["hurt", "was-hurt", "both", "unsure", "nobody"] as const
export const relations = ["partner", "friend", "relative", "colleague", "group", "nobody"] as const

const nothing = record({})

export const entries = {
  "home.started": {
    schema: record({
      start: oneOf(...starts),
      relation: oneOf(...relations),
      name: optional(text(100)),
      other: optional(text(100)),
    }),
    log: "private",
  },
  "home.in-touch": { schema: record({ answer: oneOf("yes", "no") }), log: "private" },
  /** Which private entry became which shared one. */
  "home.shared": { schema: record({ was: ref, is: ref }), log: "private" },
  "home.safety-seen": { schema: nothing, log: "private" },
  "home.server-seen": { schema: nothing, log: "private" },
  /** What a sheet to come back with needs to open, each under its key alone (spec/ledger.md §18.4). */
  "home.sheet": {
    schema: record({
      recovery: member,
      keys: list(record({ log: ref, member, epoch: count, enc: ref, ct: text(64) }), 200),
    }),
    log: "private",
  },
  /** Which devices of mine in my own log and in what is shared are one and the same (spec/ledger.md §20.5). */
  "home.device": {
    schema: record({
      devices: list(record({ own: member, log: optional(ref), there: optional(member) }), 16),
    }),
    log: "private",
  },
  /** What is shared, for a device of mine that may come into it (spec/ledger.md §21). */
  "home.space": { schema: record({ log: ref, member, by: member, own: member }), log: "private" },
  /** The keys with which this device of mine would come into it, proved for the one that said so. */
  "home.asks": {
    schema: record({ log: ref, by: member, ed: ref, x: ref, nonce: ref, pop: text(86) }),
    log: "private",
  },
  /** What it needs to read what was said there before, for it alone. */
  "home.opens": {
    schema: record({
      log: ref,
      there: member,
      seq: place,
      hash: ref,
      keys: list(record({ epoch: count, enc: ref, ct: text(64) }), 200),
    }),
    log: "private",
  },
  /** Where the copies of one's own pages lie from here on, for one's own devices (spec/ledger.md §19.3). */
  "home.store": { schema: record({ store: ref, batchKey: ref }), log: "private" },
  /** What opens a held answer: mine, kept before it goes, or another's that was shown to me (spec/ledger.md §15.1). */
  "home.held": { schema: record({ answer: ref, k: ref }), log: "private" },
  /** My name for the other to see. */
  "home.named": { schema: record({ name: words(100) }), log: "shared" },
  /** What I call somebody I would like to let in, for those who are asked; until they say their own name. */
  "home.introduced": { schema: record({ member, name: words(100) }), log: "shared" },
  /** The address of a server to go to together; whether anybody goes there is said by the record's own operation (spec/relay.md §13). */
  "home.moving": { schema: record({ address: words(400) }), log: "shared" },
} as const
export type HomeEntries = typeof entries
