import { defineConfig } from "vitest/config"

// Everything that needs no browser. The browser's walks have their own config: e2e/vitest.config.ts.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tools/**/*.test.ts"],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
