import { decodeHeader, entryHash, isRedacted, toHex } from "#wire"
import type { Bytes, Checked, EntryVerdict, Header, Json, LogState } from "#wire"
import type { NamingEntry } from "./export-files.ts"
import type { ExportLog, Shown } from "./export.ts"
import { openHeld, readHeld } from "./held.ts"
import type { HeldFault } from "./held.ts"
import { openShown } from "./seal.ts"
import type { Tools } from "./tools.ts"
import type { EntryReport } from "./verify-export.ts"

// spec/ledger.md §14.3: one word for each entry of a file that is sound.

/** One log of the file, judged. */
export interface Judged {
  readonly log: ExportLog
  readonly checked: Checked
}
type Reading = Pick<Tools, "subtle" | "decodeUtf8">

export function isTakenBack(state: LogState, { entry }: Shown): boolean {
  return isRedacted(state, toHex(entryHash(entry)))
}

export type State = Pick<EntryReport, "state" | "reason" | "day">

export function stoodOf({ checked }: Judged): readonly State[] {
  return checked.verdicts.map((v) => voidOf(v) ?? { state: "stood", reason: null, day: null })
}

function voidOf(verdict: EntryVerdict): State | null {
  return verdict.verdict === "void" ? { state: "void", reason: verdict.reason, day: null } : null
}

/** One word for each entry of a log without a fault. */
export function statesOf(
  deps: { readonly tools: Reading },
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
  t: Reading,
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

/** Entries of kind 1 that are ok, with what they say. */
export async function namingIn(
  { tools }: { readonly tools: Reading },
  judged: readonly Judged[],
  states: readonly (readonly State[])[],
): Promise<readonly NamingEntry[]> {
  const found: NamingEntry[] = []
  for (const [log, one] of judged.entries())
    for (const [entry, shown] of one.log.entries.entries()) {
      const header = decodeHeader(shown.entry.header)
      if (!header.ok || header.value.kind !== 1 || states[log]?.[entry]?.state !== "ok") continue
      const opened = await openShown(tools, shown.mk, header.value, shown.entry)
      const at = { logId: one.log.logId, device: header.value.device }
      if (opened.ok) found.push({ log, entry, at, body: opened.value.body })
    }
  return found
}
