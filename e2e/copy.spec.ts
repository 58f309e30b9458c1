import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { axe, freshFolder, person, startRelay } from "./harness.ts"
import type { Looks, Person, TestRelay } from "./harness.ts"
import { benAndAna } from "./walks/ben-and-ana.ts"
import {
  comesBack,
  isToldOnce,
  keepsPage,
  opensKeepCopy,
  passphrase,
  savesCopy,
  tries,
} from "./walks/copies.ts"
import type { Between } from "./walks/pair.ts"
import {
  answersFirstQuestions,
  begins,
  choose,
  compareWords,
  goTo,
  goToRoom,
  heading,
  joins,
  makesLink,
  press,
  pressFirst,
  sees,
  seesNot,
  write,
} from "./walks/steps.ts"

// Keep a copy, and come back with it in an empty browser: what the browser really saves, and what it really opens (issue acceptance 7).

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

const desk: Looks = { width: 1280, height: 800, dark: true }

/** A new screen: no fault in it. */
async function look(who: Person, screen: string): Promise<void> {
  expect(await axe(who.page), screen).toEqual([])
  // Letters twice as large: nothing runs out of the page sideways.
  const size = (fontSize: string) =>
    who.page.evaluate((now) => (document.documentElement.style.fontSize = now), fontSize)
  await size("200%")
  const isTooWide = await who.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  await size("")
  expect(isTooWide, screen).toBe(false)
}

/** The same on a phone in the light and at a desk in the dark. */
async function lookTwice(who: Person, screen: string): Promise<void> {
  const { page } = who
  for (const { width = 360, height = 740, dark } of [{}, desk] satisfies Looks[]) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark === true ? "dark" : "light" })
    await look(who, screen)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: "light" })
}

const quiet = (): Promise<void> => Promise.resolve()

function changed(file: string, how: (bytes: Buffer) => Buffer): string {
  const name = join(freshFolder(), "changed")
  writeFileSync(name, how(readFileSync(file)))
  return name
}
const flipped = (bytes: Buffer): Buffer => {
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 16
  return bytes
}

test("Ana keeps a copy, and an empty browser has all of it again", async () => {
  const ana = await person("Ana")
  await begins(ana, relay, "I hurt someone", /^My partner/)
  await keepsPage(ana, "The birthday", true)
  await goToRoom(ana, /^What happened/)
  await press(ana, /^Open a page for something/)
  await write(ana, "A short name for it", "Half a thought")
  await isToldOnce(ana, lookTwice)
  await opensKeepCopy(ana)
  await lookTwice(ana, "keep-copy")
  await press(ana, "Save the copy")
  await sees(ana, "Please choose at least eight characters.")
  await lookTwice(ana, "keep-copy-short")
  const { name, file } = await savesCopy(ana)
  await lookTwice(ana, "keep-copy-done")
  expect(name).toMatch(/^notes-\d{4}-\d\d-\d\d\.bin$/)
  const bytes = readFileSync(file).toString("latin1")
  for (const word of ["birthday", "Half a thought", "Goldseam", "partner"]) expect(bytes).not.toContain(word)
  await press(ana, "Done")
  await sees(ana, "You kept these. The days are noted here only for you.")
  await lookTwice(ana, "device-copies")

  const again = await comesBack({}, file, relay)
  await lookTwice(again, "came-back")
  await press(again, "Go on")
  await goToRoom(again, /^What happened/)
  await sees(again, "The birthday")
  await press(again, /^Open a page for something/)
  expect(await again.page.getByLabel("A short name for it", { exact: true }).inputValue()).toBe(
    "Half a thought",
  )
  await keepsPage(again, "Since I came back", false)
  await goToRoom(again, /^What happened/)
  await sees(again, "Since I came back")
  // It is locked as the copy was, and all of it is there behind the lock.
  await again.page.reload()
  await write(again, "Passphrase", passphrase)
  await press(again, "Open")
  await goToRoom(again, /^What happened/)
  await sees(again, "The birthday")
  await sees(again, "Since I came back")
  await goTo(again, "Help")
  await press(again, "This device")
  await sees(again, /^These pages came here with a copy of/)
  await lookTwice(again, "device-after")
  await pressFirst(again, /^Take this line away/)
  await sees(again, "You have kept none yet.")
  for (const who of [ana, again]) {
    expect(who.console).toEqual([])
    await who.close()
  }
})

test("each file that is no copy has its own sentence, a wrong passphrase another; and then the right one opens", async () => {
  const ana = await person("Ana")
  await begins(ana, relay, "I hurt someone", /^My partner/)
  await keepsPage(ana, "The birthday", true)
  await opensKeepCopy(ana)
  await press(ana, "Save what is mine and what we shared")
  const [download] = await Promise.all([ana.page.waitForEvent("download"), press(ana, "Save the file")])
  const shown = join(freshFolder(), "shown")
  await download.saveAs(shown)
  await opensKeepCopy(ana)
  const { file } = await savesCopy(ana)
  await ana.close()

  const empty = await person("Ana again")
  await empty.page.goto(relay.url)
  await press(empty, "I have a copy")
  await look(empty, "open-copy")
  await press(empty, "Open the copy")
  await sees(empty, "Please choose the file first.")
  const picture = changed(file, () => Buffer.from("\u0089PNG\r\n\u001a\n and so on", "latin1"))
  const newer = changed(file, (bytes) => Buffer.concat([Buffer.from("gs/v2/"), bytes.subarray(6)]))
  for (const [name, said] of [
    [picture, /^This file is something else/],
    [shown, /^This is the file for showing, not a copy/],
    [newer, /^This copy was made with a newer version/],
    [changed(file, flipped), /^This file was changed or is cut short/],
    [changed(file, (bytes) => bytes.subarray(0, 3000)), /^This file was changed or is cut short/],
  ] as const) {
    await tries(empty, name)
    await sees(empty, said)
  }
  await look(empty, "open-copy-refused")
  await tries(empty, file, "another one")
  await sees(empty, /^That did not open it/)
  await look(empty, "open-copy-wrong")
  await empty.page.reload()
  await heading(empty, /Something broke/)
  await press(empty, "I have a copy")
  await tries(empty, file)
  await heading(empty, "You are back")
  expect(empty.console).toEqual([])
  await empty.close()
})

