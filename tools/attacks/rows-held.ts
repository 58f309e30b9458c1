import type { HeldRow } from "./rows.ts"

// What holds off whoever would look at a held answer before it is shown (src/ledger).

export const heldRows: readonly HeldRow[] = [
  {
    row: 53,
    what: "A held answer is looked at early",
    tests: [
      { file: "src/ledger/held.test.ts", named: "row 53:" },
      { file: "src/ledger/held-attacks.test.ts", named: "row 53:" },
      { file: "src/ledger/export-held.test.ts", named: "row 53:" },
      { file: "src/app/keeping/held-keys.test.ts", named: "row 53:" },
    ],
    mutants: [
      {
        name: "shown-to-who-took-back",
        file: "src/ledger/held-round.ts",
        find: "const others = answers.filter((a) => !equalBytes(a.member, of.member) && a.held !== null)",
        put: "const others = answers.filter((a) => !equalBytes(a.member, of.member))",
      },
      {
        name: "tells-who-answered",
        file: "src/ledger/held-round.ts",
        find: "to: mine === null || mine.held === null ? [] : devicesOf(state, others)",
        put: "to: devicesOf(state, others)",
      },
      {
        name: "any-kept-key",
        file: "src/ledger/held-decide.ts",
        find: "kept?.ref !== mine.ref",
        put: "kept === undefined",
      },
      {
        name: "answered-later",
        file: "src/ledger/held-round.ts",
        find: "mine.header.seq < at &&",
        put: "mine.header.seq !== at &&",
      },
      {
        name: "answers-twice",
        file: "src/ledger/held-round.ts",
        find: "const first = entries.find(",
        put: "const first = entries.findLast(",
      },
      {
        name: "anyones-release",
        file: "src/ledger/held-round.ts",
        find: "if (!isOf(state, header.device, answer.member) || header.seq <= answer.header.seq) return []",
        put: "",
      },
      {
        name: "anything-is-an-answer",
        file: "src/ledger/held-round.ts",
        find: "if (said !== null && held === null) return []",
        put: "",
      },
      {
        name: "a-file-tells-what-is-held",
        file: "src/ledger/held-opened.ts",
        find: "view.mine !== null && releases.length > 0 && kept?.ref === view.mine.ref",
        put: "view.mine !== null && releases.length >= 0 && kept?.ref === view.mine.ref",
      },
      {
        name: "an-export-opens-what-is-held",
        file: "src/app/copy/make-copy.ts",
        find: 'export: new Set(["home.store", "home.held"]),',
        put: 'export: new Set(["home.store"]),',
      },
      {
        name: "a-box-of-any-size",
        file: "src/ledger/held.ts",
        find: "held.round === round.ref && held.box.length === round.size + 16 ? held : null",
        put: "held.round === round.ref ? held : null",
      },
      {
        name: "as-long-as-it-is",
        file: "src/ledger/held.ts",
        find: "const whole = new Uint8Array(round.size)",
        put: "const whole = new Uint8Array(256 * 2 ** Math.max(0, Math.ceil(Math.log2((answer.value.length + 4) / 256))))",
      },
    ],
  },
]
