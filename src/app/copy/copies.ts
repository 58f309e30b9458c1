import type { Day } from "#practices"

// Which copies were kept, by their days: a private row of the device, one line a copy. A line can be taken away; the file it speaks of is not touched by that.

/** The name of the row, among the drafts. */
export const copiesRow = "setting.copies"

export function copiesIn(row: string): readonly Day[] {
  return row.split("\n").filter((line) => /^\d{4}-\d\d-\d\d$/.test(line))
}

/** The same day twice is two copies. */
export function copiesAfter(row: string, day: Day): string {
  return [...copiesIn(row), day].join("\n")
}

/** Without the line at this place, counted from 0. */
export function copiesWithout(row: string, at: number): string {
  return copiesIn(row).toSpliced(at, 1).join("\n")
}
