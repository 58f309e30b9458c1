import { utf8 } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { bad, good } from "./outcome.ts"
import type { Outcome } from "./outcome.ts"

// spec/ledger.md §6. A closed grammar: what reads differently on two machines does not read at all.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export interface DataFault {
  readonly type:
    | "data-utf8"
    | "data-grammar"
    | "data-depth"
    | "data-values"
    | "data-length"
    | "data-number"
    | "data-key"
    | "data-text"
}
export type DecodeUtf8 = (bytes: Uint8Array) => string

export const DATA_MAX = 65_532
const depthMax = 8
const valuesMax = 4096

const keyForm = /^[a-z][A-Za-z0-9]{0,31}$/
// A text between quotes: no quote, backslash, control, surrogate half or byte order mark as it stands; escapes only in their shortest form.
const textForm =
  /"(?:[^"\\\u0000-\u001f\ud800-\udfff\ufeff]|[\ud800-\udbff][\udc00-\udfff]|\\(?:["\\btnfr]|u00(?:0[0-7be-f]|1[0-9a-f])))*"/y
const numberForm = /0|-?[1-9][0-9]*/y

type Where = { readonly closes: "]" | "}"; readonly keys: Set<string> | null }

/** Walks the text once, without recursion, before anything parses it. */
function scan(text: string): DataFault["type"] | null {
  const open: Where[] = []
  let at = 0
  let values = 0
  // "value": a value must come; "first": a value or the end of a just opened container; "after": a comma or a close.
  let expects: "value" | "first" | "after" = "value"
  while (at < text.length) {
    const inside = open.at(-1)
    const symbol = text[at] ?? ""
    if (expects === "after") {
      if (inside === undefined) return "data-grammar"
      at += 1
      if (symbol === inside.closes) open.pop()
      else if (symbol === ",") expects = "value"
      else return "data-grammar"
      continue
    }
    if (expects === "first" && inside !== undefined && symbol === inside.closes) {
      open.pop()
      at += 1
      expects = "after"
      continue
    }
    if (inside?.keys != null) {
      const end = endOf(textForm, text, at)
      if (end < 0 || text[end] !== ":") return "data-grammar"
      const key = text.slice(at + 1, end - 1)
      if (!keyForm.test(key) || inside.keys.has(key)) return "data-key"
      inside.keys.add(key)
      at = end + 1
    }
    values += 1
    if (values > valuesMax) return "data-values"
    const head = text[at] ?? ""
    if (head === "{" || head === "[") {
      if (open.length >= depthMax) return "data-depth"
      open.push({ closes: head === "{" ? "}" : "]", keys: head === "{" ? new Set() : null })
      at += 1
      expects = "first"
      continue
    }
    const end = endOfScalar(text, at, head)
    if (end < 0)
      return head === '"'
        ? "data-text"
        : head === "-" || (head >= "0" && head <= "9")
          ? "data-number"
          : "data-grammar"
    at = end
    expects = "after"
  }
  return open.length === 0 && expects === "after" ? null : "data-grammar"
}

function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : -1
}

function endOfScalar(text: string, at: number, head: string): number {
  if (head === '"') return endOf(textForm, text, at)
  for (const word of ["true", "false", "null"]) if (text.startsWith(word, at)) return at + word.length
  const end = endOf(numberForm, text, at)
  if (end < 0) return -1
  const next = text[end] ?? ""
  const whole = next === "" || next === "," || next === "]" || next === "}"
  return whole && Number.isSafeInteger(Number(text.slice(at, end))) ? end : -1
}

/** The value, or why these bytes read as nothing. Never throws. */
export function decodeData(bytes: Uint8Array, decodeUtf8: DecodeUtf8): Outcome<Json, DataFault> {
  if (bytes.length > DATA_MAX) return bad({ type: "data-length" })
  let text: string
  try {
    text = decodeUtf8(bytes)
  } catch {
    return bad({ type: "data-utf8" })
  }
  const fault = scan(text)
  if (fault !== null) return bad({ type: fault })
  const value = JSON.parse(text) as Json
  return JSON.stringify(value) === text ? good(value) : bad({ type: "data-grammar" })
}

/** The canonical bytes of a value. The writer is told here, before anything is signed, what could not be read back. */
export function encodeData(value: Json): Outcome<Bytes, DataFault> {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return bad({ type: "data-grammar" })
  const fault = scan(text)
  if (fault !== null) return bad({ type: fault })
  const bytes = utf8(text)
  return bytes.length > DATA_MAX ? bad({ type: "data-length" }) : good(bytes)
}
