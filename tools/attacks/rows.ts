import { appRows } from "./rows-app.ts"
import type { Mutant } from "./mutant.ts"
import { heldRows } from "./rows-held.ts"
import { linkingRows } from "./rows-linking.ts"
import { memberRows } from "./rows-members.ts"
import { openRows } from "./rows-open.ts"
import { recordRows } from "./rows-record.ts"
import { sealRows } from "./rows-seal.ts"
import { serverRows } from "./rows-server.ts"

// The table of attacks, row by row: what is tried, where it is tried, and which check must be there for it to fail.

export type Row = HeldRow | OpenRow | WalkedRow
export interface HeldRow {
  readonly row: number
  readonly what: string
  /** A file and, as for vitest's -t, which of its tests. */
  readonly tests: readonly { readonly file: string; readonly named: string }[]
  readonly mutants: readonly Mutant[]
}
export interface OpenRow {
  readonly row: number
  readonly what: string
  readonly open: string
}
/** Held in real browsers by npm test, where its own planted fault turns it red. */
export interface WalkedRow {
  readonly row: number
  readonly what: string
  readonly walked: string
}

const all: readonly Row[] = [
  ...recordRows,
  ...memberRows,
  ...sealRows,
  ...heldRows,
  ...appRows,
  ...serverRows,
  ...openRows,
]
/** A row that is held where devices are linked too has those tests and checks among its own. */
export const rows: readonly Row[] = all
  .map((row): Row => {
    const more = linkingRows.find((one) => one.row === row.row)
    if (more === undefined || !("mutants" in row)) return row
    return { ...row, tests: [...row.tests, ...more.tests], mutants: [...row.mutants, ...more.mutants] }
  })
  .toSorted((a, b) => a.row - b.row)

export const mutants: readonly Mutant[] = rows.flatMap((row) => ("mutants" in row ? row.mutants : []))

export function mutantNamed(name: string): Mutant {
  const found = mutants.find((mutant) => mutant.name === name)
  if (found === undefined) throw new Error(`there is no mutant ${name}`)
  return found
}
