import { bodyHash, concat, fileLimits, H, limits, sealedSize, toBase64url, utf8 } from "#wire"
import type { Entry, RelayError } from "#wire"
import { putting } from "./asking.ts"
import { altered, runOf } from "./bad-world.ts"
import type { World } from "./bad-world.ts"
import { noise, startLog } from "./writer.ts"

/** One way to ask badly, and the one answer to it: a refusal with its type, or 409 with the run that stands there ("conflict"). */
export interface BadRequest {
  readonly what: string
  readonly ask: (w: World) => Promise<Request> | Request
  readonly status: number
  readonly type: RelayError
}

const octets = { "Content-Type": "application/octet-stream" }

function flipped(entry: Entry, part: "header" | "sig" | "body", at: number): Entry {
  const bytes = Uint8Array.from(entry[part] ?? new Uint8Array(0))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return { ...entry, [part]: bytes }
}

const of = (status: number, type: RelayError, what: string, ask: BadRequest["ask"]): BadRequest => ({
  what,
  ask,
  status,
  type,
})

const get = (w: World, path: string, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(w.origin + path, { headers: { ...headers } })
const box = (w: World): string => `/api/mail/${toBase64url(w.invited.H)}`

const aboutRuns: readonly BadRequest[] = [
  of(400, "malformed", "an empty body", (w) => w.post(new Uint8Array(0))),
  of(400, "malformed", "noise", (w) => w.post(noise(999))),
  of(400, "malformed", "text where bytes belong", (w) =>
    w.post(utf8(`${"[".repeat(5000)}${"]".repeat(5000)}`), w.log.id, { "Content-Type": "application/json" }),
  ),
  of(400, "malformed", "JSON, five thousand deep, called bytes", (w) =>
    w.post(utf8(`${"[".repeat(5000)}${"]".repeat(5000)}`)),
  ),
  of(400, "malformed", "a form of another page", async (w) =>
    w.post(runOf(await w.next()), w.log.id, { "Content-Type": "application/x-www-form-urlencoded" }),
  ),
  of(400, "malformed", "an entry cut short", async (w) => w.post(runOf(await w.next()).slice(0, -1))),
  of(400, "malformed", "an entry with one byte too many", async (w) =>
    w.post(concat(runOf(await w.next()), Uint8Array.of(0))),
  ),
  of(400, "malformed", "a flag that is neither 0 nor 1", async (w) =>
    w.post(concat(Uint8Array.of(2), runOf(await w.next()).slice(1))),
  ),
  of(400, "malformed", "65 entries in one run", async (w) => {
    const { body: _, ...bare } = await w.next()
    return w.post(runOf(...Array.from({ length: 65 }, () => ({ ...bare, body: null }))))
  }),
  of(400, "malformed", "another version", async (w) =>
    w.post(runOf(await altered(await w.next(), 0, [2], w.ben))),
  ),
  of(400, "malformed", "a kind there is not", async (w) =>
    w.post(runOf(await altered(await w.next(), 93, [5], w.ben))),
  ),
  of(400, "malformed", "something in the zero bytes", async (w) =>
    w.post(runOf(await altered(await w.next(), 94, [0, 1], w.ben))),
  ),
  of(400, "malformed", "a body of a size no body has", async (w) =>
    w.post(runOf({ ...(await altered(await w.next(), 112, [0, 0, 1, 0x51], w.ben)), body: noise(337) })),
  ),
  of(400, "malformed", "a control body over 32 KiB", async (w) =>
    w.post(runOf(await altered(await w.next(), 112, [0, 0, 0x80, 1], w.ben))),
  ),
  of(400, "malformed", "a body that is not the one that was signed", async (w) =>
    w.post(runOf(flipped(await w.next(), "body", 7))),
  ),
  of(400, "malformed", "an operation without its body", async (w) => {
    const entry = await w.log.redact(w.ben, ...w.stored.slice(2))
    w.log.forget(entry)
    return w.post(runOf({ ...entry, body: null }))
  }),
  of(400, "malformed", "a second first entry", async (w) => {
    const entry = await w.next()
    return w.post(runOf(await altered(entry, 93, [0], w.ben)))
  }),
  of(400, "malformed", "an entry of another log", async (w) => {
    const other = await startLog(w.ben)
    return w.post(runOf(other.genesis))
  }),
  of(400, "malformed", "a good entry under another log's name", async (w) =>
    w.post(runOf(await w.next()), noise(32)),
  ),
  of(400, "malformed", "a log name that is too short", async (w) => w.post(runOf(await w.next()), noise(31))),
  of(400, "malformed", "a first entry whose name is not its hash", async (w) => {
    const other = await startLog(w.stranger)
    const name = noise(32)
    return w.post(runOf(await altered(other.genesis, 1, [...name], w.stranger)), name)
  }),
  of(413, "oversize", "five megabytes", (w) => w.post(new Uint8Array(5 * 1024 * 1024))),
  of(400, "out-of-order", "an entry that leaves one out", async (w) => {
    const before = await w.log.content(w.ben)
    const entry = await w.log.content(w.ben)
    w.log.forget(before)
    return w.post(runOf(entry))
  }),
  of(400, "out-of-order", "two entries the wrong way round", async (w) => {
    const before = await w.log.content(w.ben)
    const entry = await w.log.content(w.ben)
    w.log.forget(before)
    return w.post(runOf(entry, before))
  }),
  of(400, "out-of-order", "an entry for a log that has none", async (w) => {
    const other = await startLog(w.ben)
    return w.post(runOf(await other.content(w.ben)), other.id)
  }),
  of(403, "unsigned", "zeros for a signature", async (w) =>
    w.post(runOf({ ...(await w.next()), sig: new Uint8Array(64) })),
  ),
  of(403, "unsigned", "one bit of the signature turned", async (w) =>
    w.post(runOf(flipped(await w.next(), "sig", 3))),
  ),
  of(403, "unsigned", "one bit of the header turned", async (w) =>
    w.post(runOf(flipped(await w.next(), "header", 100))),
  ),
  of(403, "unsigned", "Ben's entry signed by a stranger", async (w) =>
    w.post(runOf(await altered(await w.next(), 0, [1], w.stranger))),
  ),
  of(403, "refused", "a stranger's own entry", async (w) =>
    w.post(runOf(await altered(await w.next(), 77, [...w.stranger.id], w.stranger))),
  ),
  of(409, "conflict", "another entry for a taken place", async (w) => {
    const standing = w.stored[2]
    if (standing === undefined) throw new Error("nothing stands there")
    const body = noise(336)
    const moved = await altered(standing, 116, [...bodyHash(body)], w.ben)
    return w.post(runOf({ ...moved, body }))
  }),
  of(409, "conflict", "an entry on top of what never stood there", async (w) =>
    w.post(runOf(await altered(await w.next(), 41, [...noise(32)], w.ben))),
  ),
  of(409, "conflict", "what stands already, and one more", async (w) =>
    w.post(runOf(...w.stored, await w.next())),
  ),
]

const aboutReading: readonly BadRequest[] = [
  of(400, "malformed", "a name that is no log's", (w) => get(w, "/api/log/nonsense")),
  of(400, "malformed", "a name half encoded", (w) => get(w, "/api/log/%E0%A4%A")),
  of(400, "malformed", "a place before the beginning", (w) =>
    get(w, `/api/log/${toBase64url(w.log.id)}?from=-1`),
  ),
  of(400, "malformed", "a place that is no number", (w) =>
    get(w, `/api/log/${toBase64url(w.log.id)}?from=1e3`),
  ),
  of(400, "malformed", "a place of nine thousand digits", (w) =>
    get(w, `/api/log/${toBase64url(w.log.id)}?from=${"9".repeat(9000)}`),
  ),
  of(404, "unknown", "no log at all", (w) => get(w, "/api/log/")),
  of(404, "unknown", "a list of all logs", (w) => get(w, "/api/log")),
  of(404, "unknown", "a path there is not", (w) => get(w, "/api/people")),
  of(404, "unknown", "a file from the folder above", (w) => get(w, "/api/../../../../etc/passwd%00")),
  of(
    404,
    "unknown",
    "deleting a log",
    (w) => new Request(`${w.origin}/api/log/${toBase64url(w.log.id)}`, { method: "DELETE" }),
  ),
  of(
    404,
    "unknown",
    "putting over a log",
    (w) =>
      new Request(`${w.origin}/api/log/${toBase64url(w.log.id)}`, {
        method: "PUT",
        headers: octets,
        body: noise(9),
      }),
  ),
  of(403, "wrong-origin", "a page of another origin, in the reader's browser", (w) =>
    get(w, `/api/log/${toBase64url(w.log.id)}`, { "Sec-Fetch-Site": "cross-site" }),
  ),
]

const aboutMail: readonly BadRequest[] = [
  of(400, "malformed", "a mailbox without its key", (w) => get(w, box(w))),
  of(400, "malformed", "a mailbox with another key", (w) =>
    get(w, box(w), { "Goldseam-Invite": toBase64url(noise(32)) }),
  ),
  of(400, "malformed", "a mailbox with half its key", (w) =>
    get(w, box(w), { "Goldseam-Invite": toBase64url(w.invited.inviteId).slice(0, 20) }),
  ),
  of(
    400,
    "malformed",
    "leaving something without the key",
    (w) => new Request(`${w.origin}${box(w)}/request`, { method: "PUT", headers: octets, body: noise(208) }),
  ),
  of(400, "malformed", "a slot there is not", (w) => putting(w.invited, "gossip", noise(9), w.origin)),
  of(400, "malformed", "nothing, for a slot", (w) =>
    putting(w.invited, "request", new Uint8Array(0), w.origin),
  ),
  of(413, "oversize", "more than a slot holds", (w) =>
    putting(w.invited, "request", noise(limits.mailBytes + 1), w.origin),
  ),
  of(409, "slot-taken", "a second reveal, of something else", (w) =>
    putting(w.invited, "reveal", noise(128), w.origin),
  ),
  of(409, "slot-taken", "a ninth request", (w) => putting(w.invited, "request", noise(208), w.origin)),
  of(410, "invite-over", "a mailbox no invite opened", (w) =>
    putting({ ...w.invited, ...unknownInvite() }, "request", noise(208), w.origin),
  ),
]

const part = (w: World, n: string, body: Uint8Array<ArrayBuffer>, size = sealedSize(1)): Request =>
  new Request(`${w.origin}/api/files/${toBase64url(w.log.id)}/${toBase64url(noise(32))}/${n}`, {
    method: "PUT",
    headers: { ...octets, "Goldseam-Size": String(size) },
    body,
  })

const aboutFiles: readonly BadRequest[] = [
  of(401, "sign-in", "a part of a file, from nobody", (w) => part(w, "0", noise(sealedSize(1)))),
  of(413, "oversize", "more than a part", (w) => part(w, "0", noise(fileLimits.partBytes + 1))),
  of(400, "malformed", "a part that is not as long as it should be", (w) => part(w, "0", noise(9))),
  of(400, "malformed", "a file of a size no file has", (w) => part(w, "0", noise(9), 9)),
  of(400, "malformed", "a part beyond the last", (w) => part(w, "1", noise(sealedSize(1)))),
  of(400, "malformed", "a part whose number is none", (w) => part(w, "00", noise(sealedSize(1)))),
  of(401, "sign-in", "a part of a file for nobody", (w) =>
    get(w, `/api/files/${toBase64url(w.log.id)}/${toBase64url(noise(32))}/0`),
  ),
  of(404, "unknown", "a list of all files", (w) => get(w, `/api/files/${toBase64url(w.log.id)}`)),
]

function unknownInvite(): {
  readonly inviteId: Uint8Array<ArrayBuffer>
  readonly H: Uint8Array<ArrayBuffer>
} {
  const inviteId = noise(32)
  return { inviteId, H: H("invite", inviteId) }
}

export const badRequests: readonly BadRequest[] = [...aboutRuns, ...aboutReading, ...aboutMail, ...aboutFiles]