test("where there is a lock, its passphrase is asked again and is that of the copy", async () => {
  const ana = await person("Ana")
  await begins(ana, relay, "I hurt someone", /^My partner/)
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", passphrase)
  await write(ana, "The same once more", passphrase)
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  await press(ana, "Keep a copy")
  await write(ana, "Your passphrase, once more", "not this one")
  await press(ana, "Save the copy")
  await sees(ana, "That is not the passphrase you have here. Nothing is lost.")
  await look(ana, "keep-copy-own-wrong")
  await write(ana, "Your passphrase, once more", passphrase)
  const [download] = await Promise.all([ana.page.waitForEvent("download"), press(ana, "Save the copy")])
  const file = join(freshFolder(), "saved")
  await download.saveAs(file)
  await ana.close()
  await (await comesBack({}, file, relay)).close()
})

class Enough extends Error {}

test("what two said is read in the empty browser, room by room, and nothing of it can be changed from there", async () => {
  const between: Between = async (step, { relay: at, ben }) => {
    if (step !== "apology") return
    await opensKeepCopy(ben)
    const { file } = await savesCopy(ben)
    const now = await ben.page.evaluate(() => Date.now())
    const again = await comesBack({ now }, file, at)
    const looks = async (screen: string): Promise<void> => look(again, screen)
    await press(again, "Go on")
    await sees(again, "That’s enough for today")
    await looks("only-read-today")
    await goToRoom(again, /^The account/)
    await looks("only-read-account-room")
    await pressFirst(again, /^What happened, /)
    await sees(again, /races with Tom/)
    await looks("only-read-account")
    await goToRoom(again, /^The apology/)
    await looks("only-read-apology-room")
    await pressFirst(again, /letter|November/i)
    await sees(again, /wondered about yourself/)
    await looks("only-read-apology")
    await sees(again, "This came here with a copy. From here it can only be read.")
    await seesNot(again, "Take it back")
    await press(again, "Offer to put something right")
    await choose(again, /^Tell the truth/)
    await again.page.getByRole("textbox").first().fill("I will tell Tom that it was wrong.")
    await press(again, "Offer it")
    await heading(again, "Here it can only be read")
    await looks("only-read-gate")
    await press(again, "Done")
    await goTo(again, "Looking back")
    await looks("only-read-looking-back")
    await goTo(again, "Today")
    await press(again, "What is shared")
    await sees(again, /^What you shared came here with a copy/)
    await looks("only-read-shared")
    expect(again.console).toEqual([])
    await again.close()
    throw new Enough()
  }
  const walking = { look: quiet, between, done: quiet }
  await expect(benAndAna(walking)).rejects.toBeInstanceOf(Enough)
})

async function together(): Promise<{ readonly ana: Person; readonly ben: Person }> {
  const [ben, ana] = [await person("Ben"), await person("Ana")]
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await goTo(ben, "Rooms")
  await press(ben, "Invite the other person")
  await answersFirstQuestions(ben, quiet)
  await joins(ana, await makesLink(ben, "Ben", quiet), "Ana", quiet)
  await compareWords(ben, ana, quiet)
  return { ana, ben }
}

test("with Ben: the empty browser reads what is shared, says why it is no more than that, and both browsers live on", async () => {
  const { ana, ben } = await together()
  await keepsPage(ana, "The loan", true)
  await goTo(ana, "Rooms")
  await sees(ana, /You and Ben/)
  await opensKeepCopy(ana)
  const { file } = await savesCopy(ana)
  const again = await comesBack(desk, file, relay)
  await sees(again, /^What you share can be read here, as it was that day/)
  await look(again, "came-back-shared")
  const before = again.requests.length
  await press(again, "Go on")
  await goTo(again, "Rooms")
  await sees(again, /^What you share with Ben can be read here/)
  await look(again, "rooms-only-read")
  // Both write, at the same time, and both look for news.
  await Promise.all([keepsPage(ana, "From the old one", false), keepsPage(again, "From the new one", false)])
  await goToRoom(again, /^What happened/)
  await sees(again, "The loan")
  await sees(again, "From the new one")
  await seesNot(again, "From the old one")
  await goToRoom(ana, /^What happened/)
  await sees(ana, "From the old one")
  await seesNot(ana, "From the new one")
  const asked = again.requests.slice(before).filter((address) => address.includes("/api/"))
  expect(asked).toEqual([])
  expect(again.console).toEqual([])
  for (const who of [ana, ben, again]) await who.close()
})
