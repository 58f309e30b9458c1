import { freshFolder, person, startRelay } from "../harness.ts"
import type { Looks, Person } from "../harness.ts"
import { join } from "node:path"
import { anaInvitesBen } from "./ana-first.ts"
import { monday } from "./pair.ts"
import { begins, choose, goTo, goToRoom, heading, press, sees, seesNot, write } from "./steps.ts"
import type { Look } from "./steps.ts"

// Keeping a copy, and coming back with it: for the test of it, and for a picture of every screen on the way.

export const passphrase = "four plain words here"

export async function keepsPage(who: Person, title: string, isFirst: boolean): Promise<void> {
  await goToRoom(who, /^What happened/)
  await press(who, /^Open a page for something/)
  await write(who, "A short name for it", title)
  await write(who, "What happened", `All that belongs to ${title}`)
  await choose(who, /^I did it/)
  await press(who, "Keep for now")
  if (!isFirst) return
  await heading(who, "Would you like a lock?")
  await press(who, "Later")
}

export async function opensKeepCopy(who: Person): Promise<void> {
  await goTo(who, "Help")
  await press(who, "This device")
  await press(who, "Keep a copy")
  await heading(who, "Keep a copy")
}

export async function savesCopy(who: Person): Promise<{ readonly name: string; readonly file: string }> {
  await write(who, "A passphrase for the copy", passphrase)
  await write(who, "The passphrase for the copy, once more", passphrase)
  const [download] = await Promise.all([who.page.waitForEvent("download"), press(who, "Save the copy")])
  const file = join(freshFolder(), "saved")
  await download.saveAs(file)
  await sees(who, /^The copy is with your browser/)
  return { name: download.suggestedFilename(), file }
}

export async function tries(who: Person, file: string, phrase = passphrase): Promise<void> {
  await who.page.getByLabel("The file", { exact: true }).setInputFiles(file)
  await write(who, "The passphrase of the copy", phrase)
  await press(who, "Open the copy")
}

export async function comesBack(looks: Looks, file: string, at: { readonly url: string }): Promise<Person> {
  const who = await person("Ana again", looks)
  await who.page.goto(at.url)
  await press(who, "I have a copy")
  await heading(who, "Come back with a copy")
  await tries(who, file)
  await heading(who, "You are back")
  return who
}

/** A copy is spoken of on Today, once. Put away it goes at once, and it does not come again. */
export async function isToldOnce(who: Person, look: Look): Promise<void> {
  await goTo(who, "Today")
  await heading(who, "A thought about keeping")
  await look(who, "copy-hint")
  await press(who, "Put the thought away")
  await who.page.getByRole("heading", { name: "A thought about keeping" }).waitFor({ state: "detached" })
  await goTo(who, "Rooms")
  await goTo(who, "Today")
  await sees(who, "That’s enough for today")
  await seesNot(who, "A thought about keeping")
}

/** Every screen of a copy, of a file for showing, and of what a browser that came with a copy says. */
export async function copyThereAndBack(look: Look): Promise<void> {
  const relay = await startRelay({ now: monday })
  const looks = { now: monday }
  const pair = { relay, ben: await person("Ben", looks), ana: await person("Ana", looks) }
  const { ana } = pair
  let again: Person | null = null
  try {
    await begins(ana, relay, "I hurt someone", /^My partner/)
    await keepsPage(ana, "The birthday", true)
    await isToldOnce(ana, look)
    await anaInvitesBen(pair, () => Promise.resolve())
    await goTo(ana, "Today")
    await press(ana, "What is shared")
    await look(ana, "shared")
    await press(ana, "Take everything back")
    await look(ana, "shared-all")
    await opensKeepCopy(ana)
    await look(ana, "keep-copy")
    await press(ana, "Save the copy")
    await look(ana, "keep-copy-short")
    const { file } = await savesCopy(ana)
    await look(ana, "keep-copy-done")
    await press(ana, "Done")
    await look(ana, "device-copies")
    await press(ana, "Save what is mine and what we shared")
    await look(ana, "save-copy")
    await Promise.all([ana.page.waitForEvent("download"), press(ana, "Save the file")])
    await sees(ana, /^The file is with your browser/)
    await look(ana, "save-copy-done")
    again = await person("Ana again", looks)
    await again.page.goto(relay.url)
    await press(again, "I have a copy")
    await look(again, "open-copy")
    await tries(again, file, "another one")
    await sees(again, /^That did not open it/)
    await look(again, "open-copy-wrong")
    await tries(again, file)
    await heading(again, "You are back")
    await look(again, "came-back")
    await press(again, "Go on")
    await goTo(again, "Rooms")
    await look(again, "rooms-only-read")
    await goTo(again, "Today")
    await press(again, "What is shared")
    await look(again, "shared-only-read")
    await goTo(again, "Help")
    await press(again, "This device")
    await look(again, "device-after-copy")
    await press(again, "Forget everything here")
    await look(again, "forget-with-lock")
    await write(again, "Your passphrase, so that nobody does this in your place", passphrase)
    await press(again, "Forget everything")
    await heading(again, "Everything here is gone")
    await look(again, "forgotten")
  } finally {
    for (const who of [pair.ben, ana, again]) await who?.close()
    await relay.stop()
  }
}
