import { equal } from "node:assert/strict"
import { freshFolder } from "../harness.ts"
import type { Person } from "../harness.ts"
import { answersFirstQuestions, goTo, heading, press, sasOf, sees, write } from "../walks/steps.ts"
import type { Hold } from "./messages.ts"
import { invites, mortal, noLook } from "./people.ts"
import type { Mortal } from "./people.ts"
import { logOf } from "./log.ts"
import type { Standing } from "./log.ts"
import { startWrapped } from "./relay.ts"
import type { Wrapped } from "./relay.ts"

// One invitation, from the link to two who are connected. At each of its moments the relay stands still, one of the three is killed with SIGKILL and started
// again, and then it must go on by what is on the disks.

export const moments = [
  "the link is shown",
  "the request is with the relay, and Ana's app was not told",
  "the reveal is with the relay, and Ben's app was not told",
  "Ben said the same: the relay has it, his app was not told",
  "Ana said the same: the relay has it, her app was not told",
  "the admit is signed, and the relay does not have it",
  "the admit stands, and nobody was told",
] as const
export type Victim = "relay" | "ben" | "ana"

interface Walk {
  readonly relay: Wrapped
  readonly ben: Mortal
  readonly ana: Mortal
  readonly victim: Victim
  readonly link: { text: string }
  /** The moments at which somebody was killed, in order. */
  readonly struck: string[]
}

/** Returns the moments at which the victim was killed; throws when it did not go on. */
export async function invitationWithKills(victim: Victim): Promise<{
  readonly struck: readonly string[]
  /** What stands in the log they now share. */
  readonly log: Standing
}> {
  const relay = await startWrapped("honest")
  const [ben, ana] = await Promise.all([mortal("Ben", freshFolder()), mortal("Ana", freshFolder())])
  const walk: Walk = { relay, ben, ana, victim, link: { text: "" }, struck: [] }
  try {
    await theLinkIsShown(walk)
    await anaAsks(walk)
    await benReveals(walk)
    await bothSayTheSame(walk)
    await bothAreConnected(walk)
    return { struck: walk.struck, log: await logOf(relay, walk.link.text) }
  } finally {
    await Promise.all([ben.leaves(), ana.leaves()])
    await relay.stop()
  }
}

/** Kills the victim, and starts it again. */
async function strike(w: Walk, moment: (typeof moments)[number]): Promise<void> {
  w.struck.push(moment)
  if (w.victim === "relay") {
    await w.relay.kill()
    return w.relay.start()
  }
  const one = w[w.victim]
  // Ana has nothing on her phone yet: she opens her link once more.
  const isOnlyALink = w.victim === "ana" && moment === moments[0]
  await one.dies(isOnlyALink ? w.link.text : w.relay.url[w.victim])
  if (isOnlyALink) return undefined
  await press(one.now(), "Open")
  return undefined
}

async function heldAt(w: Walk, hold: Hold, moment: (typeof moments)[number]): Promise<void> {
  await w.relay.held(hold)
  await strike(w, moment)
  w.relay.goOn()
}

/** Back to the invitation's page, for who was killed and sees Today. */
async function backToIt(w: Walk, who: "ben" | "ana", title: string): Promise<Person> {
  const one = w[who].now()
  if (w.victim === who) await press(one, new RegExp(`^${title}`))
  return one
}

async function theLinkIsShown(w: Walk): Promise<void> {
  w.link.text = (await invites(w.ben.now(), w.relay.url.ben)).replace(w.relay.url.ben, w.relay.url.ana)
  await w.ana.now().page.goto(w.link.text)
  await heading(w.ana.now(), "Someone invites you")
  await strike(w, moments[0])
  const ben = await backToIt(w, "ben", "Your invitation")
  const shown = ben.page.getByText("#j=")
  await shown.waitFor()
  equal((await shown.innerText()).trim().replace(w.relay.url.ben, w.relay.url.ana), w.link.text)
}

async function anaAsks(w: Walk): Promise<void> {
  const hold: Hold = { letter: "request", when: "after" }
  w.relay.hold(hold)
  const ana = w.ana.now()
  await heading(ana, "Someone invites you")
  await press(ana, "Go on")
  await press(ana, /^My partner/)
  await write(ana, "The name they will see", "Ana")
  await press(ana, "Join")
  await answersFirstQuestions(ana, noLook)
  await heldAt(w, hold, moments[1])
  await sees(await backToIt(w, "ana", "Your invitation"), /Your answer is with the server/)
  const ben = w.victim === "ben" ? await backToIt(w, "ben", "Your invitation") : w.ben.now()
  await sees(ben, /Someone used your link/)
}

async function benReveals(w: Walk): Promise<void> {
  const hold: Hold = { letter: "reveal", when: "after" }
  w.relay.hold(hold)
  await press(w.ben.now(), "Show the words")
  await heldAt(w, hold, moments[2])
  const ben = await backToIt(w, "ben", "Do you both see")
  const ana = await backToIt(w, "ana", "(Do you both see|Your invitation)")
  equal(await sasOf(ana), await sasOf(ben))
}

async function bothSayTheSame(w: Walk): Promise<void> {
  for (const [who, letter, moment] of [
    ["ben", "answer-inviter", moments[3]],
    ["ana", "answer-joiner", moments[4]],
  ] as const) {
    const hold: Hold = { letter, when: "after" }
    w.relay.hold(hold)
    if (who === "ana") {
      w.relay.hold({ letter: "admit", when: "before" })
      w.relay.hold({ letter: "admit", when: "after" })
    }
    await press(w[who].now(), "They are the same")
    await heldAt(w, hold, moment)
    if (who === "ana") return
    const ben = await backToIt(w, "ben", "Your invitation")
    await sees(ben, /You said they are the same/)
    const ana = await backToIt(w, "ana", "Do you both see")
    await sasOf(ana)
  }
}

async function bothAreConnected(w: Walk): Promise<void> {
  await heldAt(w, { letter: "admit", when: "before" }, moments[5])
  await heldAt(w, { letter: "admit", when: "after" }, moments[6])
  for (const [who, other] of [
    ["ben", "Ana"],
    ["ana", "Ben"],
  ] as const) {
    const one = w[who].now()
    if (w.victim !== who) {
      await heading(one, "You are connected")
      await press(one, "Done")
    }
    await goTo(one, "Rooms")
    // Their names are the first things that went through the log they now share.
    await sees(one, `You and ${other} share this space.`)
  }
}
