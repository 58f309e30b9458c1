import { equalBytes, toHex } from "#wire"
import type { Bytes, Head } from "#wire"
import type { Append, Mail, Mailbox, Store, StoredEntry } from "./store.ts"

/** For tests and simulations: nothing survives the process. */
export function openMemoryStore(): Store {
  const logs = new Map<string, StoredEntry[]>()
  const boxes = new Map<string, Mailbox>()
  const mail = new Map<string, Mail[]>()
  const headOf = (log: Bytes): Head | null => {
    const last = logs.get(toHex(log))?.at(-1)
    return last === undefined ? null : { seq: last.seq, hash: last.hash }
  }
  return {
    head: async (log) => headOf(log),
    read: async (log, from, max) => (logs.get(toHex(log)) ?? []).slice(from, from + max).map((e) => e.entry),
    append: async (write) => {
      const head = headOf(write.log)
      if (!sameHead(head, write.expected)) return false
      const all = [...(logs.get(toHex(write.log)) ?? []), ...write.entries]
      logs.set(
        toHex(write.log),
        all.map((e) => (write.redacted.some((hash) => equalBytes(hash, e.hash)) ? bare(e) : e)),
      )
      for (const H of write.opened)
        if (!boxes.has(toHex(H))) boxes.set(toHex(H), { log: write.log, hour: write.hour })
      return true
    },
    mailbox: async (H) => boxes.get(toHex(H)) ?? null,
    readMail: async (H) => mail.get(toHex(H)) ?? [],
    putMail: async (H, one, replace) => {
      const before = (mail.get(toHex(H)) ?? []).filter((m) => !(replace && m.slot === one.slot))
      mail.set(toHex(H), [...before, one])
    },
    sweepMail: async (before) => {
      for (const [key, box] of boxes) {
        if (box.hour >= before) continue
        boxes.delete(key)
        mail.delete(key)
      }
    },
    close: () => undefined,
  }
}

export function sameHead(a: Head | null, b: Head | null): boolean {
  return a === null || b === null ? a === b : a.seq === b.seq && equalBytes(a.hash, b.hash)
}

function bare(e: StoredEntry): StoredEntry {
  return { ...e, entry: { ...e.entry, body: null } }
}

export type { Append }
