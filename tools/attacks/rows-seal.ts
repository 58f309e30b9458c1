import type { HeldRow, OpenRow } from "./rows.ts"

// What keys, sealing and the invitation hold off (src/ledger).

const ledger = "src/ledger/ledger.test.ts"
const three = "src/app/people/attacks-three.test.ts"
const named = (file: string, row: number) => [{ file, named: `ATTACKS ${String(row)}` }]

export const sealRows: readonly (HeldRow | OpenRow)[] = [
  {
    row: 2,
    what: "Keys are swapped on the way in",
    tests: [...named("src/ledger/invite.test.ts", 2), ...named("src/ledger/attacks-words.test.ts", 2)],
    mutants: [
      {
        name: "skip-mac",
        file: "src/ledger/invite.ts",
        find: "if (!equalBytes(mac(keys.macKey, macBytes(invitation.logId, inviteEntryHash, rest)), given))",
        put: "if (equalBytes(given, rest))",
      },
      {
        name: "words-without-keys",
        file: "src/ledger/invite.ts",
        find: "concat(of.logId, of.inviter.ed, of.inviter.x, of.joiner.ed, of.joiner.x, of.nA, of.nB)",
        put: "concat(of.logId, of.nA)",
      },
    ],
  },
  {
    row: 4,
    what: "One thing is taken for another",
    tests: named("src/ledger/attacks-tags.test.ts", 4),
    mutants: [
      {
        name: "one-tag",
        file: "src/wire/hash.ts",
        find: "const prefix = concat(utf8(`gs/v1/${tag}`), zero)",
        put: "const prefix = concat(utf8(`gs/v1/`), zero)",
      },
    ],
  },
  {
    row: 6,
    what: "Words are published under another name",
    tests: named(ledger, 6),
    mutants: [
      {
        name: "author-not-sealed",
        file: "src/ledger/seal.ts",
        find: [
          'return derive(epochKey, salt, "mk", concat(at.logId, at.device, at.uid), 32)',
          "}",
          "",
          "function bodyKeys(mk: Bytes): BodyKeys {",
          '  const out = derive(mk, nothing, "body", nothing, 76)',
          "  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }",
          "}",
          "",
          "function aad(at: SealPlace): Bytes {",
          "  return concat(Uint8Array.of(at.v), at.logId, u32(at.epoch), at.device, Uint8Array.of(at.kind), at.uid)",
        ].join("\n"),
        put: [
          'return derive(epochKey, salt, "mk", at.logId, 32)',
          "}",
          "",
          "function bodyKeys(mk: Bytes): BodyKeys {",
          '  const out = derive(mk, nothing, "body", nothing, 76)',
          "  return { key: copy(out, 0, 32), nonce: copy(out, 32, 44), commit: copy(out, 44, 76) }",
          "}",
          "",
          "function aad(at: SealPlace): Bytes {",
          "  return concat(Uint8Array.of(at.v), at.logId, u32(at.epoch))",
        ].join("\n"),
      },
    ],
  },
  {
    row: 7,
    what: "A body that opens as two things",
    tests: named(ledger, 7),
    mutants: [
      {
        name: "no-commit",
        file: "src/ledger/seal.ts",
        find: 'if (!equalBytes(commit, body.subarray(32, 64))) return bad({ type: "unreadable", why: "key-commit" })',
        put: "void commit",
      },
    ],
  },
  {
    row: 8,
    what: "Different keys for different people",
    tests: [
      ...named(ledger, 8),
      { file: "src/app/people/going.test.ts", named: "row 8:" },
      { file: "src/ledger/rewrap.test.ts", named: "row 8:" },
    ],
    mutants: [
      {
        name: "any-key-again",
        file: "src/ledger/rewrap.ts",
        find: 'if (!equalBytes(commitmentOf(key), block.commitment)) return bad({ type: "commitment" })',
        put: "",
      },
      {
        name: "key-to-anybody",
        file: "src/ledger/rewrap.ts",
        find: 'if (!given.wraps.every(({ id }) => isInSet(block, id))) return bad({ type: "set" })',
        put: "",
      },
      {
        name: "asks-for-ever",
        file: "src/ledger/rewrap-owed.ts",
        find: "return mine === undefined || given.some((g) => reaches(g, mine))",
        put: "return mine === undefined || given.length >= 0",
      },
      {
        name: "any-epoch-key",
        file: "src/ledger/wrap.ts",
        find: "return equalBytes(commitmentOf(key), block.commitment)",
        put: "return key.length === 32",
      },
      {
        name: "no-new-epoch",
        file: "src/app/people/going.ts",
        find: "const isOwed = state.isRotationOwed || !epochs.has(state.epoch.number)",
        put: "const isOwed = state.isRotationOwed && !epochs.has(state.epoch.number)",
      },
    ],
  },
  {
    row: 16,
    what: "Something is left out",
    tests: [...named(ledger, 14), { file: "src/app/apart/silence.test.ts", named: "row 16:" }],
    mutants: [
      {
        name: "an-old-head-is-news",
        file: "src/app/server/vouched.ts",
        find: "before === null || said.hour > before.hour",
        put: "before === null || said.hour >= before.hour",
      },
      {
        name: "any-name-will-do",
        file: "src/app/server/noting.ts",
        find: "if (said === null || !(await stands(verify, book.state.logId, said))) {",
        put: "if (said === null) {",
      },
      {
        name: "silence-is-fine",
        file: "src/app/apart/silence.ts",
        find: "at - heard.at < longest",
        put: "at - heard.at < longest * longest",
      },
      {
        name: "away-is-silence",
        file: "src/app/apart/silence.ts",
        find: 'synced !== "on" || ',
        put: "",
      },
      {
        name: "gaps",
        file: "src/wire/fold.ts",
        find: 'if (header.seq !== (state.head === null ? 0 : state.head.seq + 1)) return "seq"',
        put: "",
      },
    ],
  },
  {
    row: 23,
    what: "The words are found by trying",
    tests: named("src/ledger/attacks-words.test.ts", 23),
    mutants: [
      {
        name: "nonce-first",
        file: "src/ledger/invite.ts",
        find: "concat(of.logId, of.inviter.ed, of.inviter.x, of.joiner.ed, of.joiner.x, of.nA, of.nB)",
        put: "concat(of.logId, of.inviter.ed, of.inviter.x, of.joiner.ed, of.joiner.x, of.nB)",
      },
    ],
  },
  {
    row: 33,
    what: "Words that were taken back are guessed",
    tests: [{ file: "src/ledger/attacks-guessing.test.ts", named: "row 33:" }],
    mutants: [
      {
        name: "no-salt",
        file: "src/ledger/seal.ts",
        find: "const salt = t.random(32)",
        put: "const salt = new Uint8Array(32)",
      },
      {
        name: "no-blind",
        file: "src/ledger/place.ts",
        find: "of.blind?.(uid) ?? t.random(16)",
        put: "new Uint8Array(16)",
      },
    ],
  },
  {
    row: 42,
    what: "A key leaks through an attempt that was refused",
    tests: [...named("src/ledger/invite.test.ts", 42), { file: three, named: "^42:" }],
    mutants: [
      {
        name: "one-key-for-all",
        file: "src/ledger/wrap.ts",
        find: "const key = t.random(32)",
        put: "const key = new Uint8Array(32).fill(7)",
      },
    ],
  },
  {
    row: 50,
    what: "A file that lies by leaving out",
    tests: [
      ...named("src/ledger/export.test.ts", 50),
      ...named("src/ledger/export-receipts.test.ts", 50),
      { file: "src/cli/vouched.test.ts", named: "said two things" },
      { file: "src/ledger/export-files.test.ts", named: "a maker who signs" },
    ],
    mutants: [
      {
        name: "any-file-beside-an-entry",
        file: "src/ledger/export-files.ts",
        find: "if (!(await openFile(t, of.at, name, file)).ok) return n",
        put: "void t",
      },
      {
        name: "unsigned-footer",
        file: "src/ledger/verify-export.ts",
        find: "if (!(await deps.verify(device.ed, footer.sig, message))) return null",
        put: "void message",
      },
      {
        name: "unsigned-receipt",
        file: "src/ledger/export-receipts.ts",
        find: "if (!(await isSignedBy(verify, logId, word))) return n",
        put: "void verify",
      },
      {
        name: "contradiction-unsaid",
        file: "src/ledger/export-receipts.ts",
        find: "if (a.seq === b.seq) return a.hash !== b.hash",
        put: "if (a.seq === b.seq) return false",
      },
      {
        name: "chain-unasked",
        file: "src/ledger/export-receipts.ts",
        find: 'return low.chain === "another" && high.chain === "here"',
        put: "return low.seq > high.seq",
      },
      {
        name: "liar-spoils-the-file",
        file: "src/ledger/verify-export.ts",
        find: 'if (typeof words === "number") return refused(',
        put: 'if (typeof words !== "number" && words.some((word) => toHex(word.hash) !== toHex(entryHash(log.entries[word.seq]?.entry ?? { header: word.hash, sig: word.hash, body: null })))) return refused(faultOf("export-receipt", n))\n    if (typeof words === "number") return refused(',
      },
    ],
  },
  {
    row: 56,
    what: "A copy becomes a second device",
    tests: [
      ...named("src/ledger/copy.test.ts", 36),
      ...named("src/app/copy/copy.test.ts", 56),
      { file: "src/app/copy/copy.test.ts", named: "who comes back alone and joins" },
    ],
    mutants: [
      {
        name: "what-waited-goes-from-both",
        file: "src/app/copy/arriving.ts",
        find: "notSent: notSentHere,",
        put: "notSent: null,",
      },
      {
        name: "copy-unsealed",
        file: "src/ledger/copy.ts",
        find: "return sealFile(t, stretch, kind, passphrase, filled(layoutOf(what, files)))",
        put: "void sealFile\n  return filled(layoutOf(what, files))",
      },
    ],
  },
]
