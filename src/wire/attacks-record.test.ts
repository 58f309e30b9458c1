import { describe, expect, test } from "vitest"
import { readLog } from "../../tools/vectors/logs.ts"
import {
  addDevice,
  laptop,
  mira,
  paper,
  removeDevice,
  setRecovery,
  tablet,
} from "../../tools/vectors/own-keys.ts"
import { admit, firstEntry, invite, noLog, refOf, writeAll } from "../../tools/vectors/chain.ts"
import type { Chain, Writing } from "../../tools/vectors/chain.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { ana, ben, bytesOf, flipped, mallory } from "../../tools/vectors/people.ts"
import {
  actOfAdmit,
  admitMira,
  approving,
  control,
  epochFor,
  going,
  inviteMira,
  proposing,
  redacting,
  turning,
} from "../../tools/vectors/record-parts.ts"
import { concat, copy, decodeControl, decodeHeader, deviceId, recoveryId, toHex } from "./index.ts"
import type { Entry } from "./index.ts"

// Rows of the table of attacks that the fold alone holds off: each is a log written by somebody with keys of their own and a changed program.

const two = await writeAll(noLog, [
  firstEntry,
  control(invite(), { uid: "invite" }),
  control(await admit(), { uid: "admit", epochAfter: 2 }),
  { by: ana, uid: "anas" },
  { uid: "bens" },
])

/** What readers say of these entries on top of a log. */
async function said(chain: Chain, ...written: readonly Writing[]): Promise<readonly string[]> {
  const after = await writeAll(chain, written)
  return (await readLog(chain.logId, chain.entries, after.entries.slice(chain.entries.length))).said
}

describe("row 1: somebody is let in who was not agreed on", () => {
  test("row 1: a stranger's signature stops the record, whatever it says", async () => {
    const joins = await admit({ who: mallory, epoch: epochFor(3, ana, ben, mallory) })
    const device = await addDevice({ ...mallory, member: ben.member }, { by: mallory })
    for (const body of [joins, device])
      expect(await said(two, control(body, { by: mallory }))).toEqual(["fault: signer"])
  })

  test("row 1: one member alone lets nobody in, and no key goes to who was not agreed on", async () => {
    const act = await actOfAdmit()
    const invited = control(inviteMira(), { uid: "invite Mira" })
    const proposed = control(proposing(act), { uid: "propose Mira" })
    const admitted = control(await admitMira())
    const own = control(approving(act, refOf(ben, "propose Mira")))
    expect(await said(two, invited, admitted)).toEqual(["ok", "void: needs-approval"])
    expect(await said(two, invited, proposed, own, admitted)).toEqual([
      "ok",
      "ok",
      "ok",
      "void: needs-approval",
    ])
    // Nor by an epoch that has a wrap for her.
    expect(await said(two, turning(3, [ana, ben, mira]))).toEqual(["void: wraps"])
  })
})

test("row 3: an id is the hash of its keys and of what it is; another's key is nobody's second device", async () => {
  expect(toHex(deviceId(paper.ed.publicKey, paper.x.publicKey))).not.toBe(
    toHex(recoveryId(paper.ed.publicKey, paper.x.publicKey)),
  )
  const asAna = { ...laptop, id: ana.id, ed: ana.ed, x: ana.x }
  expect(await said(two, control(await addDevice(asAna, { popBy: ana })))).toEqual(["void: id-seen"])
  const withHerKey = await addDevice(laptop, { fields: { ed: ana.ed.publicKey }, popBy: ana })
  expect(await said(two, control(withHerKey))).toEqual(["void: id-seen"])
  // Ids of another length are read by nothing.
  const body = await addDevice(laptop)
  expect(decodeControl(concat(body, bytesOf("sixteen more", 16))).is).toBe("layout")
  expect(decodeControl(body.subarray(0, -16)).is).toBe("layout")
})

test("row 11: another version than the one in force stops the record, and it rises only when all agree", async () => {
  for (const v of [0, 2, 255]) expect(await said(two, { header: { v } })).toEqual(["fault: version"])
  const rise = Uint8Array.of(15, 2)
  expect(await said(two, control(rise))).toEqual(["void: needs-approval"])
  expect(await said(two, control(proposing(Uint8Array.of(15, 1))))).toEqual(["void: version-number"])
  const both = [
    control(proposing(rise), { uid: "rise" }),
    control(approving(rise, refOf(ben, "rise")), { by: ana }),
  ]
  // What is written as before afterwards is an older program's, and is taken by nobody.
  expect(await said(two, ...both, {})).toEqual(["ok", "ok", "fault: version"])
})

