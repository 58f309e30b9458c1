import { equal } from "node:assert/strict"
import { goTo, press, sees, seesNot } from "../../e2e/walks/steps.ts"
import { connected, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import type { Edit } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

/** An app from before there were accounts: it does not know their kind. It is in every test build, and sleeps there unless it is woken. */
export const olderApp: Edit = {
  file: "practices/house.ts",
  from: "Object.hasOwn(room.entries, kind) ? room : null",
  to: () =>
    'Object.hasOwn(room.entries, kind) && !(globalThis.wrongOlder && kind === "account.told") ? room : null',
}

const newer: Case = {
  name: "an entry of an unknown kind",
  inTestBuild: true,
  plant: [instead("practices/house.ts", "{ ...at, later: [...at.later, entry] }", "at")],
  walk: async (world) => {
    const pair = await connected(world)
    const { ben, ana, relay } = pair
    await ana.context.addInitScript(() =>
      Reflect.set(globalThis, "wrongOlder", !document.cookie.includes("updated")),
    )
    await ana.page.reload()
    await press(ana, "Open")
    await sendsAnAccount(ben, "I was at the races with Tom.")
    await goTo(ana, "Looking back")
    const sentence = await saidOn(ana.page, /This was written with a newer version/)
    await seesNot(ana, /races with Tom/)
    await seesNot(ana, /could not be placed/)
    await ana.context.addCookies([{ name: "updated", value: "1", url: relay.url }])
    await ana.page.reload()
    await press(ana, "Open")
    await goTo(ana, "Looking back")
    equal(await ana.page.getByText(/newer version/).count(), 0)
    await press(ana, /^An account from Ben/)
    await press(ana, "Open it now")
    await sees(ana, "races with Tom")
    return { sentence, way: "the update", kept: "the entry, in its place: it is read there afterwards" }
  },
}

export const later: readonly Case[] = [newer]
