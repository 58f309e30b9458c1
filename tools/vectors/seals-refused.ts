import { toBase64url } from "../../src/wire/index.ts"
import { bytesOf, hex } from "./people.ts"
import { dataOf } from "./entry-data.ts"

/** DATA that was sealed rightly and says nothing: the grammar, or the five keys of every entry. */
export function refusedData(): Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> {
  const whole = dataOf({ yes: true })
  const without = (name: string): string => {
    const { [name]: _, ...rest } = JSON.parse(whole) as Record<string, unknown>
    return JSON.stringify(rest)
  }
  const hash = toBase64url(bytesOf("the entry before", 32))
  return {
    "no byte": "",
    "not the grammar: a blank": whole.replace(":", ": "),
    "not the grammar: 1e2": dataOf(0).replace('"body":0', '"body":1e2'),
    "not the grammar: a key twice": whole.replace("{", '{"kind":"promises.made",'),
    "not UTF-8": hex("22ff22"),
    "a list": `[${whole}]`,
    "a text": '"promises.made"',
    nothing: "null",
    "no kind": without("kind"),
    "no body": without("body"),
    "no day": without("day"),
    "no basis": without("basis"),
    "no blind": without("blind"),
    "one key more": dataOf(1, { more: 1 }),
    "a kind that is a number": dataOf(1, { kind: 1 }),
    "a day with a time": dataOf(1, { day: "2026-11-24T10:00" }),
    "a day in another order": dataOf(1, { day: "24-11-2026" }),
    "a month 13": dataOf(1, { day: "2026-13-01" }),
    "a day 0": dataOf(1, { day: "2026-11-00" }),
    "a day 32": dataOf(1, { day: "2026-11-32" }),
    "a day that is a number": dataOf(1, { day: 20_261_124 }),
    "a blind of 15 bytes": dataOf(1, { blind: toBase64url(bytesOf("b", 15)) }),
    "a blind of 17 bytes": dataOf(1, { blind: toBase64url(bytesOf("b", 17)) }),
    "a blind that is not canonical": dataOf(1, { blind: `${"A".repeat(21)}B` }),
    "a blind that is hex": dataOf(1, { blind: "00".repeat(16) }),
    "a basis that is a list": dataOf(1, { basis: [6, hash] }),
    "a basis that is nothing": dataOf(1, { basis: null }),
    "a basis with one key more": dataOf(1, { basis: { seq: 6, hash, more: 1 } }),
    "a basis without its hash": dataOf(1, { basis: { seq: 6 } }),
    "a basis without its place": dataOf(1, { basis: { hash } }),
    "a basis below 0": dataOf(1, { basis: { seq: -1, hash } }),
    "a basis without a hash at another place than 0": dataOf(1, { basis: { seq: 6, hash: "" } }),
    "a basis with a hash of 31 bytes": dataOf(1, { basis: { seq: 6, hash: toBase64url(bytesOf("h", 31)) } }),
  }
}