test("row 14: an entry served again, in its place, behind, in another log or under a new number, counts once", async () => {
  const more = await writeAll(two, [{ uid: "once" }])
  const once = more.entries.at(-1) as Entry
  const read = async (...entries: readonly Entry[]) => (await readLog(two.logId, more.entries, entries)).said
  expect(await read(once)).toEqual(["fault: seq"])
  expect(await read(...more.entries)).toEqual(["fault: seq"])
  expect((await readLog(bytesOf("another log", 32), [], [...more.entries])).said).toEqual(["fault: log"])
  expect(await said(more, { uid: "once" })).toEqual(["void: uid-used"])
})

describe("row 17: two histories", () => {
  test("row 17: whatever way they are laid together again, nothing of the other is taken", async () => {
    const left = (await writeAll(two, [{ uid: "l1" }, { by: ana, uid: "l2" }, { uid: "l3" }])).entries.slice(
      5,
    )
    const right = (
      await writeAll(two, [{ by: ana, uid: "r1" }, { uid: "r2" }, { by: ana, uid: "r3" }])
    ).entries.slice(5)
    let looked = 0
    // Ana has seen some of the left one; then any of both comes, in any order that keeps each in its own.
    for (let seen = 1; seen <= 3; seen += 1)
      for (let mask = 1; mask < 64; mask += 1) {
        const rest = [...left.slice(seen), ...right].filter((_, i) => (mask >> i) & 1)
        const { said: words } = await readLog(two.logId, [...two.entries, ...left.slice(0, seen)], rest)
        const taken = rest.slice(0, words.filter((word) => word === "ok").length)
        expect(taken.some((entry) => right.includes(entry))).toBe(false)
        looked += 1
      }
    expect(looked).toBe(189)
  })
})

test("row 20: hiding that a device was removed puts whoever it is hidden from on another history", async () => {
  const with2 = await writeAll(two, [control(await addDevice(tablet))])
  const removed = await writeAll(with2, [
    { ...control(removeDevice(tablet, epochFor(3, ana, ben))), epochAfter: 3 },
    { uid: "after" },
  ])
  const after = removed.entries.at(-1) as Entry
  expect((await readLog(two.logId, with2.entries, [after])).said).toEqual(["fault: seq"])
  // And what the removed one writes meanwhile, they take on a history no honest entry follows.
  const forged = await writeAll(with2, [{ by: tablet, uid: "forged" }])
  expect((await readLog(two.logId, forged.entries, [after])).said).toEqual(["fault: prev"])
  expect(await said(with2, control(removeDevice(tablet, null)))).toEqual(["void: layout"])
})

test("row 21: what a removed device writes stops the record, and the old key is of no use to anyone", async () => {
  const gone = await writeAll(two, [
    control(await addDevice(tablet)),
    { ...control(removeDevice(tablet, epochFor(3, ana, ben))), epochAfter: 3 },
  ])
  expect(await said(gone, { by: tablet })).toEqual(["fault: signer"])
  expect(await said(gone, { by: tablet, header: { epoch: 2 } })).toEqual(["fault: signer"])
  expect(await said(gone, { header: { epoch: 2 } })).toEqual(["void: epoch"])
})

test("row 22: nobody makes another's key their own device without its holder", async () => {
  const stranger = { ...mallory, member: ben.member }
  expect(await said(two, control(await addDevice(stranger, { popBy: ben })))).toEqual(["void: pop"])
  const forAna = { popOver: { adder: ana.id } }
  expect(await said(two, control(await addDevice(stranger, forAna)))).toEqual(["void: pop"])
  expect(
    await said(two, control(await setRecovery(paper, epochFor(3, ana, ben, paper), { popBy: ben }))),
  ).toEqual(["void: pop"])
})

test("row 30: nothing is put in before an honest signature, by relay and member together, at any place", async () => {
  const more = await writeAll(two, [
    { by: ana, uid: "a2" },
    { by: ana, uid: "a3" },
  ])
  const honest = more.entries.slice(5)
  for (let at = 0; at <= honest.length; at += 1) {
    const before = await writeAll(
      { ...two, entries: more.entries.slice(0, 5 + at), seq: 5 + at, head: headOf(more, 5 + at) },
      [{ uid: "backdated" }],
    )
    const put = [before.entries.at(-1) as Entry, ...honest.slice(at)]
    const { said: words } = await readLog(two.logId, more.entries.slice(0, 5 + at), put)
    expect(words).toEqual(at === honest.length ? ["ok"] : ["ok", "fault: seq"])
  }
})

