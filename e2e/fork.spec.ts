import { copyFileSync, existsSync, rmSync } from "node:fs"
import { expect, test } from "vitest"
import { axe, person, startRelay } from "./harness.ts"
import type { Person } from "./harness.ts"
import { anaInvitesBen, anaSaysItAlone, anaSendsIt } from "./walks/ana-first.ts"
import { monday } from "./walks/pair.ts"
import { goTo, heading, press, sees } from "./walks/steps.ts"

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
  await sees(ben, /^You left\./)
}

test("the server went back and Ben wrote on it: Ana reads what it means and what she can do, and loses nothing", async () => {
  const relay = await startRelay({ now: monday })
  const looks = { now: monday }
  const pair = { relay, ben: await person("Ben", looks), ana: await person("Ana", looks) }
  const { ben, ana } = pair
  try {
    await anaSaysItAlone(pair, quiet)
    await anaInvitesBen(pair, quiet)
    await goTo(ben, "Today")
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
    expect(await axe(ana.page)).toEqual([])
    if (process.env["PICTURES"] !== undefined)
      await ana.page.screenshot({ path: `${process.env["PICTURES"]}/apart.png`, fullPage: true })
    await goTo(ana, "Looking back")
    await press(ana, /^That it hurt, sent/)
    await sees(ana, /I check the clock/)
  } finally {
    for (const who of [ben, ana]) await who.close()
    await relay.stop()
  }
})
