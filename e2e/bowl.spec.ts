import { createHash } from "node:crypto"
import { join } from "node:path"
import { build } from "vite"
import { expect, test } from "vitest"
import { freshFolder, person } from "./harness.ts"
import { root } from "../tools/step.ts"
import { servePage } from "./test-page.ts"
import { pictureFolder } from "./walks/journeys.ts"

// The bowl of a space: the same on both phones, whatever browser draws it.

const many = Array.from({ length: 200 }, (_, i) => (i * 2_654_435_761) >>> 0)
const sha = (text: string): string => createHash("sha256").update(text).digest("hex")

/** Node reads no .tsx: the same module is bundled for it. */
async function linesInNode(): Promise<string> {
  const out = freshFolder()
  await build({
    configFile: false,
    logLevel: "error",
    root,
    build: {
      outDir: out,
      minify: false,
      lib: { entry: join(root, "src/kit/bowl-cracks.ts"), formats: ["es"], fileName: "cracks" },
    },
  })
  const { broken } = (await import(join(out, "cracks.mjs")).catch(() => import(join(out, "cracks.js")))) as {
    broken: (seed: number) => unknown
  }
  return JSON.stringify(many.map((seed) => broken(seed)))
}

test("two hundred bowls have the same lines, to the byte, here and in the browser; no two are alike", async () => {
  const page = await servePage("src/kit/testing/bowls-page.tsx")
  const ana = await person("Ana", { width: 1290, height: 900 })
  await ana.page.goto(page.url)
  await ana.page.waitForFunction(() => Object.hasOwn(globalThis, "bowls"))
  const seen = await ana.page.evaluate(
    (seeds) =>
      (globalThis as unknown as { bowls: { lines: (seeds: readonly number[]) => string } }).bowls.lines(
        seeds,
      ),
    many,
  )
  const here = await linesInNode()
  expect(sha(seen)).toBe(sha(here))
  const each = (JSON.parse(here) as readonly unknown[]).map((bowl) => JSON.stringify(bowl))
  expect(new Set(each).size).toBe(many.length)
  for (const colorScheme of ["light", "dark"] as const) {
    await ana.page.emulateMedia({ colorScheme })
    const file = join(pictureFolder("bowls"), `ten-${colorScheme}.png`)
    await ana.page.screenshot({ path: file, fullPage: true })
  }
  await ana.close()
  page.close()
})

test("gold grows from the blow: each seam touches one that is filled, and there is room for a year of them", async () => {
  const bowls = JSON.parse(await linesInNode()) as readonly {
    readonly order: readonly { readonly ends: readonly string[] }[]
  }[]
  for (const { order } of bowls) {
    expect(order.length).toBeGreaterThanOrEqual(20)
    const reached = new Set(order[0]?.ends ?? [])
    for (const { ends } of order.slice(1, 15)) {
      expect(ends.some((end) => reached.has(end))).toBe(true)
      for (const end of ends) reached.add(end)
    }
  }
})
