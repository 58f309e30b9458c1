import { parseArgs } from "node:util"
import { runLaw } from "../src/app/testing/law.ts"

// npm run laws -- --seeds 500 [--from 1]: two whole phones for each seed, through the real relay function. A failing seed replays with --from <seed> --seeds 1.
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    help: { type: "boolean" },
  },
})
const [seeds, from] = [Number(values.seeds), Number(values.from)]
if (values.help === true || !Number.isSafeInteger(seeds) || seeds < 1 || !Number.isSafeInteger(from)) {
  console.log("npm run laws -- --seeds 500 [--from 1]")
  process.exit(values.help === true ? 0 : 1)
}
const began = performance.now()
const broken: string[] = []
for (let seed = from; seed < from + seeds; seed += 1) {
  const what = await runLaw(seed)
  if (what === null) continue
  broken.push(what)
  console.log(`  BROKEN ${what}`)
}
const seconds = ((performance.now() - began) / 1000).toFixed(1)
const last = String(from + seeds - 1)
console.log(
  `${String(seeds)} seeds run (${String(from)} to ${last}) in ${seconds} s, ${String(broken.length)} broken`,
)
process.exit(broken.length === 0 ? 0 : 1)
