import { equal } from "node:assert/strict"
import { forward } from "../harness.ts"
import type { Person } from "../harness.ts"
import { anaInvitesBen } from "./ana-first.ts"
import { third, walkSteps } from "./pair.ts"
import type { Pair, Step, Walking } from "./pair.ts"
import {
  begins,
  choose,
  goTo,
  goToRoom,
  heading,
  joins,
  press,
  sameWords,
  sees,
  seesNot,
  write,
} from "./steps.ts"
import type { Look } from "./steps.ts"

const hour = 3_600_000
const before = "The evening at the lake"
const after = "The keys at Cleo’s door"

/** Ana and Ben are together; Cleo comes in with both their yes, reads from then on, and in the end Ben has left and the others ended it. */
const steps: readonly Step[] = [
  { name: "together", walk: anaBringsBen },
  { name: "before", walk: anaTellsBen },
  { name: "asked", walk: benAsksForCleo },
  { name: "agreed", walk: anaAgrees },
  { name: "three", walk: allSeeWhoIsHere },
  { name: "said to all", walk: benWritesToBoth },
  { name: "proposed", walk: anaWouldEndIt },
  { name: "left", walk: benLeaves },
  { name: "ended", walk: theOthersEndIt },
]

export function threeTogether(walking: Walking): Promise<void> {
  return walkSteps(steps, { ...walking, three: true })
}

async function anaBringsBen(pair: Pair, look: Look): Promise<void> {
  await begins(pair.ana, pair.relay, "I hurt someone", /^My partner/)
  await anaInvitesBen(pair, look)
}

/** What she tells Ben now, Cleo will never read. */
async function anaTellsBen({ ben, ana }: Pair): Promise<void> {
  await tells(ana, before, "I said I would drive you home. I drank, and you walked.")
  await goTo(ben, "Today")
  await press(ben, "Ana left you an account")
  await press(ben, "Open it now")
  await sees(ben, /and you walked/)
}

async function benAsksForCleo(pair: Pair, look: Look): Promise<void> {
  const { ben, ana } = pair
  const cleo = third(pair)
  await goTo(ben, "Rooms")
  await press(ben, "Ask someone else in")
  await heading(ben, "Ask someone else in")
  await look(ben, "three-ask")
  await write(ben, "Their name, as the others will read it", "Cleo")
  await press(ben, "Make the link")
  const shown = ben.page.getByText("#j=")
  await shown.waitFor()
  const link = (await shown.innerText()).trim()
  await joins(cleo, link, "Cleo", look, /^A friend/)
  await sameWords(ben, cleo, look)
  await sees(cleo, /There are 2 people here already/)
  await look(cleo, "three-among")
  await press(cleo, "They are the same")
  await sees(ben, /Now everyone here is asked/)
  await look(ben, "three-agreeing")
  await press(ben, "Done")
  await goTo(ana, "Today")
  await sees(ana, "Ben would like Cleo to come in")
  await look(ana, "three-asked")
}

async function anaAgrees(pair: Pair, look: Look): Promise<void> {
  const { ben, ana } = pair
  const cleo = third(pair)
  await press(ana, /^Ben would like Cleo to come in/)
  await sees(ana, /What was said before is not given to them/)
  await look(ana, "three-yes-or-not-now")
  await press(ana, "Yes, let them in")
  await heading(ana, "Cleo is here now")
  await look(ana, "three-came")
  // Ben and Cleo did not wait on the page of the invitation: Today says it.
  for (const who of [ben, cleo]) {
    await press(who, /^You are connected/)
    await heading(who, "You are connected")
    await look(who, "three-joined")
    await press(who, "Done")
  }
}

async function allSeeWhoIsHere(pair: Pair, look: Look): Promise<void> {
  const { ben, ana } = pair
  const cleo = third(pair)
  for (const [who, others] of [
    [ana, "Ben and Cleo"],
    [ben, "Ana and Cleo"],
    // Whose app let her in has said a name to her; the other’s comes with their next words.
    [cleo, "(Ana|Ben) and someone who has not said their name yet"],
  ] as const) {
    await goTo(who, "Rooms")
    await sees(who, new RegExp(`^You share this space with ${others}\\.`))
    await look(who, "three-rooms")
  }
}

