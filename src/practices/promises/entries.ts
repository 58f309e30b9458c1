import { day, localTime, oneOf, optional, record, ref, target, text, words, zone } from "../shapes.ts"

/** "When …, I will …", with a time. `when` may be empty: then it is "I will …", by that time. */
const promise = {
  matter: optional(ref),
  when: text(1_000),
  will: words(2_000),
  due: localTime,
  zone,
  repeat: oneOf("once", "daily", "weekdays", "weekly"),
  until: optional(day),
  from: optional(ref),
}
/** One due time and how it ended. `due` is the new time, for `changed` alone. */
const ending = {
  occurrence: localTime,
  ending: oneOf("kept", "changed", "told", "found"),
  note: text(2_000),
  due: optional(localTime),
}

export const entries = {
  "promises.intended": { schema: record(promise), log: "private" },
  "promises.own-settled": { schema: record({ promise: ref, ...ending }), log: "private" },
  "promises.own-ended": { schema: record({ promise: ref, reason: text(2_000) }), log: "private" },
  "promises.made": { schema: record(promise), log: "shared", kept: true },
  "promises.settled": { schema: record({ target, ...ending }), log: "shared", kept: true },
  "promises.seen": {
    schema: record({ target, view: oneOf("saw", "differently"), note: text(2_000) }),
    log: "shared",
    kept: true,
  },
  "promises.ended": { schema: record({ target, reason: text(2_000) }), log: "shared", kept: true },
} as const
export type PromisesEntries = typeof entries
