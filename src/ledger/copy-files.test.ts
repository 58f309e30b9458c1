import { expect, test } from "vitest"
import { noLog } from "../../tools/vectors/chain.ts"
import { readCopy } from "../../tools/vectors/copies.ts"
import { wholeOf } from "../../tools/vectors/files.ts"
import { readVectors } from "../../tools/vectors/read.ts"

test("golden vectors: a copy with files is read as they say, or refused with its one fault", async () => {
  const { vectors } = readVectors("copy-files")
  for (const v of vectors) {
    const read = await readCopy(wholeOf(v, noLog.logId), String(v["passphrase"]))
    expect({ ...v, ...read }).toEqual(v)
  }
  expect(vectors.filter((v) => v.type !== "ok").length).toBeGreaterThan(25)
}, 60_000)
