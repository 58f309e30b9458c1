import {
  checkEntries,
  decodeHeader,
  decodeRedact,
  entryHash,
  equalBytes,
  isRedacted,
  isUnclaimed,
  letGoBy,
  sameEntry,
  toHex,
} from "#wire"
import type { Bytes, Entry, Head, LogState, RelayError, Structural, Verify } from "#wire"
import type { Counts } from "./counts.ts"
import type { Limits } from "./limits.ts"
import { createPlaces } from "./places.ts"
import { createStates } from "./states.ts"
import type { Store, StoredEntry } from "./store/store.ts"
import { createTurns } from "./turns.ts"

export type Appended =
  | { readonly is: "stored"; readonly head: Head; readonly news: boolean }
  | { readonly is: "conflict"; readonly entries: readonly Entry[]; readonly head: Head | null }
  | { readonly is: "refused"; readonly error: RelayError }

export interface Logs {
  /** `givesBack`: what stood there once; it is nobody's day. */
  readonly append: (log: Bytes, run: readonly Entry[], givesBack?: boolean) => Promise<Appended>
  /** The log as it stands now, folded. */
  readonly stateOf: (log: Bytes) => Promise<LogState>
}

/** The logs, each with its folded state. One append at a time for each log; the fold is wire's own and the only rule about who may write. */
export function createLogs(deps: {
  readonly store: Store
  readonly verify: Verify
  readonly hourNow: () => Promise<number>
  readonly limits: Limits
  readonly counts: Counts
}): Logs {
  const { store, verify, hourNow, limits, counts } = deps
  const states = createStates(store, verify, limits.runEntries)
  const places = createPlaces(store, limits)
  const inTurn = createTurns()

  const appendNow = async (log: Bytes, run: readonly Entry[], givesBack: boolean): Promise<Appended> => {
    const first = run[0] === undefined ? null : decodeHeader(run[0].header)
    if (first === null || !first.ok || !equalBytes(first.value.logId, log)) return refused("malformed")
    const hour = await hourNow()
    const state = await states.of(log)
    const next = (state.head?.seq ?? -1) + 1
    if (first.value.seq > next) return refused("out-of-order")
    if (first.value.seq < next) return standing(store, limits, state, run, first.value.seq)
    const { state: after, verdicts, fault } = await checkEntries(verify, state, run)
    if (fault !== null) {
      const isAnothersPlace = fault.at === 0 && fault.error.type === "prev"
      return isAnothersPlace
        ? { is: "conflict", entries: [], head: state.head }
        : refused(errorOf(fault.error))
    }
    if (after.head === null) return refused("malformed")
    if (!givesBack && !counts.allows(after, run)) return refused("too-many")
    if (!(await places.allow(state, after, run))) return refused("too-many")
    const stored = await store.append({
      log,
      expected: state.head,
      entries: run.map((entry, i): StoredEntry => ({ seq: next + i, hash: entryHash(entry), entry })),
      redacted: redactedBy(run, after),
      opened: [...after.invites.values()].filter((i) => !state.invites.has(toHex(i.H))).map((i) => i.H),
      letGo: run.flatMap((entry, i) => letGoBy(after, entry, verdicts[i]) ?? []),
      isUnclaimed: isUnclaimed(after),
      hour,
    })
    switch (stored) {
      // Another process wrote here first: look again.
      case "moved":
        return appendNow(log, run, givesBack)
      case "full":
        return refused("full")
      case "stored":
        if (!givesBack) counts.note(after, run)
        places.note(after, run)
        states.keep(after)
        return { is: "stored", head: after.head, news: true }
    }
  }
  return {
    append: (log, run, givesBack = false) => inTurn(toHex(log), () => appendNow(log, run, givesBack)),
    stateOf: states.of,
  }
}

function refused(error: RelayError): Appended {
  return { is: "refused", error }
}

/** The same entries again are the same append; others at a taken place are a conflict, answered with what stands there. */
async function standing(
  store: Store,
  limits: Limits,
  state: LogState,
  run: readonly Entry[],
  from: number,
): Promise<Appended> {
  const { entries } = await store.read(state.logId, from, limits.runEntries)
  const isSame = run.every((entry, i) => entries[i] !== undefined && sameEntry(entry, entries[i]))
  return isSame && state.head !== null
    ? { is: "stored", head: state.head, news: false }
    : { is: "conflict", entries, head: state.head }
}

/** Bodies that a valid redact of this run lets go; its own run's entries included. */
function redactedBy(run: readonly Entry[], after: LogState): readonly Bytes[] {
  return run.flatMap((entry) => {
    const header = decodeHeader(entry.header)
    if (!header.ok || header.value.kind !== 3) return []
    const targets = decodeRedact(entry.body ?? new Uint8Array(0))?.targets ?? []
    return targets.map((t) => t.entryHash).filter((hash) => isRedacted(after, toHex(hash)))
  })
}

function errorOf(fault: Structural): RelayError {
  switch (fault.type) {
    case "signature":
      return "unsigned"
    case "signer":
      return "refused"
    case "seq":
    case "prev":
      return "out-of-order"
    case "header-length":
    case "header-zero":
    case "version":
    case "kind":
    case "log":
    case "body-length":
    case "body-hash":
    case "body-absent":
    case "genesis":
    case "run":
      return "malformed"
  }
}
