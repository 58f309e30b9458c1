import { readdirSync, rmSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { allCanaries, canaries, fineTimesIn, searchFolder, searchText } from "../tools/canaries.ts"
import { freshFolder, person, startRelay } from "./harness.ts"
import type { Person } from "./harness.ts"
import {
  answersFirstQuestions,
  begins,
  compareWords,
  goTo,
  goToRoom,
  heading,
  joins,
  makesLink,
  press,
  sees,
  write,
} from "./walks/steps.ts"

// Acceptance 7: ten sentences and two names go through both browsers and the relay. Afterwards they stand in no file of any of the three, and in no console.

const { sentences, names } = canaries
const [benName, anaName] = names
const nobodyLooks = async (): Promise<void> => undefined

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0)
}

async function benWritesAndInvites(ben: Person, ana: Person): Promise<void> {
  await write(ben, "What I did", sentences.slice(0, 4).join(". "))
  await ben.page.getByRole("button", { name: /^Next/ }).first().click()
  await write(ben, "How it happened", sentences.slice(4, 6).join(". "))
  await press(ben, "Get ready to send")
  await press(ben, "Send")
  await answersFirstQuestions(ben, nobodyLooks)
  const link = await makesLink(ben, benName, nobodyLooks)
  await joins(ana, link, anaName, nobodyLooks)
  await compareWords(ben, ana, nobodyLooks)
}

async function anaOpensIt(ben: Person, ana: Person): Promise<void> {
  await goToRoom(ben, /^The account/)
  await press(ben, /^What happened/)
  await press(ben, "Let it go now")
  await sees(ben, /With the server/)
  await goTo(ana, "Today")
  await press(ana, /left you an account/)
  await press(ana, "Open it now")
  await sees(ana, new RegExp(sentences[0]))
}

async function anaKeepsAPage(ana: Person): Promise<void> {
  await goToRoom(ana, /^The account/)
  await press(ana, "Write an account")
  await write(ana, "What I did", sentences.slice(6, 9).join(". "))
  await press(ana, "Keep for now")
  await heading(ana, "What shall this be called?")
  await write(ana, "Name", "The green gate")
  await press(ana, "Keep for now")
  await heading(ana, "Would you like a lock?")
  await press(ana, "Later")
}

/** And the browser is closed. */
async function anaStopsInTheMiddle(ana: Person): Promise<void> {
  await goToRoom(ana, /^The account/)
  await press(ana, "Write an account")
  await write(ana, "What I did", sentences[9])
  await ana.page.waitForTimeout(1500)
}

test("what two people wrote stands in no file of either browser, in no file of the relay and in no console", async () => {
  const relay = await startRelay()
  const profiles = [freshFolder(), freshFolder()] as const
  const ben = await person("Ben", { profile: profiles[0] })
  const ana = await person("Ana", { profile: profiles[1] })
  let agent = ""
  try {
    await begins(ben, relay, "I hurt someone", /^My partner/)
    await benWritesAndInvites(ben, ana)
    await anaKeepsAPage(ana)
    await anaOpensIt(ben, ana)
    await anaStopsInTheMiddle(ana)
    agent = await ana.page.evaluate(() => navigator.userAgent)
  } catch (error) {
    await relay.stop()
    throw error
  } finally {
    await ben.close()
    await ana.close()
  }
  const data = dirname(relay.dataFile)
  const inRelay = searchFolder(data, [...allCanaries, agent, "127.0.0.1"])
  const times = fineTimesIn(relay.dataFile)
  await relay.stop()
  expect([inRelay, times]).toEqual([[], []])
  for (const profile of profiles) {
    expect(sizeOf(profile)).toBeGreaterThan(100_000)
    expect(searchFolder(profile, allCanaries)).toEqual([])
  }
  for (const one of [ben, ana]) expect(searchText(one.console, allCanaries, one.name)).toEqual([])
  for (const folder of [...profiles, data]) rmSync(folder, { recursive: true, force: true })
})

test("the look at a browser is a real one: words that a page stores, says in the console or shows in its title are found after it was closed", async () => {
  const relay = await startRelay()
  const profile = freshFolder()
  const ben = await person("Ben", { profile })
  await ben.page.goto(relay.url)
  await ben.page.getByRole("heading", { level: 1 }).waitFor()
  await ben.page.evaluate(
    async ([stored, said, titled, name]) => {
      console.log(said)
      document.title = titled
      history.pushState(null, "", `/#${encodeURIComponent(name)}`)
      const open = indexedDB.open("planted", 1)
      await new Promise<void>((done) => {
        open.addEventListener("upgradeneeded", () => open.result.createObjectStore("words"))
        open.addEventListener("success", () => {
          const write = open.result.transaction("words", "readwrite", { durability: "strict" })
          write.objectStore("words").put(stored, "a")
          write.addEventListener("complete", () => done())
        })
      })
    },
    [sentences[0], sentences[1], sentences[2], benName] as const,
  )
  await ben.page.waitForTimeout(500)
  await ben.close()
  await relay.stop()
  const found = new Set(searchFolder(profile, allCanaries).map((f) => f.what))
  expect(found).toContain(sentences[0])
  expect(found).toContain(sentences[2])
  expect(searchText(ben.console, allCanaries, "console").map((f) => f.what)).toContain(sentences[1])
  rmSync(profile, { recursive: true, force: true })
})
