import { defineConfig } from "vitest/config"

// The browser's walks: real Chromium, a real relay process of each walk's own. Two files at a time: a walk mostly waits.
export default defineConfig({
  test: {
    root: "e2e",
    include: ["**/*.spec.ts"],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    retry: 0,
  },
})
