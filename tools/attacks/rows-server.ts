import type { HeldRow, OpenRow } from "./rows.ts"

// What a server loses, goes back on, or is filled with (src/relay, and how the app meets it).

const attacks = "src/app/attacks.test.ts"
const moving = "src/app/moving/attacks.test.ts"

export const serverRows: readonly (HeldRow | OpenRow)[] = [
  {
    row: 18,
    what: "The server goes back",
    tests: [
      { file: attacks, named: "another history at a verified place is a fork" },
      {
        file: "src/app/sending/waiting.test.ts",
        named: "a relay (that has forgotten everything|put back from an older copy)",
      },
      { file: "src/relay/back.test.ts", named: "row 18:" },
      { file: "src/app/apart/branch.test.ts", named: "row 18:" },
      { file: "src/app/files/giving-again.test.ts", named: "row 18:" },
    ],
    mutants: [
      {
        name: "behind-is-fine",
        file: "src/app/server/sync.ts",
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
        file: "src/app/server/sync.ts",
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
      {
        file: "src/app/files/giving-again.test.ts",
        named: "row 37:|who was away|never given again|not one part more",
      },
    ],
    mutants: [
      {
        name: "pictures-stay-lost",
        file: "src/app/files/carrying-on.ts",
        find: "await giveAgain(deps, atOnce)",
        put: "void giveAgain",
      },
      {
        name: "pictures-of-who-was-away-stay-lost",
        file: "src/app/server/noting.ts",
        find: "return hasBegunAnew(state.vouched, vouched) ? toGiveAgain(told) : told",
        put: "return hasBegunAnew(null, vouched) ? toGiveAgain(told) : told",
      },
      {
        name: "taken-back-comes-again",
        file: "src/app/files/giving-again.ts",
        find: "return sealed?.there !== null && standing.has(ref) && !isTakenBack(state, ref)",
        put: "return sealed?.there !== null && (standing.has(ref) || isTakenBack(state, ref))",
      },
      {
        name: "comes-behind-its-end",
        file: "src/app/files/held-by.ts",
        find: 'sealed !== null && (sealed.again === true || !stood.has(sealed.ref ?? ""))',
        put: 'sealed !== null && !stood.has(sealed.ref ?? "")',
      },
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
  {
    row: 38,
    what: "A server nobody chose",
    tests: [
      { file: moving, named: "row 38:" },
      { file: "src/app/moving/linked.test.ts", named: "row 38:" },
    ],
    mutants: [
      {
        name: "asks-after-the-move",
        file: "src/app/moving/agreed.ts",
        find: "return state.shared !== null && elsewhere(state, origin)(state.shared.state)",
        put: "return state.shared === null && origin.length > 9999",
      },
      {
        name: "copies-go-on",
        file: "src/app/server/looking.ts",
        find: "if (isMoved(ground.now(), o.relayOrigin)) {",
        put: "if (isMoved(ground.now(), o.relayOrigin) && stopped) {",
      },
      {
        name: "brought-together-where-one-was",
        file: "src/app/recovery/actions.ts",
        find: 'if (isMoved(ground.now(), deps.relayOrigin)) return "off"',
        put: 'if (isMoved(ground.now(), deps.relayOrigin) && false) return "off"',
      },
      {
        name: "anybody-says-yes",
        file: "src/app/door/keeper.ts",
        find: "trusted(own, async ({ inner: { session } }) => {",
        put: "Promise.resolve(open as Open).then(async ({ inner: { session } }) => {",
      },
      {
        name: "listens-on",
        file: "src/app/server/looking.ts",
        find: "isMoved(ground.now(), o.relayOrigin) ? nothingHeard : heardBy(ground.now())",
        put: "heardBy(ground.now())",
      },
      {
        name: "a-sheet-all-the-same",
        file: "src/app/recovery/making.ts",
        find: 'isMoved(ground.now(), deps.relayOrigin) ? "moved" : cannot(ground.now())',
        put: "cannot(ground.now())",
      },
      {
        name: "one-moves-all",
        file: "src/wire/fold-proposals.ts",
        find: "return { ...state, proposals: new Map([...state.proposals, [ref, proposal]]) }",
        put: "return effectOf({ ...state, proposals: new Map([...state.proposals, [ref, proposal]]) }, act, at.header.seq)",
      },
      {
        name: "set-without-asking",
        file: "src/wire/fold-control.ts",
        find: 'return "needs-approval"\n      return checkEd25519Key(control.ed)',
        put: "return { ...state, relay: control }\n      return checkEd25519Key(control.ed)",
      },
      {
        name: "yes-without-a-sheet",
        file: "src/app/moving/agreed.ts",
        find: "return recoveryKey !== null && recovery.sheet?.ready === true && recovery.pending === null",
        put: "return recoveryKey !== null || recovery.pending === null",
      },
      {
        name: "yes-to-no-address",
        file: "src/app/moving/agreed.ts",
        find: "return said.findLast((text) => isOrigin(text) && equalBytes(originHash(text), origin)) ?? null",
        put: 'return said.findLast((text) => isOrigin(text) && equalBytes(originHash(text), origin)) ?? ""',
      },
      {
        name: "what-comes-behind-counts",
        file: "src/app/moving/agreed.ts",
        find: "if (!isElsewhere(checked.state)) return checked",
        put: "if (entries.length >= 0) return checked",
      },
      {
        name: "any-key-at-that-address",
        file: "src/app/server/signing-in.ts",
        find: "agreed !== null && (key === null || !equalBytes(key, agreed))",
        put: "agreed !== null && key === null",
      },
      {
        name: "its-word-for-its-key",
        file: "src/app/moving/stranger.ts",
        find: "return said === null || !equalBytes(said.relay, agreed) || !(await stands(verify, log, said))",
        put: "return said === null",
      },
      {
        name: "moved-means-whole",
        file: "src/relay/back.ts",
        find: "return last !== undefined && endsWithMove(state, last)",
        put: "return last !== undefined",
      },
    ],
  },
  {
    row: 51,
    what: "A log is filled",
    tests: [
      { file: "src/relay/attacks-filling.test.ts", named: "row 51" },
      { file: "src/relay/unclaimed.test.ts", named: "a log nobody came into" },
      { file: "src/app/server/unclaimed.test.ts", named: "is not told that the server forgot" },
    ],
    mutants: [
      {
        name: "let-go-is-forgotten",
        file: "src/app/server/let-go.ts",
        find: "return isUnclaimed(state) && !isNeeded",
        put: "return isUnclaimed(state) && isNeeded",
      },
      {
        name: "nobodys-logs-stay",
        file: "src/relay/hourly.ts",
        find: "hour - limits.unclaimedDays * 24",
        put: "hour - limits.unclaimedDays * 24_000",
      },
      {
        name: "everybodys-logs-go",
        file: "src/wire/state.ts",
        find: "return members.length === 1 && members[0]?.recovery === null",
        put: "return members.length > 0 && members[0]?.recovery === null",
      },
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
