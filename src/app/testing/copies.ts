import { matters, stateOf } from "#practices"
import type { Bytes } from "#wire"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import { joined, looks } from "./duo.ts"
import { phone, quickStretch } from "./people.ts"
import type { PhoneOptions } from "./people.ts"
import { noting } from "./relays.ts"
import type { Asked } from "./relays.ts"
import { alone, kept } from "./sheets.ts"

// Two people on one relay, one of whom keeps a copy. Tests only.

export const passphrase = "three warm plums"

/** Ana and Ben together, on one relay; Ana has a page of her own, a draft, and a thing on its way. */
export async function pairWithCopy() {
  const d = await alone()
  const { clock, relay, disk, keepers } = d
  await joined(d)
  await d.ana.keep("matters.kept", kept)
  await d.ben.queue("matters.opened", { title: "What Ben opened" }, { holdMinutes: 0 })
  await looks(d)
  const held = await d.ana.queue("matters.opened", { title: "Still to go" }, { holdMinutes: 600 })
  d.ana.setDraft("apology.letter", "dear Ben, still unsaid")
  d.ana.setDraft("setting.theme", "dark")
  d.ana.setDraft("setting.asked-to-stay", "1")
  await d.ana.flush()
  const asked: Asked[] = []
  /** An empty browser on the same relay; all it asks is noted, and nothing else. */
  const empty = (more: PhoneOptions = {}): Keeper => phone({ relay: noting(relay, asked), clock, ...more })
  return { clock, relay, disk, keepers, d, held, empty, asked }
}

export async function copyOf(keeper: Keeper, phrase = passphrase): Promise<Bytes> {
  const made = await keeper.keepCopy(phrase)
  if (!made.ok) throw new Error(made.because)
  return made.file
}
export async function back(keeper: Keeper, file: Bytes, phrase = passphrase): Promise<Session> {
  const brought = await keeper.bringBack(file, phrase)
  if (!brought.ok) throw new Error(brought.because)
  return brought.session
}
export const mattersOf = (session: Session) => stateOf(session.snapshot().house, matters)
/** What one can read: all rooms, names and people. Who one is in a private log differs from browser to browser. */
export const read = (session: Session) => {
  const { house, people, together, reader } = session.snapshot()
  const own = reader.own
  const seen = JSON.stringify({
    house,
    me: people.me,
    other: people.other,
    together,
    shared: reader.shared,
  })
  return seen.replaceAll(own, "me")
}

export const plainStretch = (phrase: string, salt: Bytes): Promise<Bytes> =>
  quickStretch(phrase, salt, { memoryKiB: 65_536, passes: 3, lanes: 1 })
