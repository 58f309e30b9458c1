import { rmSync } from "node:fs"
import type { BrowserContext, Route } from "playwright-core"
import { filesFrom } from "#relay"
import type { Files } from "#relay"
import type { Kill } from "../../src/app/testing/duo.ts"
import { relayOrigin } from "../../src/app/testing/people.ts"
import { nobody } from "../../src/app/testing/mortal.ts"
import type { Life, Start, World } from "../../src/app/testing/mortal.ts"
import { batteryOut } from "../battery.ts"
import { freshFolder, person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { hooks, rowsOf } from "./hooks.ts"
import { remote } from "./remote.ts"

// A real Chromium as the device of a world (src/app/testing/mortal.ts): the world's disk is laid into its database, and at the write that is said it gets a SIGKILL.

export interface Mortal {
  readonly start: Start
  readonly stop: () => Promise<void>
}

interface Window {
  readonly person: Person
  readonly died: Promise<"died">
  isDead: boolean
}

/** The page's server and relay, in this process, under the name that they have in the world. */
async function answer(route: Route, files: Files, world: World): Promise<void> {
  const asked = route.request()
  const url = new URL(asked.url())
  const isApi = url.pathname.startsWith("/api/")
  const given = asked.postDataBuffer()
  const body = given === null || given.length === 0 ? null : Uint8Array.from(given)
  const request = new Request(url, { method: asked.method(), headers: asked.headers(), body })
  const response = isApi ? await world.relay.fetch(request) : files.answer(url.pathname)
  const headers = Object.fromEntries(response.headers)
  await route.fulfill({
    status: response.status,
    headers,
    body: Buffer.from(await response.arrayBuffer()),
  })
}

export function browserOn(folder: string): Mortal {
  const files = filesFrom(folder, { publicUrl: null })
  const profile = freshFolder()
  const begun = new WeakSet<World>()
  let [window, world]: [Window | null, World | null] = [null, null]

  const reaches = async (context: BrowserContext): Promise<void> => {
    await context.route("**/*", async (route) => {
      if (route.request().url().endsWith("/empty"))
        return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>empty</title>" })
      // What it asks and does not come back is a connection that is gone: of the page, or of the relay.
      if (world !== null) await answer(route, files, world).catch(() => route.abort().catch(() => undefined))
    })
    await context.routeWebSocket("**/*", () => undefined)
    await context.addInitScript(hooks)
  }
  const launched = async (): Promise<Window> => {
    const one = await person("Ana", {
      profile,
      args: [`--unsafely-treat-insecure-origin-as-secure=${relayOrigin}`],
    })
    const { promise: died, resolve } = Promise.withResolvers<"died">()
    const now: Window = { person: one, died, isDead: false }
    await one.page.exposeFunction("dieNow", async () => {
      now.isDead = true
      await batteryOut(profile)
      resolve("died")
    })
    await reaches(one.context)
    return now
  }
  const living = async (): Promise<Window> => {
    // What still writes is not to be met by the last one's kill.
    await window?.person.page.evaluate("globalThis.planted.at = 0").catch(() => undefined)
    if (window !== null && !window.isDead && !window.person.page.isClosed()) return window
    if (window?.isDead === true) await window.died
    await window?.person.context.close().catch(() => undefined)
    window = await launched()
    return window
  }

  const start = async (next: World): Promise<Life> => {
    const now = await living()
    world = next
    const { page, context } = now.person
    const origin = next.more?.relayOrigin ?? relayOrigin
    await context.clock.setFixedTime(next.clock.now().at)
    if (!begun.has(next)) {
      begun.add(next)
      await page.goto(`${origin}/empty`)
      await page.evaluate(`globalThis.planted.lay(${JSON.stringify(rowsOf(next.disk))})`)
    }
    await page.goto(`${origin}/`)
    await page.evaluate(`globalThis.planted.has("keeper")`)
    const me = await remote(page, next, now)
    return {
      ...me,
      session: me.isFresh ? nobody : me.session,
      // It may die while it is asked.
      writes: () =>
        page.evaluate<number>("globalThis.planted.writes").catch((error: unknown) => {
          if (now.isDead) return 0
          throw error
        }),
      killAt: ({ at, after }: Kill) =>
        page.evaluate(
          `Object.assign(globalThis.planted, { at: globalThis.planted.writes + ${String(at)}, after: ${String(after)} })`,
        ),
      died: now.died,
      isDead: () => now.isDead,
      end: () => undefined,
    }
  }
  return {
    start,
    stop: async () => {
      if (window !== null && !window.isDead) await window.person.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
