import { FILE_PIECE, fileLimits, sealedSize, sha, toHex } from "#wire"
import type { Json } from "#wire"
import { expect, test } from "vitest"
import { readFileCase } from "../../tools/vectors/files.ts"
import type { FileRecipe } from "../../tools/vectors/files.ts"
import { hexOf, readVectors } from "../../tools/vectors/read.ts"
import { fileNameData, openFile, readFileName, sealFile } from "./index.ts"
import { toolsFrom } from "./testing/people.ts"

const t = toolsFrom(23)
const at = { logId: t.random(32), device: t.random(16) }
const type = "image/jpeg"

function contentOf(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 255)
}

test("every vector of files is read as it says", async () => {
  const { vectors } = readVectors("files")
  for (const vector of vectors) {
    const read =
      vector["is"] === "name"
        ? { type: readFileName(vector["value"]) === null ? "none" : "ok" }
        : await readFileCase({
            made: vector["made"] as FileRecipe,
            logId: hexOf(vector, "logId"),
            device: hexOf(vector, "device"),
            blob: hexOf(vector, "blob"),
            key: hexOf(vector, "key"),
            size: Number(vector["size"]),
          })
    expect({ ...vector, ...read }).toEqual(vector)
  }
  expect(vectors.filter((v) => v.type !== "ok").length).toBeGreaterThan(30)
})

test("what was sealed opens, to the byte, at the edges of every size; the size tells one of few", async () => {
  const sizes = new Set<number>()
  const edges = [1, 3, 8].flatMap((n) => [-6, -5, -4, 0, 1].map((off) => n * FILE_PIECE + off))
  for (const length of [1, 2, ...edges]) {
    const bytes = contentOf(length)
    const sealed = await sealFile(t, at, { bytes, type })
    if (sealed === null) throw new Error("not sealed")
    sizes.add(sealed.bytes.length)
    expect(sealed.bytes.length).toBeLessThan(1.25 * length + 2 * FILE_PIECE)
    const opened = await openFile(t, at, sealed.name, sealed.bytes)
    expect(opened.ok && toHex(sha(opened.value))).toBe(toHex(sha(bytes)))
    expect(readFileName(JSON.parse(JSON.stringify(fileNameData(sealed.name))) as Json)).toEqual(sealed.name)
  }
  expect([...sizes].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 8, 10].map(sealedSize))
})

test("the most a file holds goes in, one byte more and nothing at all do not", async () => {
  const most = contentOf(fileLimits.bytes)
  const sealed = await sealFile(t, at, { bytes: most, type })
  expect(sealed?.bytes.length).toBe(sealedSize(384))
  const opened = sealed === null ? null : await openFile(t, at, sealed.name, sealed.bytes)
  expect(opened?.ok === true && toHex(sha(opened.value))).toBe(toHex(sha(most)))
  expect(await sealFile(t, at, { bytes: contentOf(fileLimits.bytes + 1), type })).toBeNull()
  expect(await sealFile(t, at, { bytes: new Uint8Array(0), type })).toBeNull()
  await expect(sealFile(t, at, { bytes: most, type: "Image/JPEG" })).rejects.toThrow("media type")
}, 30_000)

test("sealed twice, the same picture is two files that show nothing in common", async () => {
  const of = { bytes: contentOf(1000), type }
  const [one, two] = [await sealFile(t, at, of), await sealFile(t, at, of)]
  if (one === null || two === null) throw new Error("not sealed")
  for (let from = 0; from + 32 <= one.bytes.length; from += 4096)
    expect(Buffer.from(two.bytes).includes(Buffer.from(one.bytes.subarray(from, from + 32)))).toBe(false)
  expect((await openFile(t, at, one.name, two.bytes)).ok).toBe(false)
})
