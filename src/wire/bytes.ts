import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js"

export type Bytes = Uint8Array<ArrayBuffer>

export function concat(...parts: readonly Uint8Array[]): Bytes {
  return concatBytes(...parts)
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let differ = 0
  for (let i = 0; i < a.length; i += 1) differ |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return differ === 0
}

export function copy(bytes: Uint8Array, from: number, to: number): Bytes {
  // Not Uint8Array.from, which walks an iterator; and not slice, which on Node's Buffer shares the memory.
  return new Uint8Array(bytes.subarray(from, to))
}

export function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false
  return true
}

export function utf8(text: string): Bytes {
  return utf8ToBytes(text)
}

export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}

/** Null unless it is lower-case hex of whole bytes. */
export function fromHex(text: string): Bytes | null {
  return /^([0-9a-f]{2})*$/.test(text) ? hexToBytes(text) : null
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
/** By the sign's code; 255 for what is no sign of the alphabet. */
const valueOf = new Uint8Array(128).fill(255)
for (let value = 0; value < 64; value += 1) valueOf[alphabet.charCodeAt(value)] = value

/** base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ""
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    for (let j = 0; j < Math.min(left, 3) + 1; j += 1) text += alphabet[(bits >> (18 - 6 * j)) & 63]
  }
  return text
}

/** Null unless canonical: no padding, no other symbol, and zero in the bits that carry nothing. */
export function fromBase64url(text: string): Bytes | null {
  if (text.length % 4 === 1) return null
  const out = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < text.length; i += 1) {
    const value = valueOf[text.charCodeAt(i)] ?? 255
    if (value === 255) return null
    bits = (bits << 6) | value
    held += 6
    if (held >= 8) {
      held -= 8
      out[at] = (bits >> held) & 255
      at += 1
      bits &= (1 << held) - 1
    }
  }
  return bits === 0 ? out : null
}

export function u16(value: number): Bytes {
  return Uint8Array.of(value >> 8, value & 255)
}

export function u32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
}

export function u64(value: number): Bytes {
  return concat(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32))
}

/** Reads big-endian fields one after the other. `failed` once a field was short; then every further field is empty or zero. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  failed = false
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  take(length: number): Bytes {
    if (this.#isShort(length)) return new Uint8Array(0)
    this.#at += length
    return copy(this.#bytes, this.#at - length, this.#at)
  }
  number(length: 1 | 2 | 4 | 8): number {
    if (this.#isShort(length)) return 0
    let sum = 0
    for (const end = this.#at + length; this.#at < end; this.#at += 1)
      sum = sum * 256 + (this.#bytes[this.#at] ?? 0)
    return sum
  }
  #isShort(length: number): boolean {
    if (this.#at + length > this.#bytes.length) this.failed = true
    return this.failed
  }
  /** Nothing was short and nothing is left. */
  get isWhole(): boolean {
    return !this.failed && this.#at === this.#bytes.length
  }
  get left(): number {
    return this.#bytes.length - this.#at
  }
}
