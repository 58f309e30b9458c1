import { existsSync } from "node:fs"
import { join } from "node:path"
import { spawnSync } from "node:child_process"
import { root } from "./step.ts"

// npm run vectors: writes NEW golden vectors and fails when an old one would differ. --check writes nothing.
const tools = ["tools/vectors.ts", "tools/vectors-rooms.ts"]
let failed = 0
for (const tool of tools) {
  if (!existsSync(join(root, tool)))
    throw new Error(`${tool} is gone: a check that looked at nothing must not be green`)
  const done = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", tool, ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit" },
  )
  if (done.status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
