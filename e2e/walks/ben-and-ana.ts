import { forward } from "../harness.ts"
import { walkSteps } from "./pair.ts"
import type { Pair, Step, Walking } from "./pair.ts"
import {
  answersFirstQuestions,
  begins,
  choose,
  compareWords,
  goTo,
  goToRoom,
  heading,
  isKeptOffline,
  joins,
  makesLink,
  press,
  sees,
  seesNot,
  write,
} from "./steps.ts"
import { anaGoes, bothTakeOut } from "./parting.ts"
import type { Look } from "./steps.ts"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Ben hurt Ana. From his first page, written alone and offline, to two who look back on what was kept. */
const steps: readonly Step[] = [
  { name: "account", walk: benTellsOffline, on: true },
  { name: "invitation", walk: benInvitesAna },
  { name: "opening", walk: anaOpensTheAccount },
  { name: "apology", walk: benApologises },
  { name: "answer", walk: anaAnswersPartly },
  { name: "repair", walk: benOffersAndAnaAccepts },
  { name: "promise", walk: theRepairBecomesAPromise },
  { name: "missed", walk: theFirstIsMissedAndTold },
  { name: "kept", walk: theNextIsKept },
  { name: "looking back", walk: bothLookBack },
  { name: "taken out", walk: bothTakeOut },
  { name: "going", walk: anaGoes },
]

export function benAndAna(walking: Walking): Promise<void> {
  return walkSteps(steps, walking)
}

async function benTellsOffline({ relay, ben }: Pair, look: Look): Promise<void> {
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await look(ben, "account-empty")
  await isKeptOffline(ben)
  await ben.context.setOffline(true)
  await write(
    ben,
    "What I did",
    "I told you I was at work on Thursday. I was not. I was at the races with Tom.",
  )
  await ben.page.getByRole("button", { name: /^Next/ }).first().click()
  await write(
    ben,
    "How it happened",
    "It was the third time this year. Tom knew, and I asked him not to tell you.",
  )
  await press(ben, "Get ready to send")
  await heading(ben, "Before you send it")
  await look(ben, "account-review")
  await press(ben, "Send")
  await answersFirstQuestions(ben, look)
  await heading(ben, /^Invite/)
}

async function benInvitesAna({ ben, ana }: Pair, look: Look): Promise<void> {
  await ben.context.setOffline(false)
  const link = await makesLink(ben, "Ben", look)
  await joins(ana, link, "Ana", look)
  await compareWords(ben, ana, look)
  await look(ana, "today-nothing")
}

async function anaOpensTheAccount({ relay, ben, ana }: Pair, look: Look): Promise<void> {
  // It waits its day on Ben's device; Ana hears nothing of it.
  await seesNot(ana, /left you an account/)
  await goToRoom(ben, /^The account/)
  await look(ben, "account-room")
  await forward(day + hour, relay, ben, ana)
  await goTo(ana, "Today")
  await sees(ana, "Ben left you an account")
  await look(ana, "today-account")
  await press(ana, /^Ben left you an account/)
  await heading(ana, "Ben wrote down what happened")
  await seesNot(ana, /races with Tom/)
  await look(ana, "account-gate")
  await press(ana, "Open it now")
  await sees(ana, /races with Tom/)
  await look(ana, "account-read")
}

async function benApologises({ relay, ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ben, "Today")
  await look(ben, "today-ben")
  await press(ben, /^Say that you are sorry/)
  await write(
    ben,
    "Your letter",
    "I lied to you about Thursday. I am sorry if I hurt you. The lie was mine, and nobody else’s.",
  )
  await sees(ben, /Go to the marked words|Next marked/)
  await look(ben, "apology-marked")
  await write(
    ben,
    "Your letter",
    "I lied to you about Thursday. I am sorry that I lied. You sat alone with the bills and wondered about yourself. The lie was mine, and nobody else’s.",
  )
  await ben.page.getByText("“if I hurt you”").waitFor({ state: "detached" })
  await look(ben, "apology-mended")
  await press(ben, "Get ready to send")
  await heading(ben, "Before you send it")
  await look(ben, "apology-review")
  await press(ben, "Send")
  await sees(ben, /Waiting on this device/)
  await look(ben, "apology-waits")
  await goTo(ana, "Today")
  await seesNot(ana, /left you a letter/)
  await forward(11 * minute, relay, ben, ana)
  await sees(ben, /With the server/)
}

