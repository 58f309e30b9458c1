import { defineConfig } from "vitest/config"

// The browser's walks: real Chromium, a real relay process. One file at a time: two cores, and the walks start processes of their own.
export default defineConfig({
  test: {
    root: "e2e",
    include: ["**/*.spec.ts"],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    retry: 0,
  },
})
