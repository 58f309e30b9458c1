import type { OpenRow } from "./rows.ts"

// What is open: each with what holds meanwhile, and what is still owed.

export const openRows: readonly OpenRow[] = [
  {
    row: 25,
    what: "Whoever serves the app serves another one",
    open: "no page can hold this off, and the app says so before anything is shared. Owed: a list of the files, signed and published, and two clean builds that are the same, byte for byte.",
  },
  {
    row: 26,
    what: "Words that are a script",
    open: "there is no place where markup is made from text (tools/bans.test.ts), and the browser is told to refuse it (e2e/headers.spec.ts). Owed: 5,000 such texts in every view of every room, once all rooms are there.",
  },
  {
    row: 27,
    what: "An entry that is poison",
    open: "sizes are looked at before anything is read; tens of thousands of changed bytes at the readers and the relay change nothing (src/wire/laws.test.ts, tools/bad-requests.test.ts, tools/second-reader.test.ts). Owed: a million at each reader, against the clock.",
  },
  {
    row: 28,
    what: "One member leaves the other no turn",
    open: "a device writes sixty times a minute, and who loses a place tries again with a pause of chance (src/relay/relay.test.ts). Owed: how long an honest entry waits at worst, measured.",
  },
  {
    row: 34,
    what: "A counsellor reads more than was shown to them",
    open: "there are no counsellors yet.",
  },
  {
    row: 39,
    what: "Something comes in with what others wrote",
    open: "one install script and no other, everything by its hash (tools/install-scripts.test.ts). Owed: an alarm at a new maintainer, and at a version younger than fourteen days.",
  },
]
