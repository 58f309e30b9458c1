import { toHex } from "../../src/wire/index.ts"
import type { LogState } from "../../src/wire/index.ts"
import { admit, firstEntry, invite, noLog, refOf, writeAll } from "./chain.ts"
import type { Chain } from "./chain.ts"
import { goingCases } from "./record-going.ts"
import { addingCases } from "./record-adding.ts"
import { movingCases } from "./record-moving.ts"
import { deviceCases } from "./record-devices.ts"
import { keptCases } from "./record-kept.ts"
import { meetingCases } from "./record-meeting.ts"
import { meetingMoreCases } from "./record-meeting-all.ts"
import { actOfAdmit, admitMira, approving, control, epochFor, inviteMira, proposing } from "./record-parts.ts"
import type { On, RecordStarts } from "./record-parts.ts"
import { recoveryCases } from "./record-recovery.ts"
import { togetherCases } from "./record-together.ts"
import { readLog, summaryOf, textOf, worstOf } from "./logs.ts"
import { addDevice, laptop, mira, paper, setRecovery, tablet } from "./own-keys.ts"
import { ana, ben } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

async function startsOf(): Promise<RecordStarts> {
  const two = await writeAll(noLog, [
    firstEntry,
    control(invite(), { uid: "invite" }),
    control(await admit(), { uid: "admit", epochAfter: 2 }),
    { by: ana, uid: "anas" },
    { uid: "bens" },
    { kind: 4, uid: "kept" },
  ])
  const devices = await writeAll(two, [
    control(await addDevice(laptop, { rank: 1 }), { uid: "add laptop" }),
    control(await addDevice(tablet), { uid: "add tablet" }),
    { by: laptop, uid: "laptops" },
  ])
  const onPaper = await writeAll(two, [
    control(await setRecovery(paper, epochFor(3, ben, ana, paper)), { uid: "set recovery", epochAfter: 3 }),
  ])
  const act = await actOfAdmit()
  const three = await writeAll(two, [
    control(inviteMira(), { uid: "invite Mira" }),
    control(proposing(act), { uid: "propose Mira" }),
    control(approving(act, refOf(ben, "propose Mira")), { by: ana, uid: "approve Mira" }),
    control(await admitMira(), { uid: "admit Mira", epochAfter: 3 }),
    { by: mira, uid: "miras" },
    { kind: 4, uid: "kept by three" },
  ])
  return { two, devices, paper: onPaper, three }
}

/** What the log says afterwards, as far as the fold keeps it. */
export function wholeSummaryOf(state: LogState): Readonly<Record<string, unknown>> {
  return {
    ...summaryOf(state),
    version: state.version,
    rotationOwed: state.isRotationOwed,
    closed: state.closed,
    members: state.members.map((m) => ({
      id: toHex(m.id),
      since: m.since,
      left: m.left,
      recovery: m.recovery === null ? null : toHex(m.recovery.id),
      devices: m.devices.map(toHex),
    })),
    devices: [...state.devices.values()].map((d) => ({
      id: toHex(d.id),
      state: d.state,
      addedBy: d.addedBy === null ? null : toHex(d.addedBy),
    })),
    proposals: [...state.proposals].map(([ref, p]) => ({ ref, state: p.state, approvedBy: p.approvedBy })),
    compared: state.compared.map((c) => ({ by: toHex(c.by), subject: toHex(c.subject), how: c.how })),
    relay: state.relay === null ? null : { ed: toHex(state.relay.ed), origin: toHex(state.relay.origin) },
    taking: [...state.taking].map(([hash, by]) => ({ hash, by })),
  }
}

const about =
  "spec/ledger.md §7: logs of more than one device and person, read from their bytes. after: the entries below shared that stand before (each of them ok). verdicts: one for each entry, ok or void: reason; a structural fault is fault: type, and nothing after it is read. state: what the log says after the last entry that stood. type: the worst of the verdicts."

export async function recordVectors(): Promise<VectorFile> {
  const starts = await startsOf()
  const on =
    (after: keyof RecordStarts): On =>
    async (name, ...written) => ({
      name,
      after,
      chain: await writeAll(
        starts[after],
        written.map(([of]) => of),
      ),
      expect: written.map(([, word]) => (word === "ok" || word.startsWith("fault") ? word : `void: ${word}`)),
    })
  const cases = await Promise.all(
    [
      addingCases,
      deviceCases,
      recoveryCases,
      goingCases,
      togetherCases,
      movingCases,
      keptCases,
      meetingCases,
      meetingMoreCases,
    ].map((make) => make(starts, on)),
  )
  const vectors: Vector[] = []
  for (const one of cases.flat()) {
    const before = starts[one.after].entries
    const entries = one.chain.entries.slice(before.length)
    const { said, state } = await readLog(one.chain.logId, before, entries)
    if (said.join("; ") !== one.expect.join("; "))
      throw new Error(`${one.name}: expected ${one.expect.join("; ")}; the fold says ${said.join("; ")}`)
    vectors.push({
      name: one.name,
      type: worstOf(one.expect),
      logId: toHex(one.chain.logId),
      after: one.after,
      entries: entries.map(textOf),
      verdicts: one.expect,
      state: wholeSummaryOf(state),
    })
  }
  const shared = Object.fromEntries(
    Object.entries(starts).map(([name, chain]: [string, Chain]) => [name, chain.entries.map(textOf)]),
  )
  return { file: "record", about, shared, vectors }
}
