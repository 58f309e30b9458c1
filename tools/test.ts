import { appendFileSync } from "node:fs"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"
import { checkStages } from "./check.ts"
import { bin, runStages, runSteps, total } from "./step.ts"
import type { Step } from "./step.ts"

// npm test: everything. `-- --without-browser` leaves the walks out and says so.
const withoutBrowser = process.argv.includes("--without-browser")
const began = performance.now()
const results = [...(await runStages(checkStages))]
let missing: string | null = null
let notRun = 0

if (withoutBrowser) {
  console.log("  not run  The browser's walks (you asked for --without-browser)")
  notRun = 1
} else {
  const browser = findBrowser((line) => console.log(line))
  if (browser.path === null) {
    console.log(`  not run  The browser's walks. ${browser.why}`)
    missing = browser.why
    notRun = 1
  } else {
    console.log(`Browser: ${browser.path} (${browser.how})`)
    await buildApp()
    const walks: readonly Step[] = [
      {
        promise: "Two people walk through it in real browsers, on a real relay",
        run: [bin("vitest"), "run", "--config", "e2e/vitest.config.ts", "--reporter=default"],
        env: { CHROMIUM: browser.path },
      },
      { promise: "The first page is small, and so is every file", run: [process.execPath, "tools/sizes.ts"] },
    ]
    results.push(...(await runSteps(walks)))
    const { caddyOnPath } = await import("../e2e/walks/behind-caddy.ts")
    if (caddyOnPath() === null) {
      console.log("  not run  The journey through Caddy: there is no caddy on PATH (npm run caddy gets one)")
      notRun += 1
    }
  }
}

const { passed, failed } = total(results)
const failures = failed + (missing === null ? 0 : 1)
console.log(`Everything took ${((performance.now() - began) / 1000).toFixed(0)} s.`)
const closing = `${passed} passed, ${failures} failed` + (notRun > 0 ? `, ${notRun} skipped` : "")
console.log(closing)
const summary = process.env["GITHUB_STEP_SUMMARY"]
if (summary !== undefined && summary !== "") appendFileSync(summary, `${closing}\n`)
process.exit(failures === 0 ? 0 : 1)
