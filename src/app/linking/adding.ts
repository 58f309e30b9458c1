import { makeWelcome, sealLetter } from "#ledger"
import type { AnyDraft, EpochKeyOf, LinkRequest, Tools } from "#ledger"
import type { Day } from "#practices"
import { fromHex, toBase64url, deviceId } from "#wire"
import type { Bytes, Verify } from "#wire"
import type { Book } from "../keeping/book.ts"
import { mine } from "../people/here.ts"
import { operatingAlone } from "../recovery/held.ts"
import type { HeldDeps } from "../recovery/held.ts"
import type { State } from "../keeping/state.ts"
import { keeping } from "../sending/writing.ts"
import { addingOf, helloOf, idOf, isOf, keysOf, requestOf, saidIn } from "./linking.ts"

// After "the same": the new device comes into both logs, and behind it, in each, an epoch that it reads. Never a bare key in a log: the older ones go with the welcome.

/** In the private log, here and now; and which devices of the two logs are one and the same, for every device of this person to know. */
export async function addedAlone(
  deps: HeldDeps & { readonly verify: Verify },
  state: State,
  day: Day,
): Promise<State> {
  const { linking, private: own } = state
  if (linking === null || own === null) return state
  const request = await requestOf(deps.verify, linking)
  if (request === null) return state
  const control = addingOf({ member: own.member, rank: linking.rank, proof: request.own })
  const drafts: readonly AnyDraft[] = [
    { uid: deps.tools.random(16), control },
    { uid: deps.tools.random(16), control: { op: "epoch" } },
  ]
  const added = await operatingAlone(deps, own, own.device, drafts)
  const body = { devices: pairsOf(state, request) }
  const { book } = await keeping(deps.tools, deps.place, added, { kind: "home.device", body, day })
  return { ...state, private: book, linking: { ...linking, added: true } }
}

function pairsOf(
  { private: own, linking, shared }: State,
  request: LinkRequest,
): readonly Record<string, string>[] {
  const hello = linking === null ? null : helloOf(linking)
  const there = hello !== null && shared !== null && isOf(hello, shared) ? hello.shared : null
  const pair = (alone: Bytes, together: Bytes | undefined): Record<string, string> =>
    there === null || together === undefined
      ? { own: toBase64url(alone) }
      : { own: toBase64url(alone), log: toBase64url(there.logId), there: toBase64url(together) }
  const second = request.shared === null ? undefined : deviceId(request.shared.ed, request.shared.x)
  return [
    pair(own?.device.id ?? new Uint8Array(16), shared?.device.id),
    pair(deviceId(request.own.ed, request.own.x), second),
  ]
}

/** In the shared log, decided on the state as it is and never placed again. */
export async function addingNow(
  deps: { readonly tools: Tools; readonly verify: Verify },
  state: State,
): Promise<readonly AnyDraft[]> {
  const { linking, shared } = state
  if (linking?.step !== "adding" || !linking.added || shared === null || mine(shared)?.left !== null)
    return []
  const request = await requestOf(deps.verify, linking)
  if (request?.shared === null || request === null || !isOf(helloOf(linking), shared)) return []
  if (shared.state.devices.has(idOf(request.shared))) return []
  const control = addingOf({ member: shared.member, rank: linking.rank, proof: request.shared })
  return [
    { uid: deps.tools.random(16), control },
    { uid: deps.tools.random(16), control: { op: "epoch" } },
  ]
}

/** The letter that ends it: stored, and then sent. */
export async function welcoming(
  deps: { readonly tools: Tools; readonly verify: Verify },
  state: State,
): Promise<State> {
  const { linking, private: own, shared, recovery } = state
  const request = linking === null ? null : await requestOf(deps.verify, linking)
  if (linking === null || own === null || request === null || recovery.copying === null) return state
  const last = own.entries[recovery.copying.upTo - 1]
  const hash = last === undefined ? null : fromHex(last.hash)
  if (last === undefined || hash === null) throw new Error("nothing was copied")
  const { parcel } = linking
  const isShared = request.shared !== null && shared !== null && isOf(helloOf(linking), shared)
  const { store, batchKey } = recovery.copying
  const { sheet } = recovery
  const content = await makeWelcome(deps.tools, own.device, saidIn(linking), request.own, {
    store,
    batchKey,
    head: { seq: last.seq, hash },
    shared: isShared ? shared.state.head : null,
    sheet:
      sheet?.ready === true && sheet.locator !== null ? { locator: sheet.locator, day: sheet.day } : null,
    parcel: parcel?.isThere === true ? { secret: parcel.secret, pieces: parcel.pieces } : null,
    keys: [...keysIn(own, "own"), ...(isShared ? keysIn(shared, "shared") : [])],
  })
  const bytes = await sealLetter(deps.tools, keysOf(linking), 4, { kind: "welcome", content })
  return { ...state, linking: { ...linking, out: { n: 4, bytes, sent: false } } }
}

function keysIn(book: Book, of: EpochKeyOf["of"]): readonly EpochKeyOf[] {
  return [...book.epochs].map(([epoch, key]) => ({ of, epoch, key }))
}
