import { concat, encodeRun, limits, toHex } from "../../src/wire/index.ts"
import type { Entry } from "../../src/wire/index.ts"
import { firstEntry, invite, noLog, writeAll } from "./chain.ts"
import { bytesOf } from "./people.ts"
import type { Vector, VectorFile } from "./shape.ts"

const good = (name: string, entries: readonly Entry[]): Vector => ({
  name,
  type: "ok",
  run: toHex(encodeRun(entries)),
  bodies: entries.map((entry) => entry.body?.length ?? null),
})
const bad = (name: string, type: string, run: Uint8Array): Vector => ({ name, type, run: toHex(run) })

export async function runVectors(): Promise<VectorFile> {
  const { entries } = await writeAll(noLog, [firstEntry, { kind: 2, body: invite() }, {}])
  const [genesis, , content] = entries
  if (genesis === undefined || content === undefined) throw new Error("no log")
  const one = encodeRun([content])
  const none = encodeRun([{ ...content, body: null }])
  const over = (at: number, byte: number): Uint8Array => Uint8Array.from(one, (b, i) => (i === at ? byte : b))
  return {
    file: "runs",
    about: `spec/relay.md §2: entries on the wire, at most ${String(limits.runEntries)} in one run. type: ok (bodies: the length of each entry's body, null where it is not here), run (the run itself is broken), or the header's own fault (spec/ledger.md §2).`,
    vectors: [
      good("no entry", []),
      good("a whole log", entries),
      good("an entry without its body", [{ ...content, body: null }]),
      good("bodies there and not there", [genesis, { ...content, body: null }, content]),
      good(
        "64 entries",
        Array.from({ length: 64 }, () => ({ ...content, body: null })),
      ),
      bad("65 entries", "run", encodeRun(Array.from({ length: 65 }, () => ({ ...content, body: null })))),
      bad("a flag of 2", "run", over(0, 2)),
      bad("a flag of 255", "run", over(0, 255)),
      bad("a body that is one byte short", "run", one.subarray(0, -1)),
      bad("one byte left over", "run", concat(one, Uint8Array.of(1))),
      bad("half a record left over", "run", concat(one, none.subarray(0, 100))),
      bad("a flag alone", "run", Uint8Array.of(1)),
      bad("a header and no signature", "run", one.subarray(0, 149)),
      bad("a signature that is one byte short", "run", one.subarray(0, 212)),
      bad(
        "a body of length nought where the header says more",
        "run",
        concat(Uint8Array.of(1), none.subarray(1)),
      ),
      bad(
        "a body though the flag says there is none",
        "version",
        concat(none, Uint8Array.of(0), bytesOf("x", 336)),
      ),
      bad("another version", "version", over(1, 2)),
      bad("another kind", "kind", over(94, 9)),
      bad("no zero where zero stands", "header-zero", over(95, 1)),
      bad("a length no body has", "body-length", over(116, 0x51)),
    ],
  }
}
