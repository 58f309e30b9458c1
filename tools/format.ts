import { bin, runSteps } from "./step.ts"

const [result] = await runSteps([
  { promise: "All is written in one hand", run: [bin("prettier"), "--write", "--log-level=warn", "."] },
])
process.exit(result?.ok === true ? 0 : 1)
