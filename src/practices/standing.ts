import { deviceOfRef } from "#ledger"
import type { Ref, Standing, Verdict, Writer } from "./practice.ts"

// [Note: What may() may look at] Its writer can take an entry out of the record later (a redaction), and then both phones fold without
// it. So no verdict about one person's entry may depend on another entry still being there: else Ben, by taking back his own words,
// could undo Ana's. `may` looks at the entry, at who owns the device a ref begins with, and at kept entries (LEDGER kind 4), which
// only both together can take out. Everything else is settled when the page is drawn.

/** Who wrote the entry a ref names: its first half is the device, and a device belongs to one member for ever. */
export function ownerOf(standing: Standing, ref: Ref): Writer | null {
  const device = deviceOfRef(ref)
  if (device === null || !Object.hasOwn(standing.devices, device)) return null
  return standing.devices[device] ?? null
}

export const yes: Verdict = { ok: true }
export function no(because: string): Verdict {
  return { ok: false, because }
}

/** Taken back by its own writer, whether or not the thing is still there. */
export function ownThing(standing: Standing, writer: Writer, ref: Ref, because: string): Verdict {
  return ownerOf(standing, ref) === writer ? yes : no(because)
}

/** Something said to what the other wrote: never to one's own thing, nor to one that nobody here can have written. */
export function othersThing(standing: Standing, writer: Writer, ref: Ref, because: string): Verdict {
  const owner = ownerOf(standing, ref)
  return owner !== null && owner !== writer ? yes : no(because)
}
