import { deepEqual, equal } from "node:assert/strict"
import { join } from "node:path"
import { freshFolder, person } from "../harness.ts"
import type { Person, TestRelay } from "../harness.ts"
import { passphrase, tries } from "./copies.ts"
import {
  answersFirstQuestions,
  begins,
  compareWords,
  goTo,
  heading,
  joins,
  makesLink,
  press,
  sees,
  write,
} from "./steps.ts"
import type { Look } from "./steps.ts"

// Two real servers at two addresses, two real browsers: Ana and Ben agree, and Ana writes on at the other one.

const quiet = (): Promise<void> => Promise.resolve()

export async function makesSheet(who: Person): Promise<string> {
  await press(who, "Make the sheet")
  await heading(who, "Your sheet")
  const paper = await who.page.getByRole("region", { name: "A sheet to come back with" }).innerText()
  await press(who, "I have it now")
  const code = paper.split("\n").find((line) => /^(?:[0-9A-Z]{4}[ -]){6}[0-9A-Z]{4}$/.test(line)) ?? ""
  equal(code.length, 34, paper)
  return code
}

export async function opensMove(who: Person): Promise<void> {
  await goTo(who, "Rooms")
  await press(who, "The server")
  await heading(who, "The line of this server")
  await press(who, "Go on at another server together")
  await heading(who, "Go on at another server together")
}

export async function keepsCopy(who: Person): Promise<string> {
  await press(who, "Keep a copy")
  await write(who, "A passphrase for the copy", passphrase)
  await write(who, "The passphrase for the copy, once more", passphrase)
  const [download] = await Promise.all([who.page.waitForEvent("download"), press(who, "Save the copy")])
  const file = join(freshFolder(), "saved")
  await download.saveAs(file)
  return file
}

export async function togetherAt(relay: TestRelay): Promise<readonly [Person, Person]> {
  const [ana, ben] = [await person("Ana", { dark: true }), await person("Ben", { width: 1280, height: 800 })]
  await begins(ana, relay, "I hurt someone", /^My partner/)
  await goTo(ana, "Rooms")
  await press(ana, "Invite the other person")
  await answersFirstQuestions(ana, quiet)
  const link = await makesLink(ana, "Ana", quiet)
  await joins(ben, link, "Ben", quiet)
  await compareWords(ana, ben, quiet)
  return [ana, ben]
}

/** The line of the other server, as anybody reads it who opens its address. */
export async function lineOf(to: TestRelay, look: Look): Promise<string> {
  const stranger = await person("whoever opens the new address")
  await stranger.page.goto(to.url)
  await press(stranger, "About this server")
  await heading(stranger, "The line of this server")
  await look(stranger, "server-line")
  const line = (await stranger.page.getByText("/#k=").innerText()).trim()
  await stranger.close()
  return line
}

/** At the new address, in an empty browser: the copy, and the code of the sheet. */
export async function arrives(
  to: TestRelay,
  again: Person,
  file: string,
  code: string,
  look: Look,
): Promise<void> {
  await opensCopy(to, again, file)
  await look(again, "came-back")
  await press(again, "Write again here")
  await look(again, "write-again")
  await write(again, "The code", code)
  await press(again, "Write again here")
  await heading(again, "You can write on here")
}

export async function opensCopy(to: TestRelay, again: Person, file: string): Promise<void> {
  await again.page.goto(to.url)
  await press(again, "I have a copy")
  await tries(again, file)
  await heading(again, "You are back")
}

/** What is wrong in the console of somebody: a place that was taken, and a log that is not here yet, are answers; the browser remarks on them all the same. */
export const faultsOf = (who: Person): readonly string[] =>
  who.console.filter((text) => !/status of (404|409)/.test(text))

/** Ben, who was asked, makes a sheet and says yes. Its code. */
export async function saysYes(ben: Person, look: Look): Promise<string> {
  await goTo(ben, "Today")
  await press(ben, /^Ana would like to go on at another server/)
  await look(ben, "asked-move-no-sheet")
  await press(ben, "A sheet to come back with")
  const code = await makesSheet(ben)
  await look(ben, "asked-move")
  await press(ben, "Yes, go on there")
  await heading(ben, "You agreed to go on at another server")
  await look(ben, "moved-happened")
  return code
}

export interface TwoServers {
  readonly from: TestRelay
  readonly to: TestRelay
}

export async function moveTogether({ from, to }: TwoServers, look: Look): Promise<void> {
  const [ana, ben] = await togetherAt(from)
  const line = await lineOf(to, look)

  await opensMove(ana)
  await look(ana, "move-no-sheet")
  await press(ana, "A sheet to come back with")
  const code = await makesSheet(ana)
  await heading(ana, "Go on at another server together")
  await write(ana, "The line of the other server", line.slice(0, -1))
  await press(ana, "Ask the others")
  await sees(ana, /^This is no line of a server/)
  await look(ana, "move")
  await write(ana, "The line of the other server", line)
  await press(ana, "Ask the others")
  await sees(ana, "You would like to go on at another server")
  await saysYes(ben, look)

  await goTo(ana, "Today")
  await sees(ana, "You agreed to go on at another server")
  await look(ana, "moved-today")
  for (const who of [ana, ben]) who.requests.length = 0
  await ana.page.reload()
  await press(ana, "Open")
  await press(ana, /^You agreed to go on at another server/)
  await look(ana, "moved")
  const file = await keepsCopy(ana)
  await ben.page.reload()
  await press(ben, "Open")
  await heading(ben, /^Good /)
  await ana.page.waitForTimeout(300)
  const asked = [...ana.requests, ...ben.requests].filter((url) => url.includes("/api/"))
  deepEqual(asked, [])

  const again = await person("Ana again")
  await arrives(to, again, file, code, look)
  await again.page.getByText(/^This browser is not among your devices yet/).waitFor({ state: "detached" })
  await look(again, "returned-copy")
  await goTo(again, "Rooms")
  await press(again, "People and devices")
  await sees(again, "It came with a sheet of paper.")
  for (const who of [ana, ben, again]) {
    deepEqual(faultsOf(who), [])
    await who.close()
  }
}