function headOf(chain: Chain, seq: number): Chain["head"] {
  const next = chain.entries[seq]
  const header = next === undefined ? null : decodeHeader(next.header)
  return header?.ok === true ? header.value.prev : chain.head
}

test("row 32: nobody takes back another's words, alone or among their own", async () => {
  const anas = targetOf(two.entries[3], ana, "anas")
  const bens = targetOf(two.entries[4], ben, "bens")
  expect(await said(two, redacting([anas]))).toEqual(["void: not-author"])
  expect(await said(two, redacting([bens, anas]))).toEqual(["void: not-author"])
  expect(await said(two, redacting([anas], { by: ana }))).toEqual(["ok"])
})

test("row 44: the bones of the record are nobody's to take out", async () => {
  const grown = await writeAll(two, [
    control(await addDevice(tablet), { uid: "add" }),
    turning(3, [ana, ben, tablet], { uid: "turn" }),
  ])
  const bones = [
    targetOf(grown.entries[0], ben, "genesis"),
    targetOf(grown.entries[1], ben, "invite"),
    targetOf(grown.entries[2], ben, "admit"),
    targetOf(grown.entries[5], ben, "add"),
    targetOf(grown.entries[6], ben, "turn"),
  ]
  for (const bone of bones) expect(await said(grown, redacting([bone]))).toEqual(["void: target"])
})

test("row 46: laptop first, then the phone the space was born on: the phone is stolen, and removes nobody", async () => {
  const raised = await writeAll(two, [control(await addDevice(laptop, { rank: 1 }), { uid: "add laptop" })])
  expect(await said(raised, control(removeDevice(laptop, epochFor(3, ana, ben))))).toEqual([
    "void: not-senior",
  ])
  const removed = { ...control(removeDevice(ben, epochFor(3, ana, laptop))), by: laptop, epochAfter: 3 }
  expect(await said(raised, removed, { by: laptop }, {})).toEqual(["ok", "ok", "fault: signer"])
})

test("row 54: a stolen later device ends nothing, leaves for nobody, and sets no new sheet", async () => {
  const raised = await writeAll(two, [
    control(await addDevice(laptop, { rank: 1 }), { uid: "add laptop" }),
    {
      ...control(await setRecovery(paper, epochFor(3, ana, ben, laptop, paper), { setter: laptop })),
      by: laptop,
      epochAfter: 3,
    },
  ])
  const tried: readonly Writing[] = [
    going("leave"),
    going("close"),
    control(await setRecovery(mira, epochFor(4, ana, ben, laptop, mira))),
    control(removeDevice(laptop, epochFor(4, ana, ben, paper))),
  ]
  for (const one of tried) expect(await said(raised, one)).toEqual(["void: not-senior"])
  // It may go by itself: then it takes nobody along, and chooses no key.
  expect(await said(raised, control(removeDevice(ben, null)), { by: laptop })).toEqual([
    "ok",
    "void: rotation-owed",
  ])
  expect(await said(raised, control(removeDevice(ben, null, [laptop.id])))).toEqual(["void: kept"])
  // And the sheet still brings its owner back.
  const back = control(await addDevice(tablet, { by: paper, rank: 1 }), { by: paper })
  const out = control(removeDevice(ben, epochFor(4, ana, laptop, tablet, paper), [laptop.id]), {
    by: paper,
    epochAfter: 4,
  })
  expect(await said(raised, back, out, { by: tablet })).toEqual(["ok", "ok", "ok"])
})

test("row 13: there is no way in for whoever runs the server: a sheet's key is set by its member alone, and seen by all", async () => {
  const body = await setRecovery(paper, epochFor(3, ana, ben, paper))
  expect(await said(two, control(body, { by: mallory }))).toEqual(["fault: signer"])
  expect(await said(two, control(body, { by: ana, epochAfter: 3 }))).toEqual(["void: pop"])
  const set = await writeAll(two, [control(body, { epochAfter: 3 })])
  const { state } = await readLog(set.logId, [], set.entries)
  expect(state.members.map((m) => (m.recovery === null ? null : toHex(m.recovery.id)))).toEqual([
    toHex(paper.id),
    null,
  ])
  expect(flipped(copy(paper.id, 0, 16), 0)).not.toEqual(paper.id)
})
