import { concat, encodeRedact, entryHash } from "../../src/wire/index.ts"
import type { Bytes, Entry, RedactTarget } from "../../src/wire/index.ts"
import { invite, uidOf, writeAll } from "./chain.ts"
import type { Writing } from "./chain.ts"
import type { On } from "./log-cases.ts"
import type { Case, Starts } from "./logs.ts"
import { ana, ben, bytesOf } from "./people.ts"

// Taking back: one's own words, and nobody else's.

export function targetOf(entry: Entry | undefined, by: { readonly id: Bytes }, uid: string): RedactTarget {
  if (entry === undefined) throw new Error("no entry to redact")
  return { entryHash: entryHash(entry), device: by.id, uid: uidOf(uid) }
}

export async function redacts(starts: Starts, on: On): Promise<readonly Case[]> {
  const { two } = starts
  const [genesis, invited, admitted, anas, bens] = two.entries
  const own = targetOf(bens, ben, "bens")
  const redact = (
    targets: readonly RedactTarget[],
    of: Writing = {},
    blobs: readonly Bytes[] = [],
  ): Writing => ({ kind: 3, body: encodeRedact({ targets, blobs }), ...of })
  const late: Writing = { uid: "late", header: { epoch: 1 } }
  const withLate = await writeAll(two, [late])
  const withMine = await writeAll(two, [{ uid: "mine" }])
  const mine = targetOf(withMine.entries.at(-1), ben, "mine")
  const withRedact = await writeAll(two, [redact([own], { uid: "redact" })])
  return [
    await on("redact: one's own words", [redact([own]), "ok"]),
    await on("redact: one's own words, with blobs beside", [redact([own], {}, [bytesOf("blob", 32)]), "ok"]),
    await on("redact: one's own words, named twice", [redact([own, own]), "ok"]),
    await on("redact: one's own words, twice", [redact([own]), "ok"], [redact([own]), "ok"]),
    await on("redact: two of one's own", [{ uid: "mine" }, "ok"], [redact([own, mine]), "ok"]),
    await on(
      "redact: one's own void words",
      [late, "epoch"],
      [redact([targetOf(withLate.entries.at(-1), ben, "late")]), "ok"],
    ),
    await on("redact: the other's words", [redact([own], { by: ana }), "not-author"]),
    await on("redact: the other's words beside one's own", [
      redact([own, targetOf(anas, ana, "anas")]),
      "not-author",
    ]),
    await on("redact: the other's words first", [redact([targetOf(anas, ana, "anas"), own]), "not-author"]),
    await on("redact: what never stood", [redact([{ ...own, entryHash: bytesOf("never", 32) }]), "target"]),
    await on(
      "redact: the hash of another entry of one's own",
      [{ uid: "mine" }, "ok"],
      [redact([{ ...own, entryHash: mine.entryHash }]), "target"],
    ),
    await on("redact: another uid with that hash", [redact([{ ...own, uid: uidOf("another") }]), "target"]),
    await on("redact: the other's device with that hash", [redact([{ ...own, device: ana.id }]), "target"]),
    await on("redact: one's own device with the other's hash", [
      redact([{ ...targetOf(anas, ana, "anas"), device: ben.id }]),
      "target",
    ]),
    await on("redact: the genesis", [redact([targetOf(genesis, ben, "genesis")]), "target"]),
    await on("redact: one's own invite", [redact([targetOf(invited, ben, "invite")]), "target"]),
    await on("redact: the admit", [redact([targetOf(admitted, ben, "admit")]), "target"]),
    await on(
      "redact: a redact",
      [redact([own], { uid: "redact" }), "ok"],
      [redact([targetOf(withRedact.entries.at(-1), ben, "redact")]), "target"],
    ),
    await on("redact: what comes after it", [redact([mine]), "target"], [{ uid: "mine" }, "ok"]),
    await on("redact: something that never stood, beside one's own", [
      redact([own, { ...own, entryHash: bytesOf("never", 32) }]),
      "target",
    ]),
    await on("redact: nothing", [{ kind: 3, body: encodeRedact({ targets: [], blobs: [] }) }, "layout"]),
    await on("redact: seventeen", [redact(Array.from({ length: 17 }, () => own)), "layout"]),
    await on("redact: one byte too many", [
      { kind: 3, body: concat(encodeRedact({ targets: [own], blobs: [] }), Uint8Array.of(0)) },
      "layout",
    ]),
    await on("redact: a control's body", [{ kind: 3, body: invite() }, "layout"]),
    await on(
      "redact: under the wrong epoch, and then rightly",
      [redact([own], { header: { epoch: 1 } }), "epoch"],
      [redact([own]), "ok"],
    ),
    await on(
      "redact: the words' body is gone, and the redact stands",
      [redact([own]), "ok"],
      [{ by: ana }, "ok"],
    ),
  ]
}
