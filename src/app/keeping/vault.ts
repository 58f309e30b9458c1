import type { Tools } from "#ledger"
import { bad, concat, good, toBase64url, u16, utf8 } from "#wire"
import type { Bytes, CryptoKeyLike, Outcome } from "#wire"
import { unhurried } from "./pace.ts"
import type { Pace } from "./pace.ts"
import type { Row, Store, StoreFault, StoreOp } from "../store/store.ts"

// One profile's rows. Each is sealed with AES-256-GCM under the profile's key, a random 96-bit nonce, and table and key as additional data: a row moved to
// another place does not open. Keys are MACs of names, so that a row does not tell what it is about. docs/storage.md says what is kept where.

export type Table =
  | "drafts"
  | "desk"
  | "queue"
  | "private"
  | "unplaced"
  | "shared"
  | "copied"
  | "branch"
  | "earlier"
  | "remembered"
  | "files"
/** Rows under keys of their own, which stand in other rows: these need not be sealed anew when the profile's key changes (docs/adr/0018). */
export interface Under {
  readonly table: "parts"
  readonly under: Bytes
}
export type VaultOp =
  | ((Of | Under) & { readonly op: "put"; readonly name: string; readonly value: Bytes })
  | ((Of | Under) & { readonly op: "delete"; readonly name: string })
  | { readonly op: "clear"; readonly table: Table }
interface Of {
  readonly table: Table
}
export interface Named {
  readonly name: string
  readonly value: Bytes
}
export interface Vault {
  readonly get: (
    table: Table | Under,
    name: string,
  ) => Promise<Outcome<Bytes | null, { readonly type: "damaged" }>>
  /** Every row of a table that still opens, and how many no longer do. */
  readonly list: (
    table: Table,
    pace?: Pace,
  ) => Promise<{ readonly rows: readonly Named[]; readonly damaged: number }>
  /** How many rows a table has, whether or not they open. */
  readonly count: (table: Table) => Promise<number>
  /** Takes the keys into its hands in this very turn: what was begun before `close` still reaches the disk, sealed, and not before `after`. */
  readonly write: (ops: readonly VaultOp[], after?: Promise<unknown>) => Promise<Outcome<null, StoreFault>>
  /** What `write` would put, sealed and not written; and its rows opened again. */
  readonly sealed: (ops: readonly VaultOp[]) => Promise<readonly StoreOp[]>
  readonly unsealed: (ops: readonly StoreOp[]) => Promise<readonly Named[]>
  /** Seals every row anew under another key, together with `also`, in one batch; from then on this vault uses that key. For a new passphrase. */
  readonly moveTo: (profileKey: Bytes, also: readonly StoreOp[]) => Promise<Outcome<null, StoreFault>>
  /** Drops the keys at once. Nothing can be opened or begun after. */
  readonly close: () => void
}

/** Drafts last: other tabs write them whenever a key was pressed, and what they write after this was read is not moved along. */
const tables: readonly Table[] = [
  "desk",
  "queue",
  "private",
  "unplaced",
  "shared",
  "copied",
  "branch",
  "earlier",
  "files",
  "drafts",
]
/** Made of other rows, and made again from them when it is gone. */
const derived: readonly Table[] = ["remembered"]
const NONCE = 12
/** Rows opened side by side: enough to keep the platform's cryptography at work, few enough for one breath. */
const atATime = 256

interface Keys {
  readonly seal: CryptoKeyLike
  readonly name: CryptoKeyLike
}
type Crypto = Pick<Tools, "subtle" | "random" | "decodeUtf8">

async function keysFrom(t: Crypto, from: Bytes): Promise<Keys> {
  const whole = await t.subtle.importKey("raw", from, { name: "HKDF" }, false, ["deriveBits"])
  const part = async (label: string): Promise<Bytes> => {
    const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(`gs/v1/${label}`) }
    return new Uint8Array(await t.subtle.deriveBits(how, whole, 256))
  }
  const [seal, name] = [await part("store-seal"), await part("store-name")]
  return {
    seal: await t.subtle.importKey("raw", seal, { name: "AES-GCM" }, false, ["encrypt", "decrypt"]),
    name: await t.subtle.importKey("raw", name, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
  }
}

async function keyOf(t: Crypto, keys: Keys, table: Table | "parts", name: string): Promise<string> {
  const mac = await t.subtle.sign({ name: "HMAC" }, keys.name, utf8(`${table}|${name}`))
  return toBase64url(new Uint8Array(mac).subarray(0, 16))
}

/** nonce 12 | AES-GCM of (length of name u16 | name | value). */
async function sealed(t: Crypto, keys: Keys, where: string, name: string, value: Bytes): Promise<Bytes> {
  const iv = t.random(NONCE)
  const label = utf8(name)
  const how = { name: "AES-GCM", iv, additionalData: utf8(where) }
  const box = await t.subtle.encrypt(how, keys.seal, concat(u16(label.length), label, value))
  return concat(iv, new Uint8Array(box))
}

