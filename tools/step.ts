import { spawn } from "node:child_process"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")
export const bin = (name: string): string => join(root, "node_modules", ".bin", name)

export interface Step {
  /** A promise in a sentence: what holds when this step is green. */
  readonly promise: string
  readonly run: readonly [command: string, ...args: readonly string[]]
  readonly env?: Readonly<Record<string, string>>
}
export interface StepResult {
  readonly promise: string
  readonly ok: boolean
  readonly seconds: number
  readonly output: string
  /** Tests the step's runner counted, when it counts. */
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number }
}

/** Runs one step and keeps what it printed; nothing is shown until it ends. */
export function runStep(step: Step): Promise<StepResult> {
  const began = performance.now()
  return new Promise((resolve) => {
    const [command, ...args] = step.run
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...step.env },
    })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")))
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")))
    const end = (ok: boolean): void =>
      resolve({
        promise: step.promise,
        ok,
        seconds: (performance.now() - began) / 1000,
        output,
        tests: countTests(output),
      })
    child.on("error", (error) => {
      output += String(error)
      end(false)
    })
    child.on("close", (code) => end(code === 0))
  })
}

/** Reads the runner's own closing line: "Tests  3 failed | 120 passed | 2 skipped (125)". */
export function countTests(output: string): StepResult["tests"] {
  const line = output.split("\n").findLast((l) => /^\s*Tests\s/.test(l)) ?? ""
  const read = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: read("passed"), failed: read("failed"), skipped: read("skipped") }
}

/** Runs steps one after the other, prints one line each and the whole output of those that failed, in one piece. */
export async function runSteps(steps: readonly Step[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = []
  for (const step of steps) {
    const result = await runStep(step)
    const { passed, failed, skipped } = result.tests
    const counted =
      passed + failed > 0 ? `, ${passed} tests` + (skipped > 0 ? `, ${skipped} not run` : "") : ""
    console.log(
      `${result.ok ? "  holds " : "  BROKEN"} ${result.promise} (${result.seconds.toFixed(1)} s${counted})`,
    )
    if (!result.ok) console.log(result.output.trim())
    results.push(result)
  }
  return results
}

/** Rows of steps, side by side; in a row one after the other. */
export type Stage = readonly (readonly Step[])[]

/** One stage after the other. A line is printed when its step ends. */
export async function runStages(stages: readonly Stage[]): Promise<readonly StepResult[]> {
  const results: StepResult[] = []
  for (const rows of stages) results.push(...(await Promise.all(rows.map(runSteps))).flat())
  return results
}

/** Sums tests and steps: a step without tests of its own counts as one. */
export function total(results: readonly StepResult[]): { readonly passed: number; readonly failed: number } {
  let passed = 0
  let failed = 0
  for (const r of results) {
    const counts = r.tests.passed + r.tests.failed > 0
    passed += counts ? r.tests.passed : r.ok ? 1 : 0
    failed += counts ? Math.max(r.tests.failed, r.ok ? 0 : 1) : r.ok ? 0 : 1
  }
  return { passed, failed }
}
