import {
  bodyHash,
  concat,
  encodeControl,
  encodeCore,
  encodeGenesis,
  encodeHeader,
  entryHash,
  H,
  popJoinBytes,
  toHex,
} from "../../src/wire/index.ts"
import type { Bytes, Entry, EpochBlock, Header, Kind, Wrap } from "../../src/wire/index.ts"
import { inviteKeys, sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { ana, ben, bytesOf, t } from "./people.ts"

// A log written by hand, entry by entry, so that it can also be written wrongly.

export interface Chain {
  readonly logId: Bytes
  readonly head: Bytes | null
  readonly seq: number
  readonly epoch: number
  readonly entries: readonly Entry[]
}

export interface Writing {
  readonly by?: DeviceKeys
  readonly kind?: Kind
  readonly body?: Bytes
  /** The body is not there, though the header speaks of it. */
  readonly absent?: boolean
  /** The body that is there, other than the one the header speaks of. */
  readonly instead?: Bytes
  readonly uid?: string
  readonly header?: Partial<Header>
  /** Who signs, and under which type, when not the device in the header as an entry. */
  readonly signer?: DeviceKeys
  readonly signedAs?: string
  readonly sig?: (sig: Bytes) => Bytes
  /** The head of the chain afterwards is counted on as ever, also of what does not stand. */
  readonly epochAfter?: number
}

/** The smallest sealed body there is, as far as the fold can see. */
export const sealedBody = (name: string): Bytes => bytesOf(`body of ${name}`, 336)

export async function write(chain: Chain, of: Writing): Promise<Chain> {
  const by = of.by ?? ben
  const body = of.body ?? sealedBody(of.uid ?? `entry ${String(chain.seq)}`)
  const header = encodeHeader({
    v: 1,
    logId: chain.logId,
    seq: chain.seq,
    prev: chain.head ?? new Uint8Array(32),
    epoch: chain.epoch,
    device: by.id,
    kind: of.kind ?? 1,
    uid: uidOf(of.uid ?? `entry ${String(chain.seq)}`),
    bodyLen: body.length,
    bodyHash: bodyHash(body),
    ...of.header,
  })
  const signed = await sign(t, of.signer ?? by, of.signedAs ?? "entry", header)
  const sig = of.sig === undefined ? signed : of.sig(signed)
  const entry = { header, sig, body: of.absent === true ? null : (of.instead ?? body) }
  return {
    ...chain,
    head: entryHash(entry),
    seq: chain.seq + 1,
    epoch: of.epochAfter ?? chain.epoch,
    entries: [...chain.entries, entry],
  }
}

export async function writeAll(chain: Chain, all: readonly Writing[]): Promise<Chain> {
  let after = chain
  for (const one of all) after = await write(after, one)
  return after
}

export const uidOf = (name: string): Bytes => bytesOf(`uid ${name}`, 16)
export const refOf = (by: DeviceKeys, uid: string): Bytes => concat(by.id, uidOf(uid))

/** Wraps that look like wraps: nobody's key is in them, and the fold opens none. */
export function wrapsFor(...ids: readonly Uint8Array[]): readonly Wrap[] {
  return ids
    .toSorted((a, b) => (toHex(a) < toHex(b) ? -1 : 1))
    .map((id) => ({
      id: Uint8Array.from(id),
      enc: bytesOf(`enc ${toHex(id)}`, 32),
      ct: bytesOf(`ct ${toHex(id)}`, 48),
    }))
}

export function epochBlock(number: number, wraps: readonly Wrap[]): EpochBlock {
  return { number, commitment: bytesOf(`commitment ${String(number)}`, 32), wraps }
}

export interface GenesisOf {
  readonly ed?: Bytes
  readonly x?: Bytes
  readonly policy?: number
  readonly wraps?: readonly Wrap[]
}

export function genesisOf(by: DeviceKeys & { readonly member: Bytes }, of: GenesisOf = {}) {
  const core = encodeCore({
    nonce: bytesOf("a log's nonce", 32),
    member: by.member,
    ed: of.ed ?? by.ed.publicKey,
    x: of.x ?? by.x.publicKey,
    policy: of.policy ?? 0,
    commitment: bytesOf("commitment 1", 32),
  })
  return { core, logId: H("log", core), body: encodeGenesis(core, of.wraps ?? wrapsFor(by.id)) }
}

export const bensGenesis = genesisOf(ben)
export const noLog: Chain = { logId: bensGenesis.logId, head: null, seq: 0, epoch: 0, entries: [] }
export const firstEntry: Writing = {
  kind: 0,
  body: bensGenesis.body,
  uid: "genesis",
  header: { epoch: 0 },
  epochAfter: 1,
}

export const secret = bytesOf("a link's secret", 32)
export const nA = bytesOf("the inviter's nonce", 32)
export const nB = bytesOf("the joiner's nonce", 32)
export const invite = (of: { readonly H?: Bytes; readonly C?: Bytes } = {}): Bytes =>
  encodeControl({ op: "invite", H: of.H ?? inviteKeys(secret).H, C: of.C ?? H("sas-commit", nA) })

export interface AdmitOf {
  readonly invite?: Bytes
  readonly member?: Bytes
  readonly who?: DeviceKeys & { readonly member: Bytes }
  readonly ed?: Bytes
  readonly x?: Bytes
  readonly nA?: Bytes
  readonly pop?: (pop: Bytes) => Bytes
  readonly popOver?: Partial<{ readonly logId: Bytes; readonly nB: Bytes; readonly H: Bytes }>
  readonly popAs?: string
  readonly popBy?: DeviceKeys
  readonly epoch?: EpochBlock
}

export async function admit(of: AdmitOf = {}): Promise<Bytes> {
  const who = of.who ?? ana
  const fields = {
    member: of.member ?? who.member,
    ed: of.ed ?? who.ed.publicKey,
    x: of.x ?? who.x.publicKey,
    nB,
  }
  const covered = popJoinBytes(
    of.popOver?.logId ?? bensGenesis.logId,
    { ...fields, nB: of.popOver?.nB ?? nB },
    of.popOver?.H ?? inviteKeys(secret).H,
  )
  const pop = await sign(t, of.popBy ?? who, of.popAs ?? "pop-join", covered)
  return encodeControl({
    op: "admit",
    invite: of.invite ?? refOf(ben, "invite"),
    ...fields,
    popJoin: of.pop === undefined ? pop : of.pop(pop),
    nA: of.nA ?? nA,
    epoch: of.epoch ?? epochBlock(2, wrapsFor(ben.id, who.id)),
  })
}
