import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../step.ts"

/** A check of the product left out, as a change of its source that is made in memory while a test runs and nowhere else. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Stands there exactly once. */
  readonly find: string
  readonly put: string
}

/** The file's text with the change made. Throws when what is to be changed does not stand there exactly once: then the mutant speaks of a source that is gone. */
export function mutated(mutant: Mutant, text: string): string {
  const parts = text.split(mutant.find)
  if (parts.length !== 2)
    throw new Error(
      `${mutant.name}: “${mutant.find}” stands ${String(parts.length - 1)} times in ${mutant.file}`,
    )
  return parts.join(mutant.put)
}

export function sourceOf(mutant: Mutant): string {
  return readFileSync(join(root, mutant.file), "utf8")
}
