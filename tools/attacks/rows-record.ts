import type { HeldRow, OpenRow } from "./rows.ts"

// What the one fold holds off (src/wire).

const record = "src/wire/attacks-record.test.ts"
const chain = "src/wire/attacks-chain.test.ts"
const keys = "src/wire/attacks-keys.test.ts"
const only = (file: string, row: number) => [{ file, named: `row ${String(row)}:` }]
const named = (file: string, row: number) => [{ file, named: `ATTACKS ${String(row)}` }]

export const recordRows: readonly (HeldRow | OpenRow)[] = [
  {
    row: 3,
    what: "One id or key is taken for another",
    tests: only(record, 3),
    mutants: [
      {
        name: "key-twice",
        file: "src/wire/fold-devices.ts",
        find: "state.devices.has(toHex(id)) || state.keysSeen.has(toHex(add.ed))",
        put: "state.devices.has(toHex(id))",
      },
    ],
  },
  {
    row: 5,
    what: "A bit is turned on the way",
    tests: named(chain, 5),
    mutants: [
      {
        name: "skip-body-hash",
        file: "src/wire/fold.ts",
        find: 'equalBytes(bodyHash(entry.body), header.bodyHash) ? null : "body-hash"',
        put: "(void bodyHash, null)",
      },
    ],
  },
  {
    row: 9,
    what: "A key with which every secret is the same",
    tests: named(keys, 9),
    mutants: [
      {
        name: "low-order",
        file: "src/wire/keys.ts",
        find: "isBelow(key, p) && !lowU.has(toHex(key))",
        put: "isBelow(key, p) && lowU.size > 0",
      },
    ],
  },
  {
    row: 10,
    what: "Signatures on which libraries disagree",
    tests: [
      { file: keys, named: "ATTACKS 10" },
      {
        file: "src/wire/vectors.test.ts",
        named: "passes the checks by bytes|signature stands|libraries differ",
      },
    ],
    mutants: [
      {
        name: "small-r",
        file: "src/wire/keys.ts",
        find: "return isBelow(y, p) && !smallY.has(toHex(y))",
        put: "return isBelow(y, p)",
      },
      {
        name: "s-above-l",
        file: "src/wire/keys.ts",
        find: "signature.length !== 64 || !isBelow(signature.subarray(32), L)",
        put: "signature.length !== 64",
      },
      {
        name: "mixed-order",
        file: "src/wire/keys.ts",
        find: "return point.isTorsionFree() && !point.isSmallOrder()",
        put: "return !point.isSmallOrder()",
      },
    ],
  },
  {
    row: 11,
    what: "Another version, older or newer",
    tests: only(record, 11),
    mutants: [
      {
        name: "any-version",
        file: "src/wire/fold.ts",
        find: 'if (header.v !== state.version) return "version"',
        put: "",
      },
    ],
  },
  {
    row: 14,
    what: "An entry is served again",
    tests: only(record, 14),
    mutants: [
      {
        name: "uid-again",
        file: "src/wire/fold.ts",
        find: 'state.uids.has(uidKey) ? "uid-used" : ',
        put: "",
      },
    ],
  },
  {
    row: 15,
    what: "Entries in another order",
    tests: named(chain, 15),
    mutants: [
      {
        name: "skip-place",
        file: "src/wire/fold.ts",
        find: [
          'if (header.seq !== (state.head === null ? 0 : state.head.seq + 1)) return "seq"',
          '  if (!(state.head === null ? isZero(header.prev) : equalBytes(header.prev, state.head.hash))) return "prev"',
        ].join("\n"),
        put: "void isZero",
      },
    ],
  },
  {
    row: 17,
    what: "Two histories, laid together again",
    tests: [
      ...only(record, 17),
      { file: "src/app/apart/branch.test.ts", named: "row 17:" },
      { file: "src/app/earlier/earlier.test.ts", named: "row 17:" },
    ],
    mutants: [
      {
        name: "goes-on-asking",
        file: "src/app/server/sync.ts",
        find: "if (book === null || alarm !== null || isMoved",
        put: "if (book === null || isMoved",
      },
      {
        name: "other-branch-is-lost",
        file: "src/app/server/sync.ts",
        find: "state.alarm === null && bookIs(state, book) ? { ...state, alarm, branch } : state",
        put: "state.alarm === null && bookIs(state, book) ? { ...state, alarm } : state",
      },
      {
        name: "one-branch-is-named",
        file: "src/app/earlier/going-on.ts",
        find: "if (branch === null) return nowhere",
        put: "if (branch !== undefined) return nowhere",
      },
      {
        name: "any-link-takes-the-place",
        file: "src/app/inviting/join.ts",
        find: "if (j.beside !== undefined && !goesOnFromHere(entries, [j.beside]))",
        put: "if (j.beside !== undefined && entries.length === 0)",
      },
      {
        name: "told-to-everybody",
        file: "src/app/earlier/going-on.ts",
        find: "own.length > 0 && comesFrom(entries).some((log) => own.some((one) => equalBytes(one, log)))",
        put: "own.length >= 0 && comesFrom(entries).length > 0",
      },
      {
        name: "skip-prev",
        file: "src/wire/fold.ts",
        find: 'if (!(state.head === null ? isZero(header.prev) : equalBytes(header.prev, state.head.hash))) return "prev"',
        put: "void isZero",
      },
    ],
  },
  {
    row: 30,
    what: "Something is put in before an honest signature",
    tests: [
      ...only(record, 30),
      ...named("src/ledger/export-receipts.test.ts", 30),
      ...only("src/cli/vouched.test.ts", 30),
    ],
    mutants: [
      {
        name: "vouched-for-all",
        file: "src/ledger/export-receipts.ts",
        find: "here.filter((one) => one.seq >= seq)",
        put: "here.filter((one) => one.seq >= 0)",
      },
      {
        name: "went-back-makes-younger",
        file: "src/ledger/export-receipts.ts",
        find: "one.seq < seq && (to === null || one.hour <= to)",
        put: "one.seq < seq",
      },
      {
        name: "servers-mixed",
        file: "src/ledger/export-receipts.ts",
        find: 'vouched.filter((one) => one.relay === relay && one.chain === "here")',
        put: 'vouched.filter((one) => relay !== "" && one.chain === "here")',
      },
      {
        name: "another-chain-vouches",
        file: "src/ledger/export-receipts.ts",
        find: 'vouched.filter((one) => one.relay === relay && one.chain === "here")',
        put: "vouched.filter((one) => one.relay === relay)",
      },
      {
        name: "own-day-unsaid",
        file: "src/cli/vouched.ts",
        find: "if (!isBefore && !isAfter) return",
        put: "if (!isBefore || !isAfter) return",
      },
      {
        name: "skip-seq",
        file: "src/wire/fold.ts",
        find: 'if (header.seq !== (state.head === null ? 0 : state.head.seq + 1)) return "seq"',
        put: "",
      },
    ],
  },
  {
    row: 32,
    what: "Somebody else's words are taken back",
    tests: [...only(record, 32), { file: "src/app/sending/taking-out.test.ts", named: "row 32:" }],
    mutants: [
      {
        name: "anyones-words",
        file: "src/wire/fold-redact.ts",
        find: 'if (author === null || !equalBytes(writer.id, author)) return "not-author"',
        put: "void author",
      },
      {
        name: "one-of-two",
        file: "src/wire/fold-redact.ts",
        find: "if (!belonged.every((id) => by.includes(id))) return { ...state, taking }",
        put: "",
      },
      {
        name: "missing-is-taken-back",
        file: "src/app/keeping/book.ts",
        find: 'opened.error.type === "missing" ? "missing" : "unreadable"',
        put: 'opened.error.type === "missing" ? "redacted" : "unreadable"',
      },
    ],
  },
  {
    row: 43,
    what: "The uid another is about to use",
    tests: named(chain, 43),
    mutants: [
      {
        name: "uid-for-all",
        file: "src/wire/fold.ts",
        find: "const uidKey = toHex(concat(header.device, header.uid))",
        put: "const uidKey = toHex(concat(header.uid))",
      },
    ],
  },
  {
    row: 44,
    what: "The record's bones are taken out",
    tests: only(record, 44),
    mutants: [
      {
        name: "any-target",
        file: "src/wire/fold.ts",
        find: "if (header.kind !== 1 && header.kind !== 4) return state.contents",
        put: "if (header.kind === 3) return state.contents",
      },
    ],
  },
  {
    row: 45,
    what: "The server has a rule of its own",
    tests: only("src/relay/attacks-two-folds.test.ts", 45),
    mutants: [
      {
        name: "rule-of-the-server",
        file: "src/relay/logs.ts",
        find: 'if (after.head === null) return refused("malformed")',
        put: 'if (after.head === null || run.some((entry) => entry.header[93] === 4)) return refused("malformed")',
      },
    ],
  },
  {
    row: 48,
    what: "A key everyone can sign for",
    tests: named(keys, 48),
    mutants: [
      {
        name: "small-order-key",
        file: "src/wire/keys.ts",
        find: "if (!isBelow(y, p) || smallY.has(toHex(y))) return false\n  try {\n    const point = ed25519.Point.fromBytes(key, false)\n    return point.isTorsionFree() && !point.isSmallOrder()",
        put: "if (!isBelow(y, p)) return false\n  try {\n    ed25519.Point.fromBytes(key, false)\n    return true",
      },
    ],
  },
  {
    row: 52,
    what: "Text that reads differently on two machines",
    tests: named(keys, 52),
    mutants: [
      {
        name: "deeper",
        file: "src/wire/data-scan.ts",
        find: "const depthMax = 8",
        put: "const depthMax = 80_000",
      },
    ],
  },
  {
    row: 55,
    what: "The other's pictures are deleted",
    tests: [
      { file: "src/relay/attacks-pictures.test.ts", named: "row 55" },
      { file: "src/relay/file-routes.test.ts", named: "a void redact" },
      { file: "src/app/files/story.test.ts", named: "she takes it back" },
      { file: "src/app/files/gate.test.ts", named: "the words go only when|never an empty picture" },
    ],
    mutants: [
      {
        name: "everybodys-files-go",
        file: "src/wire/files.ts",
        find: "return { devices: devicesOf(state, member.id), ids }",
        put: "return { devices: [...state.devices.values()].map((d) => d.id), ids }",
      },
      {
        name: "void-lets-go",
        file: "src/wire/files.ts",
        find: 'if (!header.ok || header.value.kind !== 3 || verdict?.verdict !== "ok") return null',
        put: "if (!header.ok || header.value.kind !== 3 || verdict === undefined) return null",
      },
      {
        name: "who-knows-the-name-takes-it-away",
        file: "src/relay/file-routes.ts",
        find: "{ devices: devicesOf(state, member.id), ids: [id] }",
        put: "{ devices: [...state.devices.values()].map((d) => d.id), ids: [id] }",
      },
      {
        name: "taken-back-without-its-pictures",
        file: "src/app/sending/queue.ts",
        find: "const blobs = fileNamesIn(held.opened?.body).map(({ blob }) => blob)",
        put: "const blobs = fileNamesIn(null).map(({ blob }) => blob)",
      },
      {
        name: "pictures-outlive-their-words",
        file: "src/app/keeping/ground.ts",
        find: "const made = lettingGo(state, acted)",
        put: "const made = lettingGo(acted, acted)",
      },
      {
        name: "words-before-their-picture",
        file: "src/app/sending/queue.ts",
        find: 'carried === "not-yet" ||',
        put: "",
      },
      {
        name: "any-bytes-for-a-picture",
        file: "src/app/files/fetching.ts",
        find: "return opened.ok ? opened.value : null",
        put: "return opened.ok ? opened.value : whole",
      },
    ],
  },
]
