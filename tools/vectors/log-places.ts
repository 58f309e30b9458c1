import { concat, encodeRedact } from "../../src/wire/index.ts"
import type { Entry } from "../../src/wire/index.ts"
import { genesisOf, invite, noLog, sealedBody, write, writeAll } from "./chain.ts"
import type { Writing } from "./chain.ts"
import { target } from "./bodies.ts"
import { plusL, small } from "./curve.ts"
import type { Case, Starts } from "./logs.ts"
import { ana, ben, bytesOf, flipped, mallory } from "./people.ts"

// Place, signer, signature, body: the faults that stop a log for everyone.

export async function placeCases(starts: Starts): Promise<readonly Case[]> {
  const { two } = starts
  const three = await writeAll(two, [{ by: ana, uid: "a" }, { uid: "b" }, { by: ana, uid: "c" }])
  const [a, b, c] = three.entries.slice(two.entries.length)
  const before = two.entries.at(-1)
  if (a === undefined || b === undefined || c === undefined || before === undefined)
    throw new Error("no entries")
  const other = await write(two, { uid: "another at that place" })
  const fork = other.entries.at(-1)
  const elsewhere = genesisOf(ana)
  const away = await writeAll({ ...noLog, logId: elsewhere.logId }, [
    { by: ana, kind: 0, body: elsewhere.body, uid: "genesis", header: { epoch: 0 }, epochAfter: 1 },
    { by: ana, uid: "a" },
  ])
  const foreign = away.entries[1]
  if (fork === undefined || foreign === undefined) throw new Error("no entries")
  const order = (name: string, entries: readonly Entry[], ...expect: readonly string[]): Case => ({
    name: `order: ${name}`,
    after: "two",
    chain: three,
    entries,
    expect,
  })
  const one = async (name: string, fault: string, of: Writing): Promise<Case> => ({
    name: `entry: ${name}`,
    after: "two",
    chain: await write(two, of),
    expect: [fault === "ok" ? "ok" : `fault: ${fault}`],
  })
  const redact = encodeRedact({ targets: [target("one")], blobs: [] })
  return [
    order("as they were written", [a, b, c], "ok", "ok", "ok"),
    order("the first two changed about", [b, a, c], "fault: seq"),
    order("the last two changed about", [a, c, b], "ok", "fault: seq"),
    order("the middle one left out", [a, c], "ok", "fault: seq"),
    order("the first one left out", [b, c], "fault: seq"),
    order("one of them twice", [a, a, b], "ok", "fault: seq"),
    order("one that stands already", [before], "fault: seq"),
    order("one that stands already, after the next", [a, before], "ok", "fault: seq"),
    order("another in its place, then what was written after the first", [fork, b], "ok", "fault: prev"),
    order("the tail left out, which nobody can see", [a, b], "ok", "ok"),
    order("an entry of another log", [foreign], "fault: log"),
    await one("content of the second person", "ok", { by: ana }),
    await one("content whose body is not here", "ok", { by: ana, absent: true }),
    await one("kept content whose body is not here", "ok", { kind: 4, absent: true }),
    await one("one place too far", "seq", { header: { seq: two.seq + 1 } }),
    await one("one place too early", "seq", { header: { seq: two.seq - 1 } }),
    await one("after another entry", "prev", { header: { prev: bytesOf("another", 32) } }),
    await one("after nothing", "prev", { header: { prev: new Uint8Array(32) } }),
    await one("in another log, said by its header alone", "log", { header: { logId: elsewhere.logId } }),
    await one("of a stranger", "signer", { by: mallory }),
    await one("of a stranger who signs for a person here", "signature", { signer: mallory }),
    await one("of one person, signed by the other", "signature", { by: ana, signer: ben }),
    await one("the device in the header is nobody's", "signer", {
      header: { device: bytesOf("nobody", 16) },
    }),
    await one("the device in the header is no byte but zero", "signer", {
      header: { device: new Uint8Array(16) },
    }),
    await one("signed as a proof of possession", "signature", { signedAs: "pop-join" }),
    await one("signed as an answer", "signature", { signedAs: "join-answer-inviter" }),
    await one("the signature is zeroed", "signature", { sig: () => new Uint8Array(64) }),
    await one("the signature has S + L", "signature", { sig: (sig) => plusL(sig, 1n) }),
    await one("R is the identity, S is 0", "signature", {
      sig: () => concat(small("the identity"), new Uint8Array(32)),
    }),
    await one("R is a point of order 8", "signature", {
      sig: (sig) => concat(small("the first of order 8"), sig.subarray(32)),
    }),
    await one("one bit of the signature is turned", "signature", { sig: (sig) => flipped(sig, 63, 0) }),
    await one("the body is another of the same length", "body-hash", { instead: sealedBody("another") }),
    await one("one bit of the body is turned", "body-hash", {
      instead: flipped(sealedBody(`entry ${String(two.seq)}`), 335),
    }),
    await one("the body is longer than the header says", "body-length", { instead: bytesOf("longer", 592) }),
    await one("the body is there and has no byte", "body-length", { instead: new Uint8Array(0) }),
    await one("the body has a length no sealed body has", "body-length", { body: bytesOf("odd", 337) }),
    await one("a control without its body", "body-absent", {
      kind: 2,
      body: invite({ H: bytesOf("H", 32) }),
      absent: true,
    }),
    await one("a redact without its body", "body-absent", { kind: 3, body: redact, absent: true }),
    await one("a control whose body is another", "body-hash", {
      kind: 2,
      body: invite(),
      instead: flipped(invite(), 7),
    }),
    await one("of the version after this one", "version", { header: { v: 2 } }),
    await one("of version 0", "version", { header: { v: 0 } }),
    await one("of a kind there is not", "kind", { header: { kind: 5 as 4 } }),
    await one("the first thing wrong is its log, the second its place", "log", {
      header: { logId: elsewhere.logId, seq: 0 },
    }),
    await one("the first thing wrong is its place, the second what it follows", "seq", {
      header: { seq: two.seq + 5, prev: new Uint8Array(32) },
    }),
    await one("the first thing wrong is its signer, the second its signature", "signer", {
      by: mallory,
      sig: () => new Uint8Array(64),
    }),
    await one("the first thing wrong is its signature, the second its body", "signature", {
      signer: mallory,
      instead: new Uint8Array(0),
    }),
  ]
}