async function anaAnswersPartly({ ana }: Pair, look: Look): Promise<void> {
  await press(ana, /^Ben left you a letter/)
  await look(ana, "apology-gate")
  await press(ana, "Open it now")
  await sees(ana, /wondered about yourself/)
  await look(ana, "apology-read")
  await press(ana, "Answer")
  await choose(ana, /^Partly/)
  await ana.page.getByRole("textbox").first().fill("That you asked Tom to lie to me as well.")
  await look(ana, "apology-answer")
  await press(ana, "Send this answer")
  await sees(ana, "Your answer")
}

async function benOffersAndAnaAccepts({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ben, "Today")
  await press(ben, /^Ana answered your letter/)
  await sees(ben, /asked Tom to lie/)
  await look(ben, "apology-answered")
  await press(ben, "Offer to put something right")
  await choose(ben, /^Tell the truth/)
  await ben.page
    .getByRole("textbox")
    .first()
    .fill("I will tell Tom that I asked him to lie, and that it was wrong.")
  await look(ben, "apology-offer")
  await press(ben, "Offer it")
  await press(ana, /^Ben offers to put something right/)
  await look(ana, "apology-their-repairs")
  await press(ana, "Accept it")
  await sees(ana, "You accepted this.")
}

async function theRepairBecomesAPromise({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ben, "Today")
  await sees(ben, "Make the repair a promise")
  await look(ben, "today-handover")
  await press(ben, /^Make the repair a promise/)
  await heading(ben, "What will you do?")
  await write(ben, "When …", "When I come home from work")
  await write(ben, "… I will …", "I will tell you one true thing about my day with Tom.")
  await choose(ben, /^Every day/)
  await look(ben, "promise-make")
  await press(ben, "Go on")
  await heading(ben, "Can I really keep this?")
  await look(ben, "promise-really")
  await press(ben, "Promise it to Ana")
  await heading(ben, /one true thing/)
  await look(ben, "promise-new")
  await goTo(ana, "Today")
  await press(ana, /^Ben made you a promise/)
  await sees(ana, /one true thing/)
  await look(ana, "promise-theirs")
}

async function theFirstIsMissedAndTold({ relay, ben, ana }: Pair, look: Look): Promise<void> {
  await forward(day + 2 * hour, relay, ben, ana)
  await goToRoom(ana, /^Promises/)
  await press(ana, /one true thing/)
  await sees(ana, "Nothing said yet")
  await look(ana, "promise-nothing-said")
  await goTo(ana, "Today")
  await goTo(ben, "Today")
  await press(ben, /^Say how it went/)
  await look(ben, "promise-due")
  await press(ben, "I missed it")
  await look(ben, "promise-missed")
  await press(ben, "I am telling Ana first")
  await ben.page.getByRole("textbox").first().fill("I forgot. I noticed in bed.")
  await press(ben, "Say this")
  await sees(ben, "Missed, and told first")
  await goTo(ana, "Today")
  await press(ana, /^Ben said how a promise went/)
  await sees(ana, "I forgot. I noticed in bed.")
  await press(ana, "I saw it")
  await sees(ana, "You: I saw it.")
  await look(ana, "promise-told")
}

async function theNextIsKept({ relay, ben, ana }: Pair, look: Look): Promise<void> {
  await forward(day, relay, ben, ana)
  await goTo(ben, "Today")
  await press(ben, /^Say how it went/)
  await press(ben, "It is kept")
  await look(ben, "promise-kept")
  await press(ben, "Say this")
  await sees(ben, /of the last 2 kept/)
}

async function bothLookBack({ ben, ana }: Pair, look: Look): Promise<void> {
  for (const who of [ben, ana]) {
    await goToRoom(who, /^Promises/)
    await look(who, "promises-room")
    await press(who, /one true thing/)
    await sees(who, "1 of the last 2 kept")
    await sees(who, "1 missed and told")
    await look(who, "promise-look-back")
    await goTo(who, "Looking back")
    await look(who, "looking-back")
  }
}
