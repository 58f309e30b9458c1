import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { firstEntry, invite, noLog, write, writeAll, admit } from "../../tools/vectors/chain.ts"
import type { Chain } from "../../tools/vectors/chain.ts"
import { ana } from "../../tools/vectors/people.ts"
import {
  decodeControl,
  decodeGenesis,
  decodeHeader,
  decodeRedact,
  decodeRun,
  emptyLog,
  encodeControl,
  encodeGenesis,
  encodeHeader,
  encodeRedact,
  encodeRun,
  foldEntry,
  fromBase64url,
  fromHex,
  toBase64url,
  toHex,
} from "./index.ts"
import type { Bytes, Entry, Kind, LogState } from "./index.ts"

// What holds for all bytes, and not only for those somebody thought of.

const bytes = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Uint8Array.from(b))
const upTo = (most: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength: most }).map((b) => Uint8Array.from(b))
const sealedLengths = Array.from({ length: 9 }, (_, i) => 256 * 2 ** i + 80)
const header = fc.record({
  v: fc.constant(1),
  logId: bytes(32),
  seq: fc.maxSafeNat(),
  prev: bytes(32),
  epoch: fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
  device: bytes(16),
  kind: fc.constantFrom<Kind>(1, 4),
  uid: bytes(16),
  bodyLen: fc.constantFrom(...sealedLengths),
  bodyHash: bytes(32),
})
const wrap = fc.record({ id: bytes(16), enc: bytes(32), ct: bytes(48) })
const epoch = fc.record({
  number: fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
  commitment: bytes(32),
  wraps: fc.array(wrap, { maxLength: 4 }),
})
const control = fc.oneof(
  fc.record({ op: fc.constant("invite" as const), H: bytes(32), C: bytes(32) }),
  fc.record({ op: fc.constant("cancel" as const), target: bytes(32) }),
  fc.record({ op: fc.constant("epoch" as const), epoch }),
  fc.record({
    op: fc.constant("admit" as const),
    invite: bytes(32),
    member: bytes(16),
    ed: bytes(32),
    x: bytes(32),
    nB: bytes(32),
    popJoin: bytes(64),
    nA: bytes(32),
    epoch,
  }),
)

describe("what is written comes back as it was, and nothing else makes the same bytes", () => {
  test("headers", () => {
    fc.assert(
      fc.property(header, (h) => {
        expect(decodeHeader(encodeHeader(h))).toEqual({ ok: true, value: h })
      }),
      { numRuns: 300 },
    )
  })
  test("operations", () => {
    fc.assert(
      fc.property(control, (c) => {
        expect(decodeControl(encodeControl(c))).toEqual({ is: "built", control: c })
      }),
      { numRuns: 300 },
    )
  })
  test("first entries and takings back", () => {
    const target = fc.record({ entryHash: bytes(32), device: bytes(16), uid: bytes(16) })
    const redact = fc.record({
      targets: fc.array(target, { minLength: 1, maxLength: 16 }),
      blobs: fc.array(bytes(32), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(redact, bytes(145), fc.array(wrap, { maxLength: 3 }), (r, core, wraps) => {
        expect(decodeRedact(encodeRedact(r))).toEqual(r)
        expect(decodeGenesis(encodeGenesis(core, wraps))).toMatchObject({ core, wraps })
      }),
      { numRuns: 200 },
    )
  })
  test("whatever any bytes decode to, encodes to those bytes", () => {
    fc.assert(
      fc.property(upTo(700), (given) => {
        const h = decodeHeader(given.subarray(0, 148))
        if (h.ok) expect(toHex(encodeHeader(h.value))).toBe(toHex(given.subarray(0, 148)))
        const c = decodeControl(given)
        if (c.is === "built") expect(toHex(encodeControl(c.control))).toBe(toHex(given))
        const r = decodeRedact(given)
        if (r !== null) expect(toHex(encodeRedact(r))).toBe(toHex(given))
        const run = decodeRun(given, 64)
        if (run.ok) expect(toHex(encodeRun(run.value))).toBe(toHex(given))
        expect(fromHex(toHex(given))).toEqual(given)
        expect(fromBase64url(toBase64url(given))).toEqual(given)
      }),
      { numRuns: 1000 },
    )
  })
})

describe("no entry whatever makes the fold throw", () => {
  const kinds = fc.constantFrom<Kind>(0, 1, 2, 3, 4)
  async function statesOf(chain: Chain): Promise<readonly LogState[]> {
    const states = [emptyLog(chain.logId)]
    for (const entry of chain.entries) {
      const folded = foldEntry(states.at(-1) ?? emptyLog(chain.logId), entry, { signature: true, pop: true })
      if (folded.ok) states.push(folded.value.state)
    }
    return states
  }

  test("any bytes at all, on any log", async () => {
    const chain = await writeAll(noLog, [
      firstEntry,
      { kind: 2, body: invite(), uid: "invite" },
      { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
      { by: ana, uid: "anas" },
    ])
    const states = await statesOf(chain)
    expect(states).toHaveLength(5)
    const entry = fc.record({ header: upTo(160), sig: upTo(70), body: fc.option(upTo(400)) })
    const proofs = fc.record({ signature: fc.boolean(), pop: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...states), entry, proofs, (state, e, p) => {
        expect(typeof foldEntry(state, e, p).ok).toBe("boolean")
      }),
      { numRuns: 1000 },
    )
    // In their right place, rightly signed as far as the fold is told, with any body under any kind.
    const at = fc.record({
      kind: kinds,
      body: fc.oneof(upTo(500), control.map(encodeControl)),
      epoch: fc.constantFrom(0, 1, 2),
      uid: bytes(16),
    })
    const begun = states.slice(1)
    fc.assert(
      fc.property(
        fc.constantFrom(...begun),
        fc.constantFrom(...chain.entries),
        at,
        proofs,
        (state, like, of, p) => {
          const decoded = decodeHeader(like.header)
          if (!decoded.ok || state.head === null) throw new Error("a header of one's own")
          const made = encodeHeader({
            ...decoded.value,
            ...of,
            seq: state.head.seq + 1,
            prev: state.head.hash,
            bodyLen: of.body.length,
          })
          const e: Entry = { header: made, sig: like.sig, body: of.body }
          const folded = foldEntry(state, e, p)
          expect(typeof folded.ok).toBe("boolean")
          // What is void changes nothing but the head, the uids that were used and what may be redacted.
          if (folded.ok && folded.value.verdict.verdict === "void") {
            const { epoch: number, members, devices, invites, redacted } = folded.value.state
            expect([number, members, devices, invites, redacted]).toEqual([
              state.epoch,
              state.members,
              state.devices,
              state.invites,
              state.redacted,
            ])
          }
        },
      ),
      { numRuns: 1500 },
    )
  })

  test("a log with any of its bytes written over is read to a verdict", async () => {
    const chain = await write(
      await writeAll(noLog, [firstEntry, { kind: 2, body: invite(), uid: "invite" }]),
      {},
    )
    const run = encodeRun(chain.entries)
    const change = fc.record({ at: fc.nat({ max: run.length - 1 }), byte: fc.nat({ max: 255 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const wrong = Uint8Array.from(run)
        for (const { at, byte } of changes) wrong[at] = byte
        const read = decodeRun(wrong, 64)
        let state = emptyLog(chain.logId)
        for (const entry of read.ok ? read.value : []) {
          const folded = foldEntry(state, entry, { signature: true, pop: true })
          if (!folded.ok) break
          state = folded.value.state
        }
      }),
      { numRuns: 1000 },
    )
  })
})
