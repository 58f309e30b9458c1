import { deviceId } from "#wire"
import { expect, test, vi } from "vitest"
import { lowOrderX25519, smallOrderEd25519 } from "../../tools/vectors/curve.ts"
import { ana, ben, bytesOf, hex } from "../../tools/vectors/people.ts"
import * as ledger from "./index.ts"
import type { DeviceKeys } from "./index.ts"
import { toolsFrom, verify } from "./testing/people.ts"

// Keys that make every secret the same, or that everyone can sign for, in the letters and the wraps. The same with the checks left out must be seen to fail.

const t = toolsFrom(9)
const logId = bytesOf("a log", 32)
const secret = bytesOf("a link's secret", 32)
const inviteHash = bytesOf("the invite entry", 32)

/** The same floor on a cellar whose key checks were left out. */
async function withoutKeyChecks(): Promise<typeof ledger> {
  vi.resetModules()
  vi.doMock("#wire", async (original) => ({
    ...(await original<object>()),
    checkEd25519Key: () => true,
    checkX25519Key: () => true,
  }))
  const planted = await import("./index.ts")
  vi.doUnmock("#wire")
  vi.resetModules()
  return planted
}

function weak(of: { readonly ed?: string; readonly x?: string }): DeviceKeys {
  const ed = of.ed === undefined ? ana.ed.publicKey : hex(of.ed)
  const x = of.x === undefined ? ana.x.publicKey : hex(of.x)
  return {
    id: deviceId(ed, x),
    ed: { ...ana.ed, publicKey: ed },
    x: { ...ana.x, publicKey: x },
  }
}

/** How many joiners with such a key get past the inviter's app. */
async function requestsTaken(
  house: typeof ledger,
  devices: readonly DeviceKeys[],
  judge = verify,
): Promise<number> {
  let taken = 0
  for (const device of devices) {
    const link = { logId, secret, relay: "" }
    const request = await house.makeRequest(
      t,
      { link, device, nB: bytesOf("nB", 32), member: ana.member },
      inviteHash,
    )
    if ((await house.checkRequest(judge, { logId, secret }, inviteHash, request)).ok) taken += 1
  }
  return taken
}

test("ATTACKS 9: a request with a sealing key of low order is refused, whoever made it", async () => {
  const devices = Object.values(lowOrderX25519).map((x) => weak({ x }))
  expect(await requestsTaken(ledger, devices)).toBe(0)
  expect(await requestsTaken(ledger, [weak({})])).toBe(1)
  expect(await requestsTaken(await withoutKeyChecks(), devices)).toBe(devices.length)
})

test("ATTACKS 48: a request with a signing key of small order is refused, whatever verifies its proof", async () => {
  const devices = Object.values(smallOrderEd25519).map((ed) => weak({ ed }))
  const everything = (): Promise<boolean> => Promise.resolve(true)
  expect(await requestsTaken(ledger, devices)).toBe(0)
  expect(await requestsTaken(ledger, devices, everything)).toBe(0)
  expect(await requestsTaken(await withoutKeyChecks(), devices, everything)).toBe(devices.length)
})

test("ATTACKS 9: no epoch key is ever wrapped to such a key, nor taken out of a wrap made with one", async () => {
  const place = { logId, seq: 7, prev: bytesOf("before", 32), epoch: 2, sender: ben.id }
  const { block } = await ledger.freshEpoch(t, place, [{ id: ana.id, x: ana.x.publicKey }])
  const [own] = block.wraps
  if (own === undefined) throw new Error("no wrap")
  expect(await ledger.unwrap(ana, place, block)).toMatchObject({ ok: true })
  let made = 0
  for (const text of Object.values(lowOrderX25519)) {
    const wrapped = ledger.freshEpoch(t, place, [
      { id: ben.id, x: ben.x.publicKey },
      { id: ana.id, x: hex(text) },
    ])
    await wrapped.then(
      () => (made += 1),
      () => 0,
    )
    const taken = await ledger.unwrap(ana, place, { ...block, wraps: [{ ...own, enc: hex(text) }] })
    expect(taken).toEqual({ ok: false, error: { type: "wrap" } })
  }
  expect(made).toBe(0)
})

/** X25519 as a curve has it, and no look at what comes out: what a library without the check of RFC 7748 §6.1 does. */
function secretWith(u: Uint8Array, scalar: bigint): bigint {
  const p = 2n ** 255n - 19n
  const x1 = (u.toReversed().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 2n ** 255n) % p
  let [x2, z2, x3, z3] = [1n, 0n, x1, 1n]
  for (let i = 254n; i >= 0n; i -= 1n) {
    const bit = (scalar >> i) & 1n
    if (bit === 1n) [x2, z2, x3, z3] = [x3, z3, x2, z2]
    const [a, b, c, d] = [x2 + z2, x2 - z2, x3 + z3, x3 - z3]
    const [aa, bb, da, cb] = [a * a, b * b, d * a, c * b]
    const e = aa - bb
    ;[x3, z3] = [(da + cb) ** 2n % p, (x1 * (da - cb) ** 2n) % p]
    ;[x2, z2] = [(aa * bb) % p, (e * (aa + 121665n * e)) % p]
    if (bit === 1n) [x2, z2, x3, z3] = [x3, z3, x2, z2]
  }
  const power = (base: bigint, exponent: bigint): bigint => {
    let [result, b, n] = [1n, ((base % p) + p) % p, exponent]
    for (; n > 0n; n >>= 1n, b = (b * b) % p) if ((n & 1n) === 1n) result = (result * b) % p
    return result
  }
  return (((x2 * power(z2, p - 2n)) % p) + p) % p
}

test("ATTACKS 9: without a look at it, such a key gives everybody the same secret: nought", () => {
  const scalar = 2n ** 254n + 8n * 123_456_789n
  for (const text of Object.values(lowOrderX25519)) expect(secretWith(hex(text), scalar)).toBe(0n)
  expect(secretWith(ana.x.publicKey, scalar)).not.toBe(0n)
})
