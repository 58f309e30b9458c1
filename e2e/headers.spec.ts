import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { appHeaders } from "#relay"
import { mutants } from "../tools/attacks/rows.ts"
import { builtApp, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"

// Acceptance 13: the headers of every answer of the app's origin, and what they hold in a real browser.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app"

let relay: TestRelay
let ana: Person
beforeAll(async () => {
  relay = await startRelay()
  ana = await person("Ana")
})
afterAll(async () => {
  await ana.close()
  await relay.stop()
})

const ran = (): Promise<unknown> => ana.page.evaluate(() => Reflect.get(globalThis, "ran"))

async function opened(): Promise<void> {
  await ana.page.goto(relay.url)
  await ana.page.getByRole("heading", { level: 1 }).waitFor()
}

/** Every file the app consists of, as it is asked for. */
function builtFiles(): readonly string[] {
  return readdirSync(builtApp, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !e.parentPath.includes(".vite"))
    .map((e) => join(e.parentPath, e.name).slice(builtApp.length).replaceAll("\\", "/"))
}

test("every answer of the app carries the same strict headers: each file, what is not there, and who runs it", async () => {
  const files = builtFiles()
  expect(files.filter((f) => f.endsWith(".woff2")).length).toBeGreaterThan(0)
  expect(files.length).toBeGreaterThan(8)
  for (const path of ["/", ...files, "/host.json", "/health", "/nothing-here"]) {
    const { headers, status } = await fetch(relay.url + path)
    expect(status, path).toBe(path === "/nothing-here" ? 404 : 200)
    expect(headers.get("content-security-policy"), path).toBe(policy)
    expect(headers.get("referrer-policy"), path).toBe("no-referrer")
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin")
    expect(headers.get("cross-origin-embedder-policy"), path).toBe("require-corp")
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin")
    expect(headers.get("permissions-policy"), path).toBe(appHeaders(null)["Permissions-Policy"])
    expect(headers.get("permissions-policy"), path).toContain("geolocation=()")
    expect(headers.get("permissions-policy"), path).toContain("camera=(self)")
    expect(headers.get("strict-transport-security"), path).toBeNull()
  }
})

test("nothing of what npm run attacks leaves out is in what is served; the look is a real one", async () => {
  const marks = ["GOLDSEAM_MUTANT", ...mutants.map(({ name }) => `"${name}"`)]
  expect(marks.length).toBeGreaterThan(40)
  const scripts = builtFiles().filter((file) => /\.(m?js|html|css)$/.test(file))
  const texts = await Promise.all(scripts.map(async (file) => (await fetch(relay.url + file)).text()))
  const all = texts.join("\n")
  expect(all).toContain("Leave this page")
  expect(marks.filter((mark) => all.includes(mark))).toEqual([])
  expect(marks.filter((mark) => `${all}${marks.join()}`.includes(mark))).toEqual(marks)
})

test("the API answers in JSON or bytes only, never as a page, and nothing of it is kept", async () => {
  for (const path of [`/api/log/${"A".repeat(43)}`, "/api/log/x", "/api/mail/x", "/api/nothing"]) {
    const { headers } = await fetch(relay.url + path)
    expect(headers.get("content-type"), path).toMatch(/^application\/(json|octet-stream)$/)
    expect(headers.get("content-security-policy"), path).toBe("default-src 'none'; sandbox")
    expect(headers.get("cache-control"), path).toBe("no-store")
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin")
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
  }
})

test("every script of the page is named by its content, and the name is true", async () => {
  const html = await (await fetch(relay.url)).text()
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((m) => m[0])
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) {
    const source = /\ssrc="([^"]+)"/.exec(script)?.[1] ?? ""
    const bytes = new Uint8Array(await (await fetch(relay.url + source)).arrayBuffer())
    expect(script).toContain(`integrity="sha384-${createHash("sha384").update(bytes).digest("base64")}"`)
  }
})

test("the browser understands the headers and has nothing to say about them", async () => {
  await opened()
  expect(ana.console.filter((line) => /policy|header|refused|violat/i.test(line))).toEqual([])
})

test("an injected inline script does not run, and a string is refused by innerHTML", async () => {
  await opened()
  const inline = await ana.page.evaluate(() => {
    const script = document.createElement("script")
    let refused = false
    try {
      script.textContent = "globalThis.ran = true"
    } catch {
      refused = true
    }
    document.body.append(script)
    return refused
  })
  expect(inline).toBe(true)
  const sinks = await ana.page.evaluate(() => {
    const names: string[] = []
    const attempt = (sink: () => void): void => {
      try {
        sink()
        names.push("taken")
      } catch (error) {
        names.push((error as Error).name)
      }
    }
    attempt(() => (document.body.innerHTML = "<img src=x onerror='globalThis.ran = true'>"))
    attempt(() =>
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='globalThis.ran = true'>"),
    )
    attempt(() => document.write("<img src=x onerror='globalThis.ran = true'>"))
    // oxlint-disable-next-line no-implied-eval -- this is the attempt that must fail
    attempt(() => setTimeout("globalThis.ran = true", 0))
    attempt(() => document.body.setAttribute("onclick", "globalThis.ran = true"))
    attempt(() =>
      (
        globalThis as unknown as { trustedTypes: { createPolicy: (n: string, r: object) => void } }
      ).trustedTypes.createPolicy("another", {}),
    )
    return names
  })
  expect(sinks).toEqual([
    "TypeError",
    "TypeError",
    "TypeError",
    expect.stringMatching(/Error$/),
    "TypeError",
    "TypeError",
  ])
  await ana.page.waitForTimeout(100)
  expect(await ran()).toBeUndefined()
})

test("a page that somebody changed on its way runs no script of theirs, neither written into it nor in place of ours", async () => {
  await ana.page.route(`${relay.url}/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace("</head>", "<script>globalThis.ran = true</script></head>")
    await route.fulfill({ response, body })
  })
  await ana.page.route("**/assets/index-*.js", async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `globalThis.ran = true;${await response.text()}` })
  })
  await ana.page.context().clearCookies()
  await ana.page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await ana.page.goto(relay.url)
  await ana.page.waitForTimeout(500)
  expect(await ran()).toBeUndefined()
  expect(ana.console.join("\n")).toMatch(/inline script/i)
  expect(ana.console.join("\n")).toMatch(/integrity/i)
  await ana.page.unroute("**/assets/index-*.js")
  await ana.page.unroute(`${relay.url}/`)
})

test("the first screen asks no stranger for anything", () => {
  expect(ana.requests.length).toBeGreaterThan(0)
  expect(
    ana.requests.filter(
      (url) => !url.startsWith(relay.url) && !url.startsWith("blob:") && !url.startsWith("data:"),
    ),
  ).toEqual([])
})
