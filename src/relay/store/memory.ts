import { equalBytes, toHex } from "#wire"
import type { Bytes, Head } from "#wire"
import { memoryBatches } from "./batches.ts"
import { factsOfLog } from "./facts-of-log.ts"
import { memoryFiles } from "./files.ts"
import { sameHead } from "./same-head.ts"
import type { Mail, Mailbox, Store, StoredEntry } from "./store.ts"

/** For tests and simulations: nothing survives the process. */
export function openMemoryStore(): Store {
  const logs = new Map<string, StoredEntry[]>()
  const boxes = new Map<string, Mailbox>()
  const mail = new Map<string, (Mail & { readonly hour: number })[]>()
  const facts = new Map<string, Bytes>()
  const unclaimed = new Map<string, { readonly log: Bytes; readonly hour: number }>()
  const { forget, ...files } = memoryFiles()
  const headOf = (log: Bytes): Head | null => {
    const last = logs.get(toHex(log))?.at(-1)
    return last === undefined ? null : { seq: last.seq, hash: last.hash }
  }
  return {
    head: async (log) => headOf(log),
    read: async (log, from, max) => ({
      entries: (logs.get(toHex(log)) ?? []).slice(from, from + max).map((e) => e.entry),
      head: headOf(log),
    }),
    append: async (write) => {
      if (!sameHead(headOf(write.log), write.expected)) return "moved"
      const all = [...(logs.get(toHex(write.log)) ?? []), ...write.entries]
      logs.set(
        toHex(write.log),
        all.map((e) => (write.redacted.some((hash) => equalBytes(hash, e.hash)) ? bare(e) : e)),
      )
      for (const H of write.opened)
        if (!boxes.has(toHex(H))) boxes.set(toHex(H), { log: write.log, hour: write.hour })
      for (const letGo of write.letGo) await files.drop(write.log, letGo)
      if (write.isUnclaimed) unclaimed.set(toHex(write.log), { log: write.log, hour: write.hour })
      else unclaimed.delete(toHex(write.log))
      return "stored"
    },
    mailbox: async (H) => boxes.get(toHex(H)) ?? null,
    readMail: async (H) => (mail.get(toHex(H)) ?? []).map(({ slot, bytes }) => ({ slot, bytes })),
    putMail: async (H, one, room, hour) => {
      const all = mail.get(toHex(H)) ?? []
      const there = all.filter((m) => m.slot === one.slot)
      if (there.some((m) => equalBytes(m.bytes, one.bytes))) return "stored"
      const isFull = there.length >= room.most
      if (isFull && room.beyond === "refuse") return "taken"
      const kept = isFull ? all.filter((m) => m.slot !== one.slot) : all
      mail.set(toHex(H), [...kept, { ...one, hour }])
      return "stored"
    },
    sweepMail: async (before) => {
      for (const [key, box] of boxes) {
        const isWanted = mail.get(key)?.some((m) => m.slot === "request" && m.hour >= before) ?? false
        if (box.hour >= before || isWanted) continue
        boxes.delete(key)
        mail.delete(key)
      }
      return "stored"
    },
    sweepLogs: async (hour, before) => {
      for (const [name, one] of unclaimed) {
        const isWaitedFor = [...boxes.values()].some(({ log }) => equalBytes(log, one.log))
        if (isWaitedFor) unclaimed.set(name, { ...one, hour })
        if (isWaitedFor || one.hour >= before) continue
        unclaimed.delete(name)
        logs.delete(name)
        for (const fact of factsOfLog(name)) facts.delete(fact)
        forget(one.log)
      }
      return "stored"
    },
    facts: {
      get: async (name) => facts.get(name) ?? null,
      put: async (name, bytes, how) => {
        if (how !== "first" || !facts.has(name)) facts.set(name, bytes)
        return "stored"
      },
    },
    batches: memoryBatches(),
    files,
    close: () => undefined,
  }
}

function bare(e: StoredEntry): StoredEntry {
  return { ...e, entry: { ...e.entry, body: null } }
}
