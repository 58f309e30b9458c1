import { decodeHeader, toHex, writerOf } from "#wire"
import type { Bytes, Entry, LogState } from "#wire"
import type { Limits } from "./limits.ts"
import { opOf } from "./places.ts"

/** How much a device and a member may still write. In memory only, keyed by what the log itself says; no address is looked at. */
export interface Counts {
  /** Whether this run fits; only `note` counts it. */
  readonly allows: (state: LogState, run: readonly Entry[]) => boolean
  readonly note: (state: LogState, run: readonly Entry[]) => void
  /** The same for a part of a file: bytes of this member's day. */
  readonly allowsBytes: (state: LogState, member: Bytes, bytes: number) => boolean
  readonly noteBytes: (state: LogState, member: Bytes, bytes: number) => void
}

interface Day {
  readonly entries: number
  readonly bytes: number
  readonly epochs: number
}

/** More names than this in one minute or day and the counting begins anew: memory has an end, and a flood of new logs meets the disk's end first. */
const mostNames = 100_000

/** Appends a minute for each device (a run of 64 waiting entries is one append), entries and bytes a day for each member. */
export function createCounts(clock: () => number, limits: Limits): Counts {
  let minute = { at: 0, of: new Map<string, number>() }
  let day = { at: 0, of: new Map<string, Day>() }
  const turnOver = (): void => {
    const now = clock()
    const [thisMinute, today] = [Math.floor(now / 60_000), Math.floor(now / 86_400_000)]
    if (minute.at !== thisMinute || minute.of.size > mostNames) minute = { at: thisMinute, of: new Map() }
    if (day.at !== today || day.of.size > mostNames) day = { at: today, of: new Map() }
  }
  const dayOf = (member: string): Day => day.of.get(member) ?? { entries: 0, bytes: 0, epochs: 0 }
  const nameOf = (state: LogState, member: Bytes): string => `${toHex(state.logId)} ${toHex(member)}`
  const next = (state: LogState, run: readonly Entry[]) => {
    turnOver()
    const header = run[0] === undefined ? null : decodeHeader(run[0].header)
    if (header === null || !header.ok) return null
    const device = nameOf(state, header.value.device)
    const member = nameOf(state, writerOf(state, header.value.device) ?? header.value.device)
    const soFar = dayOf(member)
    return {
      device,
      member,
      appends: (minute.of.get(device) ?? 0) + 1,
      entries: soFar.entries + run.length,
      bytes: soFar.bytes + run.reduce((sum, e) => sum + (e.body?.length ?? 0), 0),
      // One that stands by itself. Letting in, removing and a new sheet have to be possible whatever somebody did before.
      epochs: soFar.epochs + run.filter((e) => opOf(e) === "epoch").length,
    }
  }
  return {
    allows: (state, run) => {
      const would = next(state, run)
      return (
        would !== null &&
        would.appends <= limits.appendsPerMinute &&
        would.entries <= limits.entriesPerDay &&
        would.bytes <= limits.bytesPerDay &&
        would.epochs <= limits.epochsPerDay
      )
    },
    note: (state, run) => {
      const now = next(state, run)
      if (now === null) return
      minute.of.set(now.device, now.appends)
      day.of.set(now.member, { entries: now.entries, bytes: now.bytes, epochs: now.epochs })
    },
    allowsBytes: (state, member, bytes) => {
      turnOver()
      return dayOf(nameOf(state, member)).bytes + bytes <= limits.bytesPerDay
    },
    noteBytes: (state, member, bytes) => {
      turnOver()
      const soFar = dayOf(nameOf(state, member))
      day.of.set(nameOf(state, member), { ...soFar, bytes: soFar.bytes + bytes })
    },
  }
}
