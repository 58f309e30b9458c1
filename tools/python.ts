import { spawnSync } from "node:child_process"
import type { TestContext } from "vitest"

// The second reader needs python3 and a package of it. Where they are not, its tests are skipped aloud and are not green.

export const python = (...args: readonly string[]) =>
  spawnSync("python3", ["-B", ...args], { encoding: "utf8", maxBuffer: 1 << 28 })

let known: string | null | undefined
function lacks(): string | null {
  const asked = python("-c", "import cryptography.hazmat.primitives.hpke")
  if (asked.error !== undefined) return "not run: there is no python3 here"
  return asked.status === 0 ? null : "not run: python3 has no package cryptography of 47 or later"
}

export function needsPython(context: TestContext): void {
  known ??= lacks()
  if (known === null) return
  console.log(known)
  context.skip(known)
}
