import type { FaultId, Reading, TextKind } from "../reading.ts"
import type { Gold } from "./gold.ts"

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Marks on texts that have no fault, per hundred such texts. */
  readonly alarms: number
}

/** Matches as a reader would: the same fault, overlapping, and not ten times longer than the phrase. Faults without a rule are left out of recall. */
export function score(
  corpus: readonly Gold[],
  read: (text: string, kind: TextKind) => Reading,
  ruled: ReadonlySet<FaultId>,
): { readonly all: Score; readonly by: ReadonlyMap<FaultId, Score>; readonly wrong: readonly string[] } {
  const tally = new Map<FaultId, { hit: number; marks: number; found: number; gold: number }>()
  const of = (id: FaultId): { hit: number; marks: number; found: number; gold: number } => {
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
    const meets = (mark: Reading["marks"][number], { id, start, end }: Gold["faults"][number]): boolean =>
      mark.fault === id &&
      mark.start < end &&
      start < mark.end &&
      mark.end - mark.start <= 2 * (end - start) + 100
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
  const sum = { hit: 0, marks: 0, found: 0, gold: 0 }
  for (const row of tally.values())
    for (const key of ["hit", "marks", "found", "gold"] as const) sum[key] += row[key]
  const perHundred = clean === 0 ? 0 : (100 * alarms) / clean
  return { all: rate(sum, perHundred), by: new Map([...tally].map(([id, row]) => [id, rate(row, 0)])), wrong }
}

function rate(
  { hit, marks, found, gold }: { hit: number; marks: number; found: number; gold: number },
  alarms: number,
): Score {
  const precision = marks === 0 ? 1 : hit / marks
  const recall = gold === 0 ? 1 : found / gold
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    alarms,
  }
}
