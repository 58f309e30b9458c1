import { builtApp } from "../../e2e/harness.ts"
import { buildWithSwitches, cases } from "./cases.ts"
import { mark } from "./test-build.ts"
import { textOf } from "./text-of.ts"
import { forgetFolder, inWorld, openBrowser } from "./world.ts"
import type { Case, Found, WorldOptions } from "./world.ts"

export interface Asked {
  /** Words of the cases to run; all when empty. */
  readonly only: string
  /** Leaves out the runs with a handler off. */
  readonly soundOnly: boolean
  /** Prints what turned red, too. */
  readonly why: boolean
}

type Ran = { readonly ok: true; readonly found: Found } | { readonly ok: false; readonly why: string }

async function ran(one: Case, options: WorldOptions): Promise<Ran> {
  try {
    return { ok: true, found: await inWorld(options, one.walk) }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

/** Prints each case as it ends; true when all are as they must be. */
export async function runAll(asked: Asked): Promise<boolean> {
  const chosen = cases.filter(({ name }) => name.includes(asked.only))
  const began = performance.now()
  const clean = !textOf(builtApp).includes(mark)
  const browser = await openBrowser()
  const planted = await buildWithSwitches()
  let good = 0
  try {
    for (const one of chosen) {
      const app = one.inTestBuild === true ? planted : builtApp
      const sound = await ran(one, { browser, app, off: null })
      const off = asked.soundOnly || !sound.ok ? null : await ran(one, { browser, app: planted, off: one })
      const isRed = off === null ? null : !off.ok
      if (sound.ok && isRed !== false) good += 1
      print(one, sound, off, asked.why)
    }
  } finally {
    await browser.close()
    forgetFolder(planted)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`\n${String(good)} of ${String(chosen.length)} are as they must be (${seconds} s).`)
  console.log(clean ? "Nothing of the switches is in dist/app." : "A switch is in dist/app.")
  return clean && good === chosen.length && chosen.length > 0
}

function print(one: Case, sound: Ran, off: Ran | null, why: boolean): void {
  console.log(`\n${sound.ok ? "as it must be" : "NOT AS IT MUST BE"}  ${one.name}`)
  if (!sound.ok) return console.log(indented(sound.why))
  const { sentence, way, kept } = sound.found
  console.log(`  sentence: ${sentence}\n  way on:   ${way}\n  kept:     ${kept}`)
  if (off === null) return
  console.log(`  red when switched off: ${off.ok ? "NO" : "yes"}`)
  if (!off.ok && why) console.log(indented(off.why))
}

function indented(text: string): string {
  return text
    .trim()
    .split("\n")
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join("\n")
}
