import { randomFillSync } from "node:crypto"
import {
  activeIds,
  bodyHash,
  concat,
  createVerify,
  deviceId,
  emptyLog,
  encodeControl,
  encodeCore,
  encodeGenesis,
  encodeHeader,
  encodeRedact,
  entryHash,
  foldEntry,
  fromBase64url,
  fromHex,
  H,
  popJoinBytes,
  signedMessage,
  toHex,
  VERSION,
} from "#wire"
import type { Bytes, Entry, Kind, LogState, SubtleLike, Wrap } from "#wire"

// Someone who writes to the relay, by wire alone. Bodies are noise of the right length: the relay can open none, so none need be openable here.

export const verify = createVerify(crypto.subtle as unknown as SubtleLike)

export function noise(length: number): Bytes {
  return randomFillSync(new Uint8Array(length))
}

export interface Keys {
  readonly id: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  readonly sign: (type: string, message: Uint8Array) => Promise<Bytes>
}

export async function createKeys(): Promise<Keys> {
  const edPair = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"])
  const xPair = await crypto.subtle.generateKey({ name: "X25519" }, true, ["deriveBits"])
  const [ed, x] = await Promise.all([edPair, xPair].map((pair) => publicBytes(pair)))
  if (ed === undefined || x === undefined) throw new Error("no keys")
  return {
    id: deviceId(ed, x),
    ed,
    x,
    sign: async (type, message) =>
      new Uint8Array(await crypto.subtle.sign("Ed25519", edPair.privateKey, signedMessage(type, message))),
  }
}

async function publicBytes(pair: CryptoKeyPair): Promise<Bytes> {
  const { x } = await crypto.subtle.exportKey("jwk", pair.publicKey)
  return fromBase64url(x ?? "") ?? new Uint8Array(0)
}

export interface Invited {
  readonly inviteId: Bytes
  readonly H: Bytes
  readonly nA: Bytes
  readonly ref: Bytes
}

/** A log as its writers see it: `write` signs on top of the last entry and moves on. */
export interface WrittenLog {
  readonly id: Bytes
  readonly state: () => LogState
  readonly genesis: Entry
  readonly write: (keys: Keys, kind: Kind, body: Bytes) => Promise<Entry>
  readonly content: (keys: Keys, size?: number) => Promise<Entry>
  readonly redact: (keys: Keys, ...targets: readonly Entry[]) => Promise<Entry>
  readonly invite: (keys: Keys) => Promise<{ readonly entry: Entry; readonly invited: Invited }>
  readonly admit: (keys: Keys, joiner: Keys, invited: Invited) => Promise<Entry>
  /** Takes in what another wrote first; what was signed meanwhile no longer counts. */
  readonly follow: (entries: readonly Entry[]) => void
  readonly forget: (entry: Entry) => void
}

function wrapsFor(ids: readonly string[]): readonly Wrap[] {
  return ids.toSorted().map((id) => ({ id: fromHex(id) ?? noise(16), enc: noise(32), ct: noise(48) }))
}

export async function startLog(keys: Keys): Promise<WrittenLog> {
  const core = encodeCore({
    nonce: noise(32),
    member: noise(16),
    ed: keys.ed,
    x: keys.x,
    policy: 0,
    commitment: noise(32),
  })
  return viewOf(H("log", core), (write) => write(keys, 0, encodeGenesis(core, wrapsFor([toHex(keys.id)]))))
}

/** The same log in another's eyes: `follow` what stands. */
export function seenFrom(id: Bytes, genesis: Entry): Promise<WrittenLog> {
  return viewOf(id, async () => genesis)
}

async function viewOf(id: Bytes, begin: (write: WrittenLog["write"]) => Promise<Entry>): Promise<WrittenLog> {
  const before = new Map<string, LogState>()
  let state = emptyLog(id)
  const name = (entry: Entry): string => toHex(entryHash(entry))
  const take = (entry: Entry): void => {
    const folded = foldEntry(state, entry, { signature: true, pop: true })
    if (!folded.ok) throw new Error(folded.error.type)
    before.set(name(entry), state)
    ;({ state } = folded.value)
  }
  const write = async (by: Keys, kind: Kind, body: Bytes, uid = noise(16)): Promise<Entry> => {
    const { head, epoch } = state
    const header = encodeHeader({
      v: VERSION,
      logId: id,
      seq: (head?.seq ?? -1) + 1,
      prev: head?.hash ?? new Uint8Array(32),
      epoch: epoch.number,
      device: by.id,
      kind,
      uid,
      bodyLen: body.length,
      bodyHash: bodyHash(body),
    })
    const entry = { header, sig: await by.sign("entry", header), body }
    take(entry)
    return entry
  }
  const genesis = await begin(write)
  return {
    id,
    genesis,
    state: () => state,
    write,
    content: (by, size = 256) => write(by, 1, noise(size + 80)),
    redact: (by, ...targets) =>
      write(
        by,
        3,
        encodeRedact({
          targets: targets.map((t) => ({
            entryHash: entryHash(t),
            device: t.header.slice(77, 93),
            uid: t.header.slice(96, 112),
          })),
          blobs: [],
        }),
      ),
    invite: async (by) => {
      const [inviteId, nA, uid] = [noise(32), noise(32), noise(16)]
      const box = H("invite", inviteId)
      const body = encodeControl({ op: "invite", H: box, C: H("sas-commit", nA) })
      const entry = await write(by, 2, body, uid)
      return { entry, invited: { inviteId, H: box, nA, ref: concat(by.id, uid) } }
    },
    admit: async (by, joiner, invited) => {
      const of = { member: noise(16), ed: joiner.ed, x: joiner.x, nB: noise(32) }
      const popJoin = await joiner.sign("pop-join", popJoinBytes(id, of, invited.H))
      const epoch = {
        number: state.epoch.number + 1,
        commitment: noise(32),
        wraps: wrapsFor([...activeIds(state), toHex(joiner.id)]),
      }
      const { nA, ref: invite } = invited
      return write(by, 2, encodeControl({ op: "admit", invite, ...of, popJoin, nA, epoch }))
    },
    follow: (entries) => entries.forEach(take),
    forget: (entry) => {
      state = before.get(name(entry)) ?? state
    },
  }
}
