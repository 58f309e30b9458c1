import type { Tools } from "#ledger"
import { bad, concat, copy, good, toBase64url, utf8 } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { withoutHalf } from "../copy/half.ts"
import { fromRow, toRow } from "../keeping/rows.ts"
import type { Store, StoreFault, StoreOp } from "../store/store.ts"

// The lock of one device. Without a passphrase a profile's key lies in the store as it is, and nothing is claimed. With one it is wrapped under Argon2id of the
// passphrase. All profiles of a device share one salt: the passphrase is stretched once, then tried on each, so that the field opens whichever it belongs to
// and takes the same time however many there are (CARE A11).

/** Argon2id's cost (RFC 9106). It stands in the wrap's additional data; nothing below `floor` is ever tried. */
export interface Cost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}
export const floor: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }
/** 32 bytes from a passphrase. Slow on purpose, so it runs in a worker. */
export type Stretch = (passphrase: string, salt: Bytes, cost: Cost) => Promise<Bytes>

const device = "device"
const profilePrefix = "profile."

type Wrap = { readonly key: Bytes } | { readonly cost: Cost; readonly iv: Bytes; readonly box: Bytes }
export interface Profile {
  readonly id: string
  readonly wrap: Wrap
  /** The row it was read from. */
  readonly row: Bytes
}
export interface Opened {
  readonly id: string
  readonly key: Bytes
}
type Crypto = Pick<Tools, "subtle" | "random" | "decodeUtf8">

export function hasPassphrase(profile: Profile): boolean {
  return !("key" in profile.wrap)
}

export async function profilesIn(t: Crypto, store: Store): Promise<readonly Profile[]> {
  const rows = await store.list(device, profilePrefix)
  return rows
    .filter((row) => row.key.startsWith(profilePrefix))
    .flatMap((row) => {
      const wrap = readWrap(t, row.value)
      return wrap === null ? [] : [{ id: row.key.slice(profilePrefix.length), wrap, row: row.value }]
    })
}

/** These rows are not sealed, so whatever is read here may have been changed by a stranger's hand. */
function readWrap(t: Crypto, row: Bytes): Wrap | null {
  try {
    const { key, iv, box, cost } = fromRow<Record<string, unknown>>(row, t.decodeUtf8)
    if (key instanceof Uint8Array && key.length === 32) return { key: Uint8Array.from(key) }
    if (!(iv instanceof Uint8Array) || !(box instanceof Uint8Array)) return null
    const { memoryKiB, passes, lanes } = cost as Record<string, unknown>
    if (typeof memoryKiB !== "number" || typeof passes !== "number" || typeof lanes !== "number") return null
    return { cost: { memoryKiB, passes, lanes }, iv: Uint8Array.from(iv), box: Uint8Array.from(box) }
  } catch {
    return null
  }
}

function rowOf(id: string, wrap: Wrap): StoreOp {
  return { op: "put", table: device, key: profilePrefix + id, value: toRow(wrap) }
}

/** Not on the disk yet. */
export function newProfile(t: Pick<Crypto, "random">): Opened {
  return { id: toBase64url(t.random(9)), key: t.random(32) }
}

/** The row of a profile without a passphrase. */
export function bareRow({ id, key }: Opened): StoreOp {
  return rowOf(id, { key })
}

/** A new profile without a passphrase. Its id is random and says nothing. */
export async function createProfile(t: Crypto, store: Store): Promise<Outcome<Opened, StoreFault>> {
  const opened = newProfile(t)
  await withoutHalf(t, store)
  const written = await store.batch([bareRow(opened)])
  return written.ok ? good(opened) : written
}

export interface RowWatch {
  /** False once another tab has put a passphrase before this profile: then the keys held here are of yesterday. */
  readonly isCurrent: () => Promise<boolean>
  /** This row is about to be written from here, and counts as well from now on. */
  readonly expect: (row: StoreOp) => void
}
/** `row`: the one that gave the key. By now it may be another; absent where nobody else knows of this profile yet. */
export async function watchRow(store: Store, id: string, row?: Bytes): Promise<RowWatch> {
  const read = async (): Promise<string> =>
    toBase64url((await store.get(device, profilePrefix + id)) ?? new Uint8Array(0))
  const known = new Set([row === undefined ? await read() : toBase64url(row)])
  return {
    isCurrent: async () => known.has(await read()),
    expect: (op) => {
      if (op.op === "put") known.add(toBase64url(op.value))
    },
  }
}

async function saltOf(t: Crypto, store: Store): Promise<Bytes> {
  const there = await store.get(device, "salt")
  if (there !== null && there.length === 16) return there
  const salt = t.random(16)
  await store.batch([{ op: "put", table: device, key: "salt", value: salt }])
  return salt
}

function about(id: string, cost: Cost): Bytes {
  return utf8(`gs/v1/profile|${id}|${String(cost.memoryKiB)}|${String(cost.passes)}|${String(cost.lanes)}`)
}

async function cipherOf(t: Crypto, stretched: Bytes, id: string, use: "encrypt" | "decrypt") {
  const whole = await t.subtle.importKey("raw", stretched, { name: "HKDF" }, false, ["deriveBits"])
  const how = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(0),
    info: utf8(`gs/v1/profile-key|${id}`),
  }
  const key = new Uint8Array(await t.subtle.deriveBits(how, whole, 256))
  return t.subtle.importKey("raw", key, { name: "AES-GCM" }, false, [use])
}

const plain = (passphrase: string): string => passphrase.normalize("NFKC")

/** The row that puts this passphrase before the profile's key; it takes the place of the bare key. */
export async function wrapRow(
  t: Crypto,
  store: Store,
  stretch: Stretch,
  profile: Opened,
  passphrase: string,
): Promise<StoreOp> {
  const stretched = await stretch(plain(passphrase), await saltOf(t, store), floor)
  const cipher = await cipherOf(t, stretched, profile.id, "encrypt")
  stretched.fill(0)
  const iv = t.random(12)
  const how = { name: "AES-GCM", iv, additionalData: about(profile.id, floor) }
  const box = new Uint8Array(await t.subtle.encrypt(how, cipher, concat(profile.key)))
  return rowOf(profile.id, { cost: floor, iv, box })
}

/** The profile this passphrase opens. A wrong passphrase, a changed row and a row that asks for less than the floor all look the same. */
export async function unwrap(
  t: Crypto,
  store: Store,
  stretch: Stretch,
  profiles: readonly Profile[],
  passphrase: string,
): Promise<Outcome<Opened, { readonly type: "wrong" }>> {
  const stretched = await stretch(plain(passphrase), await saltOf(t, store), floor)
  let found: Opened | null = null
  for (const { id, wrap } of profiles) {
    if ("key" in wrap || below(wrap.cost)) continue
    try {
      const how = { name: "AES-GCM", iv: wrap.iv, additionalData: about(id, wrap.cost) }
      const key = await t.subtle.decrypt(how, await cipherOf(t, stretched, id, "decrypt"), wrap.box)
      found ??= { id, key: copy(new Uint8Array(key), 0, 32) }
    } catch {
      continue
    }
  }
  stretched.fill(0)
  return found === null ? bad({ type: "wrong" }) : good(found)
}

/** One cost for now: another one, lower or higher, is no cost of ours. It can only rise, together with the floor. */
function below(cost: Cost): boolean {
  return cost.memoryKiB !== floor.memoryKiB || cost.passes !== floor.passes || cost.lanes !== floor.lanes
}
