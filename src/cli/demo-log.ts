import {
  checkRequest,
  createDevice,
  createDraft,
  createInvitation,
  createLog,
  draftInvite,
  draftRedact,
  inviteLink,
  makeExport,
  makeRequest,
  place,
  readLink,
  refOf,
  shownBy,
  startJoining,
} from "#ledger"
import type { AnyDraft, DeviceKeys, Tools } from "#ledger"
import { recordKindOf } from "#practices"
import { anaAndBen, tellStory, writers } from "#practices/examples"
import type { Who } from "#practices/examples"
import { concat, createVerify, decodeRef, entryHash, equalBytes, toBase64url, versionHash } from "#wire"
import type { Bytes, Entry, Json, LogState } from "#wire"

// What Ana and Ben, who never were, said in their shared log, written by the record's own hands: two devices, an invitation, an admit, and then every
// shared step of their story, sealed and signed. Words and days are always the same; keys are drawn anew each time, so no two files are alike.

interface Growing {
  readonly state: LogState
  readonly epochs: ReadonlyMap<number, Bytes>
  readonly entries: readonly Entry[]
}

async function grown(t: Tools, log: Growing, by: DeviceKeys, drafts: readonly AnyDraft[]): Promise<Growing> {
  const placed = await place(t, by, log, drafts)
  return { ...placed, entries: [...log.entries, ...placed.entries] }
}

interface Pair {
  readonly log: Growing
  readonly devices: Readonly<Record<Who, DeviceKeys>>
  readonly members: Readonly<Record<Who, string>>
}

/** Ben begins, and Ana comes in by his link. */
async function together(t: Tools): Promise<Pair> {
  const ben = await createDevice(t)
  const begun = await createLog(t, ben)
  const invitation = createInvitation(t, begun.state.logId)
  const invite = draftInvite(t, invitation)
  const invited = await grown(t, { ...begun, entries: [begun.entry] }, ben, [invite])
  const inviteHash = invited.state.head?.hash
  const link = readLink(inviteLink("https://made.up/", invitation, "https://made.up"), t.decodeUtf8)
  if (!link.ok || inviteHash === undefined) throw new Error("the made-up invitation does not read")
  const joining = await startJoining(t, link.value)
  const bytes = await makeRequest(t, joining, inviteHash)
  const request = await checkRequest(createVerify(t.subtle), invitation, inviteHash, bytes)
  if (!request.ok) throw new Error(`the made-up request is refused: ${request.error.type}`)
  const admit = {
    op: "admit",
    invite: concat(ben.id, invite.uid),
    ...request.value,
    nA: invitation.nA,
  } as const
  const log = await grown(t, invited, ben, [{ uid: t.random(16), control: admit }])
  return {
    log,
    devices: { ana: joining.device, ben },
    members: { ana: toBase64url(joining.member), ben: toBase64url(begun.member) },
  }
}

export async function demoExport(t: Tools): Promise<Bytes> {
  const { log: begun, devices, members } = await together(t)
  let log = begun
  const names = new Map<unknown, string>([
    [writers.ana, members.ana],
    [writers.ben, members.ben],
  ])
  for (const { step, entry, verdict } of tellStory({ ...anaAndBen, then: {} }).steps) {
    // A refused step was never written: the app asks before it writes.
    if (step.log !== "shared" || !verdict.ok) continue
    const by = devices[step.who]
    const draft = createDraft(t, {
      kind: recordKindOf(step.kind) ?? 1,
      name: step.kind,
      body: renamed(entry.body, names),
      day: step.day,
      basis: log.state.head,
    })
    if (!draft.ok) throw new Error(`${step.kind}: ${draft.error.type}`)
    log = await grown(t, log, by, [draft.value])
    names.set(entry.ref, refOf(draft.value, by.id))
    names.set(entry.version, toBase64url(versionHash(by.id, draft.value.uid, draft.value.data)))
    if (step.kind.endsWith(".taken-back"))
      log = await takenBack(t, log, by, (entry.body as { target: string }).target, names)
  }
  const shown = log.entries.map((entry) => shownBy(log.epochs, entry))
  return makeExport(t, [{ logId: log.state.logId, entries: shown }], {
    device: devices.ben,
    logId: log.state.logId,
  })
}

/** What was said as an entry of the story, with the refs and members it has in the record. */
function renamed(value: unknown, names: ReadonlyMap<unknown, string>): Json {
  if (typeof value === "string") return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => renamed(item, names))
  if (typeof value !== "object" || value === null) return value as Json
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names)]))
}

/** The redaction that follows on the word for it; the body goes with it, as it does on every device. */
async function takenBack(
  t: Tools,
  log: Growing,
  by: DeviceKeys,
  target: string,
  names: ReadonlyMap<unknown, string>,
): Promise<Growing> {
  const ref = decodeRef(names.get(target) ?? "")
  const named = log.entries.find(
    ({ header }) =>
      ref !== null &&
      equalBytes(header.subarray(77, 93), ref.device) &&
      equalBytes(header.subarray(96, 112), ref.uid),
  )
  if (ref === null || named === undefined) throw new Error("taken back, and never said")
  const after = await grown(t, log, by, [draftRedact(t, [{ entry: named, ...ref }])])
  const gone = entryHash(named)
  return {
    ...after,
    entries: after.entries.map((entry) =>
      equalBytes(entryHash(entry), gone) ? { ...entry, body: null } : entry,
    ),
  }
}
