import type { Page } from "playwright-core"
import { builtApp, person } from "../../e2e/harness.ts"
import { joins } from "../../e2e/walks/steps.ts"
import { benInvites, saysTheSame, writes } from "./ben-alone.ts"
import { startServer } from "./children.ts"
import { rowsOf } from "./rows-in-browser.ts"
import { watching } from "./tasks.ts"
import type { Tasks } from "./tasks.ts"

/** What Ana's page went through. Milliseconds. */
export interface FirstLook {
  /** From the moment there is a connection again until everything Ben wrote is on her disk. */
  readonly synced: number
  readonly syncing: Tasks
  /** From her tap on "Open" until Today is there, each time. */
  readonly opened: readonly number[]
  readonly opening: Tasks
}

/** The built app itself, with a relay: Ana was offline while Ben wrote `count` things; then there is a connection again. After that she opens it so many times. */
export async function firstLook(count: number, times: number): Promise<FirstLook> {
  const relay = await startServer("relay", [builtApp])
  const ana = await person("Ana", { alone: true })
  try {
    const { page } = ana
    const ben = await benInvites(relay.url)
    await joins(ana, ben.link, "Ana", () => Promise.resolve())
    await saysTheSame(ben.session, ana)
    await ana.context.setOffline(true)
    await writes(ben.session, count)
    const tasks = await watching(ana)
    const began = performance.now()
    await ana.context.setOffline(false)
    while ((await rowsOf(page, "shared")) < count) await pause(250)
    const synced = performance.now() - began
    const syncing = await tasks()
    await untilRemembered(page)
    const whileOpening = await watching(ana)
    const opened: number[] = []
    for (let n = 0; n < times; n += 1) opened.push(await openedIn(page))
    return { synced, syncing, opened, opening: await whileOpening() }
  } finally {
    await ana.close()
    await relay.stop()
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function untilRemembered(page: Page): Promise<void> {
  for (let before = -1; ;) {
    await pause(4000)
    const now = await rowsOf(page, "remembered")
    if (now === before) return
    before = now
  }
}

async function openedIn(page: Page): Promise<number> {
  await page.reload()
  const open = page.getByRole("button", { name: "Open", exact: true })
  await open.waitFor()
  // By the page's own clock: how long the hand that taps takes is not in it.
  const took = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener(
          "click",
          ({ timeStamp }) => {
            new MutationObserver((_, observer) => {
              if (document.querySelector("nav") === null) return
              observer.disconnect()
              requestAnimationFrame(() => resolve(performance.now() - timeStamp))
            }).observe(document.body, { childList: true, subtree: true })
          },
          { once: true, capture: true },
        )
      }),
  )
  await open.click()
  return took
}
