import { checkEntries, createVerify, emptyLog, toHex } from "../../src/wire/index.ts"
import type { Entry, EntryVerdict, LogState } from "../../src/wire/index.ts"
import { admit, firstEntry, invite, noLog, writeAll } from "./chain.ts"
import type { Chain } from "./chain.ts"
import { ana, t } from "./people.ts"
import { effectCases } from "./log-cases.ts"
import { admitCases } from "./log-admits.ts"
import { placeCases } from "./log-places.ts"
import { genesisCases } from "./log-genesis.ts"
import type { Vector, VectorFile } from "./shape.ts"

/** What a log begins with before the entries of a vector. */
export interface Starts {
  readonly nothing: Chain
  readonly ben: Chain
  readonly invited: Chain
  readonly two: Chain
}

/** Entries on top of a start, with what each is: "ok", "void: reason", or, for the last, "fault: type". */
export interface Case {
  readonly name: string
  readonly after: keyof Starts
  readonly chain: Chain
  /** When the entries are not simply what the chain has more than its start. */
  readonly entries?: readonly Entry[]
  readonly expect: readonly string[]
  /** The log a reader asked for, when it is not the chain's. */
  readonly logId?: Uint8Array<ArrayBuffer>
}

const verify = createVerify(t.subtle)
export const textOf = (entry: Entry): Readonly<Record<string, string | null>> => ({
  header: toHex(entry.header),
  sig: toHex(entry.sig),
  body: entry.body === null ? null : toHex(entry.body),
})
/** The type of a log's vector: its fault, or else its first verdict that is not ok. */
export function worstOf(verdicts: readonly string[]): string {
  const fault = verdicts.find((word) => word.startsWith("fault"))
  return fault ?? verdicts.find((word) => word !== "ok") ?? "ok"
}
const verdictOf = (v: EntryVerdict): string => (v.verdict === "ok" ? "ok" : `void: ${v.reason}`)

/** What the log says afterwards, as far as the fold keeps it, in an order of its own. */
export function summaryOf(state: LogState): Readonly<Record<string, unknown>> {
  return {
    head: state.head === null ? null : { seq: state.head.seq, hash: toHex(state.head.hash) },
    epoch: { number: state.epoch.number, commitment: toHex(state.epoch.commitment) },
    members: state.members.map((m) => ({ id: toHex(m.id), since: m.since, devices: m.devices.map(toHex) })),
    invites: [...state.invites.values()].map((i) => ({ H: toHex(i.H), state: i.state })),
    redacted: [...state.redacted.keys()].toSorted(),
  }
}

/** Folds from nothing, as a reader does: first what the start has, then these. */
export async function readLog(
  logId: Uint8Array<ArrayBuffer>,
  before: readonly Entry[],
  entries: readonly Entry[],
): Promise<{ readonly said: readonly string[]; readonly state: LogState }> {
  const begun = await checkEntries(verify, emptyLog(logId), before)
  const checked = await checkEntries(verify, begun.state, entries)
  const fault = checked.fault === null ? [] : [`fault: ${checked.fault.error.type}`]
  return { said: [...checked.verdicts.map(verdictOf), ...fault], state: checked.state }
}

async function startsOf(): Promise<Starts> {
  const begun = await writeAll(noLog, [firstEntry])
  const invited = await writeAll(begun, [{ kind: 2, body: invite(), uid: "invite" }])
  const two = await writeAll(invited, [
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
    { by: ana, uid: "anas" },
    { uid: "bens" },
    { kind: 4, uid: "kept" },
  ])
  return { nothing: noLog, ben: begun, invited, two }
}

async function vectorsOf(starts: Starts, cases: readonly Case[]): Promise<readonly Vector[]> {
  const vectors: Vector[] = []
  for (const one of cases) {
    const before = starts[one.after].entries
    const entries = one.entries ?? one.chain.entries.slice(before.length)
    const logId = one.logId ?? one.chain.logId
    const { state } = await readLog(logId, before, entries)
    vectors.push({
      name: one.name,
      type: worstOf(one.expect),
      logId: toHex(logId),
      after: one.after,
      entries: entries.map(textOf),
      verdicts: one.expect,
      state: summaryOf(state),
    })
  }
  return vectors
}

const about =
  "spec/ledger.md §7: logs read from their bytes. after: the entries below shared that stand before (each of them ok). verdicts: one for each entry, ok or void: reason; a structural fault is fault: type, and nothing after it is read. state: what the log says after the last entry that stood. type: the worst of the verdicts."
const sharedOf = (starts: Starts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(starts).map(([name, chain]: [string, Chain]) => [name, chain.entries.map(textOf)]),
  )

export async function logVectors(): Promise<VectorFile> {
  const starts = await startsOf()
  const cases = [
    ...(await genesisCases(starts)),
    ...(await placeCases(starts)),
    ...(await effectCases(starts)),
    ...(await admitCases(starts)),
  ]
  return { file: "logs", about, shared: sharedOf(starts), vectors: await vectorsOf(starts, cases) }
}
