import type { FaultId, Reading, TextKind } from "../reading.ts"
import type { Gold } from "./gold.ts"

export interface Rate {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
export interface Score extends Rate {
  /** Marks on texts that have no fault, per hundred such texts. */
  readonly alarms: number
}
/** `hit` of `marks` were right; `found` of `gold` were seen. */
export interface Tally {
  hit: number
  marks: number
  found: number
  gold: number
}

/** Matches as a reader would: the same fault, overlapping, and not ten times longer than the phrase. Faults without a rule are left out of recall. */
export function score(
  corpus: readonly Gold[],
  read: (text: string, kind: TextKind) => Reading,
  ruled: ReadonlySet<FaultId>,
): { readonly all: Score; readonly by: ReadonlyMap<FaultId, Rate>; readonly wrong: readonly string[] } {
  const tally = new Map<FaultId, Tally>()
  const of = (id: FaultId): Tally => {
    const row = tally.get(id) ?? { hit: 0, marks: 0, found: 0, gold: 0 }
    tally.set(id, row)
    return row
  }
  const wrong: string[] = []
  let clean = 0
  let alarms = 0
  for (const { kind, text, faults } of corpus) {
    const { marks } = read(text, kind)
    const gold = faults.filter(({ id }) => ruled.has(id))
    if (faults.length === 0) clean += 1
    if (faults.length === 0) alarms += marks.length
    for (const mark of marks) {
      of(mark.fault).marks += 1
      if (gold.some((fault) => meets(mark, fault))) of(mark.fault).hit += 1
      else wrong.push(`+ ${mark.rule}: ${text.slice(mark.start, mark.end)}   IN ${text}`)
    }
    for (const fault of gold) {
      of(fault.id).gold += 1
      if (marks.some((mark) => meets(mark, fault))) of(fault.id).found += 1
      else wrong.push(`- ${fault.id}: ${text.slice(fault.start, fault.end)}   IN ${text}`)
    }
  }
  return {
    all: { ...rate(tally.values()), alarms: clean === 0 ? 0 : (100 * alarms) / clean },
    by: new Map([...tally].map(([id, row]) => [id, rate([row])])),
    wrong,
  }
}

function meets(mark: Reading["marks"][number], { id, start, end }: Gold["faults"][number]): boolean {
  return (
    mark.fault === id &&
    mark.start < end &&
    start < mark.end &&
    mark.end - mark.start <= 2 * (end - start) + 100
  )
}

export function rate(rows: Iterable<Tally>): Rate {
  const sum: Tally = { hit: 0, marks: 0, found: 0, gold: 0 }
  for (const row of rows) for (const key of ["hit", "marks", "found", "gold"] as const) sum[key] += row[key]
  const precision = sum.marks === 0 ? 1 : sum.hit / sum.marks
  const recall = sum.gold === 0 ? 1 : sum.found / sum.gold
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}
