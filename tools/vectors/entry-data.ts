import { toBase64url } from "../../src/wire/index.ts"
import { bytesOf } from "./people.ts"

/** DATA with the five keys every entry has; `more` writes some of them over. */
export const dataOf = (body: unknown, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    kind: "promises.made",
    body,
    day: "2026-11-24",
    basis: { seq: 6, hash: toBase64url(bytesOf("the entry before", 32)) },
    blind: toBase64url(bytesOf("blind", 16)),
    ...more,
  })
