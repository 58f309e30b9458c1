import { forward } from "../../e2e/harness.ts"
import { goTo, press, seesNot } from "../../e2e/walks/steps.ts"
import { connected, day, hour, monday, opensTheAccount, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

const apart: Case = {
  name: "clocks that are off by days, one behind and one ahead",
  plant: [instead("app/shell/looking-back.tsx", "day > inner.moment.day", "false")],
  walk: async (world) => {
    const { ben, ana } = await connected(world, { now: monday, ben: monday + 5 * day, ana: monday - 5 * day })
    await sendsAnAccount(ben, "I was at the races with Tom.")
    await opensTheAccount(ana, "I was at the races with Tom.")
    await goTo(ana, "Looking back")
    const sentence = await saidOn(ana.page, /by the clock of the device it was written on/)
    await seesNot(ana, /could not be placed/)
    await goTo(ben, "Looking back")
    await seesNot(ben, /by the clock of/)
    await seesNot(ben, /could not be placed/)
    return {
      sentence,
      way: "everything goes on; a day is shown as what it is, the word of a clock",
      kept: "all of it: nothing was refused, set aside or put in another order",
    }
  },
}

const setBack: Case = {
  name: "a clock that is set back by days while something waits its day",
  onlyInCommand: "src/app/sending/waiting.test.ts",
  plant: [instead("app/sending/queue.ts", "(q.notBefore ?? 0) - at > q.hold", "false")],
  walk: async (world) => {
    const ahead = monday + 5 * day
    const { ben, ana, relay } = await connected(world, { now: monday, ben: ahead })
    await sendsAnAccount(ben, "I was at the races with Tom.", "After one day")
    await goTo(ben, "Rooms")
    await ben.context.clock.setSystemTime(monday)
    await ben.page.reload()
    await press(ben, "Open")
    await goTo(ben, "Rooms")
    await press(ben, /^The account/)
    await press(ben, /^What happened, 7 November/)
    const sentence = await saidOn(ben.page, /It goes .*(tomorrow|3 November|Tuesday)/)
    await goTo(ana, "Today")
    await seesNot(ana, /left you an account/)
    await forward(day + hour, relay, ben, ana)
    await opensTheAccount(ana, "I was at the races with Tom.")
    return {
      sentence,
      way: "it waits its one day from the new time on, not six; “Let it go now”, “Take it back”",
      kept: "the account: it went once, whole",
    }
  },
}

export const clocks: readonly Case[] = [apart, setBack]
