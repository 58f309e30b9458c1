import { bad, checkEntries, emptyLog, entryHash, good, signedMessage, toHex } from "#wire"
import type { Bytes, Outcome, Verify } from "#wire"
import { judgeFiles } from "./export-files.ts"
import type { FileReport, GivenFile } from "./export-files.ts"
import { faultOf, layOut } from "./export-layout.ts"
import type { ExportFault, Footer, LaidOut } from "./export-layout.ts"
import { contradictionsIn, readReceipts, vouchedBy } from "./export-receipts.ts"
import type { RelayWord, VouchedReport } from "./export-receipts.ts"
import { footerMessage, formOf, hasFiles, headWords, sealedExport, sealedWithFiles } from "./export.ts"
import type { ExportLog } from "./export.ts"
import { isTakenBack, namingIn, statesOf, stoodOf } from "./export-states.ts"
import type { Judged, State } from "./export-states.ts"
import { openFile } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §14.3: is this file whole and true? The fold is the one of every log; here it is asked of a file, and nobody else is asked anything.

export interface VerifyDeps {
  readonly tools: Pick<Tools, "subtle" | "decodeUtf8">
  readonly verify: Verify
  readonly stretch: StretchExport
}

/** As it is written out with `--json`; bytes are hex. */
export interface ExportReport {
  readonly sound: boolean
  readonly fault: ExportFault | null
  readonly signer: { readonly log: number; readonly device: string; readonly member: string } | null
  readonly logs: readonly LogReport[]
  /** Of a file with files: each one that is named, and whether it is here. */
  readonly files?: readonly FileReport[]
}
export interface LogReport {
  readonly logId: string
  readonly first: number | null
  readonly last: number | null
  readonly head: string | null
  readonly headWords: readonly number[] | null
  readonly entries: readonly EntryReport[]
  /** What a server signed of it, in the order of the file. Empty in a file that is not sound. */
  readonly vouched: readonly VouchedReport[]
  /** Two each that cannot both be true, as places in `vouched`. */
  readonly contradictions: readonly (readonly [number, number])[]
}
export interface EntryReport {
  readonly seq: number
  readonly hash: string
  readonly kind: number
  /** `stood`: in a file that is not sound, an entry before the fault. It is not called ok. */
  readonly state: "ok" | "void" | "redacted" | "absent" | "unreadable" | "stood"
  readonly reason: string | null
  /** What an entry that opens says of when it was written; else null. */
  readonly day: string | null
}

/** The passphrase is null where there is none; a file that wants one is then `passphrase-missing`. Never throws for what came in. */
export async function verifyExport(
  deps: VerifyDeps,
  file: Uint8Array,
  passphrase: string | null,
): Promise<Outcome<ExportReport, { readonly type: "passphrase-missing" }>> {
  if (formOf(file) !== "sealed") return good(await verifyLaidOut(deps, layOut(file), hasFiles(file)))
  if (passphrase === null) return bad({ type: "passphrase-missing" })
  const laid = await openedExport(deps, file, passphrase)
  if ("laid" in laid) return good(await verifyLaidOut(deps, laid.laid, hasFiles(file)))
  return good({
    sound: false,
    fault: laid.fault,
    signer: null,
    logs: [],
    ...(hasFiles(file) ? { files: [] } : {}),
  })
}

/** What is under a passphrase has files where it says so from outside, and none where it does not. */
async function openedExport(
  { tools, stretch }: VerifyDeps,
  file: Uint8Array,
  passphrase: string,
): Promise<{ readonly laid: LaidOut } | { readonly fault: ExportFault }> {
  const kind = hasFiles(file) ? sealedWithFiles : sealedExport
  const opened = await openFile(tools, stretch, kind, passphrase, file)
  if (!opened.ok) return { fault: faultOf(`export-${opened.error.type}`) }
  const { inside, behind } = opened.value
  if (formOf(inside) !== "plain" || hasFiles(inside) !== hasFiles(file))
    return { fault: faultOf("export-form") }
  return { laid: layOut(inside, hasFiles(file) ? behind : null) }
}

/** The logs of a file that `verifyExport` found sound, entry by entry as they stand in it. Empty for what does not open. */
export async function logsOfExport(
  deps: VerifyDeps,
  file: Uint8Array,
  passphrase: string | null,
): Promise<readonly ExportLog[]> {
  return (await laidOutOf(deps, file, passphrase))?.logs ?? []
}

