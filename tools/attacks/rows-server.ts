import type { HeldRow, OpenRow } from "./rows.ts"

// What a server loses, goes back on, or is filled with (src/relay, and how the app meets it).

const attacks = "src/app/attacks.test.ts"

export const serverRows: readonly (HeldRow | OpenRow)[] = [
  {
    row: 18,
    what: "The server goes back",
    tests: [
      { file: attacks, named: "another history at a verified place is a fork" },
      {
        file: "src/app/waiting.test.ts",
        named: "a relay (that has forgotten everything|put back from an older copy)",
      },
      { file: "src/relay/back.test.ts", named: "row 18:" },
      { file: "src/app/apart/branch.test.ts", named: "row 18:" },
    ],
    mutants: [
      {
        name: "behind-is-fine",
        file: "src/app/sync.ts",
        find: 'return head !== null && head.seq === own.seq ? "on" : "forgot"',
        put: 'return "on"',
      },
      {
        name: "anybody-says-it-went-back",
        file: "src/relay/back.ts",
        find: "return verify((await identity()).ed, word.sig, message)",
        put: "return word.sig.length === message.length || word.sig.length === 64",
      },
      {
        name: "fills-the-disk",
        file: "src/app/apart/fetch-branch.ts",
        find: "if (bytes > most.bytes || fits.length >= most.entries) break",
        put: "void most",
      },
      {
        name: "asks-without-end",
        file: "src/app/apart/fetch-branch.ts",
        find: "n < requests && room > 0",
        put: "n < 50 * requests",
      },
      {
        name: "fork-is-fine",
        file: "src/app/sync.ts",
        find: "if (head !== null && ours !== null && !equalBytes(head.hash, ours)) {",
        put: "if (head !== null && ours !== null && head.seq < 0) {",
      },
    ],
  },
  {
    row: 37,
    what: "The server loses everything",
    tests: [
      { file: "src/cli/restore.test.ts", named: "row 37:" },
      { file: "src/relay/back.test.ts", named: "row 37:" },
    ],
    mutants: [
      {
        name: "nobody-waits",
        file: "src/relay/log-routes.ts",
        find: "if (!may.givesBack && isNew(state, run.value) && (await backs.isBack(log)))",
        put: "if (!may.givesBack && isNew(state, run.value) && log.length === 0)",
      },
      {
        name: "only-its-beginner-gives-back",
        file: "src/relay/door.ts",
        find: "begins(state.logId, run, givesBack ? null : who)",
        put: "begins(state.logId, run, who)",
      },
      {
        name: "given-back-in-part",
        file: "src/cli/restore.ts",
        find: "const run = all.slice(from, from + limits.runEntries)",
        put: "const run = all.slice(from, from + limits.runEntries - 1)",
      },
    ],
  },
  { row: 38, what: "A server nobody chose", open: "moving to another server is not built in the app" },
  {
    row: 51,
    what: "A log is filled",
    tests: [{ file: "src/relay/attacks-filling.test.ts", named: "row 51" }],
    mutants: [
      {
        name: "places-of-all-together",
        file: "src/relay/places.ts",
        find: "return toHex(writerOf(state, header.value.device) ?? header.value.device)",
        put: "return toHex(state.logId)",
      },
      {
        name: "no-places",
        file: "src/relay/places.ts",
        find: "return count(now, memberOf(after, entry)) <= most",
        put: "return count(now, memberOf(after, entry)) > 0 || most > 0",
      },
      {
        name: "none-kept",
        file: "src/relay/places.ts",
        find: "isKeptFor(entry) ? limits.places : limits.places - limits.keptPlaces",
        put: "isKeptFor(entry) ? limits.places : limits.places",
      },
      {
        name: "forgotten-at-restart",
        file: "src/relay/places.ts",
        find: "for (const entry of entries) count(of, memberOf(state, entry))",
        put: "for (const entry of entries.slice(0, 0)) count(of, memberOf(state, entry))",
      },
      {
        name: "epochs-without-end",
        file: "src/relay/counts.ts",
        find: "would.epochs <= limits.epochsPerDay",
        put: "would.epochs >= 0",
      },
    ],
  },
]
