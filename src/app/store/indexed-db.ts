import { bad, good } from "#wire"
import type { Bytes, Outcome } from "#wire"
import type { Store, StoreFault, StoreOp } from "./store.ts"

const rows = "rows"

/** The browser's own database. Durability "strict": the default may say "done" before the disk has it. */
export async function openIndexedDb(name: string): Promise<Outcome<Store, StoreFault>> {
  let db: IDBDatabase
  try {
    db = await opened(indexedDB.open(name, 1))
  } catch {
    return bad({ type: "gone" })
  }
  // Another tab that forgets everything must not be kept waiting.
  db.addEventListener("versionchange", () => db.close())
  const table = (): IDBObjectStore => db.transaction(rows).objectStore(rows)
  return good({
    get: async (of, key) => bytesOf(await asked(table().get([of, key]))),
    list: async (of, from = "", limit) => {
      const range = whole(of, from)
      const on = table()
      const [keys, values] = await Promise.all([
        asked(on.getAllKeys(range, limit)),
        asked(on.getAll(range, limit)),
      ])
      return keys.map((key, i) => ({
        key: keyOf(key),
        value: bytesOf(values[i]) ?? new Uint8Array(0),
      }))
    },
    count: (of) => asked(table().count(whole(of))),
    batch: (ops) => written(db, ops),
    close: () => db.close(),
  })
}

/** An array sorts after every text, so this range ends with the table. */
function whole(table: string, from = ""): IDBKeyRange {
  return IDBKeyRange.bound([table, from], [table, []])
}

/** Takes the whole database away. */
export function deleteIndexedDb(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name)
    deleting.addEventListener("success", () => resolve())
    deleting.addEventListener("error", () => reject(deleting.error ?? new Error("storage refused")))
  })
}

function opened(opening: IDBOpenDBRequest): Promise<IDBDatabase> {
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(rows))
  return asked(opening)
}

/** The requests are all made in one turn: a transaction ends by itself when nothing is asked of it. */
function written(db: IDBDatabase, ops: readonly StoreOp[]): Promise<Outcome<null, StoreFault>> {
  return new Promise((resolve) => {
    const failed = (error: DOMException | null): void =>
      resolve(bad({ type: error?.name === "QuotaExceededError" ? "full" : "gone" }))
    let transaction: IDBTransaction
    try {
      transaction = db.transaction(rows, "readwrite", { durability: "strict" })
      const to = transaction.objectStore(rows)
      for (const op of ops) {
        if (op.op === "put") to.put(op.value, [op.table, op.key])
        else to.delete(op.op === "delete" ? [op.table, op.key] : whole(op.table))
      }
      transaction.addEventListener("complete", () => resolve(good(null)))
      transaction.addEventListener("abort", () => failed(transaction.error))
      transaction.commit()
    } catch (error) {
      failed(error instanceof DOMException ? error : null)
    }
  })
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result))
    request.addEventListener("error", () => reject(request.error ?? new Error("storage refused")))
  })
}

function keyOf(key: IDBValidKey): string {
  const name: unknown = Array.isArray(key) ? key[1] : key
  return typeof name === "string" ? name : ""
}

function bytesOf(value: unknown): Bytes | null {
  // Nobody else has it: what a database gives is a copy already.
  const isBytes = value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
  return isBytes ? (value as Bytes) : null
}
