import { equal } from "node:assert/strict"
import { person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { anaInvitesBen, anaSaysItAlone, anaSendsIt, benOpensIt } from "./ana-first.ts"
import type { Pair, Walking } from "./pair.ts"
import { withLaptop } from "./laptop.ts"
import { goTo, heading, press, pressFirst, sasOf, sees, seesNot, write } from "./steps.ts"
import type { Look } from "./steps.ts"

/** Ana links a laptop by a link and by words, goes on there, and lets her phone go from it. */
export function linkedDevice(walking: Walking): Promise<void> {
  return withLaptop(walking, (laptop, comes) => [
    { name: "alone", walk: anaSaysItAlone },
    { name: "invitation", walk: anaInvitesBen },
    { name: "link", walk: async (pair, look) => comes(await makesLinkHere(pair, look)) },
    { name: "words", walk: (pair, look) => comparesWords(pair, laptop(), look) },
    { name: "laptop", walk: (pair, look) => readsThere(pair, laptop(), look) },
    { name: "sent", walk: (pair, look) => anaSendsIt({ ...pair, ana: laptop() }, look) },
    { name: "opened", walk: (pair, look) => benOpensIt(pair, look) },
    { name: "told", walk: benIsTold },
    { name: "phone goes", walk: (pair, look) => phoneGoes(pair, laptop(), look) },
  ])
}

/** What goes with it is said before; then the link, which the laptop opens. */
export async function makesLinkHere(
  { ana, relay }: Pick<Pair, "ana" | "relay">,
  look: Look,
  { isShared = true, isNewFirst = true, own = "" } = {},
): Promise<Person> {
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Add another device of yours")
  await heading(ana, "Add another device of yours")
  await sees(ana, /All of them are copied to the server now/)
  if (isShared) await sees(ana, /^Everybody you share with can see/)
  await look(ana, "link-before")
  if (isNewFirst) await ana.page.getByRole("radio", { name: /^The new device/ }).check()
  await saysOwn(ana, own)
  await press(ana, "Go on to the link")
  await heading(ana, "Open this on the other device")
  await ana.page.getByRole("img", { name: /^The link as a square/ }).waitFor()
  const link = (await ana.page.getByText("#l=").innerText()).trim()
  await look(ana, "link")
  const laptop = await person("Ana's laptop", { now: await ana.page.evaluate(() => Date.now()) })
  await laptop.page.goto(relay.url)
  await press(laptop, "This is another device of mine")
  await look(laptop, "here-paste")
  await laptop.page.goto(link)
  await heading(laptop, "Another device of yours")
  // The secret is out of the address before anything else is done.
  equal(new URL(laptop.page.url()).hash, "")
  await look(laptop, "here")
  await press(laptop, "Go on")
  return laptop
}

/** Asked only where there is one. */
async function saysOwn(who: Person, own: string): Promise<void> {
  if (own !== "") await write(who, "Your passphrase, once more", own)
}

export async function comparesWords(
  { ana }: Pick<Pair, "ana">,
  laptop: Person,
  look: Look,
  own = "",
): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, /^Do both devices show the same words\?|^Add another device of yours/)
  for (const who of [ana, laptop]) await heading(who, /^Do both devices show/)
  const [hers, there] = [await sasOf(ana), await sasOf(laptop)]
  equal(hers.split("\n").length, 7)
  equal(there, hers)
  await look(laptop, "here-words")
  await look(ana, "link-words")
  await saysOwn(ana, own)
  await press(ana, "They are the same")
  await heading(laptop, "This device is yours now, too")
  await look(laptop, "here-done")
  await press(laptop, "Go on")
  await heading(ana, "Your other device is here")
  await look(ana, "link-done")
  await press(ana, "Done")
}

async function readsThere(_: Pair, laptop: Person, look: Look): Promise<void> {
  await goTo(laptop, "Looking back")
  await pressFirst(laptop, /^That it hurt/)
  await sees(laptop, /I check the clock/)
  await look(laptop, "laptop-reads")
  await goTo(laptop, "Today")
}

export async function benIsTold({ ben }: Pair, look: Look): Promise<void> {
  await goTo(ben, "Today")
  await heading(ben, "Ana has another device")
  await look(ben, "device-came")
  await goTo(ben, "Rooms")
  await press(ben, "People and devices")
  await sees(ben, "It was added from another device of the same person.")
  await sees(ben, /^You have not compared words since it came/)
  await goTo(ben, "Today")
  await press(ben, "Put this away")
  await ben.page.getByText("Ana has another device").waitFor({ state: "detached" })
}

async function phoneGoes({ ana }: Pair, laptop: Person, look: Look): Promise<void> {
  await goTo(ana, "Rooms")
  await press(ana, "People and devices")
  await seesNot(ana, "Let this device go")
  await goTo(laptop, "Rooms")
  await press(laptop, "People and devices")
  await press(laptop, "Let this device go")
  await sees(laptop, /^It reads nothing new then/)
  await look(laptop, "one-goes")
  await press(laptop, "Let this device go")
  await laptop.page.getByText("Another device", { exact: true }).waitFor({ state: "detached" })
  await look(laptop, "one-gone")
  await goTo(ana, "Rooms")
  await press(ana, "People and devices")
  await sees(ana, /^The server says that this device no longer belongs/)
  await seesNot(ana, "Add another device of yours")
  await look(ana, "phone-gone")
  // The browser notes what the server answered a device that is gone: here it is what was to come.
  const heard = ana.console.filter((line) => !/responded with a status of 403/.test(line))
  ana.console.splice(0, ana.console.length, ...heard)
}
