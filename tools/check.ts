import { bin, runStages, total } from "./step.ts"
import type { Stage } from "./step.ts"

/** Everything that needs no browser. Each step is named by what it promises. Rows of one stage run side by side: none of them changes what another reads. */
export const checkStages: readonly Stage[] = [
  [
    [
      { promise: "Every file says truly what it takes and gives", run: [bin("tsc"), "-p", "tsconfig.json"] },
      {
        promise: "The pure floors know no browser and no machine",
        run: [bin("tsc"), "-p", "tsconfig.pure.json"],
      },
      { promise: "No floor walks where it may not", run: [process.execPath, "tools/floors.ts"] },
      {
        promise: "No clock, no dice, no forbidden word in the code",
        run: [bin("oxlint"), "--type-aware", "--deny-warnings", "src", "tools", "e2e"],
      },
    ],
    [
      { promise: "All is written in one hand", run: [bin("prettier"), "--check", "--log-level=warn", "."] },
      { promise: "Nothing stands about that nobody uses", run: [bin("knip"), "--no-progress"] },
    ],
  ],
  [
    // It plants faults among the sources: whoever looks at all of them looks before or after.
    [{ promise: "Each net turns red on what it must catch", run: [process.execPath, "tools/nets.ts"] }],
    [
      {
        promise: "Old vectors still read as they did",
        run: [process.execPath, "tools/all-vectors.ts", "--check"],
      },
    ],
  ],
  [[{ promise: "Laws, stories and contracts hold", run: [bin("vitest"), "run", "--reporter=dot"] }]],
]

if (import.meta.main) {
  console.log("npm run check")
  const began = performance.now()
  const results = await runStages(checkStages)
  const { passed, failed } = total(results)
  console.log(`${passed} passed, ${failed} failed (${((performance.now() - began) / 1000).toFixed(0)} s)`)
  process.exit(failed === 0 ? 0 : 1)
}
