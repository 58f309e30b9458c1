import * as v from "valibot"
import { readFileName, fileNameData } from "#ledger"
import type { FileName } from "#ledger"
import { equalBytes } from "#wire"
import type { Bytes } from "#wire"
import type { Practice, Ref } from "../../practices/practice.ts"
import type { Session } from "../session/session.ts"

// A room as those to come may have it: one kind, with words and a place for files. It is in no registry but that of the tests that put it there.

const file = v.custom<ReturnType<typeof fileNameData>>((value) => readFileName(value) !== null)
const entries = {
  "pictures.shown": {
    schema: v.strictObject({ words: v.pipe(v.string(), v.maxLength(200)), pictures: v.array(file) }),
    log: "shared",
  },
  "pictures.kept": {
    schema: v.strictObject({ words: v.string(), pictures: v.array(file) }),
    log: "shared",
    kept: true,
  },
} as const

export interface Shown {
  readonly ref: Ref
  readonly words: string
  readonly pictures: readonly unknown[]
}
interface Shared {
  readonly shown: readonly Shown[]
}

export const pictures: Practice<"pictures", typeof entries, Shared, null> = {
  name: "pictures",
  entries,
  empty: { shared: { shown: [] }, own: null },
  fold: {
    shared: ({ shown }, { ref, body }) => ({ shown: [...shown, { ref, ...body }] }),
    own: (state) => state,
  },
  may: { shared: () => ({ ok: true }), own: () => ({ ok: true }) },
  stories: [],
}

export function shownIn(session: Session): readonly Shown[] {
  const state = session.snapshot().house.shared["pictures"]
  return (state as Shared | undefined)?.shown ?? []
}

export function picturesIn(body: unknown): readonly unknown[] {
  return (body as { readonly pictures: readonly unknown[] } | undefined)?.pictures ?? []
}

/** Bytes of a picture: `n` tells one from another. */
export function pictureOf(length: number, n = 0): Bytes {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 9) + n * 7) & 255)
}

/** As a room would: put beside a draft, named, and queued; the draft is dropped when that is done. */
export async function show(
  session: Session,
  words: string,
  all: readonly Bytes[],
  holdMinutes = 0,
): Promise<Ref> {
  const draft = `pictures:${words}`
  for (const bytes of all) {
    const put = await session.files.put(draft, { bytes, type: "image/jpeg" })
    if (!put.ok) throw new Error(put.error.type)
  }
  return sendBeside(session, words, holdMinutes)
}

export async function sendBeside(session: Session, words: string, holdMinutes = 0): Promise<Ref> {
  const draft = `pictures:${words}`
  const named: unknown[] = []
  for (const { id } of session.files.beside(draft)) {
    const name = await session.files.name(id)
    if (!name.ok) throw new Error(name.error.type)
    named.push(name.value)
  }
  const { ref } = await session.queue("pictures.shown", { words, pictures: named }, { holdMinutes })
  session.dropDraft(draft)
  return ref
}

/** What somebody sees of the first picture of these words: "same", or why not. */
export async function sees(session: Session, words: string, picture: Bytes, n = 0): Promise<string> {
  const shown = shownIn(session).find((one) => one.words === words)
  if (shown === undefined) return "no words"
  const read = await session.files.read(shown.ref, shown.pictures[n])
  if (!read.ok) return read.error.type
  return equalBytes(read.value, picture) ? "same" : "another"
}

export function blobOf(name: unknown): Bytes {
  const read: FileName | null = readFileName(name)
  if (read === null) throw new Error("no name of a file")
  return read.blob
}
