import {
  checkEntries,
  concat,
  decodeControl,
  decodeData,
  decodeHeader,
  decodeRedact,
  decodeRun,
  emptyLog,
  encodeControl,
  encodeRedact,
  encodeRun,
  H,
  signedMessage,
  toHex,
  u16,
  utf8,
} from "#wire"
import type { Bytes, Entry, Verify } from "#wire"
import { expect, test } from "vitest"
import {
  admit,
  epochBlock,
  firstEntry,
  invite,
  nA,
  noLog,
  refOf,
  secret,
  uidOf,
  wrapsFor,
  write,
  writeAll,
} from "../../tools/vectors/chain.ts"
import type { Writing } from "../../tools/vectors/chain.ts"
import { target } from "../../tools/vectors/bodies.ts"
import { hashTags } from "../../tools/vectors/hashes.ts"
import { targetOf } from "../../tools/vectors/log-redacts.ts"
import { signedTypes } from "../../tools/vectors/signatures.ts"
import { ana, ben, bytesOf } from "../../tools/vectors/people.ts"
import {
  checkRequest,
  derive,
  deviceFromBytes,
  deviceToBytes,
  inviteLink,
  mac,
  makeAnswer,
  makeEnded,
  makeRequest,
  makeReveal,
  openBody,
  readAnswer,
  readEnded,
  readLink,
  readReveal,
  requestHash,
  seal,
  sign,
} from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// ATTACKS 4: one thing is passed off as another. Everything that carries a tag is handed to every reader there is; only its own may take it.

const t = toolsFrom(4)
const logId = bytesOf("a log", 32)
const epochKey = bytesOf("an epoch key", 32)

/** Pairs of (what it is, what it was taken for) off the diagonal, and what its own reader did not take. */
async function confusions<T>(
  objects: Readonly<Record<string, T>>,
  takenFor: (name: string, object: T) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const [name, object] of Object.entries(objects))
    for (const reader of Object.keys(objects))
      if ((await takenFor(reader, object)) !== (name === reader)) found.push(`${name} as ${reader}`)
  return found
}

test("ATTACKS 4: a signature made as one thing stands for no other", async () => {
  const message = bytesOf("a message", 148)
  const made: Record<string, Bytes> = {}
  for (const type of signedTypes) made[type] = await sign(t, ana, type, message)
  const takenFor = (type: string, sig: Bytes): Promise<boolean> =>
    verify(ana.ed.publicKey, sig, signedMessage(type, message))
  expect(Object.keys(made)).toHaveLength(10)
  expect(await confusions(made, takenFor)).toEqual([])
  // Planted: every signature under one and the same tag.
  const untagged: Record<string, Bytes> = {}
  for (const type of signedTypes) untagged[type] = await sign(t, ana, "any", message)
  const anyFor = (_: string, sig: Bytes): Promise<boolean> =>
    verify(ana.ed.publicKey, sig, signedMessage("any", message))
  expect(await confusions(untagged, anyFor)).toHaveLength(90)
})

test("ATTACKS 4: what is hashed or derived for one purpose is of no use for another", async () => {
  const x = bytesOf("a secret", 32)
  const labels = ["mk", "body", "epoch", "invite-id", "invite-key", "export"]
  const made = (tagOf: (name: string) => string): Readonly<Record<string, string>> => ({
    ...Object.fromEntries(hashTags.map((tag) => [`H ${tag}`, toHex(H(tagOf(tag), x))])),
    ...Object.fromEntries(
      labels.map((label) => [
        `HKDF ${label}`,
        toHex(derive(x, new Uint8Array(0), tagOf(label), new Uint8Array(0), 32)),
      ]),
    ),
    HMAC: toHex(mac(x, x)),
  })
  const right = made((name) => name)
  expect(Object.keys(right)).toHaveLength(17)
  expect(await confusions(right, (name, value) => right[name] === value)).toEqual([])
  const planted = made(() => "one for all")
  expect(await confusions(planted, (name, value) => planted[name] === value)).toHaveLength(10 * 9 + 6 * 5)
})

interface Thing {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isRead: (bytes: Uint8Array<ArrayBuffer>) => boolean | Promise<boolean>
}

