import { equal } from "node:assert/strict"
import type { Person, TestRelay } from "../../e2e/harness.ts"
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
  sees,
  seesNot,
  write,
} from "../../e2e/walks/steps.ts"
import type { Look } from "../../e2e/walks/steps.ts"
import type { World } from "./world.ts"

// What the people of these cases do, more than one of them.

export const noLook: Look = () => Promise.resolve()
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const monday = Date.parse("2026-11-02T17:00:00Z")

/** Words that must still be there afterwards. */
export const draft = "You took the blue tin under the stairs."

export async function beginsAPage(who: Person, relay: Pick<TestRelay, "url">, words = draft): Promise<void> {
  await begins(who, relay, "Someone hurt me", /^My partner/)
  await write(who, "What happened", words)
  await who.page.waitForTimeout(300)
}

/** The page begun before is whole, also after the browser opened it anew. */
export async function findsThePage(who: Person, words = draft, isReloaded = true): Promise<void> {
  if (isReloaded) await who.page.reload()
  const open = who.page.getByRole("button", { name: "Open", exact: true })
  const places = who.page.getByRole("navigation", { name: "Places" })
  await open.or(places).first().waitFor()
  if (await open.isVisible()) await open.click()
  await goToRoom(who, /^What happened/)
  await press(who, /^You began a page/)
  equal(await who.page.getByRole("textbox").first().inputValue(), words)
}

export async function makesInvite(who: Person, relay: Pick<TestRelay, "url">): Promise<string> {
  await begins(who, relay, "I hurt someone", /^My partner/)
  await goTo(who, "Rooms")
  await press(who, "Invite the other person")
  await answersFirstQuestions(who, noLook)
  return makesLink(who, who.name, noLook)
}

/** Up to the button "Join" and the questions behind it; what comes then is the case's own. */
export async function asksToJoin(who: Person, link: string, name = who.name): Promise<void> {
  await who.page.goto(link)
  await press(who, "Go on")
  await press(who, /^My partner/)
  await write(who, "The name they will see", name)
  await press(who, "Join")
  await answersFirstQuestions(who, noLook)
}

export interface Pair {
  readonly relay: TestRelay
  readonly ben: Person
  readonly ana: Person
  readonly link: string
}

/** Ben and Ana, connected. */
export async function connected(
  world: World,
  at: { readonly now?: number; readonly ben?: number; readonly ana?: number } = {},
): Promise<Pair> {
  const { now } = at
  const clockOf = (own: number | undefined): { readonly now?: number } => {
    const time = own ?? now
    return time === undefined ? {} : { now: time }
  }
  const relay = await world.relay(now === undefined ? {} : { now })
  const ben = await world.person("Ben", clockOf(at.ben))
  const ana = await world.person("Ana", clockOf(at.ana))
  const link = await makesInvite(ben, relay)
  await joins(ana, link, "Ana", noLook)
  await compareWords(ben, ana, noLook)
  return { relay, ben, ana, link }
}

/** Ben writes an account and sends it: with the next connection, or after its day. */
export async function sendsAnAccount(
  ben: Person,
  words: string,
  when: "With the next connection" | "After one day" = "With the next connection",
): Promise<void> {
  await goToRoom(ben, /^The account/)
  await press(ben, "Write an account")
  await write(ben, "What I did", words)
  await press(ben, "Get ready to send")
  const naming = ben.page.getByRole("heading", { name: "What is it about?" })
  const review = ben.page.getByRole("heading", { name: "Before you send it" })
  await naming.or(review).first().waitFor()
  if (await naming.isVisible()) {
    await choose(ben, /^What happened/)
    await press(ben, "Go on")
    // Kept on the way to be sent: the offer of a lock, which comes a moment after a keeping, does not lie over what is read once more.
    await heading(ben, "Before you send it")
    await ben.page.waitForTimeout(700)
    await seesNot(ben, "Would you like a lock?")
  }
  await heading(ben, "Before you send it")
  await choose(ben, when)
  await press(ben, "Send")
}

export async function opensTheAccount(ana: Person, words: string): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, /^Ben left you an account/)
  await press(ana, "Open it now")
  await sees(ana, words)
}
