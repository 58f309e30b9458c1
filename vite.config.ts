import { defineConfig } from "vite"
import { integrity } from "./tools/integrity.ts"
import { withoutExamples } from "./tools/without-examples.ts"

// The app: one page, one entry, own files only. Inline nothing: the content policy forbids it.
export default defineConfig({
  root: "src/app",
  publicDir: "public",
  base: "/",
  // Said here, too: built from within a test it would otherwise be the bundle for who writes it, with the names of files in it.
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  resolve: { conditions: ["browser", "module", "import"] },
  worker: { format: "es" },
  plugins: [withoutExamples(), integrity()],
  build: {
    outDir: "../../dist/app",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    // A package asks for Node's crypto where a browser's is missing; here it never is.
    rolldownOptions: { input: { index: "src/app/index.html" }, external: ["crypto"] },
  },
  logLevel: "warn",
})
