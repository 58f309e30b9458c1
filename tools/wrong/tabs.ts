import { equal } from "node:assert/strict"
import type { Person } from "../../e2e/harness.ts"
import { goTo, goToRoom, heading, press, sees, write } from "../../e2e/walks/steps.ts"
import { beginsAPage, draft, findsThePage } from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

const offTab = instead(
  "app/session/open-session.ts",
  "otherTabWrote()",
  "ground.refresh().catch(() => undefined)",
)

/** Another tab of the same browser, on the page that was begun. */
async function anotherTab(ana: Person, url: string): Promise<Person> {
  const other: Person = { ...ana, page: await ana.context.newPage() }
  await other.page.goto(url)
  await press(other, "Open")
  return other
}

const samePage: Case = {
  name: "two tabs that write on the same page",
  plant: [offTab],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    await beginsAPage(ana, relay)
    const other = await anotherTab(ana, relay.url)
    await goToRoom(other, /^What happened/)
    await press(other, /^You began a page/)
    const more = `${draft} I saw it.`
    await write(ana, "What happened", more)
    const there = other.page.getByRole("textbox").first()
    await other.page.waitForFunction((text) => document.querySelector("textarea")?.value === text, more)
    await there.focus()
    await other.page.keyboard.press("Control+End")
    await other.page.keyboard.type(" Twice.")
    await ana.page.waitForFunction(
      (text) => document.querySelector("textarea")?.value === text,
      `${more} Twice.`,
    )
    await findsThePage(ana, `${more} Twice.`)
    return {
      sentence: "(none is needed: both tabs show the same words as they are written)",
      way: "write in either",
      kept: "the words of both tabs, in one page",
    }
  },
}

const lockedElsewhere: Case = {
  name: "two tabs, and a passphrase is set in one",
  plant: [offTab],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    await beginsAPage(ana, relay)
    const other = await anotherTab(ana, relay.url)
    await goTo(other, "Help")
    await press(other, "This device")
    await press(other, "Choose a passphrase")
    await write(other, "Your passphrase", "four plain words here")
    await write(other, "The same once more", "four plain words here")
    await press(other, "Set the lock")
    await sees(other, "A passphrase locks your pages.")
    await heading(ana, "This page is closed")
    const sentence = await saidOn(ana.page, /a passphrase was set in another tab/)
    await write(ana, "Passphrase", "four plain words here")
    await press(ana, "Open")
    await ana.page.getByRole("navigation", { name: "Places" }).waitFor()
    await findsThePage(ana, draft, false)
    equal((await ana.page.getByRole("textbox").count()) > 0, true)
    return { sentence, way: "the passphrase opens this tab too", kept: "the page that was begun in it" }
  },
}

export const tabs: readonly Case[] = [samePage, lockedElsewhere]
