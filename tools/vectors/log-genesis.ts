import { concat } from "../../src/wire/index.ts"
import type { Header } from "../../src/wire/index.ts"
import { bensGenesis, firstEntry, genesisOf, noLog, write, wrapsFor } from "./chain.ts"
import type { Writing } from "./chain.ts"
import { lowOrderX25519, plusL, small, smallOrderEd25519 } from "./curve.ts"
import type { Case, Starts } from "./logs.ts"
import { mixedOrder } from "./keys.ts"
import { ana, ben, bytesOf, flipped, hex } from "./people.ts"

// A log that begins wrongly does not begin.

export async function genesisCases(starts: Starts): Promise<readonly Case[]> {
  const one = async (name: string, fault: string, of: Writing, logId = bensGenesis.logId): Promise<Case> => ({
    name: `genesis: ${name}`,
    after: "nothing",
    chain: await write({ ...noLog, logId }, { ...firstEntry, ...of }),
    expect: [fault === "ok" ? "ok" : `fault: ${fault}`],
  })
  const ofCore = (name: string, fault: string, of: Parameters<typeof genesisOf>[1], more: Writing = {}) => {
    const { body, logId } = genesisOf(ben, of)
    return one(name, fault, { body, ...more }, logId)
  }
  const header = (of: Partial<Header>): Writing => ({ header: { epoch: 0, ...of } })
  const { body } = bensGenesis
  const cases: Promise<Case>[] = [
    one("as it should be", "ok", {}),
    one("its epoch is 1", "genesis", header({ epoch: 1 })),
    one("something stands before it", "prev", header({ prev: bytesOf("before", 32) })),
    one("at place 1", "seq", header({ seq: 1 })),
    one("it is content", "genesis", { kind: 1, body: bytesOf("a sealed body", 336), header: { epoch: 0 } }),
    one("it is a control", "genesis", { kind: 2, body, header: { epoch: 0 } }),
    one("of another device", "genesis", { header: { epoch: 0, device: ana.id } }),
    one("signed by another", "signature", { signer: ana }),
    one("signed as a proof of possession", "signature", { signedAs: "pop-join" }),
    one("its signature is zeroed", "signature", { sig: () => new Uint8Array(64) }),
    one("its signature has S + L", "signature", { sig: (sig) => plusL(sig, 1n) }),
    one("its body is absent", "signature", { absent: true }),
    one("its body has one byte too many", "signature", { body: concat(body, Uint8Array.of(0)) }),
    one("its body is one byte short", "signature", { body: body.subarray(0, -1) }),
    one("another body lies with it, of the same keys", "body-hash", { instead: flipped(body, 240) }),
    one("a longer body lies with it", "signature", { instead: concat(body, Uint8Array.of(0)) }),
    one("the log has another name than its core's hash", "genesis", {}, bytesOf("another log", 32)),
    one("its body was changed and hashed again: the log's name is not its hash", "genesis", {
      body: flipped(body, 0),
    }),
    ofCore("policy 1", "genesis", { policy: 1 }),
    ofCore("no wrap", "genesis", { wraps: [] }),
    ofCore("a wrap for another device", "genesis", { wraps: wrapsFor(ana.id) }),
    ofCore("a wrap for a second device", "genesis", { wraps: wrapsFor(ana.id, ben.id) }),
    ofCore("the same wrap twice", "genesis", { wraps: [...wrapsFor(ben.id), ...wrapsFor(ben.id)] }),
    ofCore(
      "another's signing key, signed by its owner",
      "genesis",
      { ed: ana.ed.publicKey },
      { signer: ana },
    ),
    ofCore("the signing key is of mixed order", "signature", {
      ed: mixedOrder("Ben ed25519", "the point of order 2"),
    }),
    ...Object.entries(smallOrderEd25519).map(([name, key]) =>
      ofCore(
        `the signing key is ${name}, R is the identity, S is 0`,
        "signature",
        { ed: hex(key) },
        {
          sig: () => concat(small("the identity"), new Uint8Array(32)),
        },
      ),
    ),
    ...Object.entries(lowOrderX25519).map(([name, key]) =>
      ofCore(`the sealing key is ${name}`, "genesis", { x: hex(key) }),
    ),
  ]
  const asked = await one("another log was asked for", "log", {})
  return [
    ...(await Promise.all(cases)),
    { ...asked, logId: bytesOf("the log that was asked for", 32) },
    {
      name: "genesis: a second one, where the second entry stands",
      after: "ben",
      chain: await write(starts.ben, { kind: 0, body, uid: "again" }),
      expect: ["fault: genesis"],
    },
    {
      name: "genesis: the first one again, after itself",
      after: "ben",
      chain: starts.ben,
      entries: starts.ben.entries,
      expect: ["fault: seq"],
    },
  ]
}
