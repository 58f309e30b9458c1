import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../step.ts"
import { fromHex } from "../../src/wire/index.ts"
import type { Vector, VectorFile } from "./shape.ts"

export const vectorsFolder = join(root, "spec", "vectors")

/** Every file of the record's own vectors, by name; the rooms' lie in a folder of their own. */
export function vectorFiles(): readonly string[] {
  return readdirSync(vectorsFolder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5))
    .toSorted()
}

export function parseVectorFile(file: string, text: string): VectorFile {
  const read = JSON.parse(text) as Omit<VectorFile, "file">
  return { ...read, file }
}

/** Throws when the file is gone or empty: a test that read no vector must not be green. */
export function readVectors(file: string): VectorFile {
  const read = parseVectorFile(file, readFileSync(join(vectorsFolder, `${file}.json`), "utf8"))
  if (read.vectors.length === 0) throw new Error(`spec/vectors/${file}.json holds no vector`)
  return read
}

/** A field of lower-case hex. */
export function hexOf(vector: Vector, field: string): Uint8Array<ArrayBuffer> {
  const value = vector[field]
  const bytes = typeof value === "string" ? fromHex(value) : null
  if (bytes === null) throw new Error(`${vector.name}: ${field} is no hex`)
  return bytes
}