/** The files of such a file, each with the log and the entry it stands beside. */
export async function filesOfExport(
  deps: VerifyDeps,
  file: Uint8Array,
  passphrase: string | null,
): Promise<readonly (GivenFile & { readonly bytes: Bytes })[]> {
  const laid = await laidOutOf(deps, file, passphrase)
  return (laid?.rows ?? []).flatMap(({ log, entry, blob, length }, n) => {
    const [of, bytes] = [laid?.logs[log], laid?.bytes?.[n]]
    return of === undefined || bytes === undefined
      ? []
      : [{ logId: of.logId, seq: entry, blob, length, bytes }]
  })
}

async function laidOutOf(
  deps: VerifyDeps,
  file: Uint8Array,
  passphrase: string | null,
): Promise<LaidOut | null> {
  if (formOf(file) !== "sealed") return layOut(file)
  const opened = passphrase === null ? null : await openedExport(deps, file, passphrase)
  return opened !== null && "laid" in opened ? opened.laid : null
}

/** The words of the relays beside it, once they stand. */
interface Whole extends Judged {
  readonly words: readonly RelayWord[]
}

async function verifyLaidOut(deps: VerifyDeps, laid: LaidOut, withFiles: boolean): Promise<ExportReport> {
  const judged: Whole[] = []
  const refused = (fault: ExportFault): ExportReport => ({
    sound: false,
    fault,
    signer: null,
    logs: judged.map((one) => logReport({ ...one, words: [] }, stoodOf(one))),
    ...(withFiles ? { files: [] } : {}),
  })
  for (const [n, log] of laid.logs.entries()) {
    const entries = log.entries.map(({ entry }) => entry)
    const checked = await checkEntries(deps.verify, emptyLog(log.logId), entries)
    const words =
      checked.fault === null ? await readReceipts(deps.verify, log.logId, laid.receipts[n] ?? []) : []
    judged.push({ log, checked, words: typeof words === "number" ? [] : words })
    if (checked.fault !== null) return refused(faultOf(checked.fault.error.type, n, checked.fault.at))
    if (laid.fault?.log === n) return refused(laid.fault)
    if (typeof words === "number") return refused({ ...faultOf("export-receipt", n), receipt: words })
    const kept = log.entries.findIndex(
      (shown) => shown.entry.body !== null && isTakenBack(checked.state, shown),
    )
    if (kept >= 0) return refused(faultOf("export-redacted", n, kept))
  }
  if (laid.fault !== null || laid.footer === null) return refused(laid.fault ?? faultOf("export-footer"))
  const signer = await signerOf(deps, laid.footer, judged)
  if (signer === null) return refused(faultOf("export-footer"))
  if (laid.bytes === null) return refused(faultOf("export-layout"))
  const states = await Promise.all(judged.map((one) => statesOf(deps, one)))
  const logs = judged.map((one, n) => logReport(one, states[n] ?? []))
  if (!withFiles) return { sound: true, fault: null, signer, logs }
  const naming = await namingIn(deps, judged, states)
  const files = await judgeFiles(deps.tools, naming, laid.rows, laid.bytes)
  if (typeof files === "number") return refused({ ...faultOf("export-file"), file: files })
  return { sound: true, fault: null, signer, logs, files }
}

async function signerOf(
  deps: VerifyDeps,
  footer: Footer,
  judged: readonly Judged[],
): Promise<ExportReport["signer"]> {
  const device = judged[footer.which]?.checked.state.devices.get(toHex(footer.device))
  if (device?.state !== "active") return null
  const logs = judged.map(({ log }) => log)
  const message = signedMessage("export", footerMessage(footer.before, logs))
  if (!(await deps.verify(device.ed, footer.sig, message))) return null
  return { log: footer.which, device: toHex(device.id), member: toHex(device.member) }
}

function logReport({ log, checked, words }: Whole, states: readonly State[]): LogReport {
  const { head } = checked.state
  const entries = states.map((state, seq): EntryReport => {
    const entry = log.entries[seq]?.entry
    if (entry === undefined) throw new Error("judged, and yet not there")
    return { seq, hash: toHex(entryHash(entry)), kind: entry.header[93] ?? 0, ...state }
  })
  const vouched = vouchedBy(
    words,
    entries.map(({ hash }) => hash),
  )
  return {
    logId: toHex(log.logId),
    first: head === null ? null : 0,
    last: head?.seq ?? null,
    head: head === null ? null : toHex(head.hash),
    headWords: head === null ? null : headWords(head.hash),
    entries,
    vouched,
    contradictions: contradictionsIn(vouched),
  }
}
