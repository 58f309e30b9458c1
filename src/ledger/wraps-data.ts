import { fromBase64url, toBase64url, toHex } from "#wire"
import type { Bytes, Json, Wrap } from "#wire"

// Wraps as they stand in DATA: in a release (spec/ledger.md §15.2) and where a key is given again (§17).

/** The value when it is an object with exactly these keys; null otherwise. */
export function fieldsOf(
  value: Json | undefined,
  names: readonly string[],
): { readonly [key: string]: Json } | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null
  const is = Object.keys(value)
  if (is.length !== names.length || !names.every((name) => is.includes(name))) return null
  return value as { readonly [key: string]: Json }
}

export function bytesIn(value: Json | undefined, length: number): Bytes | null {
  const bytes = typeof value === "string" ? fromBase64url(value) : null
  return bytes?.length === length ? bytes : null
}

export function wrapsToData(wraps: readonly Wrap[]): Json {
  return wraps.map(({ id, enc, ct }) => ({
    id: toBase64url(id),
    enc: toBase64url(enc),
    ct: toBase64url(ct),
  }))
}

/** Null when it is no list, an empty one, or one of them has another shape, or the ids are not strictly rising. */
export function wrapsFromData(list: Json | undefined): readonly Wrap[] | null {
  if (!Array.isArray(list) || list.length === 0) return null
  const wraps = list.flatMap((one: Json): readonly Wrap[] => {
    const wrap = fieldsOf(one, ["id", "enc", "ct"])
    const [id, enc, ct] = [bytesIn(wrap?.["id"], 16), bytesIn(wrap?.["enc"], 32), bytesIn(wrap?.["ct"], 48)]
    return id === null || enc === null || ct === null ? [] : [{ id, enc, ct }]
  })
  const areRising = wraps.every((w, i) => i === 0 || toHex(wraps[i - 1]?.id ?? w.id) < toHex(w.id))
  return wraps.length === list.length && areRising ? wraps : null
}
