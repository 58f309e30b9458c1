import type { HeldRow, OpenRow, WalkedRow } from "./rows.ts"

// What the app holds off: queue, sync, store and lock (src/app).

const attacks = "src/app/attacks.test.ts"
const three = "src/app/people/attacks-three.test.ts"
const sheets = "src/app/recovery/attacks.test.ts"

export const appRows: readonly (HeldRow | OpenRow | WalkedRow)[] = [
  {
    row: 12,
    what: "Somebody lowers what a passphrase costs",
    tests: [{ file: "src/app/door/lock.test.ts", named: "12:" }],
    mutants: [
      {
        name: "any-cost",
        file: "src/app/door/lock.ts",
        find: [
          'if ("key" in wrap || below(wrap.cost)) continue',
          "    try {",
          '      const how = { name: "AES-GCM", iv: wrap.iv, additionalData: about(id, wrap.cost) }',
        ].join("\n"),
        put: [
          'if ("key" in wrap || below(floor)) continue',
          "    try {",
          '      const how = { name: "AES-GCM", iv: wrap.iv, additionalData: about(id, floor) }',
        ].join("\n"),
      },
    ],
  },
  {
    row: 19,
    what: "A new device is served an old end",
    tests: [{ file: sheets, named: "row 19" }],
    mutants: [
      {
        name: "older-is-fine",
        file: "src/app/recovery/coming-back.ts",
        find: 'if (inForce === undefined || inForce === null) return bad({ type: "older" })',
        put: "if (inForce === undefined || inForce === null) return good(null)",
      },
      {
        name: "confirmed-by-oneself",
        file: "src/app/recovery/sets.ts",
        find: "return writer !== undefined && !equalBytes(writer, book.member) && held.seq > since",
        put: "return writer !== undefined && held.seq > since",
      },
    ],
  },
  {
    row: 24,
    what: "A link leaks (an invitation's is walked in e2e/wrapped-relay.spec.ts, tests 24 and 47)",
    tests: [],
    mutants: [],
  },
  {
    row: 29,
    what: "One's own device, copied",
    tests: [
      { file: attacks, named: "^29:" },
      { file: "src/app/sending/queue.test.ts", named: "29:" },
    ],
    mutants: [
      {
        name: "no-stranger",
        file: "src/app/keeping/absorb.ts",
        find: "return !signed && !state.refused.includes(held.hash)",
        put: "return !signed && state.refused.includes(held.hash)",
      },
    ],
  },
  {
    row: 31,
    what: "What opening the app gives away",
    tests: [{ file: "src/app/people/going.test.ts", named: "row 31:" }],
    mutants: [
      {
        name: "name-at-each-look",
        file: "src/app/sending/placing.ts",
        find: "if (drafts.length === 0) return noted",
        put: 'if (drafts.length === 0) return signedWith(deps, noted, state.shared, [{ uid: deps.tools.random(16), control: { op: "epoch" } }])',
      },
    ],
  },
  {
    row: 35,
    what: "One's own pages reach whoever runs the server",
    tests: [
      { file: "src/app/solo.test.ts", named: "alone, nothing asks a relay" },
      { file: "src/app/recovery/recovery.test.ts", named: "one batch a day at most" },
      { file: sheets, named: "row 35" },
    ],
    mutants: [
      {
        name: "a-batch-at-every-look",
        file: "src/app/recovery/copying.ts",
        find: "if (copying.day === day && !isUrgent(ground.now()))",
        put: 'if (copying.day === "" && !isUrgent(ground.now()))',
      },
      {
        name: "asks-alone",
        file: "src/app/server/sync.ts",
        find: 'if (isElsewhere() || !hasBusiness(deps.ground.now())) return "idle"',
        put: "if (!hasBusiness(deps.ground.now())) await deps.relay.answers()",
      },
    ],
  },
  {
    row: 36,
    what: "The device is taken",
    tests: [{ file: "src/app/door/lock.test.ts", named: "36:" }],
    mutants: [
      {
        name: "bare-key-stays",
        file: "src/app/door/keeper.ts",
        find: "const moved = await now.vault.moveTo(next.key, [row])",
        put: "void row\n        const moved = await now.vault.moveTo(next.key, [])",
      },
    ],
  },
  {
    row: 40,
    what: "A second reader says something else",
    tests: [{ file: "tools/random-logs.test.ts", named: "ATTACKS 40" }],
    mutants: [
      {
        name: "invites-after-close",
        file: "src/wire/fold-control.ts",
        find: 'const afterClose: readonly Control["op"][] = [',
        put: 'const afterClose: readonly Control["op"][] = [\n  "invite",',
      },
      {
        name: "one-voice",
        file: "src/wire/fold-proposals.ts",
        find: "const approvedBy = [toHex(member)]",
        put: "const approvedBy = presentMembers(state).map((m) => toHex(m.id))",
      },
    ],
  },
  {
    row: 41,
    what: "Five minutes in the open app",
    tests: [
      { file: "src/app/export/export.test.ts", named: "where there is a passphrase it is asked again" },
      { file: "src/app/recovery/recovery.test.ts", named: "row 41" },
    ],
    mutants: [
      {
        name: "asks-nobody",
        file: "src/app/door/keeper.ts",
        find: 'if (passphrase === null || passphrase === "") return wrong',
        put: 'if (passphrase !== "") return null',
      },
    ],
  },
  {
    row: 47,
    what: "Two people under one link",
    tests: [
      { file: "src/app/inviting/invite.test.ts", named: "47:" },
      { file: three, named: "^47:" },
    ],
    mutants: [
      {
        name: "first-come",
        file: "src/app/inviting/invite.ts",
        find: 'if (seen.length > 1) return ending(deps, { ...state, inviting: { ...inviting, seen } }, "two-requests")',
        put: "",
      },
    ],
  },
  {
    row: 49,
    what: "A consent is moved to another wording",
    tests: [{ file: "src/practices/promises/attacks-wording.test.ts", named: "row 49:" }],
    mutants: [
      {
        name: "any-wording",
        file: "src/practices/promises/may.ts",
        find: "thing.ref === target.ref && thing.version === target.version",
        put: "thing.ref === target.ref",
      },
    ],
  },
  {
    row: 57,
    what: "One refused entry silences its author",
    tests: [
      { file: attacks, named: "^57" },
      { file: three, named: "^57:" },
    ],
    mutants: [
      {
        name: "refused-blocks",
        file: "src/app/sending/placing.ts",
        find: "return { ...state, queue, refused, signed: null, isOperationRefused }",
        put: "return { ...state, queue, refused, signed, isOperationRefused }",
      },
    ],
  },
]
