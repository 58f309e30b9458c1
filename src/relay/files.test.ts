import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { appHeaders, filesFrom } from "./files.ts"
import { createHost } from "./host.ts"
import { testRelay } from "./testing/asking.ts"
import { freshFolder } from "./testing/processes.ts"

const folder = freshFolder()
mkdirSync(join(folder, "assets"))
mkdirSync(join(folder, ".vite"))
writeFileSync(join(folder, "index.html"), "<!doctype html><p>Goldseam</p>".repeat(50))
writeFileSync(join(folder, "sw.js"), "0")
writeFileSync(join(folder, "assets/face.woff2"), "font")
writeFileSync(join(folder, ".vite/manifest.json"), "{}")
writeFileSync(join(folder, "..", "goldseam-beside.txt"), "secret")
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(folder, "..", "goldseam-beside.txt"), { force: true })
})

function served(publicUrl: string | null) {
  const relay = testRelay({
    files: filesFrom(folder, { publicUrl }),
    host: createHost({
      operator: "The Lane Street Centre",
      publicUrl,
      exitUrl: "https://weather.example/today",
    }),
  })
  return (path: string, init: RequestInit = {}): Promise<Response> =>
    relay.fetch(new Request(`http://relay${path}`, init))
}

test("every answer outside of the API carries the same headers, whatever was asked and however", async () => {
  const ask = served(null)
  const wanted = Object.entries(appHeaders(null))
  const asked: readonly (readonly [path: string, method: string, status: number])[] = [
    ["/", "GET", 200],
    ["/", "HEAD", 200],
    ["/sw.js", "GET", 200],
    ["/assets/face.woff2", "GET", 200],
    ["/host.json", "GET", 200],
    ["/health", "GET", 200],
    ["/nothing-here", "GET", 404],
    ["/", "POST", 404],
    ["/host.json", "DELETE", 404],
    ["/apix", "OPTIONS", 404],
  ]
  for (const [path, method, status] of asked) {
    const answer = await ask(path, { method })
    expect(answer.status, `${method} ${path}`).toBe(status)
    for (const [name, value] of wanted)
      expect(answer.headers.get(name), `${method} ${path} ${name}`).toBe(value)
    expect(answer.headers.get("strict-transport-security")).toBeNull()
  }
})

test("only an https address of its own asks browsers to stay with https", async () => {
  const year = "max-age=31536000"
  for (const path of ["/", "/host.json", "/nothing-here"]) {
    expect((await served("https://goldseam.example")(path)).headers.get("strict-transport-security")).toBe(
      year,
    )
    expect(
      (await served("http://goldseam.example")(path)).headers.get("strict-transport-security"),
    ).toBeNull()
  }
})

test("no answer of the API can be shown as a page, and none is kept", async () => {
  for (const path of ["/api/log/x", "/api/people", `/api/log/${"A".repeat(43)}`, "/api/mail/x"]) {
    const answer = await served(null)(path)
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin")
    expect(answer.headers.get("content-type")).toMatch(/^application\/(json|octet-stream)$/)
  }
})

test("the server says who runs it, where the exit leads and what its key is, and nothing else", async () => {
  const told = (await (await served("https://goldseam.example")("/host.json")).json()) as {
    readonly key: string
  }
  expect(told.key).toMatch(/^[\w-]{43}$/)
  expect(told).toEqual({
    operator: "The Lane Street Centre",
    publicUrl: "https://goldseam.example",
    exit: [{ name: "weather.example", url: "https://weather.example/today" }],
    key: told.key,
  })
})

test("nothing outside of the folder can be asked for, nor what is hidden in it", async () => {
  const ask = served(null)
  for (const path of [
    "/../goldseam-beside.txt",
    "/%2e%2e/goldseam-beside.txt",
    "/..%2fgoldseam-beside.txt",
    "//etc/passwd",
    "/.vite/manifest.json",
    "/assets",
    "/assets/",
    "/__proto__",
    "/%00",
  ])
    expect((await ask(path)).status, path).toBe(404)
})

test("text comes packed to who can unpack it, and is the same text", async () => {
  const ask = served(null)
  const plain = await ask("/")
  const packed = await ask("/", { headers: { "Accept-Encoding": "br, gzip" } })
  expect([plain.headers.get("content-encoding"), packed.headers.get("content-encoding")]).toEqual([
    null,
    "gzip",
  ])
  expect(packed.headers.get("vary")).toBe("Accept-Encoding")
  const unpacked = gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString("utf8")
  expect(unpacked).toBe(await plain.text())
  expect(
    (await ask("/assets/face.woff2", { headers: { "Accept-Encoding": "gzip" } })).headers.get("vary"),
  ).toBeNull()
})
