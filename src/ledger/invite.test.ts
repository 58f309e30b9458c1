import { checkEntries, emptyLog, encodeRef, fromHex, toHex } from "#wire"
import type { Bytes, Entry } from "#wire"
import { expect, test } from "vitest"
import {
  checkRequest,
  createDevice,
  createInvitation,
  createLog,
  draftInvite,
  epochKeyFrom,
  inviteKeys,
  inviteLink,
  makeAnswer,
  makeRequest,
  makeReveal,
  open,
  place,
  createDraft,
  readAnswer,
  readLink,
  readReveal,
  requestHash,
  sasWords,
  startJoining,
} from "./index.ts"
import type { Exchange, Joining, Invitation } from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"
import { decodeHeader } from "#wire"

const t = toolsFrom(7)

async function benInvites() {
  const device = await createDevice(t)
  const log = await createLog(t, device)
  const invitation = createInvitation(t, log.state.logId)
  const draft = draftInvite(t, invitation)
  const placed = await place(t, device, log, [draft])
  const invite = placed.state.invites.get(toHex(inviteKeys(invitation.secret).H))
  if (invite === undefined) throw new Error("no invite")
  return {
    device,
    log,
    invitation,
    placed,
    invite,
    entries: [log.entry, ...placed.entries] as readonly Entry[],
  }
}
async function anaAsks(
  invitation: Invitation,
  entryHash: Bytes,
): Promise<{ readonly joining: Joining; readonly request: Bytes }> {
  const link = readLink(
    inviteLink("http://127.0.0.1:4700/", invitation, "http://127.0.0.1:4700"),
    t.decodeUtf8,
  )
  if (!link.ok) throw new Error(link.error.type)
  const joining = await startJoining(t, link.value)
  return { joining, request: await makeRequest(t, joining, entryHash) }
}
const exchangeOf = (logId: Bytes, inviteEntryHash: Bytes, request: Bytes): Exchange => ({
  logId,
  inviteEntryHash,
  requestHash: requestHash(request),
})
const keysOf = (d: { ed: { publicKey: Bytes }; x: { publicKey: Bytes } }) => ({
  ed: d.ed.publicKey,
  x: d.x.publicKey,
})

test("Ben invites Ana: link, request, reveal, the same words, admit, and Ana reads what comes after", async () => {
  const ben = await benInvites()
  const { joining, request } = await anaAsks(ben.invitation, ben.invite.entryHash)
  const read = await checkRequest(verify, ben.invitation, ben.invite.entryHash, request)
  if (!read.ok) throw new Error(read.error.type)
  const e = exchangeOf(ben.log.state.logId, ben.invite.entryHash, request)
  const reveal = await makeReveal(t, ben.device, e, ben.invitation.nA)
  const nA = await readReveal(verify, ben.device.ed.publicKey, e, ben.invite.C, reveal)
  if (!nA.ok) throw new Error(nA.error.type)
  const bens = sasWords({
    logId: e.logId,
    inviter: keysOf(ben.device),
    joiner: read.value,
    nA: ben.invitation.nA,
    nB: read.value.nB,
  })
  const anas = sasWords({
    logId: e.logId,
    inviter: keysOf(ben.device),
    joiner: keysOf(joining.device),
    nA: nA.value,
    nB: joining.nB,
  })
  expect(anas).toEqual(bens)
  expect(anas).toHaveLength(7)
  const answer = await makeAnswer(t, joining.device, e, "joiner", 1, "same")
  expect(await readAnswer(verify, read.value.ed, e, "joiner", answer)).toEqual({
    ok: true,
    value: { n: 1, answer: "same" },
  })

  const admit = {
    uid: t.random(16),
    control: { op: "admit" as const, invite: refBytes(ben.invite.ref), ...read.value, nA: nA.value },
  }
  const words = createDraft(t, {
    kind: 1,
    name: "home.named",
    body: { name: "Ben" },
    day: "2026-11-24",
    basis: ben.placed.state.head,
  })
  if (!words.ok) throw new Error(words.error.type)
  const admitted = await place(t, ben.device, ben.placed, [admit, words.value])
  const all = [...ben.entries, ...admitted.entries]
  const anasView = await checkEntries(verify, emptyLog(joining.link.logId), all)
  expect(anasView.fault).toBeNull()
  expect(anasView.state.members).toHaveLength(2)
  const admitEntry = admitted.entries[0]
  const last = admitted.entries[1]
  if (admitEntry === undefined || last === undefined) throw new Error("not placed")
  const key = await epochKeyFrom(joining.device, admitEntry)
  if (!key.ok || key.value === null) throw new Error("no key for Ana")
  const header = decodeHeader(last.header)
  if (!header.ok) throw new Error("header")
  const opened = await open(t, new Map([[key.value.number, key.value.key]]), header.value, last)
  expect(opened).toMatchObject({ ok: true, value: { body: { name: "Ben" } } })
})

