import { concat, u16, u32, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { bytesOfLog, under } from "./export-parts.ts"
import type { LogPart } from "./export-parts.ts"

// Copies put together a second time, from the text of spec/ledger.md §16 and not with the ledger's own writer, so that they can also be put together wrongly.

export interface PartOf {
  readonly which: number
  /** Why it was put away, and on which day. */
  readonly ended?: readonly [number, string]
  readonly member: Bytes
  readonly log: LogPart
}
export interface ThingOf {
  readonly kind: number
  readonly ref: Bytes
  readonly from: Bytes
  readonly data: Bytes
}
export interface CopyOf {
  readonly layout: number
  readonly day: string
  readonly lock: number
  readonly count?: number
  readonly parts: readonly PartOf[]
  readonly rows: readonly (readonly [Bytes, Bytes])[]
  readonly things: readonly ThingOf[]
  /** Of layout 5: the list of files. */
  readonly files?: readonly FileOf[]
  readonly fileCount?: number
}
export interface FileOf {
  readonly ref: Bytes
  readonly draft: Bytes
  readonly logId: Bytes
  readonly device: Bytes
  readonly blob: Bytes
  readonly key: Bytes
  readonly size: number
  readonly type: Bytes
  readonly length: number
}

export const passphrase = "three warm plums"

export function bareCopy(of: CopyOf): Bytes {
  return concat(
    Uint8Array.of(of.layout),
    utf8(of.day),
    Uint8Array.of(of.lock, of.count ?? of.parts.length),
    ...of.parts.flatMap((p) => [
      Uint8Array.of(p.which),
      ...(p.ended === undefined ? [] : [Uint8Array.of(p.ended[0]), utf8(p.ended[1])]),
      p.member,
      bytesOfLog(p.log),
    ]),
    u32(of.rows.length),
    ...of.rows.flatMap(([name, text]) => [u16(name.length), name, u32(text.length), text]),
    u32(of.things.length),
    ...of.things.flatMap((q) => [Uint8Array.of(q.kind), q.ref, q.from, u32(q.data.length), q.data]),
    ...(of.files === undefined ? [] : [u32(of.fileCount ?? of.files.length)]),
    ...(of.files ?? []).flatMap((f) => [
      f.ref,
      u16(f.draft.length),
      f.draft,
      f.logId,
      f.device,
      f.blob,
      f.key,
      u32(f.size),
      Uint8Array.of(f.type.length),
      f.type,
      u32(f.length),
    ]),
  )
}

/** Filled with zeros to a multiple of 4,096, and so many more. */
export function filled(bytes: Bytes, more = 0): Bytes {
  const left = (4096 - (bytes.length % 4096)) % 4096
  return concat(bytes, new Uint8Array(left + more))
}

export const copyFile = (of: CopyOf, form: 3 | 7 = 3): Promise<Bytes> =>
  under(passphrase, filled(bareCopy(of)), form)
