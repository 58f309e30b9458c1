import { concat, popJoinBytes, toHex, utf8 } from "../../src/wire/index.ts"
import type { Bytes } from "../../src/wire/index.ts"
import { inviteKeys, mac, sign } from "../../src/ledger/index.ts"
import type { DeviceKeys } from "../../src/ledger/index.ts"
import { lowOrderX25519, plusL, small, smallOrderEd25519 } from "./curve.ts"
import { ana, bytesOf, flipped, hex, mallory, t } from "./people.ts"
import type { Vector } from "./shape.ts"

export const logId = bytesOf("a log", 32)
const secret = bytesOf("a link's secret", 32)
export const inviteHash = bytesOf("the invite entry", 32)
export const nA = bytesOf("the inviter's nonce", 32)
const nB = bytesOf("the joiner's nonce", 32)
export const other = bytesOf("another", 32)

interface RequestOf {
  readonly secret?: Bytes
  readonly macSecret?: Bytes
  readonly inviteHash?: Bytes
  readonly macLog?: Bytes
  readonly popLog?: Bytes
  readonly version?: number
  readonly tag?: string
  readonly ed?: Bytes
  readonly x?: Bytes
  readonly popBy?: DeviceKeys
  readonly popAs?: string
  readonly popNonce?: Bytes
  readonly pop?: (pop: Bytes) => Bytes
}

/** A request as spec/ledger.md §10 has it, and every way in which it is not one. */
export async function request(of: RequestOf = {}): Promise<Bytes> {
  const fields = { member: ana.member, ed: of.ed ?? ana.ed.publicKey, x: of.x ?? ana.x.publicKey, nB }
  const covered = popJoinBytes(
    of.popLog ?? logId,
    { ...fields, nB: of.popNonce ?? nB },
    inviteKeys(of.secret ?? secret).H,
  )
  const made = await sign(t, of.popBy ?? ana, of.popAs ?? "pop-join", covered)
  const pop = of.pop === undefined ? made : of.pop(made)
  const rest = concat(fields.member, fields.ed, fields.x, fields.nB, pop)
  const { macKey } = inviteKeys(of.macSecret ?? of.secret ?? secret)
  const head = concat(
    utf8(of.tag ?? "join"),
    Uint8Array.of(of.version ?? 1),
    of.macLog ?? logId,
    of.inviteHash ?? inviteHash,
  )
  return concat(rest, mac(macKey, concat(head, rest)))
}

export async function requests(): Promise<readonly Vector[]> {
  const good = await request()
  const one = (name: string, type: string, bytes: Uint8Array): Vector => ({
    name: `request: ${name}`,
    type,
    letter: "request",
    secret: toHex(secret),
    logId: toHex(logId),
    inviteHash: toHex(inviteHash),
    bytes: toHex(bytes),
    ...(type === "ok"
      ? {
          member: toHex(ana.member),
          ed: toHex(ana.ed.publicKey),
          x25519: toHex(ana.x.publicKey),
          nB: toHex(nB),
        }
      : {}),
  })
  const cases: readonly (readonly [string, string, RequestOf])[] = [
    ["as it is made", "ok", {}],
    ["by somebody who does not know the link", "mac", { macSecret: other }],
    ["under another invite's secret altogether", "mac", { secret: other }],
    ["for another log", "mac", { macLog: other }],
    ["for another invite entry", "mac", { inviteHash: other }],
    ["of another version", "mac", { version: 2 }],
    ["its mac under another tag", "mac", { tag: "gs/v1/join" }],
    ["the proof is another's", "pop", { popBy: mallory }],
    ["the proof is signed as an entry", "pop", { popAs: "entry" }],
    ["the proof is over another log", "pop", { popLog: other }],
    ["the proof is over another nonce", "pop", { popNonce: other }],
    ["the proof is zeroed", "pop", { pop: () => new Uint8Array(64) }],
    ["the proof has S + L", "pop", { pop: (pop) => plusL(pop, 1n) }],
    ["another's signing key, with one's own proof", "pop", { ed: mallory.ed.publicKey }],
  ]
  const vectors: Vector[] = []
  for (const [name, type, of] of cases) vectors.push(one(name, type, await request(of)))
  for (const [name, key] of Object.entries(smallOrderEd25519))
    vectors.push(
      one(
        `the signing key is ${name}, R is the identity, S is 0`,
        "keys",
        await request({ ed: hex(key), pop: () => concat(small("the identity"), new Uint8Array(32)) }),
      ),
    )
  for (const [name, key] of Object.entries(lowOrderX25519))
    vectors.push(one(`the sealing key is ${name}`, "keys", await request({ x: hex(key) })))
  return [
    ...vectors,
    one("one bit of the member turned", "mac", flipped(good, 0)),
    one("one bit of the sealing key turned", "mac", flipped(good, 50)),
    one("one bit of the proof turned", "mac", flipped(good, 120)),
    one("one bit of the mac turned", "mac", flipped(good, 207)),
    one("the mac zeroed", "mac", concat(good.subarray(0, -32), new Uint8Array(32))),
    one("one byte short", "layout", good.subarray(0, -1)),
    one("one byte too many", "layout", concat(good, Uint8Array.of(0))),
    one("no byte", "layout", new Uint8Array(0)),
  ]
}
