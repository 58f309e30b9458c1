/** The middle one; of an even number the lower of the two. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5)
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** 12,345 · 123 · 12.3 · 0.12 */
export function shown(value: number): string {
  if (Number.isNaN(value)) return "–"
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

export const share = (part: number, of: number): string => `${String(Math.round((100 * part) / of))} %`
export const megabytes = (bytes: number): string => `${shown(bytes / 1e6)} MB`

/** One row a measure: its name, each run, and the median. */
export interface Row {
  readonly name: string
  readonly runs: readonly number[]
  readonly show?: (value: number) => string
}

export function printRuns(title: string, rows: readonly Row[]): void {
  const runs = rows[0]?.runs.map((_, i) => `run ${String(i + 1)}`) ?? []
  const cells = rows.map(({ name, runs, show = shown }) => [name, ...runs.map(show), show(median(runs))])
  print(title, [["", ...runs, "median"], ...cells])
}

/** A table that reads in a terminal and stays one in Markdown. */
function print(title: string, cells: readonly (readonly string[])[]): void {
  const widths = cells[0]?.map((_, i) => Math.max(3, ...cells.map((row) => (row[i] ?? "").length))) ?? []
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`
  const [head = [], ...rest] = cells
  const rule = `| ${widths.map((w, i) => (i === 0 ? "-".repeat(w) : `${"-".repeat(w - 1)}:`)).join(" | ")} |`
  console.log(`\n${title}\n\n${[line(head), rule, ...rest.map(line)].join("\n")}`)
}
