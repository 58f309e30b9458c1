import { decodeHeader, decodeRun, toHex } from "#wire"
import type { Entry } from "#wire"
import type { Asked } from "./relays.ts"

/** Every entry anybody ever posted, in order. */
export function posted(asked: readonly Asked[]): readonly Entry[] {
  return asked
    .filter((a) => a.method === "POST" && a.path.startsWith("/api/log/"))
    .flatMap((a) => {
      const run = decodeRun(a.body, 1000)
      return run.ok ? run.value : []
    })
}

/**
 * Says which rule of signing was broken, if one was: one header has one signature, and one device signs one header for one place. A place is a number and what
 * stands before it: when the first of a run lost its place to another's entry, those signed on top of it can never stand, and are signed anew.
 */
export function doubleSignatures(asked: readonly Asked[]): string | null {
  const signatures = new Map<string, string>()
  const places = new Map<string, string>()
  for (const entry of posted(asked)) {
    const header = decodeHeader(entry.header)
    if (!header.ok) return "posted what is no entry"
    const name = toHex(entry.header)
    if ((signatures.get(name) ?? toHex(entry.sig)) !== toHex(entry.sig)) return "one header signed twice"
    signatures.set(name, toHex(entry.sig))
    const { device, seq, prev } = header.value
    const place = `${toHex(device)} ${String(seq)} ${toHex(prev)}`
    if ((places.get(place) ?? name) !== name) return `two entries for place ${String(seq)}`
    places.set(place, name)
  }
  return null
}
