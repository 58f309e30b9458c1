import { describe, expect, test } from "vitest"
import {
  admit,
  firstEntry,
  invite,
  noLog,
  sealedBody,
  uidOf,
  write,
  writeAll,
} from "../../tools/vectors/chain.ts"
import type { Chain } from "../../tools/vectors/chain.ts"
import { target } from "../../tools/vectors/bodies.ts"
import { ana, ben, flipped } from "../../tools/vectors/people.ts"
import {
  checkEntries,
  concat,
  createVerify,
  decodeHeader,
  emptyLog,
  encodeRedact,
  encodeRef,
  foldEntry,
  proofsOf,
  toHex,
} from "./index.ts"
import type { Entry, Folded, LogState, Outcome, Proofs, Structural, SubtleLike, Verify } from "./index.ts"

// Attacks on a record by whoever stands between two people, or is one of them. Each holds, and each is held again with a check left out on purpose: then it
// must be seen to fail.

const verify = createVerify(crypto.subtle as unknown as SubtleLike)
type Fold = (state: LogState, entry: Entry, proofs: Proofs) => Outcome<Folded, Structural>

async function together(): Promise<Chain> {
  return writeAll(noLog, [
    firstEntry,
    { kind: 2, body: invite(), uid: "invite" },
    { kind: 2, body: await admit(), uid: "admit", epochAfter: 2 },
  ])
}

/** Reads with a fold of one's choice, up to the first fault. */
async function read(fold: Fold, from: LogState, entries: readonly Entry[]) {
  let state = from
  const said: string[] = []
  for (const entry of entries) {
    const folded = fold(state, entry, await proofsOf(verify, entry, state))
    if (!folded.ok) return { state, said, fault: folded.error.type }
    state = folded.value.state
    said.push(folded.value.verdict.verdict)
  }
  return { state, said, fault: null }
}
const begun = async (chain: Chain): Promise<LogState> =>
  (await checkEntries(verify, emptyLog(chain.logId), chain.entries)).state

/** How many single flipped bits of a record are taken for the record. */
async function bitsTaken(state: LogState, entry: Entry, judge: Verify, looksAtBody = true): Promise<number> {
  let taken = 0
  for (const part of ["header", "sig", "body"] as const) {
    const whole = entry[part]
    for (let bit = 0; bit < (whole?.length ?? 0) * 8; bit += 1) {
      const wrong = { ...entry, [part]: flipped(whole ?? entry.sig, bit >> 3, bit & 7) }
      const seen = looksAtBody ? wrong : { ...wrong, body: null }
      if ((await checkEntries(judge, state, [seen])).fault === null) taken += 1
    }
  }
  return taken
}

describe("ATTACKS 5: a bit is turned on the way", () => {
  test("ATTACKS 5: every single bit of the smallest record is held by something", async () => {
    const chain = await together()
    const state = await begun(chain)
    const entry = (await write(chain, { by: ana })).entries.at(-1)
    if (entry?.body == null) throw new Error("no entry")
    expect((entry.header.length + entry.sig.length + entry.body.length) * 8).toBe(4384)
    expect(await bitsTaken(state, entry, verify)).toBe(0)
    // Planted: the signature is not looked at; then only header fields that the fold knows are held.
    expect(await bitsTaken(state, entry, () => Promise.resolve(true))).toBeGreaterThan(500)
    // Planted: the body is not held against its hash.
    expect(await bitsTaken(state, entry, verify, false)).toBe(336 * 8)
  }, 60_000)

  test("ATTACKS 5: and every bit of a first entry, an invite and a taking back", async () => {
    const chain = await together()
    const [genesis, invited] = chain.entries
    const start = await begun({ ...chain, entries: chain.entries.slice(0, 1) })
    const body = encodeRedact({ targets: [target("one")], blobs: [] })
    const redact = (await write(chain, { kind: 3, body })).entries.at(-1)
    if (genesis === undefined || invited === undefined || redact === undefined) throw new Error("no entry")
    expect(await bitsTaken(emptyLog(chain.logId), genesis, verify)).toBe(0)
    expect(await bitsTaken(start, invited, verify)).toBe(0)
    expect(await bitsTaken(await begun(chain), redact, verify)).toBe(0)
  }, 60_000)
})

