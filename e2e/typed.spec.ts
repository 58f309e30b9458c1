import { afterAll, beforeAll, expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import {
  answersFirstQuestions,
  begins,
  choose,
  goTo,
  goToRoom,
  heading,
  press,
  pressFirst,
  sees,
  write,
} from "./walks/steps.ts"

// What is typed is written down from the first key, in every field and not only on the long pages: whoever is called away finds it again, behind a lock too.

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

interface Place {
  readonly label: string | RegExp
  readonly eyes: "Ana" | "Ben"
  readonly goes: (who: Person) => Promise<void>
}
const toPromise = async (who: Person): Promise<void> => {
  await goToRoom(who, /^Promises/)
  await pressFirst(who, /send you a message/)
}
const toLetter = async (who: Person): Promise<void> => {
  await goToRoom(who, /^The apology/)
  await press(who, "Write an apology")
  await write(who, "Your letter", "I am sorry.")
  await press(who, "Get ready to send")
}
const places: readonly Place[] = [
  {
    label: "A word about it",
    eyes: "Ben",
    goes: async (who) => {
      await toPromise(who)
      await press(who, "I missed it")
      await press(who, "I am telling Ana first")
    },
  },
  {
    label: "Why it ends",
    eyes: "Ben",
    goes: async (who) => {
      await toPromise(who)
      await press(who, "End this promise")
    },
  },
  {
    label: "What will end",
    eyes: "Ben",
    goes: async (who) => {
      await goToRoom(who, /^What happened/)
      if ((await who.page.getByRole("button", { name: /^The keys/ }).count()) === 0) {
        await press(who, "Open a page for something that happened")
        await write(who, "A short name for it", "The keys")
        await choose(who, "I did it")
        await press(who, "Keep for now")
      }
      await pressFirst(who, /^The keys/)
      await press(who, /^Is it over\?/)
      await choose(who, "It still goes on")
    },
  },
  {
    label: "Name",
    eyes: "Ben",
    goes: async (who) => {
      await toLetter(who)
      await choose(who, "Something else")
    },
  },
  {
    label: "What exactly would you do?",
    eyes: "Ben",
    goes: async (who) => {
      await toLetter(who)
      await choose(who, "The loans")
      await press(who, "Go on")
      await press(who, "Offer something")
    },
  },
  {
    label: "How you see it",
    eyes: "Ana",
    goes: async (who) => {
      await toPromise(who)
      await pressFirst(who, /^I see it differently/)
    },
  },
]

test("called away in the middle of a sentence, one finds it again, in every field", async () => {
  const who = await person("Somebody", { now: Date.parse("2027-03-01T09:00:00Z") })
  await who.page.goto(relay.url)
  await press(who, "Look around with a made-up pair")
  await heading(who, /^Good .*, Ana\.$/)
  const found: Record<string, string> = {}
  for (const { label, eyes, goes } of places) {
    const look = who.page.getByRole("button", { name: `Look with ${eyes}’s eyes` })
    if ((await look.count()) > 0) await look.click()
    await goes(who)
    const field = who.page.getByLabel(label, { exact: true })
    await field.fill(`Half a sentence about "${String(label)}"`)
    await goTo(who, "Today")
    await goes(who)
    found[String(label)] = await field.inputValue()
  }
  expect(found).toEqual(
    Object.fromEntries(
      places.map(({ label }) => [String(label), `Half a sentence about "${String(label)}"`]),
    ),
  )
  await who.close()
})

test("so does a name, behind the lock too", async () => {
  const ana = await person("Ana")
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  const goes = async (): Promise<void> => {
    await goTo(ana, "Rooms")
    await press(ana, "Invite the other person")
  }
  await goes()
  await answersFirstQuestions(ana, async () => undefined)
  const field = ana.page.getByLabel("The name they will see", { exact: true })
  await field.fill("Ana Lu")
  await goTo(ana, "Today")
  await press(ana, "That’s enough for today")
  await press(ana, "Open")
  await goes()
  expect(await field.inputValue()).toBe("Ana Lu")
  await ana.close()
})

test("what one had begun to answer stays when the letter is taken back meanwhile, until it is thrown away", async () => {
  const who = await person("Somebody", { now: Date.parse("2027-03-01T09:00:00Z") })
  await who.page.goto(relay.url)
  await press(who, "Look around with a made-up pair")
  await goToRoom(who, /^The apology/)
  await pressFirst(who, /^The loans/)
  await press(who, "Answer once more")
  await who.page.getByRole("textbox").first().fill("Half an answer.")
  await press(who, "Look with Ben’s eyes")
  await goToRoom(who, /^The apology/)
  await pressFirst(who, /^The loans/)
  await press(who, "Take it back")
  await press(who, "Yes, take it back")
  await sees(who, /^You took something back here/)
  await press(who, "Look with Ana’s eyes")
  await goToRoom(who, /^The apology/)
  await sees(who, "Half an answer.")
  await press(who, "Throw this page away")
  await who.page.getByText("Half an answer.").waitFor({ state: "detached" })
  await who.close()
})
