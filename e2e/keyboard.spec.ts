import { expect, test } from "vitest"
import { forward, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { monday } from "./walks/pair.ts"
import { onceRound, onlyKeys, stopAt } from "./walks/keys.ts"
import type { Keys } from "./walks/keys.ts"
import {
  answersFirstQuestions,
  begins,
  choose,
  goTo,
  heading,
  makesLink,
  press,
  sees,
  seesNot,
  write,
} from "./walks/steps.ts"

// What is looked at as it comes is not announced again on Today: so each is on Today when the other does something.
// Ana's whole side of the journey without a finger and without a mouse; Ben, at his phone, does his. On the smallest phone.

const minute = 60_000
const hour = 60 * minute
const nothing = (): Promise<void> => Promise.resolve()
const small = { width: 320, height: 568 }

interface Two {
  readonly relay: TestRelay
  readonly ben: Person
  readonly ana: Person
  readonly keys: Keys
}

test("Ana joins, compares, opens, answers, accepts, sees a promise told and looks back, by keyboard only", async () => {
  const relay = await startRelay({ now: monday })
  const ben = await person("Ben", { now: monday })
  const ana = await person("Ana", { now: monday, ...small })
  const two: Two = { relay, ben, ana, keys: onlyKeys(ana) }
  try {
    await joinsByLink(two)
    await comparesTheWords(two)
    await opensTheAccount(two)
    await answersTheLetter(two)
    await acceptsTheRepair(two)
    await seesThePromiseTold(two)
    await looksBack(two)
    expect(two.keys.faults).toEqual([])
    expect(two.keys.stops()).toBeGreaterThan(100)
  } finally {
    await ben.close()
    await ana.close()
    await relay.stop()
  }
})

async function joinsByLink({ relay, ben, ana, keys }: Two): Promise<void> {
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await write(ben, "What I did", "I told you I was at work on Thursday. I was at the races with Tom.")
  await press(ben, "Get ready to send")
  await choose(ben, /^With the next connection/)
  await press(ben, "Send")
  await answersFirstQuestions(ben, nothing)
  const link = await makesLink(ben, "Ben", nothing)
  await ana.page.goto(link)
  await heading(ana, "Someone invites you")
  await keys.press("Go on")
  await keys.arrives("Who is it about?")
  await keys.press(/^My partner/)
  await keys.arrives("Someone invites you")
  await keys.type("The name they will see", "Ana")
  await keys.press("Join")
  await keys.arrives("May you be in touch with them?")
  await keys.press("Yes, we may be in touch")
  await keys.arrives("Before you share anything")
  await keys.press("Go on")
  await keys.arrives("Who runs this server")
  await keys.press("I have read this")
  await keys.arrives("Your invitation")
  await sees(ana, /Your answer is with the server/)
}

async function comparesTheWords({ ben, keys }: Two): Promise<void> {
  await press(ben, "Show the words")
  await keys.arrives("Do you both see these seven words?")
  await press(ben, "They are the same")
  await keys.press("They are the same")
  await keys.arrives("You are connected")
  await keys.press("Done")
  await press(ben, "Done")
}

async function opensTheAccount({ ana, keys }: Two): Promise<void> {
  await keys.arrives(/^Good evening/)
  await sees(ana, "Ben left you an account")
  await keys.press("Ben left you an account")
  await keys.arrives("Ben wrote down what happened")
  await keys.press("Open it now")
  await keys.arrives("What Ben wrote")
  await sees(ana, /races with Tom/)
}

async function answersTheLetter({ relay, ben, ana, keys }: Two): Promise<void> {
  await goTo(ben, "Today")
  await press(ben, /^Say that you are sorry/)
  await write(
    ben,
    "Your letter",
    "I lied to you about Thursday. I am sorry that I lied. The lie was mine, and nobody else’s.",
  )
  await press(ben, "Get ready to send")
  await press(ben, "Send")
  await sees(ben, /Waiting on this device/)
  await forward(11 * minute, relay, ben, ana)
  await sees(ben, /With the server/)
  await goTo(ben, "Today")
  await keys.goTo("Today")
  await keys.arrives(/^Good evening/)
  await keys.press("Ben left you a letter")
  await keys.arrives("A letter from Ben")
  await keys.press("Open it now")
  await keys.arrives("What Ben wrote")
  await keys.press("Answer")
  await keys.arrives("Your answer to Ben")
  await keys.tabTo(/^Heard/)
  await ana.page.keyboard.press("Space")
  await ana.page.keyboard.press("ArrowDown")
  expect((await stopAt(ana.page)).name).toMatch(/^Partly/)
  await keys.type("What is missing", "That you asked Tom to lie to me as well.")
  await keys.press("Send this answer")
  await keys.arrives("What Ben wrote")
  await keys.goTo("Today")
  await keys.arrives(/^Good evening/)
}

async function acceptsTheRepair({ ben, ana, keys }: Two): Promise<void> {
  await press(ben, /^Ana answered your letter/)
  await press(ben, "Offer to put something right")
  await choose(ben, /^Tell the truth/)
  await ben.page.getByRole("textbox").first().fill("I will tell Tom that it was wrong.")
  await press(ben, "Offer it")
  await sees(ana, "Ben offers to put something right")
  await keys.press("Ben offers to put something right")
  await keys.arrives("What Ben wrote")
  await keys.press("Accept it")
  await sees(ana, "You accepted this.")
  expect((await stopAt(ana.page)).tag).not.toBe("BODY")
}

async function seesThePromiseTold({ relay, ben, ana, keys }: Two): Promise<void> {
  await goTo(ben, "Today")
  await press(ben, /^Make the repair a promise/)
  await write(ben, "… I will …", "I will tell you one true thing about my day.")
  await choose(ben, /^Every day/)
  await press(ben, "Go on")
  await press(ben, "Promise it to Ana")
  await keys.goTo("Today")
  await keys.arrives(/^Good evening/)
  await sees(ana, "Ben made you a promise")
  // Looked at and left again before the page had a moment of time to itself.
  await ana.context.clock.pauseAt((await ana.page.evaluate(() => Date.now())) + 1000)
  await keys.press("Ben made you a promise")
  await keys.arrives(/one true thing/)
  await keys.goTo("Today")
  await keys.arrives(/^Good evening/)
  await seesNot(ana, "Ben made you a promise")
  await ana.context.clock.resume()
  await forward(26 * hour, relay, ben, ana)
  await goTo(ben, "Today")
  await press(ben, /^Say how it went/)
  await press(ben, "I missed it")
  await press(ben, "I am telling Ana first")
  await ben.page.getByRole("textbox").first().fill("I forgot. I noticed in bed.")
  await press(ben, "Say this")
  await sees(ben, "Missed, and told first")
  await sees(ana, "Ben said how a promise went")
  await keys.press(/^Ben said how a promise went/)
  await keys.arrives(/one true thing/)
  await keys.press("I saw it")
  await sees(ana, "You: I saw it.")
  expect((await stopAt(ana.page)).tag).not.toBe("BODY")
}

async function looksBack({ ana, keys }: Two): Promise<void> {
  await keys.goTo("Looking back")
  await keys.arrives("Looking back")
  await keys.press("An account from Ben")
  await keys.arrives("What Ben wrote")
  await sees(ana, /races with Tom/)
  await keys.press("Back")
  await keys.arrives("Looking back")
}

test("on every kind of page each stop is seen and no bar lies over it, on a small phone upright and on its side", async () => {
  const relay = await startRelay()
  const ana = await person("Ana", small)
  try {
    expect(await walkedRound(ana, relay)).toEqual([])
  } finally {
    await ana.close()
    await relay.stop()
  }
})

async function walkedRound(ana: Person, relay: TestRelay): Promise<readonly string[]> {
  const keys = onlyKeys(ana)
  const faults: string[] = []
  const round = async (where: string): Promise<void> => {
    for (const size of [{ width: 640, height: 360 }, small])
      faults.push(...(await onceRound(ana, size)).map((fault) => `${where} ${fault}`))
  }
  await ana.page.goto(relay.url)
  await heading(ana, /Something broke/)
  const first: string[] = []
  for (let tabs = 0; tabs < 3; tabs += 1) {
    await ana.page.keyboard.press("Tab")
    first.push((await stopAt(ana.page)).name)
  }
  expect(first).toContain("Leave this page")
  await round("the first screen")
  await keys.press("Someone hurt me")
  await keys.arrives("Who is it about?")
  await round("relation")
  await keys.press("A relative")
  await keys.arrives("Say that it hurt")
  await keys.type("What happened", "A line. ".repeat(60))
  await round("a long page")
  await keys.press(/^Next: What it did/)
  await keys.tabTo("What it did to me, and still does")
  for (const place of ["Today", "Rooms", "Looking back", "Help"]) {
    await keys.goTo(place)
    await keys.arrives(place === "Today" ? /^Good/ : place)
    await round(place)
  }
  await keys.press("This device")
  await keys.arrives("This device")
  await round("this device")
  await keys.goTo("Rooms")
  await keys.press("The apology")
  await keys.arrives("The apology")
  await keys.press("Write an apology")
  await keys.arrives(/^What I want to say/)
  await keys.type("Your letter", "I am sorry if I hurt you.")
  await sees(ana, /Go to the marked words/)
  await round("a letter with a mark")
  await keys.goTo("Today")
  await keys.press("That’s enough for today")
  await keys.arrives("This page is closed")
  await round("the closed page")
  return [...faults, ...keys.faults]
}
