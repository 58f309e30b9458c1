import { readFileSync } from "node:fs"
import { join, normalize } from "node:path"
import { defineConfig } from "vitest/config"
import { mutated } from "./mutant.ts"
import { mutantNamed } from "./rows.ts"
import { root } from "../step.ts"

// The tests of the product, with one check of it left out when GOLDSEAM_MUTANT names one. Only npm run attacks uses this.
const name = process.env["GOLDSEAM_MUTANT"] ?? ""
const mutant = name === "" ? null : mutantNamed(name)

export default defineConfig({
  root,
  plugins:
    mutant === null
      ? []
      : [
          {
            name: "one-check-left-out",
            enforce: "pre",
            load: (id) => {
              const file = normalize(id.split("?")[0] ?? "")
              return file === join(root, mutant.file) ? mutated(mutant, readFileSync(file, "utf8")) : null
            },
          },
        ],
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tools/**/*.test.ts"],
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // A module kept from another run would be one without the change.
    fsModuleCache: false,
  },
})
