import { rmSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { builtApp, freshFolder, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { choose, goTo, goToRoom, heading, isKeptOffline, press, sees, seesNot, write } from "./walks/steps.ts"

// Each room alone, with the relay's process dead since the first load, from a first page to where it is found again; and the five ways in.

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

/** Opens once while the relay lives. From there on it is dead, and everything this person does they do on their own. */
async function lastSeenOnline(name: string, profile: string): Promise<Person> {
  const who = await person(name, { profile })
  await who.page.goto(relay.url)
  await who.page.getByRole("heading", { name: /Something broke/ }).waitFor()
  await isKeptOffline(who)
  await relay.kill()
  return who
}

/** Names the page when asked, and answers the offer of a lock with "Later". */
async function keeps(who: Person, title: string): Promise<void> {
  await press(who, "Keep for now")
  await heading(who, "What shall this be called?")
  await write(who, "Name", title)
  await press(who, "Keep for now")
  await laterWithTheLock(who)
}

async function laterWithTheLock(who: Person): Promise<void> {
  await heading(who, "Would you like a lock?")
  await press(who, "Later")
}

/** What the browser itself says of a server that is not there, and of a passphrase without a name. */
const ofTheBrowser = /net::ERR_|^\[DOM\] Password forms|^Banner not shown/

interface Walk {
  readonly room: string
  readonly answer: string
  readonly writes: (who: Person) => Promise<void>
  /** What leads there under Looking back, and the words to read again. */
  readonly trace: RegExp
  readonly words: string
}

const walks: readonly Walk[] = [
  {
    room: "What happened",
    answer: "Both, in different ways",
    writes: async (who) => {
      await write(who, "What happened", "We both stopped telling each other about the money.")
      await write(who, "A short name for it", "The money")
      await choose(who, "Both of us")
      await press(who, "Keep for now")
      await laterWithTheLock(who)
    },
    trace: /^Something that happened: The money/,
    words: "We both stopped telling each other about the money.",
  },
  {
    room: "Say that it hurt",
    answer: "Someone hurt me",
    writes: async (who) => {
      await write(who, "What happened", "You told Tom what I asked you to keep.")
      await press(who, /^Next: What it did to me/)
      await write(who, "What it did to me, and still does", "I weigh every word now.")
      await keeps(who, "What Tom knew")
    },
    trace: /^That it hurt, kept/,
    words: "I weigh every word now.",
  },
  {
    room: "The account",
    answer: "I hurt someone",
    writes: async (who) => {
      await write(who, "What I did", "I opened the letter that was yours, and closed it again.")
      await keeps(who, "The letter")
    },
    trace: /^Your account, kept/,
    words: "I opened the letter that was yours, and closed it again.",
  },
  {
    room: "The apology",
    answer: "I hurt someone",
    writes: async (who) => {
      await goToRoom(who, /^The apology/)
      await press(who, "Write an apology")
      await write(who, "Your letter", "I opened your letter. It was mine to leave closed, and I am sorry.")
      await keeps(who, "The letter")
    },
    trace: /^A page you kept/,
    words: "I opened your letter. It was mine to leave closed, and I am sorry.",
  },
  {
    room: "Promises",
    answer: "I hurt someone",
    writes: async (who) => {
      await goToRoom(who, /^Promises/)
      await press(who, "Make a promise")
      await write(who, "When …", "When the post comes")
      await write(who, "… I will …", "I will lay your letters on your table.")
      await press(who, "Go on")
      await heading(who, "Can I really keep this?")
      await press(who, "Keep it for myself")
      await laterWithTheLock(who)
    },
    trace: /I will lay your letters/,
    words: "I will lay your letters on your table.",
  },
]

describe("with the relay dead since the first load", () => {
  for (const walk of walks)
    test(`${walk.room}: written, kept, and found again, also in a browser closed and opened without a connection`, async () => {
      await relay.startWith(builtApp)
      const profile = freshFolder()
      const first = await lastSeenOnline("Ana", profile)
      await press(first, walk.answer)
      await press(first, /^My partner/)
      await walk.writes(first)
      await readsItAgain(first, walk)
      expect(first.requests.filter((url) => url.includes("/api"))).toEqual([])
      await first.close()

      const again = await person("Ana", { profile })
      await again.context.setOffline(true)
      await again.page.goto(relay.url)
      await press(again, "Open")
      await readsItAgain(again, walk)
      expect(again.requests.filter((url) => url.includes("/api"))).toEqual([])
      expect([...first.console, ...again.console].filter((line) => !ofTheBrowser.test(line))).toEqual([])
      await again.close()
      rmSync(profile, { recursive: true, force: true })
    })
})

async function readsItAgain(who: Person, { trace, words }: Walk): Promise<void> {
  await goTo(who, "Looking back")
  await press(who, trace)
  await sees(who, words)
}

const starts = [
  ["I hurt someone", "What I did"],
  ["Someone hurt me", "Say that it hurt"],
  ["Both, in different ways", "What happened?"],
  ["Something broke and I don’t know what", "What happened?"],
  [/^Nobody in particular/, "What happened?"],
] as const

describe("the five answers", () => {
  beforeAll(() => relay.startWith(builtApp))

  for (const [answer, title] of starts)
    test(`"${String(answer)}" leads in at most three taps to a page one can write on at once`, async () => {
      const who = await person("Ana")
      await who.page.goto(relay.url)
      await who.page.evaluate(() => {
        Reflect.set(globalThis, "taps", 0)
        addEventListener(
          "click",
          () => Reflect.set(globalThis, "taps", Number(Reflect.get(globalThis, "taps")) + 1),
          true,
        )
      })
      await press(who, answer)
      if (typeof answer === "string") await press(who, /^A friend/)
      await heading(who, title)
      const sheet = who.page.getByRole("textbox").first()
      await sheet.click()
      expect(await who.page.evaluate(() => Number(Reflect.get(globalThis, "taps")))).toBeLessThanOrEqual(3)
      await who.page.keyboard.type("I begin.")
      expect(await sheet.inputValue()).toBe("I begin.")
      await who.close()
    })

  test("for nobody in particular, no room and no page has a way to invite or to send", async () => {
    const who = await person("Ana")
    await who.page.goto(relay.url)
    await press(who, /^Nobody in particular/)
    await write(who, "What happened", "I do not trust people any more.")
    await press(who, "Keep for now")
    await laterWithTheLock(who)
    const sending = /invite|send|promise it to|let .* know/i
    const none = async (where: string): Promise<void> => {
      const buttons = await who.page.getByRole("button").allInnerTexts()
      expect(
        buttons.filter((name) => sending.test(name)),
        where,
      ).toEqual([])
    }
    for (const place of ["Today", "Rooms", "Looking back", "Help"] as const) {
      await goTo(who, place)
      await none(place)
    }
    await seesNot(who, /Invite/)
    await goToRoom(who, /^What happened/)
    await none("What happened")
    await press(who, "Say that it hurt")
    await none("Say that it hurt")
    await goToRoom(who, /^The account/)
    await press(who, "Write an account")
    await write(who, "What I did", "I looked away.")
    await none("The account")
    await goToRoom(who, /^The apology/)
    await press(who, "Write an apology")
    await write(who, "Your letter", "I am sorry that I looked away.")
    await none("The apology")
    await goToRoom(who, /^Promises/)
    await press(who, "Make a promise")
    await write(who, "… I will …", "I will ask once a week.")
    await press(who, "Go on")
    await heading(who, "Can I really keep this?")
    await none("Promises")
    await press(who, "Keep it for myself")
    await sees(who, /I will ask once a week/)
    await none("One promise")
    await who.close()
  })
})
