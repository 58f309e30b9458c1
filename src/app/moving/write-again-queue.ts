import type { DeviceKeys, Tools } from "#ledger"
import { decodeData, encodeData, encodeRef, toBase64url, versionHash } from "#wire"
import { notSentHere } from "../copy/arriving.ts"
import type { Queued, QueuedContent } from "../keeping/state.ts"

// What waited when everybody agreed to go on elsewhere. The server it waited for takes nothing more of it, so it cannot have gone: here it can be sent, once its
// person says so, under this browser's own device.

/** Why it waits: everybody went on here before it had gone. */
export const notSentMoved = "moved"

export function waitsSince(q: Queued): boolean {
  return q.is === "content" && q.notSent === notSentMoved
}

/** Its person said so. */
export function goesNow(q: Queued): Queued {
  return q.is === "content" && waitsSince(q) ? { ...q, notSent: null, notBefore: null, hold: 0 } : q
}

/** The same words under another device have another name; what names one of them beside it is told the new name. */
export function underDevice(t: Tools, device: DeviceKeys, queue: readonly Queued[]): readonly Queued[] {
  const renamed = renaming<QueuedContent>(t, device)
  return queue.map((q) =>
    q.is === "content" && q.notSent === notSentHere ? { ...renamed(q), notSent: notSentMoved } : q,
  )
}

type Thing = Pick<QueuedContent, "ref" | "uid" | "data" | "entry">

/** For one thing after the other, in the order in which they were written. */
export function renaming<T extends Thing>(t: Tools, { id }: DeviceKeys): (thing: T) => T {
  const names: (readonly [string, string])[] = []
  return (thing) => {
    const renamed = withNames(t, thing, names)
    const ref = encodeRef(id, thing.uid)
    const version = toBase64url(versionHash(id, thing.uid, renamed.data))
    names.push([thing.ref, ref], [thing.entry.version, version])
    return { ...renamed, ref, entry: { ...renamed.entry, ref, version } }
  }
}

function withNames<T extends Thing>(t: Tools, q: T, names: readonly (readonly [string, string])[]): T {
  const said = decodeData(q.data, t.decodeUtf8)
  if (!said.ok || !names.some(([old]) => JSON.stringify(said.value).includes(old))) return q
  const renamed = (value: unknown): unknown =>
    JSON.parse(
      names.reduce((text, [old, now]) => text.replaceAll(`"${old}"`, `"${now}"`), JSON.stringify(value)),
    )
  const data = encodeData(renamed(said.value) as typeof said.value)
  if (!data.ok) throw new Error("DATA of the same length that is none")
  return { ...q, data: data.value, entry: { ...q.entry, body: renamed(q.entry.body) } }
}
