import { encodeRef } from "#wire"
import type { Json } from "#wire"
import { createDraft, decideRelease, openHeld, prepareAnswer, releasedKey, viewRound } from "../index.ts"
import type { HeldKey, Round, RoundView } from "../index.ts"
import { groupOf } from "./group.ts"
import { toolsFrom } from "./people.ts"

// A round of held answers (spec/ledger.md §15) as rooms use them: asked, answered, shown, read, taken back. Tests only.

export const t = toolsFrom(15)
export const day = "2026-11-26"
export const names = { answer: "checkins.answered", release: "checkins.shown" }
export const [ben, ana, mira] = [0, 1, 2]

/** One round among so many people. Each keeps their keys on their own phone: here, in a map. */
export async function roundOf(size: number) {
  const group = await groupOf(t, size)
  const seed = t.random(32)
  const asked = content("checkins.asked", { seed: Buffer.from(seed).toString("base64url") })
  const [ref = ""] = await group.write(ben, [asked])
  const round: Round = { ref, seed, size: 1024 }
  const stores = Array.from({ length: size }, () => new Map<string, HeldKey>())
  return { group, round, stores }
}
export type Told = Awaited<ReturnType<typeof roundOf>>

export function content(name: string, body: Json) {
  const draft = createDraft(t, { kind: 1, name, body, day, basis: null })
  if (!draft.ok) throw new Error(draft.error.type)
  return draft.value
}

/** Answering: the key is on the phone before the answer goes. */
export async function answers(
  { group, round, stores }: Told,
  by: number,
  words: string,
  store = stores[by] ?? new Map<string, HeldKey>(),
): Promise<string> {
  const me = group.members[by]
  if (me === undefined) throw new Error("nobody")
  const { logId } = group.state()
  const made = await prepareAnswer(t, {
    logId,
    member: me.member,
    device: me.device.id,
    round,
    name: names.answer,
    answer: { words },
    day,
    basis: null,
  })
  if (!made.ok) throw new Error(made.error.type)
  const { secret, draft } = made.value
  store.set(secret.ref, secret)
  const stored = store.get(secret.ref)
  if (stored === undefined) throw new Error("not stored")
  const [ref = ""] = await group.write(by, [draft(stored)])
  return ref
}

export async function viewOf({ group, round }: Told, by: number): Promise<RoundView> {
  const member = group.members[by]?.member ?? new Uint8Array(16)
  return viewRound(group.state(), await group.read(by), { round, names, member })
}

/** "Show both": a deliberate act of one who has answered, to those who have answered too. False: there is nobody to show it to. */
export async function shows(told: Told, by: number): Promise<boolean> {
  const { group, stores } = told
  const view = await viewOf(told, by)
  const kept = stores[by]?.get(view.mine?.ref ?? "")
  const draft = await decideRelease(t, { state: group.state(), view, kept, name: names.release, day })
  if (draft !== null) await group.write(by, [draft])
  return draft !== null
}

/** What this person can read of the others' answers. */
export async function reads(told: Told, by: number): Promise<readonly string[]> {
  const device = told.group.members[by]?.device
  const { logId } = told.group.state()
  const words: string[] = []
  for (const { answer, release } of (await viewOf(told, by)).shown) {
    const k =
      device === undefined ? null : await releasedKey(device, { logId, targetRef: answer.ref }, release)
    if (k === null || answer.held === null) continue
    const opened = await openHeld(t, k, { ...answer.header, logId }, answer.held)
    words.push(opened.ok ? JSON.stringify(opened.value) : opened.error.type)
  }
  return words
}

export async function takesBack({ group }: Told, by: number, refs: readonly string[]): Promise<void> {
  const all = await group.read(by)
  const targets = refs.map((ref) => {
    const found = all.find(({ header }) => encodeRef(header.device, header.uid) === ref)
    if (found === undefined) throw new Error("no such entry")
    return {
      entryHash: Uint8Array.from(Buffer.from(found.hash, "hex")),
      device: found.header.device,
      uid: found.header.uid,
    }
  })
  await group.write(by, [{ uid: t.random(16), control: { op: "redact", targets } }])
}