async function unsealed(t: Crypto, keys: Keys, where: string, row: Bytes): Promise<Named | null> {
  try {
    const how = { name: "AES-GCM", iv: row.subarray(0, NONCE), additionalData: utf8(where) }
    const plain = new Uint8Array(await t.subtle.decrypt(how, keys.seal, row.subarray(NONCE)))
    const end = 2 + ((plain[0] ?? 0) << 8) + (plain[1] ?? 0)
    return { name: t.decodeUtf8(plain.subarray(2, end)), value: plain.subarray(end) }
  } catch {
    return null
  }
}

/** Where the parts of a profile's files lie. */
export const partsTable = (profile: string): string => `${profile}/parts`

export async function openVault(t: Crypto, store: Store, profile: string, profileKey: Bytes): Promise<Vault> {
  let keys: Keys | null = await keysFrom(t, profileKey)
  const held = (): Keys => {
    if (keys === null) throw new Error("locked")
    return keys
  }
  const placeOf = (table: Table | Under["table"]): string => `${profile}/${table}`
  const keysOf = (using: Keys, of: Of | Under): Keys | Promise<Keys> =>
    "under" in of ? keysFrom(t, of.under) : using
  const opsWith = (using: Keys, ops: readonly VaultOp[]): Promise<readonly StoreOp[]> =>
    Promise.all(
      ops.map(async (op): Promise<StoreOp> => {
        const table = placeOf(op.table)
        if (op.op === "clear") return { op: "clear", table }
        const keysIn = await keysOf(using, op)
        const key = await keyOf(t, keysIn, op.table, op.name)
        if (op.op === "delete") return { op: "delete", table, key }
        return { op: "put", table, key, value: await sealed(t, keysIn, `${table}|${key}`, op.name, op.value) }
      }),
    )
  const cleared = (): readonly StoreOp[] => derived.map((table) => ({ op: "clear", table: placeOf(table) }))
  let moving: Promise<Keys> | null = null
  let inFlight: Promise<unknown> = Promise.resolve()
  const listWith = async (using: Keys, table: Table, pace: Pace): ReturnType<Vault["list"]> => {
    const rows: Named[] = []
    let damaged = 0
    for (let from: string | undefined = ""; from !== undefined;) {
      const some: readonly Row[] = await store.list(placeOf(table), from, atATime)
      const opened = await Promise.all(
        some.map((row) => unsealed(t, using, `${placeOf(table)}|${row.key}`, row.value)),
      )
      for (const row of opened) {
        if (row === null) damaged += 1
        else rows.push(row)
      }
      // The next key that can be after this one.
      from = some.length < atATime ? undefined : `${some.at(-1)?.key ?? ""}\u0000`
      await pace()
    }
    return { rows, damaged }
  }
  return {
    list: async (table, pace = unhurried) => listWith(held(), table, pace),
    count: (table) => store.count(placeOf(table)),
    get: async (of, name) => {
      const at = typeof of === "string" ? { table: of } : of
      const using = await keysOf(held(), at)
      const { table } = at
      const key = await keyOf(t, using, table, name)
      const row = await store.get(placeOf(table), key)
      if (row === null) return good(null)
      const opened = await unsealed(t, using, `${placeOf(table)}|${key}`, row)
      return opened === null ? bad({ type: "damaged" }) : good(opened.value)
    },
    write: (ops, after) => {
      const using = moving ?? (keys === null ? Promise.reject(new Error("locked")) : Promise.resolve(keys))
      const writing = using.then(async (k) => {
        const rows = await opsWith(k, ops)
        await after
        const written = await store.batch(rows)
        const isFull = !written.ok && written.error.type === "full"
        // Words go before what can be made again from them.
        return isFull && !ops.some((op) => derived.some((table) => table === op.table))
          ? store.batch([...cleared(), ...rows])
          : written
      })
      inFlight = Promise.allSettled([inFlight, writing])
      return writing
    },
    sealed: async (ops) => opsWith(held(), ops),
    unsealed: async (ops) => {
      const using = held()
      const puts = ops.filter((op) => op.op === "put")
      const opened = await Promise.all(
        puts.map(({ table, key, value }) => unsealed(t, using, `${table}|${key}`, value)),
      )
      return opened.filter((row) => row !== null)
    },
    moveTo: async (to, also) => {
      const using = held()
      const next = await keysFrom(t, to)
      const move = async (): Promise<Outcome<null, StoreFault>> => {
        await inFlight
        const ops: StoreOp[] = [...cleared()]
        for (const table of tables) {
          const puts = (await listWith(using, table, unhurried)).rows.map((row) => ({
            op: "put" as const,
            table,
            ...row,
          }))
          const deletes = puts.map(({ name }) => ({ op: "delete" as const, table, name }))
          ops.push(...(await opsWith(using, deletes)), ...(await opsWith(next, puts)))
        }
        return store.batch([...ops, ...also])
      }
      // What is written meanwhile waits, and is sealed under whichever key then holds.
      const moved = move()
      moving = moved.then(
        ({ ok }) => (ok ? next : using),
        () => using,
      )
      try {
        const outcome = await moved
        if (outcome.ok && keys !== null) keys = next
        return outcome
      } finally {
        moving = null
      }
    },
    close: () => {
      keys = null
    },
  }
}
