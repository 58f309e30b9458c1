import { bad, good, H } from "#wire"
import type { Bytes, Outcome } from "#wire"
import { recoveryKeys } from "./own-keys.ts"
import type { DeviceKeys } from "./device.ts"
import { derive, nothing } from "./tools.ts"
import type { Tools } from "./tools.ts"

// spec/ledger.md §18.1: the code on a sheet. 130 bits as 26 symbols of Crockford's alphabet (crockford.com/base32.html), and two more that catch a slip of the pen.
// All that comes out of it comes out of it alone: no salt and no cost is asked of anybody.

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const symbols = 26
const checks = 2

/** 130 random bits in 17 bytes; the six bits left over are zero. */
export function newCode(t: Pick<Tools, "random">): Bytes {
  const code = t.random(17)
  code[16] = (code[16] ?? 0) & 0b1100_0000
  return code
}

/** Five bits each, highest first, from as many bytes as it needs. */
function symbolsOf(bytes: Uint8Array, count: number): string {
  let text = ""
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor((5 * i) / 8)
    const two = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    text += alphabet[(two >> (11 - ((5 * i) % 8))) & 31]
  }
  return text
}

function checkOf(code: Uint8Array): string {
  return symbolsOf(H("code", code), checks)
}

/** Seven groups of four. */
export function printCode(code: Bytes): string {
  const text = symbolsOf(code, symbols) + checkOf(code)
  return (text.match(/.{4}/g) ?? []).join(" ")
}

export type CodeFault = { readonly type: "code-symbol" | "code-length" | "code-check" }

/** As a person types it: spaces and hyphens anywhere, either case; the letter O is a nought, I and L are a one. */
export function readCode(typed: string): Outcome<Bytes, CodeFault> {
  const text = typed
    .replaceAll(/[\s\-–—]/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
  const values = [...text].map((sign) => alphabet.indexOf(sign))
  if (values.includes(-1)) return bad({ type: "code-symbol" })
  if (values.length !== symbols + checks) return bad({ type: "code-length" })
  const code = new Uint8Array(17)
  for (let i = 0; i < symbols * 5; i += 1) {
    const bit = ((values[Math.floor(i / 5)] ?? 0) >> (4 - (i % 5))) & 1
    code[i >> 3] = (code[i >> 3] ?? 0) | (bit << (7 - (i & 7)))
  }
  return checkOf(code) === text.slice(symbols) ? good(code) : bad({ type: "code-check" })
}

export interface CodeKeys {
  /** What the relay is shown. */
  readonly locator: Bytes
  /** H("locator", locator): the slot's name. */
  readonly slot: Bytes
  /** The slot is sealed under what comes out of this. */
  readonly slotKey: Bytes
  /** The recovery key of the private log. */
  readonly recovery: DeviceKeys
}

export async function codeKeys(t: Tools, code: Bytes): Promise<CodeKeys> {
  const locator = derive(code, nothing, "locator", nothing, 32)
  return {
    locator,
    slot: H("locator", locator),
    slotKey: derive(code, nothing, "slot-key", nothing, 32),
    recovery: await recoveryKeys(t, derive(code, nothing, "recovery-seed", nothing, 32)),
  }
}
