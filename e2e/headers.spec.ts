import { afterAll, beforeAll, expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
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

test("every answer of the app carries the same strict headers", async () => {
  for (const path of ["/", "/sw.js", "/manifest.webmanifest", "/nothing-here"]) {
    const { headers } = await fetch(relay.url + path)
    expect(headers.get("content-security-policy"), path).toBe(policy)
    expect(headers.get("referrer-policy"), path).toBe("no-referrer")
    expect(headers.get("x-content-type-options"), path).toBe("nosniff")
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin")
    expect(headers.get("cross-origin-embedder-policy"), path).toBe("require-corp")
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin")
    expect(headers.get("permissions-policy"), path).toContain("geolocation=()")
    expect(headers.get("permissions-policy"), path).toContain("camera=(self)")
    expect(headers.get("strict-transport-security"), path).toBeNull()
  }
})

test("every script of the page is named by its content", async () => {
  const html = await (await fetch(relay.url)).text()
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map((m) => m[0])
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) expect(script).toContain('integrity="sha384-')
})

test("an injected inline script does not run, and a string is refused by innerHTML", async () => {
  await ana.page.goto(relay.url)
  await ana.page.getByRole("heading", { level: 1 }).waitFor()
  const inline = await ana.page.evaluate(() => {
    const script = document.createElement("script")
    let refused = false
    try {
      script.textContent = "globalThis.ran = true"
    } catch {
      refused = true
    }
    document.body.append(script)
    return { refused, ran: Reflect.get(globalThis, "ran") === true }
  })
  expect(inline.ran).toBe(false)
  const inner = await ana.page.evaluate(() => {
    try {
      document.body.innerHTML = "<img src=x onerror='globalThis.ran = true'>"
      return "taken"
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(inner).toBe("TypeError")
  expect(await ana.page.evaluate(() => Reflect.get(globalThis, "ran"))).toBeUndefined()
})

test("the first screen asks no stranger for anything", () => {
  expect(ana.requests.length).toBeGreaterThan(0)
  expect(
    ana.requests.filter(
      (url) => !url.startsWith(relay.url) && !url.startsWith("blob:") && !url.startsWith("data:"),
    ),
  ).toEqual([])
})
