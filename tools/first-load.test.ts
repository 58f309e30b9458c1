import { readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { expect, test } from "vitest"
import { root } from "./step.ts"

// What is fetched before anything is seen. How heavy it is, tools/sizes.ts measures; here it is what it may be made of.

type Read = (file: string) => string
const asItIs: Read = (file) => readFileSync(join(root, file), "utf8")

/** Static imports of one file, of values or of types. */
function importsIn(source: string): readonly { readonly to: string; readonly isType: boolean }[] {
  return [...source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"'`;]*?\bfrom\s+)?"([^"\n]+)"/gm)].map(
    ([, type, to = ""]) => ({ to, isType: type !== undefined }),
  )
}

/** The app's own files of the first load, relative to the project. */
function filesOf(read: Read): readonly string[] {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return
    seen.add(file)
    for (const { to, isType } of importsIn(read(file)))
      if (!isType && to.startsWith(".")) visit(join(dirname(file), to))
  }
  visit("src/app/main.tsx")
  return [...seen]
}

/** What would bring more along than the first screen, the lock and the help need, or could say what is not there yet. */
function faultsIn(read: Read): readonly string[] {
  return filesOf(read).flatMap((file) =>
    importsIn(read(file)).flatMap(({ to, isType }) => {
      const all = to.startsWith(".") && relative("src/app", join(dirname(file), to)) === "words/en.ts"
      const floor = to.startsWith("#") && to !== "#kit" && !isType
      return all || floor ? [`${file} → ${to}`] : []
    }),
  )
}

test("the first load says first words only, and brings no floor but the kit", () => {
  const files = filesOf(asItIs)
  for (const file of ["shell", "first", "lock", "help", "refused"])
    expect(files).toContain(`src/app/shell/${file}.tsx`)
  expect(files).not.toContain("src/app/shell/inside.tsx")
  expect(faultsIn(asItIs)).toEqual([])
})

test.each([
  ["all words, brought along", `import { en } from "../words/en.ts"`],
  ["all words, as a type: what is not there could be said", `import type { en } from "../words/en.ts"`],
  ["another floor", `import { home } from "#practices"`],
  ["a page behind the lock, and what that brings", `import { Gate } from "./gate.tsx"`],
])("a fault in it is seen: %s", (_, line) => {
  const planted: Read = (file) =>
    file === "src/app/shell/lock.tsx" ? `${line}\n${asItIs(file)}` : asItIs(file)
  expect(faultsIn(planted)).not.toEqual([])
})
