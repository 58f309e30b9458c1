import {
  bad,
  batchSteps,
  checkEd25519Key,
  checkX25519Key,
  concat,
  copy,
  deviceId,
  good,
  H,
  isBatchSize,
  isZero,
  popDeviceBytes,
  Reader,
  signedMessage,
  u32,
} from "#wire"
import type { Bytes, DeviceAdd, Outcome, Verify } from "#wire"
import type { DeviceKeys } from "./device.ts"
import type { LinkKeys } from "./link.ts"
import { makeDeviceAdd } from "./own-keys.ts"
import { openPiece, sealPiece } from "./sealed-piece.ts"
import type { PieceKind } from "./sealed-piece.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §20.2: what two devices of one person leave each other in the letterbox. The number in the box is the step; a number is taken once, so that the
// relay itself decides who came first, and nobody's letter is changed.

const LAYOUT = 1
/** layout, kind, length. */
const HEAD = 6
/** Each stands at its own number; an ended may stand at any from 2 on. */
export const letterKinds = ["hello", "request", "reveal", "same", "welcome", "ended"] as const
export type LetterKind = (typeof letterKinds)[number]
export interface Letter {
  readonly kind: LetterKind
  readonly content: Bytes
}
export type LetterFault = { readonly type: "letter-layout" | "letter-key" | "letter-sealed" | "letter-kind" }

const pieceOf = ({ store, letterKey }: LinkKeys, n: number): PieceKind => ({
  label: "letter",
  key: letterKey,
  place: concat(H("batches", store), u32(n)),
})

export async function sealLetter(t: Tools, keys: LinkKeys, n: number, of: Letter): Promise<Bytes> {
  const { kind, content } = of
  const size = batchSteps.find((step) => step >= HEAD + content.length)
  if (size === undefined) throw new Error("too much for one letter")
  const plain = new Uint8Array(size)
  plain.set(concat(Uint8Array.of(LAYOUT, letterKinds.indexOf(kind)), u32(content.length), content))
  return sealPiece(t, pieceOf(keys, n), plain)
}

export async function openLetter(
  t: Pick<Tools, "subtle">,
  keys: LinkKeys,
  n: number,
  bytes: Bytes,
): Promise<Outcome<Letter, LetterFault>> {
  if (!isBatchSize(bytes.length)) return bad({ type: "letter-layout" })
  const opened = await openPiece(t, pieceOf(keys, n), bytes)
  if (!opened.ok) return bad({ type: `letter-${opened.error.type}` })
  const r = new Reader(opened.value)
  const [layout, number] = [r.number(1), r.number(1)]
  const content = r.take(r.number(4))
  const rest = copy(opened.value, opened.value.length - r.left, opened.value.length)
  if (r.failed || layout !== LAYOUT || !isZero(rest)) return bad({ type: "letter-layout" })
  const kind = letterKinds[number]
  const isHere = kind === "ended" ? n >= 2 && n < letterKinds.length - 1 : number === n
  return kind === undefined || !isHere
    ? bad({ type: "letter-kind" })
    : good({ kind, content: copy(content, 0, content.length) })
}

/** A device that stands in a log, as whose member it adds the other one. */
export interface Adder {
  readonly logId: Bytes
  readonly member: Bytes
  readonly ed: Bytes
  readonly x: Bytes
}
export interface Hello {
  readonly own: Adder
  readonly shared: Adder | null
}
const ADDER = 112
const HELLO = 2 * ADDER + 1

const adderBytes = ({ logId, member, ed, x }: Adder): Bytes => concat(logId, member, ed, x)

export function encodeHello({ own, shared }: Hello): Bytes {
  const there = shared === null ? new Uint8Array(ADDER) : adderBytes(shared)
  return concat(adderBytes(own), Uint8Array.of(shared === null ? 0 : 1), there)
}

