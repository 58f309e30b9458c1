import { createVerify, toHex } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { openCopy } from "../../src/ledger/index.ts"
import { statesOf } from "../../src/ledger/export-states.ts"
import { copyCases } from "./copy-cases.ts"
import { passphrase } from "./copy-parts.ts"
import { stretch } from "./export-parts.ts"
import { t } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

export interface CopyCase {
  readonly name: string
  readonly type: string
  readonly file: Bytes
  readonly passphrase?: string
}

const deps = {
  tools: t,
  verify: createVerify(t.subtle),
  stretch: async (text: string, salt: Bytes) => stretch(text, salt),
}

/** What a reader must say of this file: its one fault, or everything that is in it. */
export async function readCopy(file: Bytes, phrase: string): Promise<Readonly<Record<string, unknown>>> {
  const opened = await openCopy(deps, file, phrase)
  if (!opened.ok) return { type: opened.error.type }
  const { copy, checked } = opened.value
  const parts = []
  for (const [n, { which, ended, member, log }] of copy.parts.entries()) {
    const judged = checked[n]
    if (judged === undefined) throw new Error("not checked")
    const states = await statesOf(deps, { log, checked: judged })
    const head = toHex(judged.state.head?.hash ?? new Uint8Array(0))
    const words = states.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`))
    parts.push({ which, ...(ended === undefined ? {} : ended), member: toHex(member), head, states: words })
  }
  const things = copy.things.map(({ kind, ref, from, data }) => ({
    kind,
    ref: toHex(ref),
    from: from === null ? null : toHex(from),
    data: t.decodeUtf8(data),
  }))
  const rows = copy.rows.map(({ name, text }) => [name, text])
  const files = copy.files?.map(({ ref, draft, logId, device, name }) => ({
    ref: ref === null ? null : toHex(ref),
    draft,
    logId: toHex(logId),
    device: toHex(device),
    blob: toHex(name.blob),
    size: name.size,
    type: name.type,
  }))
  const all = { type: "ok", day: copy.day, lock: copy.lockMinutes, parts, rows, things }
  return files === undefined ? all : { ...all, files }
}

const about =
  "spec/ledger.md §16: copies, each judged from its bytes. type: ok, or the one fault. Of one that is ok: day, lock, each part with its head and one word for each entry as in exports, rows (name and text), things (data as text, from: null where there is none)."

export async function copyVectors(): Promise<VectorFile> {
  const vectors: Vector[] = []
  for (const one of await copyCases()) {
    const phrase = one.passphrase ?? passphrase
    const read = await readCopy(one.file, phrase)
    if (read["type"] !== one.type) throw new Error(`${one.name}: read as ${String(read["type"])}`)
    vectors.push({ ...read, name: one.name, type: one.type, file: toHex(one.file), passphrase: phrase })
  }
  return { file: "copies", about, vectors }
}
