import type { HeldRow } from "./rows.ts"

// What is held where a second device of one person is linked, and where what is shared comes to it later (src/app/linking, src/app/coming, spec/ledger.md §20, §21): more tests, and more checks that can be left out, of rows that stand in the other tables.

const app = "src/app/linking/attacks.test.ts"
const later = "src/app/coming/attacks.test.ts"
const moved = "src/app/moving/letting-go.test.ts"
const words = "src/ledger/attacks-link-words.test.ts"

export const linkingRows: readonly Pick<HeldRow, "row" | "tests" | "mutants">[] = [
  {
    row: 3,
    tests: [
      { file: app, named: "^rows 3, 22" },
      { file: words, named: "^ATTACKS 3:" },
    ],
    mutants: [
      {
        name: "words-without-hello",
        file: "src/ledger/link.ts",
        find: "concat(hello, request, nA)",
        put: "concat(hello.subarray(hello.length), request, nA)",
      },
    ],
  },
  {
    row: 19,
    tests: [
      { file: app, named: "^row 19" },
      { file: later, named: "^row 19" },
    ],
    mutants: [
      {
        name: "welcome-to-less",
        file: "src/app/linking/moving-in.ts",
        find: 'if (there === undefined) return bad({ type: "older" })',
        put: "if (there === undefined) return good(book)",
      },
    ],
  },
  {
    row: 22,
    tests: [
      { file: app, named: "^rows 3, 22" },
      { file: later, named: "^row 22" },
    ],
    mutants: [
      {
        name: "let-in-without-proof",
        file: "src/app/coming/letting.ts",
        find: "if (!isHeld || ",
        put: "if (",
      },
      {
        name: "link-without-proof",
        file: "src/ledger/link-letters.ts",
        find: 'return bad({ type: "pop" })',
        put: "break",
      },
    ],
  },
  {
    row: 23,
    tests: [{ file: words, named: "^ATTACKS 23:" }],
    mutants: [
      {
        name: "link-nonce-first",
        file: "src/ledger/link.ts",
        find: "concat(hello, request, nA)",
        put: "concat(hello, request, nA.subarray(nA.length))",
      },
    ],
  },
  {
    row: 24,
    tests: [{ file: app, named: "^row 24" }],
    mutants: [
      {
        name: "taken-is-mine",
        file: "src/app/linking/arriving.ts",
        find: 'await ending(deps, of.keys, 2, "taken")\n      return "taken"',
        put: 'return (await kept(deps, { ...of.row, sent: true })) ?? "away"',
      },
      {
        name: "same-over-ended",
        file: "src/app/linking/giving.ts",
        find: 'return turning(deps, of, (state, now) => ended(state, now, end ?? "changed"))',
        put: "void end\n      return changing(deps, of, { out: { ...of.out, sent: true } })",
      },
    ],
  },
  { row: 35, tests: [{ file: app, named: "^row 35" }], mutants: [] },
  {
    row: 41,
    tests: [
      { file: app, named: "^row 41" },
      { file: later, named: "^row 41" },
    ],
    mutants: [
      {
        name: "seeing-asks-nobody",
        file: "src/app/door/keeper.ts",
        find: "done(own, ({ linking }) => linking.letSee(id))",
        put: "Promise.resolve(open as Open).then(({ inner: { linking } }) => linking.letSee(id).then(() => fine))",
      },
      {
        name: "link-asks-nobody",
        file: "src/app/door/keeper.ts",
        find: "done(own, ({ linking }) => linking.same())",
        put: "Promise.resolve(open as Open).then(({ inner: { linking } }) => linking.same().then(() => fine))",
      },
      {
        name: "farewell-asks-nobody",
        file: "src/app/door/keeper.ts",
        find: "done(own, ({ linking }) => linking.letGo(id))",
        put: "Promise.resolve(open as Open).then(({ inner: { linking } }) => linking.letGo(id).then(() => fine))",
      },
    ],
  },
  {
    row: 46,
    tests: [
      { file: app, named: "^row 46" },
      { file: later, named: "^row 46" },
      { file: moved, named: "^after the agreement" },
    ],
    mutants: [
      {
        name: "yes-for-anybody",
        file: "src/app/coming/letting.ts",
        find: "isOthers(state, asks) && isSaid(state, toBase64url(saidBy(asks)))",
        put: "isOthers(state, asks)",
      },
      {
        name: "yes-for-ever",
        file: "src/app/coming/letting.ts",
        find: "all.some((one) => wasThere(shared, proofIn(one)))",
        put: "wasThere(shared, proof)",
      },
      {
        name: "let-go-comes-in",
        file: "src/app/coming/letting.ts",
        find: "isToMe && !isLeaving && isOthers(state, asks) &&",
        put: "isToMe &&",
      },
      {
        name: "made-up-takes-place",
        file: "src/app/coming/coming.ts",
        find: "return goesOnFromHere(book.entries, [shared.state.logId])",
        put: "return true",
      },
      {
        name: "gone-alone-stays",
        file: "src/app/linking/parting.ts",
        find: 'standing(state.shared, together) === "behind" ? [together] : []',
        put: "together.length > 99 ? [together] : []",
      },
      {
        name: "always-below",
        file: "src/app/linking/adding.ts",
        find: "rank: linking.rank, proof: request.shared",
        put: "rank: 0, proof: request.shared",
      },
    ],
  },
  {
    row: 54,
    tests: [{ file: app, named: "^row 54" }],
    mutants: [
      {
        name: "below-after-all",
        file: "src/app/linking/starting.ts",
        find: "rank,\n    step",
        put: "rank: 0,\n    step",
      },
    ],
  },
]
