import { createHash } from "node:crypto"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build as bundle } from "vite"
import type { Plugin } from "vite"
import { root } from "./step.ts"

const sri = (bytes: Buffer): string => `sha384-${createHash("sha384").update(bytes).digest("base64")}`

/** Adds `integrity` to every script and style tag of index.html, once all files are written. */
function sealPage(out: string): void {
  const page = join(out, "index.html")
  const html = readFileSync(page, "utf8").replace(
    /<(script|link)\b([^>]*?)\s(src|href)="(\/assets\/[^"]+\.(?:js|css))"([^>]*)>/g,
    (_, tag: string, before: string, attribute: string, url: string, after: string) =>
      `<${tag}${before} ${attribute}="${url}" integrity="${sri(readFileSync(join(out, url)))}"${after}>`,
  )
  writeFileSync(page, html)
}

/** The service worker: bundled apart, at a fixed name, with the list of files it keeps and a hash of them all as its version. */
async function makeServiceWorker(out: string): Promise<void> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name !== "sw.js" && !e.parentPath.includes(".vite"))
    .map((e) => join(e.parentPath, e.name).slice(out.length).replaceAll("\\", "/"))
    .toSorted()
  const whole = createHash("sha256")
  for (const file of files) whole.update(file).update(readFileSync(join(out, file)))
  const version = whole.digest("hex").slice(0, 16)
  await bundle({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { __FILES__: JSON.stringify(files), __VERSION__: JSON.stringify(version) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2023",
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, "src/app/sw.ts"),
        output: { entryFileNames: "sw.js", format: "iife" },
      },
    },
  })
}

/** After the app is built: integrity on the page's tags, then the service worker that keeps exactly these files. */
export function integrity(): Plugin {
  let out = ""
  return {
    name: "goldseam-integrity",
    apply: "build",
    configResolved(config) {
      out = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      sealPage(out)
      await makeServiceWorker(out)
    },
  }
}