export function readHello(bytes: Bytes): Outcome<Hello, { readonly type: "layout" | "keys" }> {
  if (bytes.length !== HELLO) return bad({ type: "layout" })
  const r = new Reader(bytes)
  const adder = (): Adder => ({ logId: r.take(32), member: r.take(16), ed: r.take(32), x: r.take(32) })
  const [own, which] = [adder(), r.number(1)]
  const isNothing = which === 0 && isZero(bytes.subarray(ADDER + 1))
  if (which !== 1 && !isNothing) return bad({ type: "layout" })
  const shared = which === 1 ? adder() : null
  const passes = [own, shared].every(
    (one) => one === null || (checkEd25519Key(one.ed) && checkX25519Key(one.x)),
  )
  return passes ? good({ own, shared }) : bad({ type: "keys" })
}

export type DeviceProof = Pick<DeviceAdd, "ed" | "x" | "nonce" | "popDevice">
export interface LinkRequest {
  readonly own: DeviceProof
  readonly shared: DeviceProof | null
  readonly nB: Bytes
}
const PROOF = 160
const REQUEST = 2 * PROOF + 32

/** What the new device says: a pair of keys for each log, each proved for that log, member and adder. */
export async function makeLinkRequest(
  t: Tools,
  hello: Hello,
  of: { readonly own: DeviceKeys; readonly shared: DeviceKeys; readonly nB: Bytes },
): Promise<Bytes> {
  const proof = async (adder: Adder | null, device: DeviceKeys): Promise<Bytes> => {
    if (adder === null) return new Uint8Array(PROOF)
    const { logId, member } = adder
    const by = { logId, member, adder: deviceId(adder.ed, adder.x), rank: 0 } as const
    const { ed, x, nonce, popDevice } = await makeDeviceAdd(t, device, by)
    return concat(ed, x, nonce, popDevice)
  }
  return concat(await proof(hello.own, of.own), await proof(hello.shared, of.shared), of.nB)
}

/** Only who holds the private keys can make one, and for this adder alone. */
export async function checkLinkRequest(
  verify: Verify,
  hello: Hello,
  bytes: Bytes,
): Promise<Outcome<LinkRequest, { readonly type: "layout" | "keys" | "pop" }>> {
  if (bytes.length !== REQUEST) return bad({ type: "layout" })
  const r = new Reader(bytes)
  const proof = (): DeviceProof => ({
    ed: r.take(32),
    x: r.take(32),
    nonce: r.take(32),
    popDevice: r.take(64),
  })
  const [own, second, nB] = [proof(), proof(), r.take(32)]
  if (hello.shared === null && !isZero(bytes.subarray(PROOF, 2 * PROOF))) return bad({ type: "layout" })
  const asked =
    hello.shared === null
      ? [[hello.own, own] as const]
      : ([
          [hello.own, own],
          [hello.shared, second],
        ] as const)
  if (asked.some(([, { ed, x }]) => !checkEd25519Key(ed) || !checkX25519Key(x))) return bad({ type: "keys" })
  for (const [adder, { ed, x, nonce, popDevice }] of asked) {
    const of = popDeviceBytes(adder.logId, deviceId(adder.ed, adder.x), {
      member: adder.member,
      ed,
      x,
      nonce,
    })
    if (!(await verify(ed, popDevice, signedMessage("pop-device", of)))) return bad({ type: "pop" })
  }
  return good({ own, shared: hello.shared === null ? null : second, nB })
}

/** Why it came to nothing. */
export const linkEnds = ["different", "taken", "given-up"] as const
export type LinkEnd = (typeof linkEnds)[number]

export function encodeLinkEnd(end: LinkEnd): Bytes {
  return Uint8Array.of(linkEnds.indexOf(end) + 1)
}

/** Null: it is none. */
export function readLinkEnd(content: Bytes): LinkEnd | null {
  return content.length === 1 ? (linkEnds[(content[0] ?? 0) - 1] ?? null) : null
}
