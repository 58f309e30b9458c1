import { batchLimits, copy, H, Reader, SLOT_SIZE, toBase64url } from "#wire"
import type { Bytes } from "#wire"
import type { RelayPort } from "../server/relay-port.ts"

// spec/relay.md §9, said from this side; in requests of its own, never together with anything shared. Whatever is no answer of a relay is "away".

export interface RecoveryClient {
  readonly batches: (
    store: Bytes,
    from: number,
  ) => Promise<{ readonly count: number; readonly batches: readonly Batch[] } | "away">
  readonly add: (
    store: Bytes,
    n: number,
    bytes: Bytes,
  ) => Promise<"stored" | "taken" | "ahead" | "full" | "away">
  readonly drop: (store: Bytes) => Promise<boolean>
  readonly slot: (locator: Bytes) => Promise<Bytes | null | "away">
  readonly putSlot: (locator: Bytes, bytes: Bytes) => Promise<"stored" | "full" | "away">
}
interface Batch {
  readonly n: number
  readonly bytes: Bytes
}

export function createRecoveryClient(port: RelayPort, origin: string): RecoveryClient {
  const ask = async (path: string, secret: Bytes, init: RequestInit = {}): Promise<Response | null> => {
    const headers = { "Goldseam-Secret": toBase64url(secret) }
    try {
      return await port.fetch(new Request(`${origin}/api/${path}`, { ...init, headers, cache: "no-store" }))
    } catch {
      return null
    }
  }
  const storeOf = (secret: Bytes): string => `batches/${toBase64url(H("batches", secret))}`
  const slotOf = (locator: Bytes): string => `slot/${toBase64url(H("locator", locator))}`
  return {
    batches: async (store, from) => {
      const response = await ask(`${storeOf(store)}?from=${String(from)}`, store)
      const count = response?.headers.get("Goldseam-Batches") ?? ""
      const bytes = response?.status === 200 && /^\d{1,9}$/.test(count) ? await bytesOf(response) : null
      const batches = bytes === null ? null : batchesIn(bytes)
      return batches === null ? "away" : { count: Number(count), batches }
    },
    add: async (store, n, bytes) => {
      const response = await ask(`${storeOf(store)}/${String(n)}`, store, { method: "PUT", body: bytes })
      switch (await typeOf(response)) {
        case "ok":
          return "stored"
        case "slot-taken":
          return "taken"
        case "out-of-order":
          return "ahead"
        case "full":
          return "full"
        default:
          return "away"
      }
    },
    drop: async (store) => (await typeOf(await ask(storeOf(store), store, { method: "DELETE" }))) === "ok",
    slot: async (locator) => {
      const response = await ask(slotOf(locator), locator)
      const bytes = response?.status === 200 ? await bytesOf(response) : null
      if (bytes === null || (bytes.length !== 0 && bytes.length !== SLOT_SIZE)) return "away"
      return bytes.length === 0 ? null : bytes
    },
    putSlot: async (locator, bytes) => {
      const type = await typeOf(await ask(slotOf(locator), locator, { method: "PUT", body: bytes }))
      return type === "ok" ? "stored" : type === "full" ? "full" : "away"
    },
  }
}

async function bytesOf(response: Response): Promise<Bytes | null> {
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch {
    return null
  }
}

/** "ok", the relay's own word for why not, or "none". */
async function typeOf(response: Response | null): Promise<string> {
  try {
    const told: unknown = await response?.json()
    if (typeof told !== "object" || told === null) return "none"
    if (response?.status === 200) return Reflect.get(told, "ok") === true ? "ok" : "none"
    return String(Reflect.get(told, "type"))
  } catch {
    return "none"
  }
}

function batchesIn(bytes: Bytes): readonly Batch[] | null {
  const r = new Reader(bytes)
  const found: Batch[] = []
  while (r.left > 0) {
    const [n, length] = [r.number(4), r.number(4)]
    if (r.failed || length > batchLimits.batchBytes) return null
    const one = r.take(length)
    if (r.failed) return null
    found.push({ n, bytes: copy(one, 0, one.length) })
  }
  return found
}
