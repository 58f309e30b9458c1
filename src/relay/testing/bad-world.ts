import { encodeRun, toBase64url } from "#wire"
import type { Bytes, Entry } from "#wire"
import { appending, putting } from "./asking.ts"
import { createKeys, noise, startLog } from "./writer.ts"
import type { Invited, Keys, WrittenLog } from "./writer.ts"

/** What a bad request is made against: a log of Ben's with a few entries at the relay, and an open invite. */
export interface World {
  readonly origin: string
  readonly ben: Keys
  readonly stranger: Keys
  readonly log: WrittenLog
  /** What stands at the relay. */
  readonly stored: readonly Entry[]
  readonly invited: Invited
  /** The next good entry of Ben's; nothing of it is at the relay yet. */
  readonly next: () => Promise<Entry>
  readonly post: (body: Bytes, log?: Bytes, headers?: Readonly<Record<string, string>>) => Request
}

export type Ask = (request: Request) => Promise<Response>

export async function laidOut(ask: Ask, origin = "http://relay"): Promise<World> {
  const [ben, stranger] = await Promise.all([createKeys(), createKeys()])
  const log = await startLog(ben)
  const { entry: invite, invited } = await log.invite(ben)
  const stored = [log.genesis, invite, await log.content(ben)]
  const put = await ask(appending(log.id, stored, origin))
  const reveal = await ask(putting(invited, "reveal", noise(128), origin))
  const requests = Array.from({ length: 8 }, () => putting(invited, "request", noise(208), origin))
  const asked = await Promise.all(requests.map((request) => ask(request)))
  if (![put, reveal, ...asked].every((r) => r.ok)) throw new Error("the world could not be laid out")
  return {
    origin,
    ben,
    stranger,
    log,
    stored,
    invited,
    next: async () => {
      const entry = await log.content(ben)
      log.forget(entry)
      return entry
    },
    post: (body, id = log.id, headers = { "Content-Type": "application/octet-stream" }) =>
      new Request(`${origin}/api/log/${toBase64url(id)}`, { method: "POST", headers: { ...headers }, body }),
  }
}

/** The entry with these bytes of its header put in at `at`, signed anew by whoever is named. */
export async function altered(entry: Entry, at: number, bytes: readonly number[], by: Keys): Promise<Entry> {
  const header = Uint8Array.from(entry.header)
  header.set(bytes, at)
  return { header, sig: await by.sign("entry", header), body: entry.body }
}

export function runOf(...entries: readonly Entry[]): Bytes {
  return encodeRun(entries)
}
