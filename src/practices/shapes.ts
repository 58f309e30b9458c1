import * as v from "valibot"

// The shapes from which every room's entries are made. A schema gives the same verdict on every device, for ever: nothing here asks the
// platform (no Intl, no clock), and an unknown field is refused, so that what is signed is what is shown.

/** base64url of 32 bytes. */
const thirtyTwoBytes = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** Words that may be empty, at most `max` UTF-16 units. */
export function text(max: number) {
  return v.pipe(v.string(), v.maxLength(max))
}

/** Words that say something: not empty, not only blanks. */
export function words(max: number) {
  return v.pipe(v.string(), v.maxLength(max), v.regex(/\S/))
}

/** What a person writes at length: one page of a letter or an account. */
export const page = text(20_000)
export const ref = v.pipe(v.string(), v.regex(thirtyTwoBytes))
/** A member's id: base64url of 16 bytes. */
export const member = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/))
/** A whole number from 0 on that fits into 32 bits. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
/** A place in a log. */
export const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
export const version = v.pipe(v.string(), v.regex(thirtyTwoBytes))
export const target = v.strictObject({ ref, version })

/** YYYY-MM-DD, a day that exists. */
export const day = v.pipe(v.string(), v.check(isDay))
/** YYYY-MM-DDTHH:MM on the wall clock of a zone. */
export const localTime = v.pipe(
  v.string(),
  v.check((s) => /^.{10}T([01]\d|2[0-3]):[0-5]\d$/s.test(s) && isDay(s.slice(0, 10))),
)
/** The form of an IANA zone name. Whether this device knows it is asked when it is shown, never here: lists of zones differ. */
export const zone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/),
)

export function oneOf<const T extends readonly string[]>(...choices: T) {
  return v.picklist(choices)
}

export function record<const T extends v.ObjectEntries>(fields: T) {
  return v.strictObject(fields)
}

/** A record with several long pages, which together must still fit into one entry (65,532 bytes with all that stands around them). */
export function fitting<const T extends v.ObjectEntries>(fields: T) {
  return v.pipe(
    v.strictObject(fields),
    v.check((body) => fitsOneEntry(body)),
  )
}

export const optional = v.exactOptional
export const list = <const T extends v.GenericSchema>(of: T, max: number) =>
  v.pipe(v.array(of), v.maxLength(max))

/** True when the texts of a body need at most 60,000 bytes as JSON in UTF-8. */
export function fitsOneEntry(body: object): boolean {
  // No sign needs more than six bytes: most pages are short enough to be let through uncounted.
  const signs = Object.values(body).reduce(
    (sum: number, v: unknown) => sum + (typeof v === "string" ? v.length : 11),
    0,
  )
  if (signs * 6 <= 60_000) return true
  return Object.values(body).reduce((sum: number, value: unknown) => sum + bytesIn(value), 0) <= 60_000
}

function bytesIn(value: unknown): number {
  if (typeof value !== "string") return 64
  let bytes = 0
  // JSON writes line breaks and quotes with two bytes and other control signs with six; the rest is UTF-8.
  for (const sign of value) {
    const code = sign.codePointAt(0) ?? 0
    bytes +=
      code < 0x20 ? (code === 10 || code === 13 || code === 9 ? 2 : 6) : code === 34 || code === 92 ? 2 : 0
    if (code >= 0x20 && code !== 34 && code !== 92)
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function isDay(s: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(s)) return false
  const [year = 0, month = 0, date = 0] = s.split("-").map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return date <= days
}
