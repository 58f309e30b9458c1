import { deepEqual, equal } from "node:assert/strict"
import { person } from "../harness.ts"
import type { Person } from "../harness.ts"
import { passphrase } from "./copies.ts"
import { comparesWords, makesLinkHere } from "./linked.ts"
import { arrives, faultsOf, keepsCopy, lineOf, makesSheet, opensMove, saysYes, togetherAt } from "./moved.ts"
import type { TwoServers } from "./moved.ts"
import { choose, goTo, goToRoom, heading, press, sees, seesNot, write } from "./steps.ts"
import type { Look } from "./steps.ts"

// Ana's devices go after everybody agreed on another server: a laptop that was linked at the old one, and a tablet that was linked at the new one.

const quiet: Look = () => Promise.resolve()

async function opensPeople(who: Person): Promise<void> {
  await goTo(who, "Rooms")
  await press(who, "People and devices")
  await heading(who, "People and devices")
}

const closesAndOpens = async (who: Person): Promise<void> => {
  await who.page.reload()
  await press(who, "Open")
  await who.page.getByRole("navigation", { name: "Places" }).waitFor()
}

/** At once, or when the server has answered. */
const seesNoMore = ({ page }: Person, text: string): Promise<void> =>
  page.getByText(text).waitFor({ state: "detached" })

/** Ana asks and Ben says yes; each has a sheet. The codes of both. */
async function agree(ana: Person, ben: Person, line: string): Promise<readonly [string, string]> {
  await opensMove(ana)
  await press(ana, "A sheet to come back with")
  const hers = await makesSheet(ana)
  await write(ana, "The line of the other server", line)
  await press(ana, "Ask the others")
  await sees(ana, "You would like to go on at another server")
  const his = await saysYes(ben, quiet)
  await goTo(ana, "Today")
  await sees(ana, "You agreed to go on at another server")
  return [hers, his]
}

/** The one of her devices that came last. */
async function letsLastGo(who: Person, look: Look, screen: string, own = ""): Promise<void> {
  const sheet = who.page.getByRole("group", { name: "Another device" }).last()
  const letGo = sheet.getByRole("button", { name: "Let this device go" })
  await letGo.click()
  await sees(who, /^It reads nothing new then/)
  await look(who, screen)
  if (own !== "") await sheet.getByLabel("Your passphrase, once more").fill(own)
  await letGo.click()
}

async function saysThatItHurt(who: Person, text: string): Promise<void> {
  await goToRoom(who, /^What happened/)
  await press(who, "Say that it hurt")
  await write(who, "What happened", text)
  await press(who, "Get ready to send")
  await write(who, "What it is called, for both of you", text)
  await choose(who, /^With the next connection/)
  await press(who, "Send")
}

export async function goneElsewhere({ from, to }: TwoServers, look: Look): Promise<void> {
  const [ana, ben] = await togetherAt(from)
  const laptop = await makesLinkHere({ ana, relay: from }, quiet, { isNewFirst: false })
  await comparesWords({ ana }, laptop, quiet)
  const [hers, his] = await agree(ana, ben, await lineOf(to, quiet))
  await closesAndOpens(laptop)
  await sees(laptop, "You agreed to go on at another server")

  const here = [ana, ben, laptop]
  for (const who of here) who.requests.length = 0
  await opensPeople(ana)
  await letsLastGo(ana, look, "goes-elsewhere")
  await sees(ana, /^It is out of your own pages/)
  await look(ana, "gone-elsewhere")
  for (const who of here) await closesAndOpens(who)
  // What it is told there, and that it says nothing more.
  await press(laptop, /^You agreed to go on at another server/)
  await sees(laptop, "This device sends nothing to this server any more of what you share.")
  for (const who of [ana, ben]) await press(who, /^You agreed to go on at another server/)
  const [file, other] = await Promise.all([keepsCopy(ana), keepsCopy(ben)])
  await ana.page.waitForTimeout(300)
  deepEqual(
    here.flatMap(({ requests }) => requests.filter((url) => url.includes("/api/"))),
    [],
  )

  const anaThere = await person("Ana there", { width: 1280, height: 800 })
  await arrives(to, anaThere, file, hers, quiet)
  await opensPeople(anaThere)
  await seesNoMore(anaThere, "It was added from another device of the same person.")
  const benThere = await person("Ben there", { dark: true })
  await arrives(to, benThere, other, his, quiet)
  await opensPeople(benThere)
  await sees(benThere, "Device 2")
  await seesNoMore(benThere, "It was added from another device of the same person.")

  const tablet = await makesLinkHere({ ana: anaThere, relay: to }, quiet, {
    isNewFirst: false,
    own: passphrase,
  })
  await comparesWords({ ana: anaThere }, tablet, quiet, passphrase)
  await opensPeople(benThere)
  await sees(benThere, "Device 3")
  await opensPeople(anaThere)
  await letsLastGo(anaThere, look, "goes-there", passphrase)
  await opensPeople(benThere)
  await seesNoMore(benThere, "Device 3")
  await opensPeople(tablet)
  await sees(tablet, /^The server says that this device no longer belongs/)
  await look(tablet, "told")
  await saysThatItHurt(tablet, "Said on the tablet")
  await saysThatItHurt(anaThere, "Said after the tablet went")
  await sees(anaThere, /With the server/)
  await goTo(benThere, "Today")
  await press(benThere, /^Ana wrote what it was like/)
  await press(benThere, "Open it now")
  await sees(benThere, "Said after the tablet went")
  // What was said on the tablet stays there, and what came after it does not come there.
  await closesAndOpens(tablet)
  await sees(tablet, /^The server says that this device no longer belongs/)
  await goTo(tablet, "Looking back")
  await sees(tablet, /^That it hurt, kept/)
  await seesNot(tablet, /That it hurt, sent|Said after the tablet went/)
  await goTo(benThere, "Looking back")
  await sees(benThere, "Ana wrote what it was like")
  equal(await benThere.page.getByText("Ana wrote what it was like").count(), 1)

  for (const who of [...here, anaThere, benThere, tablet]) {
    // The browser notes what the server answered a device that is gone: here it is what was to come.
    deepEqual(
      faultsOf(who).filter((line) => who !== tablet || !/status of 403/.test(line)),
      [],
    )
    await who.close()
  }
}
