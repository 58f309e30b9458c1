import { defineConfig } from "vitest/config"
import { filesAtATime, longestFirst } from "../tools/longest-first.ts"

// The browser's walks: real Chromium, a real relay process of each walk's own.
export default defineConfig({
  test: {
    root: "e2e",
    include: ["**/*.spec.ts"],
    setupFiles: ["setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: Math.min(filesAtATime, 2),
    sequence: {
      sequencer: longestFirst([
        "wrong.spec.ts",
        "journey.spec.ts",
        "exit-histories.spec.ts",
        "wrapped-relay.spec.ts",
        "copy.spec.ts",
        "pseudo.spec.ts",
        "lock.spec.ts",
        "alone.spec.ts",
        "store.spec.ts",
        "gallery.spec.ts",
        "caddy.spec.ts",
        "export.spec.ts",
        "device.spec.ts",
      ]),
    },
    retry: 0,
  },
})
