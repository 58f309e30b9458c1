import { equal } from "node:assert/strict"
import { rmSync } from "node:fs"
import { forward, person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { anaInvitesBen, anaSaysItAlone, anaSendsIt, benOpensIt, benTellsHisSide } from "./ana-first.ts"
import { walkSteps } from "./pair.ts"
import type { Pair, Step, Walking } from "./pair.ts"
import { goTo, goToRoom, heading, press, pressFirst, sees, seesNot, write } from "./steps.ts"
import type { Look } from "./steps.ts"

const day = 86_400_000

/** Ana's phone is lost in the middle. She comes back from a sheet of paper alone, lets the lost one go, and it goes on. */
export function lostPhone(walking: Walking): Promise<void> {
  const sheets: string[] = []
  const steps: readonly Step[] = [
    { name: "alone", walk: anaSaysItAlone },
    { name: "invitation", walk: anaInvitesBen },
    { name: "sheet", walk: async ({ ana }, look) => void sheets.push(await makesSheet(ana, look)) },
    { name: "sent", walk: anaSendsIt },
    { name: "a day later", walk: aDayPasses },
    { name: "opened", walk: benOpensIt },
    { name: "lost", walk: (pair, look) => comesBack(pair, sheets[0] ?? "", look) },
    { name: "words", walk: bothCompare },
    { name: "answered", walk: benTellsHisSide },
    { name: "read", walk: anaReadsIt },
    { name: "new sheet", walk: (pair, look) => oldSheetIsDead(pair, sheets, look) },
  ]
  return walkSteps(steps, walking)
}

/** What Ana could copy by hand from the screen. */
async function makesSheet(ana: Person, look: Look, again = false): Promise<string> {
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, again ? "Make a new sheet" : "A sheet to come back with")
  await heading(ana, "A sheet to come back with")
  await sees(ana, /^Whoever runs the server cannot read them/)
  await look(ana, again ? "sheet-again" : "sheet")
  await press(ana, "Make the sheet")
  await heading(ana, "Your sheet")
  await look(ana, "sheet-made")
  const paper = await ana.page.getByRole("region", { name: "A sheet to come back with" }).innerText()
  const code = paper.split("\n").find((line) => /^(?:[0-9A-Z]{4}[ -]){6}[0-9A-Z]{4}$/.test(line)) ?? ""
  equal(code.length, 34, paper)
  await printsItAlone(ana, paper)
  await press(ana, "I have it now")
  await sees(ana, /^You made a sheet to come back with on/)
  await look(ana, "device-sheet")
  // It is shown once: nothing leads back to it.
  equal(await ana.page.getByText(code).count(), 0)
  return code
}

/** The sheet is what goes to paper, and nothing around it. */
async function printsItAlone({ page }: Person, paper: string): Promise<void> {
  await page.emulateMedia({ media: "print" })
  const printed = await page.evaluate(() => document.body.innerText)
  await page.emulateMedia({ media: null })
  equal(printed.replaceAll(/\s+/g, " ").trim(), paper.replaceAll(/\s+/g, " ").trim())
}

async function aDayPasses({ relay, ben, ana }: Pair): Promise<void> {
  await forward(day, relay, ben, ana)
  // The day's copy goes while the app is open.
  await goTo(ana, "Help")
  await press(ana, "This device")
  await sees(ana, /^Your own pages are copied to the server, locked\. The last time was on 3 November 2026/)
}

/** The old browser is gone, with all that was in it. */
async function comesBack(pair: Pair, code: string, look: Look): Promise<void> {
  const lost = pair.ana
  const now = await lost.page.evaluate(() => Date.now())
  await lost.close()
  rmSync(lost.profile, { recursive: true, force: true })
  const ana = await person("Ana", { now })
  ana.console.push(...lost.console)
  ana.requests.push(...lost.requests)
  pair.ana = ana
  await ana.page.goto(pair.relay.url)
  await press(ana, "I have a sheet")
  await heading(ana, "Come back with a sheet")
  await look(ana, "return")
  await write(ana, "The code", `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`)
  await press(ana, "Come back")
  await sees(ana, /^Something in it is different from the sheet/)
  await look(ana, "return-mistyped")
  await write(ana, "The code", code.toLowerCase())
  await press(ana, "Come back")
  await heading(ana, "You are back")
  await heading(ana, "May the other device go?")
  await look(ana, "returned")
  await press(ana, "Go on")
  // As long as it may still write, too, what each writes alone can be brought together.
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Bring my devices together now")
  await sees(ana, /^Done\. All that is written here/)
  await look(ana, "device-several")
  await press(ana, "Yes, let it go")
  await ana.page.getByText("May the other device go?").waitFor({ state: "detached" })
  await sees(ana, /^A device was let go since/)
  await look(ana, "device-let-go")
  await goTo(ana, "Looking back")
  await press(ana, /^That it hurt, sent/)
  await sees(ana, /I check the clock/)
}

async function words({ page }: Person): Promise<readonly string[]> {
  await page.getByRole("heading", { name: "Do you see the same?" }).waitFor()
  return page.getByRole("main").getByRole("listitem").allInnerTexts()
}

async function bothCompare({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, /^You came back with a sheet/)
  await sees(ana, /^Something newer than/)
  await press(ana, "See the words to compare")
  await goTo(ben, "Today")
  await heading(ben, "Ana came back in another browser")
  await look(ben, "sheet-used")
  await press(ben, "Do we see the same?")
  const hers = (await words(ana)).join(" ")
  // Who reads them out waits until both have looked.
  const his = async (): Promise<string> => (await words(ben)).join(" ")
  for (let looks = 0; looks < 50 && (await his()) !== hers; looks += 1) await ben.page.waitForTimeout(200)
  equal(await his(), hers)
  equal(hers.split(" ").length, 8)
  await look(ana, "same")
  await press(ana, "They are the same")
  await sees(ana, "You see the same. Nothing before this is missing here.")
  await goTo(ben, "Rooms")
  await press(ben, "People and devices")
  await sees(ben, "It came with a sheet of paper.")
  await sees(ben, /^You have not compared words since it came/)
  await look(ben, "people")
  await goTo(ben, "Rooms")
  await press(ben, "Do we see the same?")
  await press(ben, "They are the same")
  await goTo(ben, "Rooms")
  await press(ben, "People and devices")
  await sees(ben, "It came with a sheet of paper.")
  await seesNot(ben, /^You have not compared/)
  await goTo(ben, "Today")
  await press(ben, "Put this away")
  await ben.page.getByText("Ana came back in another browser").waitFor({ state: "detached" })
}

async function anaReadsIt({ ana }: Pair): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, /^Ben left you an account/)
  await press(ana, "Open it now")
  await sees(ana, /I was at the station with Tom/)
  await goToRoom(ana, /^What happened/)
  await pressFirst(ana, /^Thursday at the station/)
}

async function oldSheetIsDead(pair: Pair, sheets: readonly string[], look: Look): Promise<void> {
  await makesSheet(pair.ana, look, true)
  const now = await pair.ana.page.evaluate(() => Date.now())
  const finder = await person("whoever finds the old sheet", { now })
  try {
    await finder.page.goto(pair.relay.url)
    await press(finder, "I have a sheet")
    await write(finder, "The code", sheets[0] ?? "")
    await press(finder, "Come back")
    await sees(finder, /^This server has nothing for this code/)
  } finally {
    await finder.close()
    rmSync(finder.profile, { recursive: true, force: true })
  }
}