function refBytes(ref: string): Bytes {
  const bytes = Uint8Array.from(Buffer.from(ref, "base64url"))
  return fromHex(toHex(bytes)) ?? bytes
}

test("ATTACKS 2: keys swapped on the way are refused without the link, and show as different words with it", async () => {
  const ben = await benInvites()
  const { joining, request } = await anaAsks(ben.invitation, ben.invite.entryHash)
  const relay = await startJoining(t, { ...joining.link, secret: t.random(32) })
  const blind = await makeRequest(t, relay, ben.invite.entryHash)
  expect(await checkRequest(verify, ben.invitation, ben.invite.entryHash, blind)).toMatchObject({
    ok: false,
    error: { type: "mac" },
  })
  const knowing = await startJoining(t, joining.link)
  const swapped = await makeRequest(t, knowing, ben.invite.entryHash)
  const read = await checkRequest(verify, ben.invitation, ben.invite.entryHash, swapped)
  if (!read.ok) throw new Error(read.error.type)
  const { logId } = ben.log.state
  const { nA } = ben.invitation
  const bens = sasWords({ logId, inviter: keysOf(ben.device), joiner: read.value, nA, nB: read.value.nB })
  const anas = sasWords({
    logId,
    inviter: keysOf(ben.device),
    joiner: keysOf(joining.device),
    nA,
    nB: joining.nB,
  })
  expect(anas).not.toEqual(bens)
  expect(request).not.toEqual(swapped)
})

test("ATTACKS 42: an admit decided again has a fresh epoch key", async () => {
  const ben = await benInvites()
  const { request } = await anaAsks(ben.invitation, ben.invite.entryHash)
  const read = await checkRequest(verify, ben.invitation, ben.invite.entryHash, request)
  if (!read.ok) throw new Error(read.error.type)
  const admit = {
    uid: t.random(16),
    control: { op: "admit" as const, invite: refBytes(ben.invite.ref), ...read.value, nA: ben.invitation.nA },
  }
  const once = await place(t, ben.device, ben.placed, [admit])
  const again = await place(t, ben.device, ben.placed, [{ ...admit, uid: t.random(16) }])
  expect(toHex(once.epochs.get(2) ?? t.random(1))).not.toBe(toHex(again.epochs.get(2) ?? t.random(1)))
})

test("a reveal signed by another, for another request or with another nonce is refused, each by its name", async () => {
  const ben = await benInvites()
  const { request } = await anaAsks(ben.invitation, ben.invite.entryHash)
  const e = exchangeOf(ben.log.state.logId, ben.invite.entryHash, request)
  const mallory = await createDevice(t)
  const read = (bytes: Uint8Array) => readReveal(verify, ben.device.ed.publicKey, e, ben.invite.C, bytes)
  expect(await read(await makeReveal(t, mallory, e, ben.invitation.nA))).toMatchObject({
    error: { type: "signature" },
  })
  expect(await read(await makeReveal(t, ben.device, e, t.random(32)))).toMatchObject({
    error: { type: "commitment" },
  })
  expect(
    await read(await makeReveal(t, ben.device, { ...e, requestHash: t.random(32) }, ben.invitation.nA)),
  ).toMatchObject({ error: { type: "other-request" } })
  expect(await read(new Uint8Array(5))).toMatchObject({ error: { type: "layout" } })
})

test("a link that is cut short, of another version or scrambled says which", () => {
  const invitation = createInvitation(t, t.random(32))
  const link = inviteLink("http://127.0.0.1:4700/", invitation, "http://127.0.0.1:4700")
  expect(readLink(link, t.decodeUtf8)).toMatchObject({ ok: true, value: { relay: "http://127.0.0.1:4700" } })
  const payload = link.slice(link.indexOf("#j="))
  expect(readLink(payload.slice(0, 43), t.decodeUtf8)).toMatchObject({ error: { type: "link-cut" } })
  expect(readLink(`#j=Ag${payload.slice(5)}`, t.decodeUtf8)).toMatchObject({
    error: { type: "link-version" },
  })
  expect(readLink("#j=!!", t.decodeUtf8)).toMatchObject({ error: { type: "link-data" } })
  expect(encodeRef(t.random(16), t.random(16))).toHaveLength(43)
})
