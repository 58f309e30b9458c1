import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../step.ts"
import { parseVectorFile, vectorsFolder } from "./read.ts"
import type { Vector, VectorFile } from "./shape.ts"

// A vector that was ever committed stands for good: other people's verifiers are held against it. So files only grow, and an old vector may not change even
// when the code changes with it. What was wrong from the start is withdrawn by name, with its reason, where a reviewer sees it.

export interface Grown {
  readonly text: string
  readonly added: number
  /** One line for each vector that would change or vanish. */
  readonly faults: readonly string[]
}

const line = (vector: unknown): string => JSON.stringify(vector)

/** One vector a line, old ones first in their old order: a change is seen in a diff at once. */
export function grow(made: VectorFile, before: VectorFile | null): Grown {
  const faults: string[] = []
  const byName = new Map(made.vectors.map((vector) => [vector.name, vector]))
  if (byName.size !== made.vectors.length) faults.push(`${made.file}: two vectors bear one name`)
  for (const old of before?.vectors ?? []) {
    const now = byName.get(old.name)
    if (now === undefined) faults.push(`${made.file}: "${old.name}" is gone`)
    else if (line(now) !== line(old)) faults.push(`${made.file}: "${old.name}" would differ`)
  }
  for (const [name, value] of Object.entries(before?.shared ?? {}))
    if (line(made.shared?.[name]) !== line(value)) faults.push(`${made.file}: shared "${name}" would differ`)
  const known = new Set((before?.vectors ?? []).map((vector) => vector.name))
  const fresh = made.vectors.filter((vector) => !known.has(vector.name))
  return { text: textOf(made, [...(before?.vectors ?? []), ...fresh]), added: fresh.length, faults }
}

function textOf(made: VectorFile, vectors: readonly Vector[]): string {
  const shared =
    made.shared === undefined
      ? ""
      : `"shared": {\n${Object.entries(made.shared)
          .map(([name, value]) => `${line(name)}: ${line(value)}`)
          .join(",\n")}\n},\n`
  return `{\n"about": ${line(made.about)},\n${shared}"vectors": [\n${vectors.map(line).join(",\n")}\n]\n}\n`
}

export function fileBefore(file: string): VectorFile | null {
  const path = join(vectorsFolder, `${file}.json`)
  return existsSync(path) ? parseVectorFile(file, readFileSync(path, "utf8")) : null
}

export function write(file: string, text: string): void {
  writeFileSync(join(vectorsFolder, `${file}.json`), text)
}

const git = (...args: readonly string[]): string | null => {
  const done = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 })
  return done.status === 0 ? done.stdout : null
}

/** Every version of this file that was ever committed, oldest last; null where there is no history to ask. */
export function versionsOf(file: string): readonly VectorFile[] | null {
  const path = `spec/vectors/${file}.json`
  const commits = git("log", "--format=%H", "--", path)
  if (commits === null) return null
  return commits
    .split("\n")
    .filter((commit) => commit !== "")
    .flatMap((commit) => {
      const text = git("show", `${commit}:${path}`)
      return text === null || text === "" ? [] : [parseVectorFile(file, text)]
    })
}

/** What was ever committed and no longer stands as it stood. */
export function changedSince(
  versions: readonly VectorFile[],
  now: readonly Vector[],
  withdrawn: ReadonlySet<string>,
): readonly string[] {
  const standing = new Map(now.map((vector) => [vector.name, line(vector)]))
  const faults = new Set<string>()
  for (const { file, vectors } of versions)
    for (const old of vectors)
      if (standing.get(old.name) !== line(old) && !withdrawn.has(`${file}: ${old.name}`))
        faults.add(`${file}: "${old.name}" was committed otherwise, and is not withdrawn`)
  return [...faults]
}
