import { createVerify, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { verifyExport } from "../../src/ledger/index.ts"
import type { ExportReport } from "../../src/ledger/index.ts"
import { exportCases } from "./export-cases.ts"
import { stretch } from "./export-parts.ts"
import { t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

/** A file, and what a reader must say of it: nothing wrong, or the one fault at its one place. */
export interface ExportCase {
  readonly name: string
  readonly type: string
  readonly at?: readonly [log: number | null, entry: number | null]
  readonly file: Bytes
  readonly passphrase?: string
  /** Which receipt is the fault. */
  readonly receipt?: number
  /** It holds receipts, and the vector says what is read out of them. */
  readonly receipts?: true
}

/** What a report says beside states and heads, since there are receipts. */
export function vouchedOf(report: ExportReport) {
  const { logs } = report
  return {
    days: logs.map(({ entries }) => entries.map(({ day }) => day)),
    vouched: logs.map(({ vouched }) => vouched),
    contradictions: logs.map(({ contradictions }) => contradictions),
  }
}

const verify = createVerify(t.subtle)

/** What a sound file says of its entries, one word each. */
export function statesOf(report: ExportReport): readonly (readonly string[])[] {
  return report.logs.map(({ entries }) =>
    entries.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`)),
  )
}

export async function readExport(file: Bytes, passphrase: string | null): Promise<ExportReport | null> {
  const deps = { tools: t, verify, stretch: async (text: string, salt: Bytes) => stretch(text, salt) }
  const read = await verifyExport(deps, file, passphrase)
  return read.ok ? read.value : null
}

async function vectorOf(one: ExportCase): Promise<Vector> {
  const passphrase = one.passphrase ?? null
  const report = await readExport(one.file, passphrase)
  const [log, entry] = one.at ?? [null, null]
  const given = { name: one.name, type: one.type, file: toHex(one.file), passphrase }
  if (report === null) throw new Error(`${one.name}: wants a passphrase`)
  return {
    ...given,
    fault:
      one.type === "ok"
        ? null
        : { type: one.type, log, entry, ...(one.receipt === undefined ? {} : { receipt: one.receipt }) },
    signer: report.signer,
    states: statesOf(report),
    heads: report.logs.map(({ head, headWords }) => ({ head, headWords })),
    ...(one.receipts === true ? vouchedOf(report) : {}),
  }
}

const about =
  "spec/ledger.md §14: exports, each judged from its bytes. passphrase: null where there is none to give. type: ok, or the type in fault, which also says where. states: for each log begun before the fault, one word for each entry before it (with the reason of void and unreadable). heads: of the last entry that stood, with its eight words. Where there are receipts: days (of each entry, what it says of its day), vouched and contradictions, as in §14.4."

export async function exportVectors(): Promise<VectorFile> {
  const vectors: Vector[] = []
  for (const one of await exportCases()) vectors.push(await vectorOf(one))
  return { file: "exports", about, vectors }
}
