import { parseArgs } from "node:util"
import { buildApp } from "./build.ts"
import { findBrowser } from "./browser.ts"

// npm run wrong: what goes wrong, one case after the other, in real browsers and processes; then once more with the handler of each case switched off, in a build
// for tests, where it must turn red.

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    "sound-only": { type: "boolean", default: false },
    why: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
})
if (values.help) {
  console.log("npm run wrong [-- --only <words of a case>] [--sound-only] [--why]")
  process.exit(0)
}
const found = findBrowser((line) => console.log(line))
if (found.path === null) {
  console.log(`not run: ${found.why}`)
  process.exit(1)
}
process.env["CHROMIUM"] = found.path
await buildApp()
const { runAll } = await import("./wrong/run.ts")
process.exit((await runAll({ only: values.only, soundOnly: values["sound-only"], why: values.why })) ? 0 : 1)
