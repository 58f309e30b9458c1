import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { concat, H, popDeviceBytes, toBase64url, u32, u64, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { derive, sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { bytesOf, personOf, t } from "./people.ts"
import { filled, piece } from "./sheet-cases.ts"

// Links, letters and welcomes put together a second time, from the text of spec/ledger.md §20 and not with the ledger's own writer, so that they can also be put
// together wrongly.

const nothing = new Uint8Array(0)
export const secret = bytesOf("the secret of a link", 32)
export const nA = bytesOf("nA of a link", 32)
export const nB = bytesOf("nB of a link", 32)
export const storeOf = (of: Bytes): Bytes => derive(of, nothing, "link-store", nothing, 32)
export const keyOf = (of: Bytes): Bytes => derive(of, nothing, "link-key", nothing, 32)

export function linkOf(
  of: { v?: number; commitment?: Bytes; secret?: Bytes; origin?: Uint8Array; cut?: number } = {},
): string {
  const bytes = concat(
    Uint8Array.of(of.v ?? 1),
    of.commitment ?? H("sas-commit", nA),
    of.secret ?? secret,
    of.origin ?? utf8("https://goldseam.example"),
  )
  return `https://goldseam.example/#l=${toBase64url(bytes.subarray(0, of.cut ?? bytes.length))}`
}

/** The old device and the new one, in the private log and in the shared one. */
export const old = { own: personOf("Ana's phone, alone"), shared: personOf("Ana's phone, shared") }
export const fresh = { own: personOf("Ana's laptop, alone"), shared: personOf("Ana's laptop, shared") }
const logs = { own: bytesOf("Ana's private log", 32), shared: bytesOf("the shared log", 32) }
type Which = "own" | "shared"

export function standing(which: Which, of: { ed?: Bytes; x?: Bytes } = {}): Bytes {
  const { member, ed, x } = old[which]
  return concat(logs[which], member, of.ed ?? ed.publicKey, of.x ?? x.publicKey)
}
export function hello(of: { which?: number; second?: Bytes; first?: Bytes } = {}): Bytes {
  const first = of.first ?? standing("own")
  return concat(first, Uint8Array.of(of.which ?? 1), of.second ?? standing("shared"))
}
export const helloAlone = hello({ which: 0, second: new Uint8Array(112) })

export async function proof(
  which: Which,
  of: { by?: DeviceKeys; adder?: Bytes; logId?: Bytes; ed?: Bytes; x?: Bytes } = {},
): Promise<Bytes> {
  const device = fresh[which]
  const [ed, x, nonce] = [
    of.ed ?? device.ed.publicKey,
    of.x ?? device.x.publicKey,
    bytesOf(`nonce ${which}`, 32),
  ]
  const { member, id } = old[which]
  const over = popDeviceBytes(of.logId ?? logs[which], of.adder ?? id, { member, ed, x, nonce })
  return concat(ed, x, nonce, await sign(t, of.by ?? device, "pop-device", over))
}
export async function request(of: { first?: Bytes; second?: Bytes } = {}): Promise<Bytes> {
  return concat(of.first ?? (await proof("own")), of.second ?? (await proof("shared")), nB)
}
export const requestAlone = await request({ second: new Uint8Array(160) })

export interface LetterOf {
  readonly n?: number
  readonly kind?: number
  readonly content?: Bytes
  readonly layout?: number
  readonly length?: number
  readonly size?: number
  readonly after?: Uint8Array
  readonly label?: string
  readonly place?: Bytes
}
export function letter(of: LetterOf = {}): Promise<Bytes> {
  const n = of.n ?? 2
  const content = of.content ?? nA
  const head = concat(Uint8Array.of(of.layout ?? 1, of.kind ?? n), u32(of.length ?? content.length))
  return piece({
    label: of.label ?? "letter",
    key: keyOf(secret),
    place: of.place ?? concat(H("batches", storeOf(secret)), u32(n)),
    plain: filled(concat(head, content, of.after ?? nothing), of.size ?? 16_384),
  })
}

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

export const said = { hello: hello(), request: await request(), nA }
export const saidAlone = { hello: helloAlone, request: requestAlone, nA }

export interface WelcomeOf {
  readonly layout?: number
  readonly flags?: readonly [number, number]
  readonly second?: Bytes
  readonly sheet?: Bytes
  readonly seq?: Uint8Array
  readonly keys?: readonly Bytes[]
  readonly count?: number
  readonly after?: Uint8Array
  readonly said?: { readonly hello: Bytes; readonly request: Bytes; readonly nA: Bytes }
  readonly to?: DeviceKeys
  readonly by?: DeviceKeys
  readonly type?: string
  readonly tag?: string
}
export function key(which: number, epoch: number): Bytes {
  return concat(Uint8Array.of(which), u32(epoch), bytesOf(`key ${String(which)} ${String(epoch)}`, 32))
}
export async function welcome(of: WelcomeOf = {}): Promise<Bytes> {
  const list = of.keys ?? [key(0, 1), key(0, 2), key(1, 1)]
  const plain = concat(
    Uint8Array.of(of.layout ?? 1),
    bytesOf("a store", 32),
    bytesOf("a batch key", 32),
    of.seq ?? u64(7),
    bytesOf("own head", 32),
    Uint8Array.from(of.flags ?? [1, 1]),
    of.second ?? concat(u64(9), bytesOf("shared head", 32)),
    of.sheet ?? concat(bytesOf("a locator", 32), utf8("2026-11-26")),
    u32(of.count ?? list.length),
    ...list,
    of.after ?? nothing,
  )
  const { hello: h, request: r, nA: a } = of.said ?? said
  const hash = H("link", concat(h, r, a))
  const to = of.to ?? fresh.own
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(to.x.publicKey.slice().buffer),
    info: concat(utf8(of.tag ?? "gs/v1/welcome"), hash, to.id).slice().buffer,
    ekm: bytesOf("passing key of a welcome", 32).slice().buffer,
  })
  const ct = new Uint8Array(await sender.seal(plain.slice().buffer))
  const box = concat(new Uint8Array(sender.enc), u32(ct.length), ct)
  return concat(box, await sign(t, of.by ?? old.own, of.type ?? "link-welcome", concat(hash, box)))
}
