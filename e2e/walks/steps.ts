import { equal } from "node:assert/strict"
import type { Person, TestRelay } from "../harness.ts"

// What a hand does on a phone, by the names one can see.

/** Told after each new screen: a test looks with axe, the pictures take a picture. */
export type Look = (who: Person, screen: string) => Promise<void>

export async function press({ page }: Person, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click()
}

/** The first of several that begin alike. */
export async function pressFirst({ page }: Person, name: RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click()
}

export async function write({ page }: Person, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text)
}

export async function choose({ page }: Person, name: string | RegExp): Promise<void> {
  await page.getByRole("radio", { name }).check()
}

export async function sees({ page }: Person, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

export async function seesNot({ page }: Person, text: string | RegExp): Promise<void> {
  equal(await page.getByText(text).count(), 0, `${String(text)} should not be seen`)
}

export async function heading({ page }: Person, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { name }).first().waitFor()
}

export async function goTo(who: Person, place: "Today" | "Rooms" | "Looking back" | "Help"): Promise<void> {
  await who.page.getByRole("navigation", { name: "Places" }).getByRole("button", { name: place }).click()
}

export async function goToRoom(who: Person, room: string | RegExp): Promise<void> {
  await goTo(who, "Rooms")
  await press(who, room)
}

/** Opens the app for the first time and begins. Three taps at most to a page one can write on. */
export async function begins(
  who: Person,
  relay: Pick<TestRelay, "url">,
  answer: string | RegExp,
  relation: RegExp | null,
): Promise<void> {
  await who.page.goto(relay.url)
  await press(who, answer)
  if (relation !== null) await press(who, relation)
  await who.page.getByRole("navigation", { name: "Places" }).waitFor()
}

/** All of the app's own files are kept: from here on it needs no connection. */
export async function isKeptOffline({ page }: Person): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** The private questions before anything is shared. */
export async function answersFirstQuestions(who: Person, look: Look): Promise<void> {
  await heading(who, "May you be in touch with them?")
  await look(who, "in-touch")
  await press(who, "Yes, we may be in touch")
  await heading(who, "Before you share anything")
  await look(who, "safety")
  await press(who, "Go on")
  await heading(who, "Who runs this server")
  await look(who, "server")
  await press(who, "I have read this")
}

export async function makesLink(who: Person, name: string, look: Look): Promise<string> {
  await heading(who, /^Invite/)
  await write(who, "The name they will see", name)
  await look(who, "invite")
  await press(who, "Make the link")
  const shown = who.page.getByText("#j=")
  await shown.waitFor()
  await look(who, "invite-link")
  return (await shown.innerText()).trim()
}

export async function joins(
  who: Person,
  link: string,
  name: string,
  look: Look,
  relation = /^My partner/,
): Promise<void> {
  await who.page.goto(link)
  await heading(who, "Someone invites you")
  await look(who, "arrives-by-link")
  await press(who, "Go on")
  await press(who, relation)
  await write(who, "The name they will see", name)
  await look(who, "join")
  await press(who, "Join")
  await answersFirstQuestions(who, look)
  await sees(who, /Your answer is with the server/)
  await look(who, "join-asked")
}

export async function sasOf({ page }: Person): Promise<string> {
  await page.locator("ol.sas").waitFor()
  return page.locator("ol.sas").innerText()
}

/** Both look at the same seven words, and the inviter says so. */
export async function sameWords(inviter: Person, joiner: Person, look: Look): Promise<void> {
  await sees(inviter, /Someone used your link/)
  await look(inviter, "invite-request")
  await press(inviter, "Show the words")
  const [first, second] = [await sasOf(inviter), await sasOf(joiner)]
  equal(first.split("\n").length, 7)
  equal(second, first)
  await look(inviter, "words")
  await press(inviter, "They are the same")
  await sees(inviter, /You said they are the same/)
  await look(inviter, "words-waiting")
}

/** Both look at seven words, and both say that they are the same. */
export async function compareWords(inviter: Person, joiner: Person, look: Look): Promise<void> {
  await sameWords(inviter, joiner, look)
  await press(joiner, "They are the same")
  for (const who of [inviter, joiner]) await heading(who, "You are connected")
  await look(joiner, "joined")
  for (const who of [inviter, joiner]) await press(who, "Done")
}
