import type { EntryReport, ExportFault, ExportReport, FileReport, LogReport } from "#ledger"
import { callOf, filled, readExport } from "./call.ts"
import type { ReadFile, Told } from "./told.ts"
import { dayInWords, vouchedInWords } from "./vouched.ts"
import { en } from "./words/en.ts"
import { headWords } from "./words/head-words.ts"

const form = {
  valued: { "--passphrase-file": en["cli.no-passphrase-file"] },
  flags: ["--json"],
}

/** `verify FILE [--json] [--passphrase-file F]` (spec/ledger.md §14.4). It never asks for anything. */
export async function verify(args: readonly string[], readFile: ReadFile): Promise<Told> {
  if (args.some((arg) => arg === "--help" || arg === "-h"))
    return { lines: [en["cli.verify-usage"]], code: 0 }
  const call = callOf(args, form)
  if (typeof call === "string") return refused(call)
  const read = await readExport(call, readFile)
  return typeof read === "string" ? refused(read) : toldOf(read.report, call.flags.includes("--json"))
}

/** What is said of a file, to people or to a program. */
export function toldOf(report: ExportReport, json = false): Told {
  return {
    lines: json ? [JSON.stringify(report)] : inWords(report),
    isReport: true,
    code: report.fault === null ? 0 : isUnread(report) ? 2 : 1,
  }
}

function refused(why: string): Told {
  return { lines: [why, en["cli.verify-usage"]], code: 2 }
}

function isUnread({ fault }: ExportReport): boolean {
  return fault?.type === "export-form" || fault?.type === "export-passphrase"
}

/** For people: logs and entries are counted from one where they are named in a sentence, and by their place where they are listed. */
function inWords(report: ExportReport): readonly string[] {
  const logs = report.logs.flatMap((log, n) => logInWords(log, n))
  if (report.fault !== null) {
    const { type } = report.fault
    const where = whereInWords(report.fault)
    const stood = report.logs.reduce((sum, one) => sum + one.entries.length, 0)
    const why = en[`cli.why-${type}`]
    const isRead = !isUnread(report)
    return [
      filled(en["cli.not-sound"], { where, why, type }),
      ...(isRead ? [filled(en["cli.stood"], { n: stood }), ...logs] : []),
    ]
  }
  const { signer } = report
  const maker = signer === null ? [] : [filled(en["cli.maker"], { ...signer, log: signer.log + 1 })]
  return [en["cli.sound"], ...maker, ...logs, ...(report.files ?? []).map(fileInWords), en["cli.later"]]
}

function fileInWords({ log, entry, size, type, state }: FileReport): string {
  return filled(en[`cli.file-${state}`], { log: log + 1, entry, size, type })
}

function whereInWords({ log, entry, receipt, file }: ExportFault): string {
  if (file !== undefined) return filled(en["cli.where-picture"], { file: file + 1 })
  if (log === null) return en["cli.where-file"]
  if (receipt !== undefined) return filled(en["cli.where-receipt"], { log: log + 1, receipt })
  return filled(entry === null ? en["cli.where-log"] : en["cli.where-entry"], {
    log: log + 1,
    entry: entry ?? 0,
  })
}

function logInWords(log: LogReport, n: number): readonly string[] {
  const { first, last } = log
  const words = (log.headWords ?? []).map((word) => headWords[word] ?? "").join(" ")
  return [
    filled(en["cli.log"], { log: n + 1, id: log.logId }),
    ...(first === null || last === null ? [] : [filled(en["cli.log-ends"], { first, last, words })]),
    ...log.entries.map((entry) =>
      filled(en["cli.entry"], { seq: entry.seq, state: stateInWords(entry) + dayInWords(log, entry) }),
    ),
    ...vouchedInWords(log),
  ]
}

function stateInWords({ state, reason }: EntryReport): string {
  return filled(en[`cli.state-${state}`], { reason: reason ?? "" })
}
