import { rmSync } from "node:fs"
import { freshFolder, person, startRelay } from "../harness.ts"
import type { Person } from "../harness.ts"
import { begins, heading, write } from "../walks/steps.ts"
import { everyday } from "./everyday.ts"
import { see } from "./eyes.ts"
import { exitName, secret } from "./world.ts"

// What needs a browser of its own: a window without an address bar, as an installed app has, and a browser that brings back its tabs.

async function anaWritesAndLeaves(ana: Person, url: string): Promise<void> {
  await everyday(ana.context, url)
  await begins(ana, { url }, "Someone hurt me", /^My partner/)
  await write(ana, "What happened", `You took ${secret}.`)
  await ana.page.waitForTimeout(500)
  await ana.page.getByRole("button", { name: exitName }).click({ noWaitAfter: true })
}

/** In a window of an installed app. */
export async function inItsOwnWindow(files?: string): Promise<readonly string[]> {
  const relay = await startRelay(files === undefined ? {} : { files })
  const ana = await person("Ana", { args: [`--app=${relay.url}`] })
  try {
    const isInstalled = await ana.page.evaluate(() => matchMedia("(display-mode: standalone)").matches)
    await anaWritesAndLeaves(ana, relay.url)
    await ana.page.waitForTimeout(1000)
    const { kind, all } = await see(await ana.context.newCDPSession(ana.page))
    return [
      ...(isInstalled ? [] : ["the window is an ordinary one"]),
      ...(kind === "neutral" ? [] : [`it is ${kind}`]),
      ...(all.includes(secret) ? ["the words are in it"] : []),
    ]
  } finally {
    await ana.close()
    await relay.stop()
  }
}

/** The browser is closed after leaving, started again, and brings back the tabs it had. `leaves` false: she only closed it. */
export async function broughtBackTabs(
  leaves = true,
): Promise<{ readonly faults: readonly string[]; readonly tabs: readonly string[] }> {
  const relay = await startRelay()
  const profile = freshFolder()
  const looks = { profile, args: ["--restore-last-session"] }
  const faults: string[] = []
  const tabs: string[] = []
  try {
    const ana = await person("Ana", looks)
    if (leaves) {
      await anaWritesAndLeaves(ana, relay.url)
      await ana.page.getByText("Rain later").waitFor()
    } else {
      await begins(ana, relay, "Someone hurt me", /^My partner/)
      await write(ana, "What happened", `You took ${secret}.`)
      await ana.page.waitForTimeout(500)
    }
    await ana.page.waitForTimeout(1500)
    await ana.close()
    const later = await person("Ana", looks)
    await everyday(later.context, relay.url)
    await later.page.waitForTimeout(1500)
    for (const page of later.context.pages()) {
      const devtools = await later.context.newCDPSession(page)
      for (let back = 0; back < 4; back += 1) {
        const { kind, all } = await see(devtools)
        tabs.push(kind)
        if (kind === "OPEN" || kind === "first") faults.push(`a tab is ${kind}`)
        if (all.includes(secret)) faults.push("a tab has the words")
        const { currentIndex, entries } = await devtools.send("Page.getNavigationHistory")
        const before = entries[currentIndex - 1]
        if (before === undefined) break
        await devtools.send("Page.navigateToHistoryEntry", { entryId: before.id })
        await page.waitForTimeout(300)
      }
    }
    const closed = later.context.newPage()
    await (await closed).goto(relay.url)
    await heading({ ...later, page: await closed }, "This page is closed")
    await later.close()
  } finally {
    await relay.stop()
    rmSync(profile, { recursive: true, force: true })
  }
  return { faults, tabs }
}
