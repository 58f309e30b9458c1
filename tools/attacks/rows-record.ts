import type { HeldRow, OpenRow } from "./rows.ts"

// What the one fold holds off (src/wire).

const record = "src/wire/attacks-record.test.ts"
const chain = "src/wire/attacks-chain.test.ts"
const keys = "src/wire/attacks-keys.test.ts"
/** The row once more, on whole clients of three people. */
const byThree = (row: number) => [{ file: "src/app/attacks-three.test.ts", named: `^${String(row)}:` }]
const only = (file: string, row: number) => [{ file, named: `row ${String(row)}:` }]
const named = (file: string, row: number) => [{ file, named: `ATTACKS ${String(row)}` }]

export const recordRows: readonly (HeldRow | OpenRow)[] = [
  {
    row: 1,
    what: "The server, or one member alone, lets somebody in",
    tests: [...only(record, 1), ...byThree(1)],
    mutants: [
      {
        name: "admit-unasked",
        file: "src/wire/fold-invites.ts",
        find: 'if (!isAgreed(state, admit)) return "needs-approval"',
        put: "void isAgreed",
      },
      {
        name: "any-wraps",
        file: "src/wire/fold-epoch.ts",
        find: 'if (!wrapsAreFor(epoch.wraps, ids)) return "wraps"',
        put: "void wrapsAreFor",
      },
    ],
  },
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
    row: 13,
    what: "A way in for whoever runs the server",
    tests: [...only(record, 13), { file: "src/app/recovery/attacks.test.ts", named: "row 13" }],
    mutants: [
      {
        name: "a-sheet-used-in-silence",
        file: "src/app/recovery/sets.ts",
        find: 'control.control.op !== "device.add") return []',
        put: 'control.control.op !== "leave") return []',
      },
      {
        name: "sheet-without-proof",
        file: "src/wire/fold-devices.ts",
        find: 'if (state.keysSeen.has(toHex(set.ed))) return "id-seen"\n  if (!at.proofs.pop) return "pop"',
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
    tests: only(record, 17),
    mutants: [
      {
        name: "skip-prev",
        file: "src/wire/fold.ts",
        find: 'if (!(state.head === null ? isZero(header.prev) : equalBytes(header.prev, state.head.hash))) return "prev"',
        put: "void isZero",
      },
    ],
  },
  {
    row: 20,
    what: "A removal is hidden",
    tests: only(record, 20),
    mutants: [
      {
        name: "removal-keeps-the-key",
        file: "src/wire/fold-devices.ts",
        find: 'if (isItself !== (remove.epoch === null)) return "layout"',
        put: "void isItself",
      },
    ],
  },
  {
    row: 21,
    what: "Who was removed writes on, or the old key is used",
    tests: only(record, 21),
    mutants: [
      {
        name: "removed-may-sign",
        file: "src/wire/state.ts",
        find: 'if (member === undefined || device.state === "removed") return null',
        put: "if (member === undefined) return null",
      },
      {
        name: "any-epoch",
        file: "src/wire/fold.ts",
        find: 'header.epoch !== state.epoch.number ? "epoch" : null',
        put: "null",
      },
    ],
  },
  {
    row: 22,
    what: "Another's key is made one's own device",
    tests: only(record, 22),
    mutants: [
      {
        name: "device-without-proof",
        file: "src/wire/fold-devices.ts",
        find: 'if (member.devices.length >= DEVICES_MAX) return "devices"\n  if (!at.proofs.pop) return "pop"',
        put: "",
      },
    ],
  },
  {
    row: 30,
    what: "Something is put in before an honest signature",
    tests: only(record, 30),
    mutants: [
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
    tests: [...only(record, 32), { file: "src/app/taking-out.test.ts", named: "row 32:" }],
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
        file: "src/app/book.ts",
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
    row: 46,
    what: "Seniority turned round",
    tests: only(record, 46),
    mutants: [
      {
        name: "junior-removes",
        file: "src/wire/fold-devices.ts",
        find: 'if (indexOf(member, at.header.device) > indexOf(member, remove.target)) return "not-senior"',
        put: "",
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
    row: 54,
    what: "A stolen later device ends everything",
    tests: [...only(record, 54), ...byThree(54)],
    mutants: [
      {
        name: "junior-ends-it",
        file: "src/wire/standing.ts",
        find: 'return at.signer.is === "recovery" || (first !== undefined && equalBytes(first, at.header.device))',
        put: "return first !== undefined || equalBytes(at.hash, at.hash)",
      },
    ],
  },
  {
    row: 55,
    what: "The other's pictures are deleted",
    open: "pictures and other files are not built; the ids in a taking back have no effect",
  },
]
