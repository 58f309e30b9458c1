import { spawnSync } from "node:child_process"
import { availableParallelism, loadavg, totalmem } from "node:os"
import { deliveryPart } from "./bench/delivery-part.ts"
import { relayPart } from "./bench/relay-part.ts"
import { findBrowser } from "./browser.ts"

// npm run bench [-- --only relay|delivery|fold|app|screens] [--runs 3]: how fast, beside floors measured in the same run. A benchmark, not a test: it never fails for being slow.

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const only = option("only", "all")
const runs = Number(option("runs", "3"))
if (
  !["all", "relay", "delivery", "fold", "app", "screens"].includes(only) ||
  !Number.isSafeInteger(runs) ||
  runs < 1
) {
  console.log("npm run bench [-- --only relay|delivery|fold|app|screens] [--runs 3]")
  process.exit(2)
}
const asked = (part: string): boolean => only === "all" || only === part
const busy = (): string => loadavg()[0]?.toFixed(1) ?? "?"

console.log(
  `${String(availableParallelism())} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB, ${process.platform}, Node ${process.version}, load ${busy()} at the start. Ratios hold, absolutes drift.`,
)
if (asked("relay")) await relayPart(runs)
if (asked("delivery")) await deliveryPart(runs)
if (asked("fold") || asked("app") || asked("screens")) await inBrowser()
console.log(`\nLoad at the end: ${busy()}`)

async function inBrowser(): Promise<void> {
  const browser = findBrowser((line) => console.log(line))
  if (browser.path === null) {
    console.log(`\nNothing was read or drawn in a browser: ${browser.why}`)
    return
  }
  process.env["CHROMIUM"] = browser.path
  const version = spawnSync(browser.path, ["--version"], { encoding: "utf8" }).stdout ?? ""
  console.log(`\n${version.trim()}`)
  const [{ foldPart }, { appPart }, { screensPart }] = await Promise.all([
    import("./bench/fold-part.ts"),
    import("./bench/app-part.ts"),
    import("./bench/screens-part.ts"),
  ])
  if (asked("fold")) await foldPart(runs)
  if (asked("app")) await appPart(runs)
  if (asked("screens")) await screensPart(runs)
}
