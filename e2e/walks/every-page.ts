import { person, startRelay } from "../harness.ts"
import type { Person, TestRelay } from "../harness.ts"
import { monday } from "./pair.ts"
import { choose, goTo, goToRoom, heading, press, pressFirst, sees, write } from "./steps.ts"
import type { Look } from "./steps.ts"

// The screens the two journeys do not come to: the first ones, the empty ones, help, this device, the closed page, and what one sees alone.

export async function everyPage(look: Look): Promise<void> {
  const relay = await startRelay({ now: monday })
  const ana = await person("Ana", { now: monday })
  try {
    await firstScreens(ana, relay, look)
    await emptyRooms(ana, look)
    await aloneInEachRoom(ana, look)
    await helpAndDevice(ana, look)
    await neverSent(ana, look)
    await closed(ana, look)
  } finally {
    await ana.close()
    await relay.stop()
  }
}

async function firstScreens(ana: Person, relay: TestRelay, look: Look): Promise<void> {
  await ana.page.goto(relay.url)
  await heading(ana, /Something broke/)
  await look(ana, "first")
  await press(ana, "I don’t feel safe with this person")
  await look(ana, "first-unsafe")
  await press(ana, "Back")
  await press(ana, "I was sent a link")
  await look(ana, "first-link")
  await press(ana, "Back")
  await press(ana, /^Something broke/)
  await look(ana, "relation")
  await press(ana, /^A friend/)
  await heading(ana, "What happened?")
  await look(ana, "matter-open-empty")
}

async function emptyRooms(ana: Person, look: Look): Promise<void> {
  await goTo(ana, "Today")
  await look(ana, "today-alone")
  await goTo(ana, "Rooms")
  await look(ana, "rooms-alone")
  for (const [room, name] of [
    [/^What happened/, "matters-empty"],
    [/^The account/, "account-room-empty"],
    [/^The apology/, "apology-room-empty"],
    [/^Promises/, "promises-empty"],
  ] as const) {
    await goToRoom(ana, room)
    await look(ana, name)
  }
  await goTo(ana, "Looking back")
  await look(ana, "looking-back-empty")
}

async function aloneInEachRoom(ana: Person, look: Look): Promise<void> {
  await goToRoom(ana, /^What happened/)
  await press(ana, "Open a page for something that happened")
  await write(ana, "A short name for it", "The birthday")
  await write(ana, "What happened", "I told Mia’s news to the others before she could.")
  await choose(ana, /^A secret passed on/)
  await choose(ana, /^I did it/)
  await look(ana, "matter-open")
  await press(ana, "Keep for now")
  await heading(ana, "Would you like a lock?")
  await press(ana, "Later")
  await pressFirst(ana, /^The birthday/)
  await look(ana, "matter-alone")
  await press(ana, "Is it over?")
  await choose(ana, /^It still goes on/)
  await look(ana, "matter-over")
  await goToRoom(ana, /^The apology/)
  await press(ana, "Write an apology")
  await look(ana, "apology-which-or-write")
  await goToRoom(ana, /^Promises/)
  await press(ana, "Make a promise")
  await look(ana, "promise-make-alone")
}

async function helpAndDevice(ana: Person, look: Look): Promise<void> {
  await goTo(ana, "Help")
  await look(ana, "help")
  await press(ana, "This device")
  await look(ana, "device")
  await press(ana, "Forget everything here")
  await look(ana, "forget")
  await press(ana, "Not now")
  await press(ana, "Choose a passphrase")
  await look(ana, "passphrase")
  await press(ana, "Set the lock")
  await look(ana, "passphrase-short")
  await press(ana, "Later")
}

async function neverSent(ana: Person, look: Look): Promise<void> {
  await goTo(ana, "Rooms")
  await press(ana, "Invite the other person")
  await press(ana, "No, or I was asked not to")
  await sees(ana, "Then nothing will be sent")
  await look(ana, "never")
  await press(ana, "Done")
  await look(ana, "rooms-never")
}

async function closed(ana: Person, look: Look): Promise<void> {
  await goTo(ana, "Today")
  await press(ana, "That’s enough for today")
  await heading(ana, "This page is closed")
  await look(ana, "closed")
  await press(ana, "Open")
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", "three blue boats")
  await write(ana, "The same once more", "three blue boats")
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  await press(ana, "Lock now")
  await look(ana, "closed-passphrase")
  await write(ana, "Passphrase", "three red boats")
  await press(ana, "Open")
  await sees(ana, "That did not open it. Nothing is lost.")
  await look(ana, "closed-wrong")
}
