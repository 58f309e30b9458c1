import type { Pair } from "./pair.ts"
import { goTo, goToRoom, press, sees, seesNot } from "./steps.ts"
import type { Look } from "./steps.ts"

// What two people can do when it is enough: let go together of what was kept, step out, leave.

/** A promise goes, with how it went, once both say that it may. */
export async function bothTakeOut({ ben, ana }: Pair, look: Look): Promise<void> {
  await goToRoom(ben, /^Promises/)
  await press(ben, /one true thing/)
  await press(ben, "Take this out together")
  await look(ben, "take-out")
  await press(ben, "They may go")
  await sees(ben, /^You said that these words may go/)
  await goToRoom(ana, /^Promises/)
  await press(ana, /one true thing/)
  await sees(ana, /^Ben said that these words may go/)
  await look(ana, "take-out-asked")
  await press(ana, "Take this out together")
  await press(ana, "They may go")
  await goTo(ana, "Looking back")
  await ana.page
    .getByText(/one true thing/)
    .first()
    .waitFor({ state: "detached" })
  await look(ana, "looking-back-without")
  // What Ben had noted for himself stays his.
  await goTo(ben, "Looking back")
  await sees(ben, /^A promise of your own: When I come home/)
}

/** Nobody hears that Ana stepped out; she comes back and leaves for good. What was shared stays with both. */
export async function anaGoes({ ben, ana }: Pair, look: Look): Promise<void> {
  await goTo(ana, "Rooms")
  await press(ana, "Leaving, or ending it")
  await look(ana, "going")
  await press(ana, "Step out")
  await sees(ana, /^You have stepped out/)
  await look(ana, "going-out")
  // She finds the way back where she finds that she is out.
  await goTo(ana, "Rooms")
  await sees(ana, /^You have stepped out/)
  await press(ana, "Come back")
  await ana.page.getByText(/^You have stepped out/).waitFor({ state: "detached" })
  await press(ana, "Leaving, or ending it")
  await press(ana, "Leave for good")
  await look(ana, "going-leave")
  await press(ana, "Yes, leave")
  await sees(ana, /^You left(\.|$)/)
  await look(ana, "going-left")
  await goTo(ana, "Rooms")
  await sees(ana, /^You left(\.|$)/)
  await goToRoom(ana, /^The account/)
  await sees(ana, /Ben/)
  await goTo(ben, "Rooms")
  await sees(ben, /^Nobody else is here now/)
  await look(ben, "rooms-alone-again")
  await goToRoom(ben, /^The apology/)
  await seesNot(ben, /^Get ready to send/)
}
