import { configDefaults, defineConfig } from "vitest/config"
import { filesAtATime, longestFirst } from "./tools/longest-first.ts"

/** What holds a clock to somebody: each has the computer to itself, after all others. */
const timed = ["tools/start.test.ts", "src/relay/serve.test.ts", "src/relay/kill.test.ts"]

// Everything that needs no browser. The browser's walks have their own config: e2e/vitest.config.ts.
export default defineConfig({
  test: {
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    sequence: {
      sequencer: longestFirst([
        "tools/second-reader.test.ts",
        "src/ledger/export.test.ts",
        "src/app/laws.test.ts",
        "src/app/inviting/invite.test.ts",
        "src/app/kills.test.ts",
        "src/cli/verify.test.ts",
        "src/ledger/copy.test.ts",
        "src/app/people/going.test.ts",
      ]),
    },
    projects: [
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tools/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...timed],
          maxWorkers: filesAtATime,
        },
      },
      {
        extends: true,
        test: { name: "one at a time", include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
