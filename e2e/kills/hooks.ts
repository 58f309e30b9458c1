import type { Disk } from "../../src/app/store/memory.ts"

// What the page of a planted build has, and how bytes go to it and back.

/** Goes to the page as text, before any of its scripts. From the write at which it dies on, nothing more is written. */
export const hooks = `(() => {
  const toBase64 = (bytes) => {
    let text = ""
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  const encode = (value) =>
    JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? { $bytes: toBase64(one) } : one))
  const decode = (text) =>
    JSON.parse(text, (_, one) => (one && typeof one.$bytes === "string" ? fromBase64(one.$bytes) : one))
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const never = new Promise(() => undefined)
  const planted = {
    keeper: null,
    session: null,
    writes: 0,
    at: 0,
    after: false,
    isDead: false,
    write: async (act) => {
      if (planted.isDead) return never
      planted.writes += 1
      const isHere = planted.writes === planted.at
      const die = () => {
        planted.isDead = true
        globalThis.dieNow()
        return never
      }
      const writing = act()
      if (isHere && !planted.after) return die()
      const value = await writing
      return isHere ? die() : value
    },
    has: async (name) => {
      while (planted[name] === null) await new Promise((look) => setTimeout(look, 5))
    },
    call: async (path, args) => {
      const names = path.split(".")
      const last = names.pop()
      const on = names.reduce((of, name) => of[name], planted)
      return encode((await on[last](...decode(args))) ?? null)
    },
    rows: async () => {
      const opening = indexedDB.open("app", 1)
      opening.onupgradeneeded = () => opening.transaction.abort()
      let db
      try {
        db = await done(opening)
      } catch {
        return encode([[], []])
      }
      const rows = db.transaction("rows").objectStore("rows")
      const all = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())])
      db.close()
      return encode(all)
    },
    lay: async (text) => {
      localStorage.clear()
      await done(indexedDB.deleteDatabase("app"))
      const all = decode(text)
      if (all.length === 0) return
      const opening = indexedDB.open("app", 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore("rows")
      const db = await done(opening)
      const writing = db.transaction("rows", "readwrite")
      const rows = writing.objectStore("rows")
      for (const [key, value] of all) rows.put(value, key)
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve
        writing.onabort = () => reject(writing.error)
      })
      db.close()
    },
  }
  globalThis.planted = planted
})()`

export function encode(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    one instanceof Uint8Array ? { $bytes: Buffer.from(one).toString("base64") } : one,
  )
}

export function decode(text: string): unknown {
  return JSON.parse(text, (_, one: unknown) => {
    const bytes: unknown = typeof one === "object" && one !== null ? Reflect.get(one, "$bytes") : null
    return typeof bytes === "string" ? Uint8Array.from(Buffer.from(bytes, "base64")) : one
  })
}

/** A disk in memory as rows of the browser's database. */
export function rowsOf(disk: Disk): string {
  return encode([...disk].flatMap(([table, rows]) => [...rows].map(([key, value]) => [[table, key], value])))
}

/** And back. */
export function diskOf(rows: string): Disk {
  const [keys, values] = decode(rows) as [
    readonly (readonly [string, string])[],
    readonly Uint8Array<ArrayBuffer>[],
  ]
  const disk: Disk = new Map()
  keys.forEach(([table, key], at) => {
    const value = values[at]
    if (value === undefined) return
    const rowsThere = disk.get(table) ?? new Map<string, Uint8Array<ArrayBuffer>>()
    disk.set(table, rowsThere.set(key, value))
  })
  return disk
}
