import { sha256 } from "@noble/hashes/sha2.js"
import { concat, H, signedMessage } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { ana, ben, bytesOf, mallory } from "../../tools/vectors/people.ts"
import { inviteKeys, sasWords } from "./index.ts"
import { toolsFrom } from "./testing/people.ts"

// ATTACKS 23: who stands between two people tries keys until both read the same words. So that a try can win at all within a test, the two compare the first
// eighteen of the forty-two bits here; whoever stands between may try 2^20 times. All that differs between the rows is what is known when.

const tries = 2 ** 20
const bits = 18
const logId = bytesOf("a log", 32)
const keysOf = (who: typeof ana) => ({ ed: who.ed.publicKey, x: who.x.publicKey })
const wordsOf = (joiner: typeof ana, nA: Bytes, nB: Bytes): readonly number[] =>
  sasWords({ logId, inviter: keysOf(ben), joiner: keysOf(joiner), nA, nB })
const firstBits = (words: readonly number[]): number =>
  ((words[0] ?? 0) << 12) | ((words[1] ?? 0) << 6) | (words[2] ?? 0)

/** The nonce under which a stranger's keys give these words, or null: 2^20 tries, the constant front of the transcript hashed once. */
function grind(nA: Bytes, wanted: number, from: number): Bytes | null {
  const { ed, x } = keysOf(mallory)
  const front = sha256
    .create()
    .update(signedMessage("sas", concat(logId, ben.ed.publicKey, ben.x.publicKey, ed, x, nA)))
  const nonce = bytesOf(`tries from ${String(from)}`, 32)
  for (let i = 0; i < tries; i += 1) {
    nonce.set([i & 255, (i >> 8) & 255, (i >> 16) & 255])
    const hash = front.clone().update(nonce).digest()
    if ((((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0)) >> (24 - bits) === wanted)
      return nonce
  }
  return null
}

interface Rules {
  /** The inviter shows the nonce itself from the start, and not only a commitment to it. */
  readonly isShownFirst?: true
  /** After a first request the same nonce serves a second one. */
  readonly servesTwice?: true
}

/** One invite: does the stranger's request make Ben read what Ana reads? */
function stolen(rules: Rules, round: number): boolean {
  const t = toolsFrom(round)
  const [nA, nB] = [t.random(32), t.random(32)]
  const wanted = firstBits(wordsOf(ana, nA, nB))
  const won = (request: Bytes | null): boolean =>
    request !== null && firstBits(wordsOf(mallory, nA, request)) === firstBits(wordsOf(ana, nA, nB))
  if (rules.isShownFirst === true) return won(grind(nA, wanted, round))
  // What is known before the request is fixed: the commitment, and nothing that leads from it to the nonce. So the stranger grinds under a guess.
  const guess = H("sas-commit", nA)
  const blind = grind(guess, firstBits(wordsOf(ana, guess, nB)), round) ?? t.random(32)
  if (won(blind)) return true
  // Now the nonce is out. It serves this one request; unless it serves another.
  return rules.servesTwice === true && won(grind(nA, wanted, round + 1000))
}
const wins = (rules: Rules, rounds: number): number =>
  Array.from({ length: rounds }, (_, round) => stolen(rules, round)).filter(Boolean).length

test("ATTACKS 23: the product's words are what is ground here", () => {
  const nonce = bytesOf("nonce", 32)
  const hash = sha256(
    signedMessage(
      "sas",
      concat(
        logId,
        ben.ed.publicKey,
        ben.x.publicKey,
        mallory.ed.publicKey,
        mallory.x.publicKey,
        nonce,
        nonce,
      ),
    ),
  )
  const front = (((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0)) >> 6
  expect(firstBits(wordsOf(mallory, nonce, nonce))).toBe(front)
})

test("ATTACKS 23: against a commitment, 2^20 tries win nothing", () => {
  expect(wins({}, 4)).toBe(0)
}, 60_000)

test("ATTACKS 23: the same tries win where the nonce is shown first, and where one nonce serves a second request", () => {
  expect(wins({ isShownFirst: true }, 2)).toBe(2)
  expect(wins({ servesTwice: true }, 2)).toBe(2)
}, 60_000)

test("ATTACKS 23: words made of the link's secret alone are the same for whoever knows the link", () => {
  const secret = bytesOf("a link's secret", 32)
  const planted = (of: Bytes): readonly number[] =>
    [...inviteKeys(of).macKey.subarray(0, 7)].map((byte) => byte % 64)
  expect(planted(secret)).toEqual(planted(Uint8Array.from(secret)))
  const nA = bytesOf("nA", 32)
  expect(wordsOf(ana, nA, bytesOf("hers", 32))).not.toEqual(wordsOf(mallory, nA, bytesOf("hers", 32)))
  expect(wordsOf(ana, nA, bytesOf("hers", 32))).not.toEqual(wordsOf(ana, nA, bytesOf("another's", 32)))
})

test("ATTACKS 2: ten thousand strangers' keys, and not once the words that Ana reads", () => {
  const [nA, nB] = [bytesOf("nA", 32), bytesOf("nB", 32)]
  const hers = wordsOf(ana, nA, nB).join()
  let same = 0
  for (let i = 0; i < 10_000; i += 1) {
    const stranger = { ed: bytesOf(`ed ${String(i)}`, 32), x: bytesOf(`x ${String(i)}`, 32) }
    if (sasWords({ logId, inviter: keysOf(ben), joiner: stranger, nA, nB }).join() === hers) same += 1
  }
  expect(same).toBe(0)
}, 30_000)