async function benWritesToBoth(pair: Pair, look: Look): Promise<void> {
  const { relay, ben, ana } = pair
  const cleo = third(pair)
  await tells(ben, after, "I gave Cleo’s spare keys to my brother and told neither of you.", look)
  await forward(hour, relay, ben, ana, cleo)
  for (const who of [ana, cleo]) {
    await goTo(who, "Today")
    await press(who, "Ben left you an account")
    await press(who, "Open it now")
    await sees(who, /told neither of you/)
    await look(who, "three-account-read")
  }
  await goTo(cleo, "Rooms")
  await sees(cleo, /^You share this space with .*Ben/)
  await goToRoom(cleo, /^What happened/)
  await sees(cleo, after)
  await seesNot(cleo, before)
  await look(cleo, "three-matters")
  await goTo(cleo, "Looking back")
  await seesNot(cleo, /lake|account from Ana/)
}

/** Ending it takes all three. Cleo says yes; Ben says nothing to it. */
async function anaWouldEndIt(pair: Pair, look: Look): Promise<void> {
  const { ben, ana } = pair
  const cleo = third(pair)
  await goTo(ana, "Rooms")
  await press(ana, "Leaving, or ending it")
  await sees(ana, /Everyone here is asked/)
  await look(ana, "three-going")
  await press(ana, "End it for everyone")
  await press(ana, "Yes, end it")
  await sees(ana, "You would like to end this for everyone")
  await look(ana, "three-end-asked")
  for (const who of [cleo, ben]) {
    await goTo(who, "Today")
    // Whether Cleo knows Ana's name by now depends on whose app let her in; if not, the card says so.
    await press(who, /^(Ana|Someone who has not said their name yet) would like to end this for everyone/)
    await look(who, "three-end-asked")
  }
  await press(cleo, "Yes, end it")
  await sees(cleo, /^You said yes/)
  await press(ben, "Not now")
  await goTo(ben, "Today")
  await seesNot(ben, /would like to end this/)
}

async function benLeaves(pair: Pair, look: Look): Promise<void> {
  const { ben, ana } = pair
  const cleo = third(pair)
  await goTo(ben, "Rooms")
  await press(ben, "Leaving, or ending it")
  await press(ben, "Leave for good")
  await press(ben, "Yes, leave")
  await sees(ben, /^You left(\.|$)/)
  await look(ben, "three-left")
  for (const [who, other] of [
    [ana, "Cleo"],
    // As before: Ana has written nothing since Cleo came.
    [cleo, "(Ana|someone who has not said their name yet)"],
  ] as const) {
    await goTo(who, "Rooms")
    await sees(who, new RegExp(`^You and ${other} share this space\\.`))
    await sees(who, "Ben is no longer here. What was shared stays, to read.")
    await look(who, "three-one-left")
    // What all were asked before is no longer asked: somebody went meanwhile.
    await seesNot(who, /like to end this/)
  }
}

async function theOthersEndIt(pair: Pair, look: Look): Promise<void> {
  const { ana } = pair
  const cleo = third(pair)
  await goTo(ana, "Rooms")
  await press(ana, "Leaving, or ending it")
  await press(ana, "End it for everyone")
  await press(ana, "Yes, end it")
  for (const who of [ana, cleo]) {
    await goTo(who, "Rooms")
    await sees(who, /^This was ended\./)
    await look(who, "three-ended")
  }
  await goToRoom(cleo, /^The account/)
  await sees(cleo, /Ben/)
  equal(await cleo.page.getByText(before).count(), 0)
}

/** An account about a matter of its own, sent with the next connection. Where there are matters already, one says first that it is none of them. */
async function tells(who: Person, matter: string, what: string, look?: Look): Promise<void> {
  await goToRoom(who, /^The account/)
  await press(who, "Write an account")
  await write(who, "What I did", what)
  await press(who, "Get ready to send")
  if (look === undefined) await who.page.getByLabel(/^What it is called, for (both|all) of you/).fill(matter)
  else {
    await choose(who, "Something else")
    await write(who, "Name", matter)
    await press(who, "Go on")
    await look(who, "three-review")
    await sees(who, "What Ana and Cleo will be able to read")
    // Who reads it over takes longer than a moment, and is offered nothing meanwhile.
    await who.page.waitForTimeout(1_000)
    await seesNot(who, "Would you like a lock?")
  }
  await choose(who, /^With the next connection/)
  await press(who, "Send")
  await sees(who, /With the server/)
}
