import { appends } from "./appends.ts"
import type { Measured, Way } from "./appends.ts"
import { idleConnections } from "./idle.ts"
import type { Idle } from "./idle.ts"
import { sealedLogs } from "./sealed.ts"
import type { SealedLog } from "./sealed.ts"
import { median, megabytes, printRuns, share } from "./table.ts"
import type { Row } from "./table.ts"
import { verifying } from "./verifying.ts"

// Appends: the relay beside the bare floor, both in the same run, one after the other, so that whatever else the computer does meets both.

const oneLog = { name: "1 log", logs: 1, each: 8000 } as const
const manyLogs = { name: "200 logs", logs: 200, each: 64 } as const

interface Case {
  readonly of: typeof oneLog | typeof manyLogs
  readonly name: string
  readonly way: Way
  readonly most?: number
}
/** A phone sends what is due as one run of at most 16, one request after the other; giving back what a relay lost, 64. */
const relayCases: readonly Case[] = [
  { of: oneLog, name: "single entries", way: { run: 1, inFlight: 1 }, most: 2000 },
  { of: oneLog, name: "runs of 16", way: { run: 16, inFlight: 1 } },
  { of: oneLog, name: "runs of 64", way: { run: 64, inFlight: 1 } },
  { of: manyLogs, name: "single entries", way: { run: 1, inFlight: 1 } },
  { of: manyLogs, name: "runs of 16", way: { run: 16, inFlight: 1 } },
]
/** One entry a message, as many under way as PEERS allowed: at most 1,000 over all. */
const floorCases: readonly Case[] = [
  { of: oneLog, name: "1,000 in flight", way: { run: 1, inFlight: 1000 } },
  { of: manyLogs, name: "5 in flight each", way: { run: 1, inFlight: 5 } },
]

interface Pass {
  readonly relay: readonly Measured[]
  /** The floor asked in exactly the same way. */
  readonly same: readonly Measured[]
  readonly floor: readonly Measured[]
  readonly verify: { readonly perSecond: number; readonly cpu: number }
  readonly idle: Idle
}

export async function relayPart(runs: number): Promise<void> {
  const sealed = new Map<string, readonly SealedLog[]>()
  for (const { name, logs, each } of [oneLog, manyLogs]) sealed.set(name, await sealedLogs(logs, each))
  const logsOf = (one: Case): readonly SealedLog[] =>
    (sealed.get(one.of.name) ?? []).map((log) => ({ ...log, entries: log.entries.slice(0, one.most) }))
  const all: Pass[] = []
  for (let n = 0; n < runs; n += 1) {
    const relay: Measured[] = []
    const same: Measured[] = []
    const floor: Measured[] = []
    for (const one of floorCases) floor.push(await appends("floor", logsOf(one), one.way))
    for (const one of relayCases) {
      same.push(await appends("floor", logsOf(one), one.way))
      relay.push(await appends("relay", logsOf(one), one.way))
    }
    const [verify, idle] = [await verifying(6400), await idleConnections(1000)]
    all.push({ relay, same, floor, verify, idle })
  }
  print(all)
}

function print(all: readonly Pass[]): void {
  const of = (pick: (pass: Pass) => number): readonly number[] => all.map(pick)
  const row = (name: string, pick: (pass: Pass) => number, show?: Row["show"]): Row =>
    show === undefined ? { name, runs: of(pick) } : { name, runs: of(pick), show }
  const perSecond = (list: readonly Measured[], i: number): number => list[i]?.perSecond ?? Number.NaN
  const lower = (pass: Pass): number => Math.min(...pass.floor.map((m) => m.perSecond))
  printRuns("Durable appends a second, 1 KiB each (floor: `ws`; relay: HTTP/1.1, kept alive)", [
    ...floorCases.map((one, i) => row(`floor, ${one.of.name}, ${one.name}`, (p) => perSecond(p.floor, i))),
    ...relayCases.flatMap((one, i) => [
      row(`relay, ${one.of.name}, ${one.name}`, (p) => perSecond(p.relay, i)),
      row("— the floor asked the same way", (p) => perSecond(p.same, i)),
      row("— relay, of the lower floor", (p) => perSecond(p.relay, i) / lower(p), percent),
    ]),
    row("signatures alone, nothing else running", (p) => p.verify.perSecond),
    row("— of the lower floor", (p) => p.verify.perSecond / lower(p), percent),
  ])
  const cpu = (list: readonly Measured[], i: number): number => list[i]?.cpu ?? Number.NaN
  printRuns(
    "Microseconds of the server's processor time for one entry (hardly moved by what else runs), all threads together",
    [
      ...floorCases.map((one, i) => row(`floor, ${one.of.name}, ${one.name}`, (p) => cpu(p.floor, i))),
      ...relayCases.map((one, i) => row(`relay, ${one.of.name}, ${one.name}`, (p) => cpu(p.relay, i))),
      row("of that, one signature", (p) => p.verify.cpu),
    ],
  )
  const last = relayCases.length - 1
  printRuns("Memory of the relay's process", [
    row("just started", (p) => p.idle.before, megabytes),
    row("with 1,000 idle connections", (p) => p.idle.after, megabytes),
    row("KB for one connection", (p) => (p.idle.after - p.idle.before) / p.idle.connections / 1000),
    row(
      `after the load, ${relayCases[last]?.of.name ?? ""}`,
      (p) => p.relay[last]?.after.rss ?? Number.NaN,
      megabytes,
    ),
    row("— of that, in use on the heap", (p) => p.relay[last]?.after.heapUsed ?? Number.NaN, megabytes),
  ])
  const floor = median(of(lower))
  const best = Math.max(...relayCases.map((_, i) => median(of((p) => perSecond(p.relay, i)))))
  console.log(`\nThe relay at its best, of the lower floor: ${share(best, floor)} (goal: at least 50 %)`)
}

const percent = (value: number): string => `${String(Math.round(value * 100))} %`
