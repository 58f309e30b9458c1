import { concat, H } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { hello, said } from "../../tools/vectors/link-cases.ts"
import { bytesOf, flipped } from "../../tools/vectors/people.ts"
import { linkWords } from "./index.ts"

// ATTACKS 3, 23, where a second device is linked: somebody who knows the link leaves a request of their own, and tries until the phone shows what the laptop shows. So
// that a try can win at all within a test, ten of the forty-two bits are compared; whoever tries may try 2^14 times.

const tries = 2 ** 14
const first = ([a = 0, b = 0]: readonly number[]): number => ((a << 6) | b) >> 2
const theirs = (i: number, round: number): Bytes => {
  const nB = bytesOf(`round ${String(round)}`, 32)
  nB.set([i & 255, i >> 8])
  return concat(bytesOf("a stranger's keys", 320), nB)
}

interface Rules {
  /** The nonce itself is in the link, and not only a commitment to it. */
  readonly isShownFirst?: true
  /** The same nonce serves a second request. */
  readonly servesTwice?: true
}

/** The request under which the phone shows these words; null: none of all tries. */
function grind(nA: Bytes, wanted: number, round: number): Bytes | null {
  for (let i = 0; i < tries; i += 1) {
    const request = theirs(i, round)
    if (first(linkWords({ hello: said.hello, request, nA })) === wanted) return request
  }
  return null
}

/** One link: does the phone show what the laptop shows? */
function stolen(rules: Rules, round: number): boolean {
  const [nA, request] = [
    bytesOf(`nA ${String(round)}`, 32),
    concat(said.request.subarray(0, 320), bytesOf(`nB ${String(round)}`, 32)),
  ]
  const laptop = first(linkWords({ hello: said.hello, request, nA }))
  const won = (r: Bytes | null): boolean =>
    r !== null && first(linkWords({ hello: said.hello, request: r, nA })) === laptop
  if (rules.isShownFirst === true) return won(grind(nA, laptop, round))
  // What is known before the request is fixed: the commitment, and nothing that leads from it to the nonce.
  const guess = H("sas-commit", nA)
  const blind = grind(guess, first(linkWords({ hello: said.hello, request, nA: guess })), round)
  if (won(blind)) return true
  return rules.servesTwice === true && won(grind(nA, laptop, round + 1000))
}
const wins = (rules: Rules, rounds: number): number =>
  Array.from({ length: rounds }, (_, round) => stolen(rules, round)).filter(Boolean).length

test("ATTACKS 23: of a link's words, against a commitment, 2^14 tries win nothing; shown first, or serving twice, they win every time", () => {
  expect(wins({}, 6)).toBe(0)
  expect(wins({ isShownFirst: true }, 2)).toBe(2)
  expect(wins({ servesTwice: true }, 2)).toBe(2)
}, 60_000)

test("ATTACKS 3: a link's words cover every byte of both sides' keys, ids and nonces, each in its place", () => {
  const words = linkWords(said).join()
  for (let at = 0; at < said.hello.length; at += 1)
    expect(linkWords({ ...said, hello: flipped(said.hello, at) }).join(), `hello ${String(at)}`).not.toBe(
      words,
    )
  for (let at = 0; at < said.request.length; at += 1)
    expect(
      linkWords({ ...said, request: flipped(said.request, at) }).join(),
      `request ${String(at)}`,
    ).not.toBe(words)
  const turned = hello({ first: said.hello.slice(113), second: said.hello.slice(0, 112) })
  expect(linkWords({ ...said, hello: turned }).join()).not.toBe(words)
})
