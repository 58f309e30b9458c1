import { H, toHex } from "../../src/wire/index.ts"
import { sasWords } from "../../src/ledger/index.ts"
import { ana, ben, bytesOf, mallory } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const keysOf = (who: typeof ana) => ({ ed: who.ed.publicKey, x: who.x.publicKey })
const plain = {
  logId: bytesOf("a log", 32),
  inviter: keysOf(ben),
  joiner: keysOf(ana),
  nA: bytesOf("the inviter's nonce", 32),
  nB: bytesOf("the joiner's nonce", 32),
}
type Of = typeof plain

function vector(name: string, change: Partial<Of>): Vector {
  const of = { ...plain, ...change }
  return {
    name,
    type: "ok",
    logId: toHex(of.logId),
    inviterEd: toHex(of.inviter.ed),
    inviterX: toHex(of.inviter.x),
    joinerEd: toHex(of.joiner.ed),
    joinerX: toHex(of.joiner.x),
    nA: toHex(of.nA),
    nB: toHex(of.nB),
    words: sasWords(of),
  }
}
/** The same words read wrongly: these are not what comes out. */
const wrong = (name: string, words: (right: readonly number[]) => readonly number[]): Vector => {
  const right = vector(name, {})
  return { ...right, type: "differs", words: words(sasWords(plain)) }
}

export function wordVectors(): VectorFile {
  const other = bytesOf("another", 32)
  return {
    file: "words",
    about:
      "spec/ledger.md §10: the seven numbers of six bits that two people read to each other. type: ok (words is what comes out) or differs (words is not).",
    vectors: [
      vector("Ben invites Ana", {}),
      vector("in another log", { logId: other }),
      vector("another's keys for the joiner", { joiner: keysOf(mallory) }),
      vector("another's keys for the inviter", { inviter: keysOf(mallory) }),
      vector("another's sealing key for the joiner", {
        joiner: { ed: ana.ed.publicKey, x: mallory.x.publicKey },
      }),
      vector("another's signing key for the joiner", {
        joiner: { ed: mallory.ed.publicKey, x: ana.x.publicKey },
      }),
      vector("another nonce of the inviter", { nA: other }),
      vector("another nonce of the joiner", { nB: other }),
      vector("the two people changed about", { inviter: plain.joiner, joiner: plain.inviter }),
      vector("the two nonces changed about", { nA: plain.nB, nB: plain.nA }),
      vector("all zeros", { logId: new Uint8Array(32), nA: new Uint8Array(32), nB: new Uint8Array(32) }),
      wrong("the last two changed about", (w) => [...w.slice(0, 5), w[6] ?? 0, w[5] ?? 0]),
      wrong("backwards", (w) => w.toReversed()),
      wrong("one of them one further", (w) => w.map((n, i) => (i === 3 ? (n + 1) % 64 : n))),
      wrong("six of them", (w) => w.slice(0, 6)),
      wrong("the six low bits of each byte instead", () =>
        [...H("sas", plain.logId).subarray(0, 7)].map((b) => b % 64),
      ),
    ],
  }
}
