import { readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { basename, extname, join } from "node:path"
import { build } from "vite"
import { root } from "../tools/step.ts"
import { freshFolder } from "./harness.ts"

export interface TestPage {
  readonly url: string
  readonly close: () => void
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
}

/** Bundles one of the house's own modules as a page of its own and serves it: for what must be seen in a real browser and is no screen. */
export async function servePage(entry: string): Promise<TestPage> {
  const bundle = freshFolder()
  await build({
    configFile: false,
    logLevel: "error",
    root,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    worker: { format: "es" },
    build: {
      outDir: bundle,
      emptyOutDir: true,
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(root, entry),
        output: { entryFileNames: "page.js", format: "es", assetFileNames: "[name][extname]" },
        external: ["crypto"],
      },
    },
  })
  const files = readdirSync(bundle, { recursive: true }).map(String)
  const sheets = files.filter((f) => f.endsWith(".css")).map((f) => `<link rel="stylesheet" href="/${f}">`)
  const html = `<!doctype html><html lang="en-GB"><head><title>Page</title>${sheets.join("")}</head><body><div id="app"></div><script type="module" src="/page.js"></script></body></html>`
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? "/", "http://x").pathname)
    const file = files.find((f) => basename(f) === name)
    response.setHeader("content-type", (file === undefined ? undefined : types[extname(name)]) ?? "text/html")
    response.end(file === undefined ? html : readFileSync(join(bundle, file)))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () => {
      server.close()
      rmSync(bundle, { recursive: true, force: true })
    },
  }
}
