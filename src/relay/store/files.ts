import { equalBytes, toHex } from "#wire"
import type { Bytes, LetGo } from "#wire"

/** Where a file lies: in a log, under a name, stored by this device. Two devices never share one. */
export interface FilePlace {
  readonly log: Bytes
  readonly device: Bytes
  readonly id: Bytes
}
export interface Begun {
  /** Of the whole, in bytes. */
  readonly size: number
  /** How many parts are here. */
  readonly count: number
  /** The seq of the log's head when it became whole; null before. */
  readonly wholeAt: number | null
}
export interface Part {
  readonly n: number
  readonly bytes: Bytes
}
export interface WholeFile {
  readonly device: Bytes
  readonly size: number
  readonly wholeAt: number
}

/** Files beside entries (spec/relay.md §14). Promises are those of `Store`: durable when it resolves, "full" when it could not be kept. */
export interface FileStore {
  readonly begun: (at: FilePlace) => Promise<Begun | null>
  /** The file of this name that is all here, whoever stored it. */
  readonly whole: (log: Bytes, id: Bytes) => Promise<WholeFile | null>
  readonly part: (at: FilePlace, n: number) => Promise<Bytes | null>
  /** Only the next number is stored. */
  readonly addPart: (
    at: FilePlace,
    part: Part,
    of: { readonly size: number; readonly wholeAt: number | null; readonly hour: number },
  ) => Promise<"stored" | "ahead" | "full">
  /** All that these devices stored under these names goes. */
  readonly drop: (log: Bytes, letGo: LetGo) => Promise<"stored" | "full">
  /** What these devices' files have together once they are whole, in bytes. */
  readonly bytesOf: (log: Bytes, devices: readonly Bytes[]) => Promise<number>
  /** Drops what is not whole and got no part since this hour. */
  readonly sweepFiles: (before: number) => Promise<"stored" | "full">
}

interface Row extends Begun {
  readonly at: FilePlace
  readonly hour: number
  readonly parts: readonly Bytes[]
}

/** For tests and simulations: nothing survives the process. `forget` takes all of a log. */
export function memoryFiles(): FileStore & { readonly forget: (log: Bytes) => void } {
  const rows = new Map<string, Row>()
  const keyOf = ({ log, device, id }: FilePlace): string => `${toHex(log)} ${toHex(device)} ${toHex(id)}`
  const isIn = (all: readonly Bytes[], one: Bytes): boolean => all.some((each) => equalBytes(each, one))
  const dropWhere = (isGone: (row: Row) => boolean): void => {
    for (const [key, row] of rows) if (isGone(row)) rows.delete(key)
  }
  return {
    begun: async (at) => rows.get(keyOf(at)) ?? null,
    whole: async (log, id) => {
      for (const { at, size, wholeAt } of rows.values())
        if (wholeAt !== null && equalBytes(at.log, log) && equalBytes(at.id, id))
          return { device: at.device, size, wholeAt }
      return null
    },
    part: async (at, n) => rows.get(keyOf(at))?.parts[n] ?? null,
    addPart: async (at, part, { size, wholeAt, hour }) => {
      const parts = rows.get(keyOf(at))?.parts ?? []
      if (part.n !== parts.length) return "ahead"
      rows.set(keyOf(at), { at, size, wholeAt, hour, count: part.n + 1, parts: [...parts, part.bytes] })
      return "stored"
    },
    drop: async (log, { devices, ids }) => {
      dropWhere(({ at }) => equalBytes(at.log, log) && isIn(devices, at.device) && isIn(ids, at.id))
      return "stored"
    },
    bytesOf: async (log, devices) =>
      [...rows.values()]
        .filter(({ at }) => equalBytes(at.log, log) && isIn(devices, at.device))
        .reduce((sum, { size }) => sum + size, 0),
    sweepFiles: async (before) => {
      dropWhere(({ wholeAt, hour }) => wholeAt === null && hour < before)
      return "stored"
    },
    forget: (log) => dropWhere(({ at }) => equalBytes(at.log, log)),
  }
}
