import {
  bad,
  checkEntries,
  decodeHeader,
  emptyLog,
  entryHash,
  good,
  isRedacted,
  signedMessage,
  toHex,
} from "#wire"
import type { Bytes, Checked, EntryVerdict, Header, Json, LogState, Outcome, Verify } from "#wire"
import { faultOf, layOut } from "./export-layout.ts"
import type { ExportFault, Footer } from "./export-layout.ts"
import { contradictionsIn, readReceipts, vouchedBy } from "./export-receipts.ts"
import type { RelayWord, VouchedReport } from "./export-receipts.ts"
import { footerMessage, formOf, headWords, sealedExport } from "./export.ts"
import type { ExportLog, Shown } from "./export.ts"
import { openHeld, readHeld } from "./held.ts"
import type { HeldFault } from "./held.ts"
import { openFile } from "./sealed-file.ts"
import type { StretchExport } from "./sealed-file.ts"
import { openShown } from "./seal.ts"
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
  if (formOf(file) !== "sealed") return good(await verifyPlain(deps, file))
  if (passphrase === null) return bad({ type: "passphrase-missing" })
  const opened = await openFile(deps.tools, deps.stretch, sealedExport, passphrase, file)
  if (opened.ok) return good(await verifyPlain(deps, opened.value))
  return good({ sound: false, fault: faultOf(`export-${opened.error.type}`), signer: null, logs: [] })
}

/** The logs of a file that `verifyExport` found sound, entry by entry as they stand in it. Empty for what does not open. */
export async function logsOfExport(
  deps: VerifyDeps,
  file: Uint8Array,
  passphrase: string | null,
): Promise<readonly ExportLog[]> {
  if (formOf(file) !== "sealed") return layOut(file).logs
  if (passphrase === null) return []
  const opened = await openFile(deps.tools, deps.stretch, sealedExport, passphrase, file)
  return opened.ok ? layOut(opened.value).logs : []
}

/** One log of the file, judged. */
export interface Judged {
  readonly log: ExportLog
  readonly checked: Checked
}
/** The words of the relays beside it, once they stand. */
interface Whole extends Judged {
  readonly words: readonly RelayWord[]
}

async function verifyPlain(deps: VerifyDeps, file: Uint8Array): Promise<ExportReport> {
  const laid = layOut(file)
  const judged: Whole[] = []
  const refused = (fault: ExportFault): ExportReport => ({
    sound: false,
    fault,
    signer: null,
    logs: judged.map((one) => logReport({ ...one, words: [] }, stoodOf(one))),
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
  const logs = await Promise.all(judged.map(async (one) => logReport(one, await statesOf(deps, one))))
  return { sound: true, fault: null, signer, logs }
}

function isTakenBack(state: LogState, { entry }: Shown): boolean {
  return isRedacted(state, toHex(entryHash(entry)))
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

export type State = Pick<EntryReport, "state" | "reason" | "day">

function stoodOf({ checked }: Judged): readonly State[] {
  return checked.verdicts.map((v) => voidOf(v) ?? { state: "stood", reason: null, day: null })
}

function voidOf(verdict: EntryVerdict): State | null {
  return verdict.verdict === "void" ? { state: "void", reason: verdict.reason, day: null } : null
}

/** One word for each entry of a log without a fault. */
export function statesOf(
  deps: Pick<VerifyDeps, "tools">,
  { log, checked }: Judged,
): Promise<readonly State[]> {
  return Promise.all(
    log.entries.map(async (shown, n): Promise<State> => {
      const verdict = checked.verdicts[n]
      const header = decodeHeader(shown.entry.header)
      if (verdict === undefined || !header.ok) throw new Error("checked, and yet no entry")
      const is = (state: State["state"], reason: string | null = null): State => ({
        state,
        reason,
        day: null,
      })
      const isVoid = voidOf(verdict)
      if (isVoid !== null) return isVoid
      if (header.value.kind !== 1 && header.value.kind !== 4) return is("ok")
      if (isTakenBack(checked.state, shown)) return is("redacted")
      const opened = await openShown(deps.tools, shown.mk, header.value, shown.entry)
      if (!opened.ok)
        return opened.error.type === "missing" ? is("absent") : is("unreadable", opened.error.why)
      const why = await heldFault(deps.tools, shown.k, header.value, opened.value.body)
      return why === null ? { ...is("ok"), day: opened.value.day } : is("unreadable", why)
    }),
  )
}

/** Why the key beside a held answer does not open it (§15.1); null where it does, or where there is none. */
async function heldFault(
  t: VerifyDeps["tools"],
  k: Bytes | undefined,
  header: Header,
  body: Json,
): Promise<"held" | HeldFault["type"] | null> {
  if (k === undefined) return null
  const held = readHeld(body)
  if (held === null) return "held"
  const opened = await openHeld(t, k, header, held)
  return opened.ok ? null : opened.error.type
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
