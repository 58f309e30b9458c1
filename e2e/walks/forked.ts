import { deepEqual, equal, notDeepEqual } from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../tools/step.ts"
import { forward, freshFolder, person, startRelay } from "../harness.ts"
import type { Person } from "../harness.ts"
import { anaInvitesBen, anaSaysItAlone, anaSendsIt } from "./ana-first.ts"
import { monday } from "./pair.ts"
import { choose, compareWords, goTo, heading, makesLink, press, pressFirst, sees } from "./steps.ts"
import type { Look } from "./steps.ts"

// A server is put back to an older copy, silently, and the other person writes on it: an honest fork (spec/relay.md §12). It is told plainly, and nobody is blamed.

const quiet = (): Promise<void> => Promise.resolve()

function copied(from: string, to: string): void {
  rmSync(`${to}-shm`, { force: true })
  for (const end of ["", "-wal"]) {
    rmSync(`${to}${end}`, { force: true })
    if (existsSync(`${from}${end}`)) copyFileSync(`${from}${end}`, `${to}${end}`)
  }
}

async function benLeaves(ben: Person): Promise<void> {
  await goTo(ben, "Rooms")
  await press(ben, "Leaving, or ending it")
  await press(ben, "Leave for good")
  await press(ben, "Yes, leave")
  await sees(ben, /^You left(\.|$)/)
}

export async function afterFork(look: Look): Promise<void> {
  const relay = await startRelay({ now: monday })
  const looks = { now: monday }
  const pair = { relay, ben: await person("Ben", looks), ana: await person("Ana", looks) }
  const { ben, ana } = pair
  try {
    await anaSaysItAlone(pair, quiet)
    await anaInvitesBen(pair, quiet)
    await goTo(ben, "Today")
    // His name is there: nothing of his is on its way when the server is put away.
    await goTo(ana, "Rooms")
    await press(ana, "People and devices")
    await heading(ana, "Ben")
    await relay.kill()
    copied(relay.dataFile, `${relay.dataFile}.old`)
    await relay.killAndStart()
    await ben.context.setOffline(true)
    await anaSendsIt(pair, quiet)
    await ana.context.setOffline(true)
    await relay.kill()
    copied(`${relay.dataFile}.old`, relay.dataFile)
    await relay.killAndStart()
    await ben.context.setOffline(false)
    await benLeaves(ben)
    await ana.context.setOffline(false)
    await goTo(ana, "Today")
    await sees(ana, /^Something in the shared record does not fit together/)
    await press(ana, "What this means, and what you can do")
    await heading(ana, "Something does not fit together")
    await sees(ana, /^The server gave this device something else/)
    await sees(ana, /Then this device has \d+ entries\. The server shows 1 other\./)
    await look(ana, "apart")
    await press(ana, "What the server shows instead")
    await sees(ana, "Left for good")
    await look(ana, "other")
    await press(ana, "Save this as a file")
    await look(ana, "save-other")
    const other = await saves(ana)
    await goTo(ana, "Help")
    await press(ana, "This device")
    await press(ana, "Save what is mine and what we shared")
    const own = await saves(ana)
    const files = [own, other].map((file) => verified(file))
    deepEqual(
      files.map(({ sound }) => sound),
      [true, true],
    )
    const [mine, theirs] = files.map(({ logs }) => logs)
    const twice = mine?.find(({ logId }) => logId === theirs?.[0]?.logId)
    equal(theirs?.length, 1)
    equal(twice?.headWords?.length, 8)
    notDeepEqual(twice?.headWords, theirs?.[0]?.headWords)

    await goTo(ana, "Rooms")
    await press(ana, "Begin anew")
    await choose(ana, /^With Ben again/)
    await look(ana, "anew")
    await press(ana, "Put it away and begin")
    await look(ana, "rooms-anew")
    await press(ana, "What was before")
    await look(ana, "earlier")
    await press(ana, /^With Ben/)
    await look(ana, "before")
    await pressFirst(ana, /^That it hurt, sent/)
    await sees(ana, /I check the clock/)
    await look(ana, "before-room")
    await goTo(ana, "Rooms")
    await press(ana, "Invite the other person")
    const link = await makesLink(ana, "Ana", quiet)
    await ben.page.goto(link)
    await press(ben, "Open")
    await heading(ben, "Someone invites you")
    await press(ben, "Join")
    await sees(ben, "This goes on from what you had together before.")
    await look(ben, "join-asked")
    await compareWords(ana, ben, quiet)
    await goTo(ana, "Rooms")
    await press(ana, "What was before")
    await press(ana, /^With Ben/)
    await press(ana, "Say your own words again")
    await ana.page.getByRole("checkbox", { name: /I check the clock/ }).check()
    await look(ana, "bring")
    await press(ana, "Say these again")
    await heading(ana, "What is shared")
    await look(ana, "brought")
    await forward(11 * 60_000, relay, ben, ana)
    await goTo(ben, "Today")
    await press(ben, /^Ana wrote what it was like/)
    await press(ben, "Open it now")
    await sees(ben, /I check the clock/)
  } finally {
    for (const who of [ben, ana]) await who.close()
    await relay.stop()
  }
}

interface Verified {
  readonly sound: boolean
  readonly logs: readonly { readonly logId: string; readonly headWords: readonly number[] | null }[]
}

function verified(file: string): Verified {
  return JSON.parse(
    execFileSync(process.execPath, ["src/cli/main.ts", "verify", file, "--json"], {
      cwd: root,
      encoding: "utf8",
    }),
  ) as Verified
}

/** Presses the button and takes what the browser saved. */
async function saves(who: Person): Promise<string> {
  const [download] = await Promise.all([who.page.waitForEvent("download"), press(who, "Save the file")])
  const file = join(freshFolder(), download.suggestedFilename())
  await download.saveAs(file)
  return file
}
