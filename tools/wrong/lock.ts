import { match } from "node:assert/strict"
import type { Page } from "playwright-core"
import { goTo, press, sees, write } from "../../e2e/walks/steps.ts"
import { beginsAPage, findsThePage, monday } from "./hands.ts"
import { instead } from "./plants.ts"
import type { Case } from "./world.ts"

const passphrase = "four plain words here"

/** What the closed page answers; not what it answered the last time. */
async function tries(page: Page, words: string): Promise<string> {
  await page.getByLabel("Passphrase").fill(words)
  await page.evaluate(() => document.querySelector(".kit-error")?.setAttribute("data-before", ""))
  await page.getByRole("button", { name: "Open", exact: true }).click()
  return page.locator(".kit-error:not([data-before])").innerText({ timeout: 15_000 })
}

const wrong: Case = {
  name: "a wrong passphrase",
  onlyInCommand: "e2e/lock.spec.ts",
  plant: [instead("app/door/tries.ts", "count < 4 ? 0 : Math.min(900, 2 ** (count - 3))", "0")],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana", { now: monday })
    await beginsAPage(ana, relay)
    await goTo(ana, "Help")
    await press(ana, "This device")
    await press(ana, "Choose a passphrase")
    await write(ana, "Your passphrase", passphrase)
    await write(ana, "The same once more", passphrase)
    await press(ana, "Set the lock")
    await sees(ana, "A passphrase locks your pages.")
    await ana.page.reload()
    const slow = /^Please wait (\d+) seconds? before the next try\. Nothing is lost\.$/
    const said: string[] = []
    let wait = 0
    // Up to a wait that is longer than what comes next takes on a slow computer.
    for (let times = 1; times <= 20 && wait < 12; times += 1) {
      const answer = await tries(ana.page, `wrong ${String(times)}`)
      said.push(answer)
      wait = Number(slow.exec(answer)?.[1] ?? 0)
      if (wait < 12) await ana.context.clock.fastForward(wait * 1000)
    }
    const [first = ""] = said
    match(first, /^That did not open it\. Nothing is lost\.$/)
    match(said.at(-1) ?? "", slow)
    await ana.page.reload()
    match(await tries(ana.page, passphrase), slow)
    const tab = await ana.context.newPage()
    await tab.goto(relay.url)
    match(await tries(tab, passphrase), slow)
    await tab.close()
    await ana.context.clock.fastForward(100_000)
    await write(ana, "Passphrase", passphrase)
    await press(ana, "Open")
    await ana.page.getByRole("navigation", { name: "Places" }).waitFor()
    await findsThePage(ana, undefined, false)
    return {
      sentence: `${first} … ${said.at(-1) ?? ""}`,
      way: "wait, then try again; longer each time, also after a reload and in another tab",
      kept: "everything: there is no wipe",
    }
  },
}

export const lock: readonly Case[] = [wrong]
