import { stretchExport, verifyExport } from "#ledger"
import type { EntryReport, ExportReport, LogReport } from "#ledger"
import { createVerify } from "#wire"
import type { ReadFile, Told } from "./told.ts"
import { tools } from "./tools.ts"
import { en } from "./words/en.ts"
import { headWords } from "./words/head-words.ts"

interface Call {
  readonly file: string
  readonly json: boolean
  readonly passphraseFile: string | null
}

/** `verify FILE [--json] [--passphrase-file F]` (spec/ledger.md §14.4). It never asks for anything. */
export async function verify(args: readonly string[], readFile: ReadFile): Promise<Told> {
  if (args.some((arg) => arg === "--help" || arg === "-h"))
    return { lines: [en["cli.verify-usage"]], code: 0 }
  const call = callOf(args)
  if (typeof call === "string") return refused(call)
  const bytes = readFile(call.file)
  if (bytes === null) return refused(filled(en["cli.unreadable"], { file: call.file }))
  const passphrase = call.passphraseFile === null ? null : passphraseIn(readFile(call.passphraseFile))
  if (call.passphraseFile !== null && passphrase === null) return refused(en["cli.no-passphrase-file"])
  const deps = { tools, verify: createVerify(tools.subtle), stretch: stretchExport }
  const read = await verifyExport(deps, bytes, passphrase)
  if (!read.ok) return refused(filled(en["cli.no-passphrase"], { file: call.file }))
  const report = read.value
  return {
    lines: call.json ? [JSON.stringify(report)] : inWords(report),
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

function callOf(args: readonly string[]): Call | string {
  const asked = args.indexOf("--passphrase-file")
  const passphraseFile = asked < 0 ? null : (args[asked + 1] ?? "")
  if (passphraseFile === "") return en["cli.no-passphrase-file"]
  const rest = asked < 0 ? args : args.toSpliced(asked, 2)
  const files = rest.filter((arg) => arg !== "--json")
  const flag = files.find((arg) => arg.startsWith("-") && arg !== "-")
  if (flag !== undefined) return filled(en["cli.unknown-flag"], { flag })
  const [file, ...more] = files
  if (file === undefined) return en["cli.no-export"]
  return more.length > 0 ? en["cli.one-file"] : { file, json: rest.includes("--json"), passphraseFile }
}

/** Without one line end at its end; null when it is no text. */
export function passphraseIn(bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? null : tools.decodeUtf8(bytes).replace(/\r?\n$/, "")
  } catch {
    return null
  }
}

export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""))
}

/** For people: logs and entries are counted from one where they are named in a sentence, and by their place where they are listed. */
function inWords(report: ExportReport): readonly string[] {
  const logs = report.logs.flatMap((log, n) => logInWords(log, n))
  if (report.fault !== null) {
    const { type, log, entry } = report.fault
    const where = filled(
      log === null ? en["cli.where-file"] : entry === null ? en["cli.where-log"] : en["cli.where-entry"],
      { log: (log ?? 0) + 1, entry: entry ?? 0 },
    )
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
  return [en["cli.sound"], ...maker, ...logs, en["cli.later"]]
}

function logInWords(log: LogReport, n: number): readonly string[] {
  const { first, last } = log
  const words = (log.headWords ?? []).map((word) => headWords[word] ?? "").join(" ")
  return [
    filled(en["cli.log"], { log: n + 1, id: log.logId }),
    ...(first === null || last === null ? [] : [filled(en["cli.log-ends"], { first, last, words })]),
    ...log.entries.map((entry) => filled(en["cli.entry"], { seq: entry.seq, state: stateInWords(entry) })),
  ]
}

function stateInWords({ state, reason }: EntryReport): string {
  return filled(en[`cli.state-${state}`], { reason: reason ?? "" })
}
