import type { Person } from "../harness.ts"
import { anaInvitesBen, anaSaysItAlone, anaSendsIt, benOpensIt } from "./ana-first.ts"
import { benIsTold, comparesWords, makesLinkHere } from "./linked.ts"
import type { Pair, Walking } from "./pair.ts"
import { withLaptop } from "./laptop.ts"
import { goTo, heading, press, sees, seesNot } from "./steps.ts"
import type { Look } from "./steps.ts"

/** Ana links her laptop first and shares something on her phone afterwards: she is asked there, once, and the laptop comes. */
export function sharedLater(walking: Walking): Promise<void> {
  return withLaptop(walking, (laptop, comes) => [
    { name: "alone", walk: anaSaysItAlone },
    { name: "link", walk: async (pair, look) => comes(await makesLinkHere(pair, look, { isShared: false })) },
    { name: "words", walk: (pair, look) => comparesWords(pair, laptop(), look) },
    { name: "invitation", walk: anaInvitesBen },
    { name: "sent", walk: anaSendsIt },
    { name: "opened", walk: benOpensIt },
    { name: "asked", walk: (pair, look) => anaIsAsked(pair, laptop(), look) },
    { name: "comes", walk: (pair, look) => laptopComes(pair, laptop(), look) },
    { name: "told", walk: benIsTold },
  ])
}

/** Closed, and opened again. */
async function opensAgain(who: Person): Promise<void> {
  await who.page.reload()
  await press(who, "Open")
  await goTo(who, "Today")
}

/** Nothing of it is on the laptop before she says so. */
async function anaIsAsked({ ana }: Pair, laptop: Person, look: Look): Promise<void> {
  await opensAgain(laptop)
  await seesNot(laptop, /shar(e|ed) here/)
  await goTo(ana, "Today")
  await heading(ana, "Shall your other device see this, too?")
  await look(ana, "absent-asked")
  await press(ana, "People and devices")
  await sees(ana, "This device of yours does not see what you share here.")
  await look(ana, "absent")
  await press(ana, "Let it see this, too")
  await sees(ana, "Say yes only if that device is in your own hands.")
  await look(ana, "absent-before")
  await press(ana, "Let it see this, too")
  await sees(ana, /^You said that it may see what you share here/)
  await look(ana, "absent-said")
}

/** Each is opened once more, one after the other, as the page says. */
async function laptopComes({ ana }: Pair, laptop: Person, look: Look): Promise<void> {
  await opensAgain(laptop)
  await laptop.page.waitForTimeout(2000)
  await opensAgain(ana)
  await heading(ana, "Another device of yours came")
  await press(ana, "Put this away")
  await opensAgain(laptop)
  await heading(laptop, "What you share is here now, too")
  await look(laptop, "came-space")
  await press(laptop, "Put this away")
  await laptop.page.getByText("What you share is here now, too").waitFor({ state: "detached" })
  await goTo(laptop, "Rooms")
  await press(laptop, "People and devices")
  await sees(laptop, "Ben")
  await look(laptop, "came-people")
}
