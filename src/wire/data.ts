import { utf8 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { scanData } from "./data-scan.ts"
import type { ScanFault } from "./data-scan.ts"
import { bad, good } from "./outcome.ts"
import type { Outcome } from "./outcome.ts"

// spec/ledger.md §6. A closed grammar: what reads differently on two machines does not read at all.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export interface DataFault {
  readonly type: ScanFault | "data-length" | "data-utf8" | "data-changed"
}
/** Fatal on bytes that are no UTF-8, and keeps a byte order mark (WHATWG: fatal, ignoreBOM). */
export type DecodeUtf8 = (bytes: Uint8Array) => string

export const DATA_MAX = 65_532

/** The value, or why these bytes read as nothing. Never throws. */
export function decodeData(bytes: Uint8Array, decodeUtf8: DecodeUtf8): Outcome<Json, DataFault> {
  if (bytes.length > DATA_MAX) return bad({ type: "data-length" })
  let text: string
  try {
    text = decodeUtf8(bytes)
  } catch {
    return bad({ type: "data-utf8" })
  }
  const fault = scanData(text)
  if (fault !== null) return bad({ type: fault })
  const value = JSON.parse(text) as Json
  // The grammar above is the rule; this is its check in JavaScript. It cannot fail, and it shall not pass unseen if it does.
  return JSON.stringify(value) === text ? good(value) : bad({ type: "data-grammar" })
}

/**
 * The canonical bytes of a value, read back and compared with it. The writer is told here, before anything is signed, what could not be read again or would
 * read as something else: NaN, -0, an undefined field, a date, a cycle, a half of a pair.
 */
export function encodeData(value: Json): Outcome<Bytes, DataFault> {
  const text = textOf(value)
  if (text === null) return bad({ type: "data-changed" })
  // Before the scan, which is of no use on a text that no entry could hold.
  const bytes = utf8(text)
  if (bytes.length > DATA_MAX) return bad({ type: "data-length" })
  const fault = scanData(text)
  if (fault !== null) return bad({ type: fault })
  return isSame(value, JSON.parse(text) as Json) ? good(bytes) : bad({ type: "data-changed" })
}

function textOf(value: Json): string | null {
  try {
    const text: unknown = JSON.stringify(value)
    return typeof text === "string" ? text : null
  } catch {
    return null
  }
}

/** `read` passed the scan, so this goes no deeper than eight. */
function isSame(given: unknown, read: Json): boolean {
  if (typeof read !== "object" || read === null) return Object.is(given, read)
  if (typeof given !== "object" || given === null || Array.isArray(given) !== Array.isArray(read))
    return false
  const keys = Object.keys(given)
  return (
    keys.length === Object.keys(read).length &&
    keys.every(
      (key) => Object.hasOwn(read, key) && isSame(Reflect.get(given, key), Reflect.get(read, key) as Json),
    )
  )
}
