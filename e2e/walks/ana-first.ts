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
  joins,
  makesLink,
  press,
  pressFirst,
  sees,
  write,
} from "./steps.ts"
import type { Look } from "./steps.ts"

/** Ana speaks first: alone, for herself; later to Ben. In the end each has both accounts side by side, and neither was made into the other's. */
const steps: readonly Step[] = [
  { name: "alone", walk: anaSaysItAlone },
  { name: "invitation", walk: anaInvitesBen },
  { name: "sent", walk: anaSendsIt },
  { name: "opened", walk: benOpensIt },
  { name: "answered", walk: benTellsHisSide },
  { name: "side by side", walk: bothSeeBoth },
]

export function anaFirst(walking: Walking): Promise<void> {
  return walkSteps(steps, walking)
}

export async function anaSaysItAlone({ relay, ana }: Pair, look: Look): Promise<void> {
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await look(ana, "hurt-empty")
  await write(ana, "What happened", "You said you were at work on Thursday. I saw your coat at the station.")
  await ana.page.getByRole("button", { name: /^Next/ }).first().click()
  await write(
    ana,
    "What it did to me, and still does",
    "I check the clock every evening. I do not like who I am then.",
  )
  await press(ana, "Keep for now")
  await heading(ana, "What shall this be called?")
  await look(ana, "name-page")
  await write(ana, "Name", "Thursday at the station")
  await press(ana, "Keep for now")
  await heading(ana, "Would you like a lock?")
  await look(ana, "lock-offer")
  await press(ana, "Later")
  await sees(ana, "Thursday at the station")
  await look(ana, "matters-room")
  await goTo(ana, "Looking back")
  await press(ana, /^That it hurt, kept/)
  await sees(ana, /I check the clock/)
  await look(ana, "hurt-mine")
}

export async function anaInvitesBen({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ana, "Rooms")
  await look(ana, "rooms-alone")
  await press(ana, "Invite the other person")
  await answersFirstQuestions(ana, look)
  const link = await makesLink(ana, "Ana", look)
  await joins(ben, link, "Ben", look)
  await compareWords(ana, ben, look)
}

export async function anaSendsIt({ ana }: Pair, look: Look): Promise<void> {
  await goToRoom(ana, /^What happened/)
  await pressFirst(ana, /^Thursday at the station/)
  await look(ana, "matter")
  await goTo(ana, "Looking back")
  await press(ana, /^That it hurt, kept/)
  await press(ana, "Go on writing")
  await press(ana, "Get ready to send")
  await heading(ana, "Before you send it")
  await look(ana, "hurt-review")
  await choose(ana, /^With the next connection/)
  await press(ana, "Send")
  await sees(ana, /With the server/)
  await look(ana, "hurt-sent")
}

export async function benOpensIt({ ben }: Pair, look: Look): Promise<void> {
  await goTo(ben, "Today")
  await press(ben, /^Ana wrote what it was like/)
  await look(ben, "hurt-gate")
  await press(ben, "Open it now")
  await sees(ben, /I check the clock/)
  await look(ben, "hurt-read")
}

export async function benTellsHisSide({ relay, ben, ana }: Pair, look: Look): Promise<void> {
  await goToRoom(ben, /^What happened/)
  await pressFirst(ben, /^Thursday at the station/)
  await press(ben, "Write your account")
  await write(ben, "What I did", "I was at the station with Tom. I told you I was at work.")
  await press(ben, "Get ready to send")
  await press(ben, "Send")
  await sees(ben, /Waiting on this device/)
  await look(ben, "account-waits")
  await press(ben, "Let it go now")
  await sees(ben, /With the server/)
  await forward(1000, relay, ben, ana)
}

async function bothSeeBoth({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, /^Ben left you an account/)
  await press(ana, "Open it now")
  await press(ana, "See it beside your own words")
  await goTo(ben, "Today")
  await goToRoom(ben, /^What happened/)
  await pressFirst(ben, /^Thursday at the station/)
  for (const who of [ana, ben]) {
    await heading(who, "Both sides, as each tells it")
    await sees(who, /I check the clock/)
    await sees(who, /I was at the station with Tom/)
    await look(who, "both-sides")
  }
}
