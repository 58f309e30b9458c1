import { checkEntries, concat, copy, emptyLog, entryHash, popJoinBytes, statementBytes, toHex } from "#wire"
import type { Bytes, Entry, Json, Statement } from "#wire"
import { argon2id } from "@noble/hashes/argon2.js"
import { createDevice, sign } from "../device.ts"
import type { DeviceKeys } from "../device.ts"
import { draftRedact } from "../drafts.ts"
import { shownBy } from "../export.ts"
import type { ExportLog } from "../export.ts"
import type { RelayWord } from "../export-receipts.ts"
import type { StretchExport } from "../sealed-file.ts"
import { createInvitation, draftInvite, inviteKeys } from "../invite.ts"
import { createDraft, createLog, place } from "../place.ts"
import type { AnyDraft, ContentDraft, Placed } from "../place.ts"
import type { Tools } from "../tools.ts"
import { verify } from "./people.ts"

// A pair and their logs, for the tests of exports: made by the ledger's own hands from the genesis on. Tests only.

/** A cheap stretch, of which a test can make two thousand: exports pass it in. The real one is asked where its cost is the point. */
export const quick: StretchExport = async (passphrase, salt) =>
  copy(argon2id(passphrase, salt, { m: 8, t: 1, p: 1, dkLen: 32 }), 0, 32)

export function contentOf(t: Tools, body: Json, kind: 1 | 4 = 1): ContentDraft {
  const made = createDraft(t, { kind, name: "matters.hurt-said", body, day: "2026-11-26", basis: null })
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}

/** What a relay with this key signs of a log. */
export async function relayWord(
  t: Tools,
  relay: DeviceKeys,
  logId: Bytes,
  said: Statement & { readonly as?: RelayWord["as"] },
): Promise<RelayWord> {
  const { as = "head", ...what } = said
  const sig = await sign(t, relay, as, statementBytes(logId, what))
  return { ...what, as, relay: relay.ed.publicKey, sig }
}

/** Of a chain: its head, two receipts, and one place of which the relay says something else beside. */
async function wordsOf(t: Tools, logId: Bytes, entries: readonly Entry[]): Promise<readonly RelayWord[]> {
  const relay = await createDevice(t)
  const say = (seq: number, hour: number, as: RelayWord["as"], hash?: Bytes) => {
    const entry = entries[seq]
    if (entry === undefined) throw new Error("no such place")
    return relayWord(t, relay, logId, { seq, hash: hash ?? entryHash(entry), hour, incarnation: 1, as })
  }
  return Promise.all([
    say(entries.length - 1, 498_803, "head"),
    say(4, 498_801, "receipt"),
    say(6, 498_802, "receipt"),
    say(4, 498_802, "head", t.random(32)),
  ])
}

export interface PairLogs {
  readonly shared: ExportLog
  readonly own: ExportLog
  readonly ana: DeviceKeys
  readonly ben: DeviceKeys
  readonly anasOwn: DeviceKeys
  /** Every epoch key of both logs: what no file may hold. */
  readonly epochs: readonly Bytes[]
  /** Where the shared one goes on. */
  readonly at: Pick<Placed, "state" | "epochs">
}

/** Ben's log that Ana joined, with two things she said, one he took back, one that is not here, and four words of a server, two of which cannot both be true; and her own. */
export async function pairLogs(t: Tools): Promise<PairLogs> {
  const [ben, ana, anasOwn] = [await createDevice(t), await createDevice(t), await createDevice(t)]
  const begun = await createLog(t, ben)
  let log = { state: begun.state, epochs: begun.epochs }
  let entries: Entry[] = [begun.entry]
  const write = async (by: DeviceKeys, ...drafts: readonly AnyDraft[]): Promise<void> => {
    const placed = await place(t, by, log, drafts)
    log = placed
    entries = [...entries, ...placed.entries]
  }
  const invitation = createInvitation(t, log.state.logId)
  const invite = draftInvite(t, invitation)
  await write(ben, invite)
  const keys = inviteKeys(invitation.secret)
  const member = t.random(16)
  const fields = { member, ed: ana.ed.publicKey, x: ana.x.publicKey, nB: t.random(32) }
  const popJoin = await sign(t, ana, "pop-join", popJoinBytes(log.state.logId, fields, keys.H))
  const ref = concat(ben.id, invite.uid)
  await write(ben, {
    uid: t.random(16),
    control: { op: "admit", invite: ref, ...fields, popJoin, nA: invitation.nA },
  })
  const early = contentOf(t, { text: "too early" })
  await write(ana, contentOf(t, { text: "one" }), contentOf(t, { text: "two" }, 4))
  await write(ben, early, contentOf(t, { text: "his" }), contentOf(t, { text: "lost" }))
  const said = entries[5]
  if (said === undefined) throw new Error("nothing said")
  await write(ben, draftRedact(t, [{ entry: said, device: ben.id, uid: early.uid }]))
  await write(ana, contentOf(t, { text: "the last word" }))
  const bare = entries.map((entry, n) => (n === 5 || n === 7 ? { ...entry, body: null } : entry))
  const checked = await checkEntries(verify, emptyLog(log.state.logId), bare)
  if (checked.fault !== null || !checked.state.redacted.has(toHex(entryHash(said))))
    throw new Error("not as meant")
  const alone = await createLog(t, anasOwn)
  const mine = await place(t, anasOwn, alone, [contentOf(t, { text: "for me" })])
  return {
    shared: {
      ...logOf(log.state.logId, bare, log.epochs),
      receipts: await wordsOf(t, log.state.logId, bare),
    },
    own: logOf(alone.state.logId, [alone.entry, ...mine.entries], mine.epochs),
    ana,
    ben,
    anasOwn,
    epochs: [...log.epochs.values(), ...mine.epochs.values()],
    at: log,
  }
}

function logOf(logId: Bytes, entries: readonly Entry[], epochs: ReadonlyMap<number, Bytes>): ExportLog {
  return { logId, entries: entries.map((entry) => shownBy(epochs, entry)) }
}
