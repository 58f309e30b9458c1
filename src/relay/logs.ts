import {
  checkEntries,
  decodeHeader,
  decodeRedact,
  emptyLog,
  entryHash,
  equalBytes,
  isRedacted,
  limits as wireLimits,
  sameEntry,
  toHex,
  writerOf,
} from "#wire"
import type { Bytes, Entry, Head, LogState, RelayError, Structural, Verify } from "#wire"
import type { Store, StoredEntry } from "./store/store.ts"

export type Limits = { readonly [K in keyof typeof wireLimits]: number }

export type Appended =
  | { readonly is: "stored"; readonly head: Head; readonly news: boolean }
  | { readonly is: "conflict"; readonly entries: readonly Entry[]; readonly head: Head | null }
  | { readonly is: "refused"; readonly error: RelayError }

interface Deps {
  readonly store: Store
  readonly verify: Verify
  readonly clock: () => number
  readonly limits: Limits
}

const keptStates = 2000

/** The logs, each with its folded state. One request at a time for each log; the fold is wire's own and the only rule about who may write. */
export function createLogs({ store, verify, clock, limits }: Deps): {
  readonly append: (log: Bytes, run: readonly Entry[]) => Promise<Appended>
} {
  const states = new Map<string, LogState>()
  const turns = new Map<string, Promise<unknown>>()
  const counts = createCounts(clock, limits)

  const stateOf = async (log: Bytes): Promise<LogState> => {
    const key = toHex(log)
    let state = states.get(key) ?? emptyLog(log)
    const head = await store.head(log)
    while (head !== null && (state.head?.seq ?? -1) < head.seq) {
      const entries = await store.read(log, (state.head?.seq ?? -1) + 1, limits.runEntries)
      const checked = await checkEntries(verify, state, entries)
      // What was stored was checked. If it no longer holds, the disk has changed it: refuse to serve rather than to guess.
      if (checked.fault !== null || entries.length === 0) throw new Error("a stored log no longer checks")
      state = checked.state
    }
    return state
  }
  const remember = (log: Bytes, state: LogState): void => {
    states.delete(toHex(log))
    states.set(toHex(log), state)
    const oldest = states.keys().next()
    if (states.size > keptStates && oldest.done !== true) states.delete(oldest.value)
  }

  const appendNow = async (log: Bytes, run: readonly Entry[]): Promise<Appended> => {
    const state = await stateOf(log)
    const first = run[0] === undefined ? null : decodeHeader(run[0].header)
    if (first === null || !first.ok || !equalBytes(first.value.logId, log))
      return { is: "refused", error: "malformed" }
    const next = (state.head?.seq ?? -1) + 1
    if (first.value.seq > next) return { is: "refused", error: "out-of-order" }
    if (first.value.seq < next) return standing(state, run, first.value.seq)
    const checked = await checkEntries(verify, state, run)
    if (checked.fault !== null) {
      if (checked.fault.at === 0 && checked.fault.error.type === "prev")
        return { is: "conflict", entries: [], head: state.head }
      return { is: "refused", error: errorOf(checked.fault.error) }
    }
    const allowed = counts.take(checked.state, run)
    if (!allowed) return { is: "refused", error: "too-many" }
    const stored = await store.append({
      log,
      expected: state.head,
      entries: run.map((entry, i): StoredEntry => ({ seq: next + i, hash: entryHash(entry), entry })),
      redacted: redactedBy(run, checked.state),
      opened: [...checked.state.invites.values()]
        .filter((i) => !state.invites.has(toHex(i.H)))
        .map((i) => i.H),
      hour: Math.floor(clock() / 3_600_000),
    })
    if (!stored) return appendNow(log, run)
    remember(log, checked.state)
    const { head } = checked.state
    return head === null ? { is: "refused", error: "malformed" } : { is: "stored", head, news: true }
  }

  /** The same entries again are the same append; others at a taken place are a conflict, answered with what stands there. */
  const standing = async (state: LogState, run: readonly Entry[], from: number): Promise<Appended> => {
    const there = await store.read(state.logId, from, limits.runEntries)
    const same =
      run.length <= there.length &&
      run.every((entry, i) => there[i] !== undefined && sameEntry(entry, there[i]))
    if (same && state.head !== null) return { is: "stored", head: state.head, news: false }
    return { is: "conflict", entries: there, head: state.head }
  }

  return {
    append: (log, run) => {
      const key = toHex(log)
      const turn = (turns.get(key) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => appendNow(log, run))
      turns.set(key, turn)
      void turn.catch(() => undefined).then(() => turns.get(key) === turn && turns.delete(key))
      return turn
    },
  }
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

export function errorOf(fault: Structural): RelayError {
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

interface Counts {
  readonly take: (state: LogState, run: readonly Entry[]) => boolean
}

/** Appends a minute for each device, entries and bytes a day for each member. In memory only, keyed by what the log itself says; no address is looked at. */
function createCounts(clock: () => number, limits: Limits): Counts {
  let minute = { at: 0, of: new Map<string, number>() }
  let day = { at: 0, of: new Map<string, { entries: number; bytes: number }>() }
  return {
    take: (state, run) => {
      const now = clock()
      const [thisMinute, today] = [Math.floor(now / 60_000), Math.floor(now / 86_400_000)]
      if (minute.at !== thisMinute) minute = { at: thisMinute, of: new Map() }
      if (day.at !== today) day = { at: today, of: new Map() }
      const header = run[0] === undefined ? null : decodeHeader(run[0].header)
      if (header === null || !header.ok) return false
      const device = `${toHex(state.logId)} ${toHex(header.value.device)}`
      const member = `${toHex(state.logId)} ${toHex(writerOf(state, header.value.device) ?? header.value.device)}`
      const perMinute = (minute.of.get(device) ?? 0) + run.length
      const soFar = day.of.get(member) ?? { entries: 0, bytes: 0 }
      const perDay = {
        entries: soFar.entries + run.length,
        bytes: soFar.bytes + run.reduce((sum, e) => sum + (e.body?.length ?? 0), 0),
      }
      if (
        perMinute > limits.appendsPerMinute ||
        perDay.entries > limits.entriesPerDay ||
        perDay.bytes > limits.bytesPerDay
      )
        return false
      minute.of.set(device, perMinute)
      day.of.set(member, perDay)
      return true
    },
  }
}
