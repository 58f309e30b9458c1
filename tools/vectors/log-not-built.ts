import { concat, encodeRedact } from "../../src/wire/index.ts"
import type { RedactTarget } from "../../src/wire/index.ts"
import { writeAll } from "./chain.ts"
import type { Writing } from "./chain.ts"
import { targetOf } from "./log-redacts.ts"
import type { Case, Starts } from "./logs.ts"
import { ana, ben, bytesOf } from "./people.ts"

// Numbers that are kept for later, and the taking back of kept words: void until they are built.

export async function notBuiltCases(starts: Starts): Promise<readonly Case[]> {
  const { two } = starts
  const on = async (name: string, ...all: readonly Writing[]): Promise<Case> => ({
    name,
    after: "two",
    chain: await writeAll(two, all),
    expect: all.map(() => "void: op-not-built"),
  })
  const kept = targetOf(two.entries[5], ben, "kept")
  const own = targetOf(two.entries[4], ben, "bens")
  const redact = (targets: readonly RedactTarget[], by = ben): Writing => ({
    kind: 3,
    body: encodeRedact({ targets, blobs: [] }),
    by,
  })
  const ops = Array.from({ length: 11 }, (_, i) => i + 5)
  return [
    ...(await Promise.all(
      ops.flatMap((op) => [
        on(`op ${String(op)} alone`, { kind: 2, body: Uint8Array.of(op) }),
        on(`op ${String(op)} and some bytes`, {
          kind: 2,
          body: concat(Uint8Array.of(op), bytesOf("op", 80)),
        }),
      ]),
    )),
    await on("redact: kept words, by their author alone", redact([kept])),
    await on("redact: kept words, by the other alone", redact([kept], ana)),
    await on("redact: kept words, by one and then the other", redact([kept]), redact([kept], ana)),
    await on("redact: kept words beside one's own", redact([own, kept])),
  ]
}
