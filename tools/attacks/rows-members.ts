import type { HeldRow } from "./rows.ts"

// Who may come, go and act in a log, and what the one fold (src/wire) makes of everybody else.

const record = "src/wire/attacks-record.test.ts"
/** The row once more, on whole clients of three people. */
const byThree = (row: number) => [{ file: "src/app/people/attacks-three.test.ts", named: `^${String(row)}:` }]
const only = (file: string, row: number) => [{ file, named: `row ${String(row)}:` }]

export const memberRows: readonly HeldRow[] = [
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
    row: 13,
    what: "A way in for whoever runs the server",
    tests: [...only(record, 13), { file: "src/app/recovery/attacks.test.ts", named: "row 13" }],
    mutants: [
      {
        name: "a-sheet-used-in-silence",
        file: "src/app/recovery/sets.ts",
        find: "if (add === null || held.seq <= (mine(book)?.since ?? 0)) return []",
        put: "if (add === null || held.seq >= 0) return []",
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
    row: 46,
    what: "Seniority turned round",
    tests: [
      ...only(record, 46),
      { file: "src/app/devices/devices.test.ts", named: "row 46:" },
      { file: "src/app/devices/seen.test.ts", named: "row 46:" },
    ],
    mutants: [
      {
        name: "places-unread",
        file: "src/app/recovery/copying.ts",
        find: "if (isTaken || (isNew && (asked || isShared(before) || hasToPlace(before) || isFollowing(before)))) {",
        put: "if (isTaken && isNew && hasToPlace(before) && isFollowing(before)) {",
      },
      {
        name: "places-twice",
        file: "src/app/devices/placing.ts",
        find: "const left = unplaced.filter((u) => !now.includes(u))",
        put: "const left = unplaced",
      },
      {
        name: "store-stays",
        file: "src/app/devices/moving.ts",
        find: 'if (decoded.is === "built" && decoded.control.op === "device.remove") return true',
        put: 'if (decoded.is === "built" && decoded.control.op === "device.remove") return false',
      },
      {
        name: "store-goes-at-once",
        file: "src/app/devices/moving.ts",
        find: "return others.every((id) => wrote.some((device) => equalBytes(device, id)))",
        put: "return others.every((id) => wrote.every((device) => device !== id))",
      },
      {
        name: "junk-ends-the-sheet",
        file: "src/app/recovery/stores.ts",
        find: "isTorn = true\n        continue",
        put: 'isTorn = true\n        return bad({ type: "damaged" })',
      },
      {
        name: "emptied-begins-anew",
        file: "src/app/recovery/copying.ts",
        find: 'isTaken = read === "forgot" && (asked || !isShared(before)) && (await anew(deps))',
        put: 'isTaken = read === "forgot" && (await anew(deps))',
      },
      {
        name: "says-nothing-seen",
        file: "src/app/sending/writing.ts",
        find: "basis, blind: seenHere(state) })",
        put: "basis, blind: null })",
      },
      {
        name: "lacks-nothing",
        file: "src/app/devices/seen.ts",
        find: "if (!refs.some((ref) => equalBytes(seenName(seen.key, ref), seen.name))) return true",
        put: "",
      },
      {
        name: "lacks-at-once",
        file: "src/app/recovery/copying.ts",
        find: "was.lacks === undefined ? 1 : 2",
        put: "2",
      },
      {
        name: "store-in-a-file",
        file: "src/app/copy/make-copy.ts",
        find: "opened !== null && !closedIn[file].has(opened.kind)",
        put: "opened !== null",
      },
      {
        name: "junior-removes",
        file: "src/wire/fold-devices.ts",
        find: 'if (indexOf(member, at.header.device) > indexOf(member, remove.target)) return "not-senior"',
        put: "",
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
]
