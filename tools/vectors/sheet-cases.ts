import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { concat, copy, encodeRun, H, toBase64url, u16, u32, u64, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Json } from "../../src/wire/index.ts"
import { codeKeys, derive } from "../../src/ledger/index.ts"
import type { SheetKey } from "../../src/ledger/index.ts"
import { firstEntry, noLog, writeAll } from "./chain.ts"
import { bytesOf, t } from "./people.ts"

// Slots, batches and wrapped keys put together a second time, from the text of spec/ledger.md §18 and not with the ledger's own writer, so that they can also be
// put together wrongly.

const nothing = new Uint8Array(0)

export function codeOf(name: string): Bytes {
  const code = bytesOf(name, 17)
  code[16] = (code[16] ?? 0) & 0xc0
  return code
}
export const code = codeOf("a code")
export const keys = await codeKeys(t, code)

/** Sealed as §18.2 and §18.3 say, under this label, at this place. */
export async function piece(of: {
  readonly label: string
  readonly key: Bytes
  readonly place: Bytes
  readonly plain: Bytes
  readonly aad?: Bytes
}): Promise<Bytes> {
  const salt = bytesOf(`salt of ${of.label}`, 32)
  const out = derive(of.key, salt, of.label, of.place, 76)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: copy(out, 32, 44), additionalData: of.aad ?? of.place }
  return concat(salt, out.subarray(44, 76), new Uint8Array(await t.subtle.encrypt(how, cipher, of.plain)))
}

export function filled(bytes: Uint8Array, size: number): Bytes {
  const whole = new Uint8Array(size)
  whole.set(bytes)
  return whole
}

export const store = bytesOf("a store", 32)
export const batchKey = bytesOf("a batch key", 32)
const { entries } = await writeAll(noLog, [firstEntry, {}, {}])
export const run = encodeRun(entries)

export interface BatchOf {
  readonly layout?: number
  readonly day?: string
  readonly length?: number
  readonly run?: Uint8Array
  readonly size?: number
  readonly after?: Uint8Array
  readonly n?: number
  readonly key?: Bytes
  readonly place?: Bytes
  readonly aad?: Bytes
  readonly label?: string
}
export function batch(of: BatchOf = {}): Promise<Bytes> {
  const said = of.run ?? run
  const head = concat(
    Uint8Array.of(of.layout ?? 1),
    utf8(of.day ?? "2026-11-26"),
    u32(of.length ?? said.length),
  )
  const place = of.place ?? concat(H("batches", store), u32(of.n ?? 0))
  return piece({
    label: of.label ?? "batch",
    key: of.key ?? batchKey,
    place,
    plain: filled(concat(head, said, of.after ?? nothing), of.size ?? 16_384),
    ...(of.aad === undefined ? {} : { aad: of.aad }),
  })
}

export interface SlotOf {
  readonly layout?: number
  readonly seq?: Uint8Array
  readonly origin?: Uint8Array
  readonly length?: number
  readonly after?: Uint8Array
  readonly size?: number
  readonly key?: Bytes
  readonly label?: string
  readonly place?: Bytes
}
export const slotFields = {
  logId: bytesOf("a private log", 32),
  member: bytesOf("Ana alone", 16),
  hash: bytesOf("the head of a private log", 32),
}
export function slot(of: SlotOf = {}): Promise<Bytes> {
  const origin = of.origin ?? utf8("https://goldseam.example")
  const plain = concat(
    Uint8Array.of(of.layout ?? 1),
    slotFields.logId,
    slotFields.member,
    of.seq ?? u64(41),
    slotFields.hash,
    store,
    batchKey,
    u16(of.length ?? origin.length),
    origin,
    of.after ?? nothing,
  )
  const size = of.size ?? 512
  return piece({
    label: of.label ?? "slot",
    key: of.key ?? keys.slotKey,
    place: of.place ?? keys.slot,
    plain: filled(plain.subarray(0, size), size),
  })
}

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** One key of a `home.sheet`, with the sender's passing key drawn from a name. */
export async function sheetKey(
  of: SheetKey,
  how: { readonly tag?: string; readonly privateLog?: Bytes; readonly told?: Partial<SheetKey> } = {},
): Promise<Json> {
  const { id, x } = keys.recovery
  const info = concat(
    utf8(how.tag ?? "gs/v1/sheet"),
    how.privateLog ?? slotFields.logId,
    of.log,
    of.member,
    u32(of.epoch),
    id,
  )
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(x.publicKey.slice().buffer),
    info: info.slice().buffer,
    ekm: bytesOf("passing key to a sheet", 32).slice().buffer,
  })
  const ct = new Uint8Array(await sender.seal(of.key.slice().buffer))
  const told = { ...of, ...how.told }
  return {
    log: toBase64url(told.log),
    member: toBase64url(told.member),
    epoch: told.epoch,
    enc: toBase64url(new Uint8Array(sender.enc)),
    ct: toBase64url(ct),
  }
}