/** Each thing an entry can be, on top of one and the same log; and its reader, which takes that entry and no other. */
async function entries(judge: Verify): Promise<Readonly<Record<string, Thing>>> {
  const before = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { uid: "mine" },
  ])
  const state = (await checkEntries(judge, emptyLog(before.logId), before.entries)).state
  const place = { v: 1, logId: before.logId, epoch: 1, device: ben.id }
  const words = async (kind: number, uid: string): Promise<Bytes> =>
    seal(t, epochKey, { ...place, kind, uid: uidOf(uid) }, utf8('{"a":1}'))
  const written: Readonly<Record<string, Writing>> = {
    invite: { kind: 2, body: invite({ H: bytesOf("H", 32) }) },
    cancel: { kind: 2, body: encodeControl({ op: "cancel", target: refOf(ben, "invite") }) },
    admit: { kind: 2, body: await admit() },
    epoch: { kind: 2, body: encodeControl({ op: "epoch", epoch: epochBlock(2, wrapsFor(ben.id)) }) },
    redact: {
      kind: 3,
      body: encodeRedact({ targets: [targetOf(before.entries[2], ben, "mine")], blobs: [] }),
    },
    content: { kind: 1, body: await words(1, "c"), uid: "c" },
    kept: { kind: 4, body: await words(4, "k"), uid: "k" },
  }
  const nameOf = async (entry: Entry): Promise<string> => {
    const header = decodeHeader(entry.header)
    if (!header.ok || entry.body === null) return "nothing"
    const control = decodeControl(entry.body)
    if (header.value.kind === 2) return control.is === "built" ? control.control.op : "nothing"
    if (header.value.kind === 3) return decodeRedact(entry.body) === null ? "nothing" : "redact"
    // What is sealed as the one opens as the one.
    for (const kind of [1, 4] as const)
      if ((await openBody(t, epochKey, { ...header.value, kind }, entry.body)).ok)
        return kind === 1 ? "content" : "kept"
    return "nothing"
  }
  const things: Record<string, Thing> = {}
  for (const [name, of] of Object.entries(written)) {
    const entry = (await write(before, of)).entries[3]
    if (entry === undefined) throw new Error("no entry")
    const isRead = async (bytes: Bytes): Promise<boolean> => {
      const run = decodeRun(bytes, 1)
      const [read] = run.ok ? run.value : []
      if (read === undefined) return false
      const { verdicts } = await checkEntries(judge, state, [read])
      return verdicts[0]?.verdict === "ok" && (await nameOf(read)) === name
    }
    things[name] = { bytes: encodeRun([entry]), isRead }
  }
  return things
}

/** Everything two people and a relay hand to one another, with its own reader. */
async function everything(judge: Verify): Promise<Readonly<Record<string, Thing>>> {
  const link = { logId, secret, relay: "" }
  const joining = { link, device: ana, nB: bytesOf("nB", 32), member: ana.member }
  const inviteHash = bytesOf("the invite entry", 32)
  const request = await makeRequest(t, joining, inviteHash)
  const e = { logId, inviteEntryHash: inviteHash, requestHash: requestHash(request) }
  const begun = await write(noLog, firstEntry)
  const first = begun.entries[0]
  if (first === undefined) throw new Error("no first entry")
  const answer =
    (who: "inviter" | "joiner"): Thing["isRead"] =>
    async (bytes) =>
      (await readAnswer(judge, who === "inviter" ? ben.ed.publicKey : ana.ed.publicKey, e, who, bytes)).ok
  return {
    ...(await entries(judge)),
    header: { bytes: first.header, isRead: (b) => decodeHeader(b).ok },
    genesis: {
      bytes: encodeRun(begun.entries),
      isRead: async (b) => {
        const run = decodeRun(b, 1)
        const checked = await checkEntries(judge, emptyLog(begun.logId), run.ok ? run.value : [])
        return checked.state.head !== null
      },
    },
    data: { bytes: utf8('{"a":[1,"b",null]}'), isRead: (b) => decodeData(b, t.decodeUtf8).ok },
    request: {
      bytes: request,
      isRead: async (b) => (await checkRequest(judge, { logId, secret }, inviteHash, b)).ok,
    },
    reveal: {
      bytes: await makeReveal(t, ben, e, nA),
      isRead: async (b) => (await readReveal(judge, ben.ed.publicKey, e, H("sas-commit", nA), b)).ok,
    },
    "answer-inviter": { bytes: await makeAnswer(t, ben, e, "inviter", 1, "same"), isRead: answer("inviter") },
    "answer-joiner": { bytes: await makeAnswer(t, ana, e, "joiner", 1, "same"), isRead: answer("joiner") },
    ended: {
      bytes: await makeEnded(t, ben, e, "different"),
      isRead: async (b) => (await readEnded(judge, [ben.ed.publicKey, ana.ed.publicKey], e, b)).ok,
    },
    link: {
      bytes: utf8(inviteLink("https://app.example/", link, "")),
      isRead: (b) => {
        try {
          return readLink(t.decodeUtf8(b), t.decodeUtf8).ok
        } catch {
          return false
        }
      },
    },
    device: { bytes: deviceToBytes(ana), isRead: (b) => deviceFromBytes(b) !== null },
  }
}

test("ATTACKS 4: nothing that goes between people is read as anything else", async () => {
  const things = await everything(verify)
  expect(Object.keys(things)).toHaveLength(17)
  expect(await confusions(things, (reader, thing) => things[reader]?.isRead(thing.bytes) ?? false)).toEqual(
    [],
  )
  // Planted: nobody looks at the signatures, and lengths and first bytes must do.
  const planted = await everything(() => Promise.resolve(true))
  const found = await confusions(planted, (reader, thing) => planted[reader]?.isRead(thing.bytes) ?? false)
  expect(found).toContain("answer-inviter as answer-joiner")
  expect(found).toContain("answer-joiner as answer-inviter")
})

test("ATTACKS 4: fields of one thing cannot run over into another's", () => {
  // Whatever varies in length has its length before it, or stands last; so no two lists of fields make the same bytes.
  const one = encodeRedact({ targets: [target("one")], blobs: [bytesOf("blob", 32), bytesOf("blob", 32)] })
  const two = encodeRedact({ targets: [target("one"), target("two")], blobs: [] })
  expect(one.length).toBe(two.length)
  expect(decodeRedact(concat(Uint8Array.of(2), one.subarray(1)))).toBeNull()
  expect(decodeRedact(concat(one.subarray(0, 65), u16(0), one.subarray(67)))).toBeNull()
})
