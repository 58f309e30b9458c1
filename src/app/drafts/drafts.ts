import type { Tools } from "#ledger"
import { utf8 } from "#wire"
import type { Vault, VaultOp } from "../keeping/vault.ts"

// What is being written: rows of the local store, never entries. Read at once from memory; on the disk within a fifth of a second of a key, for people lose
// their phone, their battery or their nerve at any moment.

export interface Drafts {
  readonly get: (key: string) => string
  readonly set: (key: string, text: string) => void
  readonly drop: (key: string) => void
  /** Every text that is there, by its key. */
  readonly all: () => ReadonlyMap<string, string>
  /** Resolves when the disk has all that was set before. Begins to seal in this very turn, so that keys may be dropped right after. */
  readonly flush: () => Promise<void>
  /** Takes over what another tab wrote; what was typed here last stays. True when a text is another one now. */
  readonly refresh: () => Promise<boolean>
  /** What was set and no disk has: by its key, null for what was dropped. */
  readonly unwritten: () => ReadonlyMap<string, string | null>
  /** Begins a last flush in this very turn, then lets go of every text. Whether all of it reached the disk. */
  readonly close: () => Promise<boolean>
}
/** Calls after so many milliseconds; returns what cancels it. */
export type Later = (ms: number, act: () => void) => () => void

const soon = 80
const again = 1000

export async function openDrafts(o: {
  readonly tools: Pick<Tools, "decodeUtf8">
  readonly vault: Vault
  readonly later: Later
  /** Told when the disk refuses, and when it takes again. The words stay in memory and are tried again. */
  readonly onRefused: (refused: boolean) => void
  /** Told when the disk has it, so that other tabs look. */
  readonly onWritten?: () => void
  /** False once another tab put a passphrase before these pages: what is sealed here since then, nobody can open. */
  readonly isCurrent?: () => Promise<boolean>
  /** Told when that was found out. */
  readonly onMoved?: () => void
}): Promise<Drafts> {
  const texts = new Map<string, string>()
  for (const { name, value } of (await o.vault.list("drafts")).rows)
    texts.set(name, o.tools.decodeUtf8(value))
  let dirty = new Set<string>()
  /** On its way to the disk. */
  let flying: readonly ReadonlySet<string>[] = []
  /** Changed here since the last time the disk was read. */
  let typed = new Set<string>()
  /** Whether all that was begun until then reached the disk. */
  let writing = Promise.resolve(true)
  let reading = Promise.resolve(false)
  let cancel: (() => void) | null = null

  let closed = false

  const opOf = (name: string): VaultOp => {
    const text = texts.get(name)
    return text === undefined
      ? { op: "delete", table: "drafts", name }
      : { op: "put", table: "drafts", name, value: utf8(text.toWellFormed()) }
  }
  const settled = (names: ReadonlySet<string>, how: "written" | "refused" | "moved"): void => {
    flying = flying.filter((some) => some !== names)
    if (closed) return
    if (how === "written") o.onWritten?.()
    else for (const name of names) dirty.add(name)
    if (how === "moved") return o.onMoved?.()
    o.onRefused(how === "refused")
    if (dirty.size > 0) plan(how === "written" ? 0 : again)
  }
  const landed = async (
    sealing: ReturnType<Vault["write"]>,
    names: ReadonlySet<string>,
    before: Promise<boolean>,
  ): Promise<boolean> => {
    try {
      const { ok } = await sealing
      const isMoved = ok && !closed && o.isCurrent !== undefined && !(await o.isCurrent())
      settled(names, ok ? (isMoved ? "moved" : "written") : "refused")
      // What was refused before the last flush is in that one. At the end there is none after it.
      return ok && !isMoved && (!closed || (await before))
    } catch {
      // Locked before this text was set, and then there is nobody to write for; or the disk did not answer.
      settled(names, "refused")
      return false
    }
  }
  const write = (): Promise<boolean> => {
    cancel?.()
    cancel = null
    if (dirty.size === 0) return writing
    const names = dirty
    dirty = new Set()
    flying = [...flying, names]
    const before = writing
    // Sealing begins now; the row waits its turn, so that an older wording never lands on a newer one.
    const sealing = o.vault.write([...names].map(opOf), before)
    writing = landed(sealing, names, before)
    return writing
  }
  const plan = (ms: number): void => {
    cancel ??= o.later(ms, () => void write())
  }
  const change = (name: string): void => {
    typed.add(name)
    dirty.add(name)
    plan(soon)
  }
  const takenOver = async (): Promise<boolean> => {
    // While one is waited for, the next may begin: what is on its way to the disk is never taken for what another tab wrote.
    for (let last: Promise<boolean> | null = null; last !== writing; await last) last = writing
    typed = new Set(dirty)
    const rows = await o.vault.list("drafts").catch(() => null)
    if (closed || rows === null) return false
    const now = new Map(rows.rows.map(({ name, value }) => [name, o.tools.decodeUtf8(value)]))
    const other = [...new Set([...texts.keys(), ...now.keys()])].filter(
      (name) => !typed.has(name) && texts.get(name) !== now.get(name),
    )
    for (const name of other) {
      const text = now.get(name)
      if (text !== undefined) texts.set(name, text)
      else if (rows.damaged === 0) texts.delete(name)
    }
    return other.length > 0
  }
  return {
    get: (key) => texts.get(key) ?? "",
    set: (key, text) => {
      if (closed || texts.get(key) === text) return
      texts.set(key, text)
      change(key)
    },
    drop: (key) => {
      if (texts.delete(key)) change(key)
    },
    all: () => texts,
    flush: async () => void (await write()),
    // One after the other: each has to know what was typed since it began to read.
    refresh: () => (reading = reading.then(takenOver, takenOver)),
    unwritten: () =>
      new Map([...flying, dirty].flatMap((some) => [...some]).map((name) => [name, texts.get(name) ?? null])),
    close: () => {
      if (closed) return writing
      const last = write()
      closed = true
      cancel?.()
      dirty.clear()
      texts.clear()
      return last
    },
  }
}
