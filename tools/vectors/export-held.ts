import { concat, copy, encodeRef, toBase64url, utf8 } from "../../src/wire/index.ts"
import type { Bytes, Kind } from "../../src/wire/index.ts"
import { derive } from "../../src/ledger/index.ts"
import { admit, firstEntry, invite, noLog, uidOf, writeAll } from "./chain.ts"
import { dataOf } from "./entry-data.ts"
import { fileOf, logPart, only, partOf, sealed, withParts } from "./export-parts.ts"
import type { LogPart, Part } from "./export-parts.ts"
import type { ExportCase } from "./exports.ts"
import { ana, ben, bytesOf, flipped, t } from "./people.ts"
import { padded } from "./seals.ts"

// Files with what opens a held answer (spec/ledger.md §14.1, §15), put together from the text.

const k = bytesOf("the key of an answer", 32)
const uid = "an answer"
const inside = padded(utf8('{"words":"I am still sad on Sundays."}'))

/** The body of an answer of Ana's, around this plaintext. */
async function answerOf(plain: Bytes): Promise<Record<"round" | "salt" | "commit" | "box", string>> {
  const salt = bytesOf("an answer's salt", 32)
  const round = concat(ben.id, uidOf("the question"))
  const out = derive(k, salt, "held", concat(noLog.logId, ana.id, uidOf(uid)), 76)
  const cipher = await t.subtle.importKey("raw", copy(out, 0, 32), { name: "AES-GCM" }, false, ["encrypt"])
  const how = { name: "AES-GCM", iv: copy(out, 32, 44), additionalData: round }
  return {
    round: encodeRef(round.subarray(0, 16), round.subarray(16)),
    salt: toBase64url(salt),
    commit: toBase64url(out.subarray(44, 76)),
    box: toBase64url(new Uint8Array(await t.subtle.encrypt(how, cipher, plain))),
  }
}

/** Ben's and Ana's log; its last entry says this, under Ana's name, with its mk and k beside it. */
async function logWith(body: unknown, kind: Kind = 1, epoch = 2): Promise<LogPart> {
  const said = await sealed(noLog.logId, epoch, ana, uid, kind, padded(utf8(dataOf(body))))
  const { logId, entries } = await writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
    { by: ana, uid, kind, body: said, header: { epoch } },
  ])
  return logPart(
    logId,
    entries.map((entry, n) => (n === 3 ? { ...partOf(entry, uid), flag: 7, k } : partOf(entry))),
  )
}

/** A whole one, for other kinds of files. */
export const answeredLog = async (): Promise<LogPart> => logWith(await answerOf(inside))
export const wrongKey = (log: LogPart): LogPart => withParts(log, only(3, { k: bytesOf("another key", 32) }))

export async function heldCases(): Promise<readonly ExportCase[]> {
  const answer = await answerOf(inside)
  const good = await logWith(answer)
  const filled = copy(inside, 0, inside.length)
  filled[filled.length - 1] = 1
  const boxTurned = toBase64url(flipped(Uint8Array.from(Buffer.from(answer.box, "base64url")), 40))
  const held = (change: Partial<Part>): LogPart => withParts(good, only(3, change))
  const sound: readonly (readonly [string, LogPart])[] = [
    ["with what opens it", good],
    ["with its own key alone", held({ flag: 3, k: new Uint8Array(0) })],
    ["with another answer's key", wrongKey(good)],
    ["with a key, and its entry does not open", held({ mk: bytesOf("another mk", 32) })],
    ["whose box was changed before it was sealed", await logWith({ ...answer, box: boxTurned })],
    ["with something after it in its box", await logWith(await answerOf(filled))],
    ["that says what is no grammar", await logWith(await answerOf(padded(utf8("{words}"))))],
    ["that is none, with a key", await logWith({ words: "No answer at all." })],
    ["with a field more, and a key", await logWith({ ...answer, more: 1 })],
    ["under the epoch before, with a key", await logWith(answer, 1, 1)],
  ]
  const cases: ExportCase[] = []
  for (const [name, log] of sound)
    cases.push({ name: `a held answer ${name}`, type: "ok", file: await fileOf([log]) })
  const file = await fileOf([good])
  const end = file.length - 81 - 4
  const no = async (name: string, entry: number, log: LogPart): Promise<ExportCase> => ({
    name,
    type: "export-layout",
    at: [0, entry],
    file: await fileOf([log]),
  })
  return [
    ...cases,
    await no("an answer's key beside kept content", 3, await logWith(answer, 4)),
    await no("an answer's key beside an open body", 1, withParts(good, only(1, { flag: 7, k }))),
    await no("flag 5", 3, held({ flag: 5 })),
    await no("flag 6", 3, held({ flag: 6 })),
    await no("flag 15", 3, held({ flag: 15 })),
    {
      name: "cut within an answer's key",
      type: "export-layout",
      at: [0, 3],
      file: copy(file, 0, end - 1),
    },
    { name: "cut before an answer's key", type: "export-layout", at: [0, 3], file: copy(file, 0, end - 32) },
  ]
}