describe("ATTACKS 15: entries in another order", () => {
  /** Planted: whatever an entry says stands before it, stands before it. */
  const withoutPrev: Fold = (state, entry, proofs) => {
    const header = decodeHeader(entry.header)
    if (!header.ok || header.value.seq === 0) return foldEntry(state, entry, proofs)
    return foldEntry(
      { ...state, head: { seq: header.value.seq - 1, hash: header.value.prev } },
      entry,
      proofs,
    )
  }
  /** Planted: the place is looked at, what stands before is not. */
  const withoutHash: Fold = (state, entry, proofs) => {
    const header = decodeHeader(entry.header)
    if (!header.ok || state.head === null) return foldEntry(state, entry, proofs)
    return foldEntry({ ...state, head: { ...state.head, hash: header.value.prev } }, entry, proofs)
  }

  async function swapsTaken(fold: Fold): Promise<number> {
    const chain = await together()
    const six = await writeAll(
      chain,
      ["a", "b", "c", "d", "e", "f"].map((uid, i) => ({ uid, by: i % 2 === 0 ? ana : ben })),
    )
    const entries = six.entries.slice(chain.entries.length)
    const state = await begun(chain)
    expect((await read(fold, state, entries)).fault).toBeNull()
    let taken = 0
    for (let i = 0; i < entries.length; i += 1)
      for (let j = i + 1; j < entries.length; j += 1) {
        const swapped = entries.with(i, entries[j] ?? entries[0]!).with(j, entries[i] ?? entries[0]!)
        if ((await read(fold, state, swapped)).fault === null) taken += 1
      }
    return taken
  }

  test("ATTACKS 15: any two entries changed about stop the record", async () => {
    expect(await swapsTaken(foldEntry)).toBe(0)
    expect(await swapsTaken(withoutPrev)).toBe(15)
  })

  async function rewritten(fold: Fold): Promise<boolean> {
    const chain = await together()
    const said = await write(chain, { by: ana, uid: "what was said" })
    const after = await write(said, { uid: "the answer" })
    const other = await write(chain, { by: ana, uid: "what was not said" })
    const entries = [other.entries.at(-1), after.entries.at(-1)].filter((e) => e !== undefined)
    return (await read(fold, await begun(chain), entries)).fault === null
  }

  test("ATTACKS 15: what an answer was given to cannot be put in the place of something else", async () => {
    expect(await rewritten(foldEntry)).toBe(false)
    expect(await rewritten(withoutHash)).toBe(true)
  })
})

describe("ATTACKS 43: somebody uses the uid that another is about to use", () => {
  /** Planted: a uid is used up for everyone in the log, not for its device alone. */
  const forAll: Fold = (state, entry, proofs) => {
    const header = decodeHeader(entry.header)
    const folded = foldEntry(state, entry, proofs)
    if (!header.ok || !folded.ok) return folded
    let { uids } = folded.value.state
    for (const device of folded.value.state.devices.values())
      uids = uids.with(toHex(concat(device.id, header.value.uid)), true)
    return { ...folded, value: { ...folded.value, state: { ...folded.value.state, uids } } }
  }

  async function afterSquatting(fold: Fold) {
    const chain = await together()
    const squatted = await write(chain, { by: ben, uid: "anas next", body: sealedBody("squatted") })
    const written = await write(squatted, { by: ana, uid: "anas next", body: sealedBody("hers") })
    return read(fold, await begun(chain), written.entries.slice(chain.entries.length))
  }

  test("ATTACKS 43: hers stands all the same, and her ref is hers", async () => {
    const { said, state } = await afterSquatting(foldEntry)
    expect(said).toEqual(["ok", "ok"])
    const refs = [...state.contents.values()].map((c) => `${c.device} ${c.uid}`)
    const uid = toHex(uidOf("anas next"))
    expect(refs).toEqual([`${toHex(ben.id)} ${uid}`, `${toHex(ana.id)} ${uid}`])
    expect(encodeRef(ana.id, uidOf("anas next"))).not.toBe(encodeRef(ben.id, uidOf("anas next")))
    expect((await afterSquatting(forAll)).said).toEqual(["ok", "void"])
  })

  test("ATTACKS 43: who uses one twice gets nothing by it, and the first stands", async () => {
    const chain = await together()
    const twice = await writeAll(chain, [{ uid: "n" }, { uid: "n", body: sealedBody("another") }])
    const { said } = await read(foldEntry, await begun(chain), twice.entries.slice(chain.entries.length))
    expect(said).toEqual(["ok", "void"])
  })
})
