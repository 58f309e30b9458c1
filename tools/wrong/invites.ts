import { equal, match } from "node:assert/strict"
import { sasOf, heading, press, seesNot, write } from "../../e2e/walks/steps.ts"
import { joins } from "../../e2e/walks/steps.ts"
import {
  asksToJoin,
  beginsAPage,
  connected,
  day,
  findsThePage,
  makesInvite,
  monday,
  noLook,
} from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

const cut: Case = {
  name: "an invite link that is cut short",
  plant: [
    instead(
      "app/shell/link.ts",
      "found?.[1] === undefined || found[1].length < shortest",
      "found?.[1] === undefined",
    ),
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const [ben, ana] = [await world.person("Ben"), await world.person("Ana")]
    const link = await makesInvite(ben, relay)
    const words = /This link cannot be used/
    await ana.page.goto(link.slice(0, -60))
    const sentence = await saidOn(ana.page, words)
    const open = ana.page.getByRole("button", { name: "Open the link" })
    equal(await open.isEnabled(), false)
    await write(ana, "Paste the link here", link.slice(0, link.length - 90))
    await saidOn(ana.page, words)
    await write(ana, "Paste the link here", link)
    await seesNot(ana, words)
    equal(await open.isEnabled(), true)
    return {
      sentence,
      way: "the whole link can be pasted on the same page",
      kept: "the invitation: the whole link still opens it",
    }
  },
}

const used: Case = {
  name: "an invite link that was used",
  plant: [instead("app/inviting/join.ts", 'stoppingJoin(state, "used")', "state")],
  walk: async (world) => {
    const { link, ben } = await connected(world)
    const eve = await world.person("Eve")
    await asksToJoin(eve, link)
    const sentence = await saidOn(eve.page, /This link was used before/)
    match(sentence, /Ask for a new one/)
    await press(eve, "Not now")
    await heading(eve, /Good (morning|afternoon|evening)/)
    await seesNot(ben, /Someone used your link/)
    return {
      sentence,
      way: "“Not now” leads to Today; a new link can be asked for",
      kept: "the space of the two: nobody else came in",
    }
  },
}

const twice: Case = {
  name: "an invite link that two people used",
  onlyInCommand: "e2e/wrapped-relay.spec.ts, 47",
  plant: [instead("app/inviting/invite.ts", "seen.length > 1", "false")],
  walk: async (world) => {
    const relay = await world.relay()
    const [ben, ana, eve] = [await world.person("Ben"), await world.person("Ana"), await world.person("Eve")]
    const link = await makesInvite(ben, relay)
    await ben.context.setOffline(true)
    await joins(ana, link, "Ana", noLook)
    await joins(eve, link, "Eve", noLook)
    await ben.context.setOffline(false)
    const words = /Two people used the same link/
    const sentence = await saidOn(ben.page, words)
    for (const who of [ana, eve]) await saidOn(who.page, words)
    for (const who of [ben, ana, eve]) equal(await who.page.locator("ol.sas").count(), 0)
    await press(ben, "Done")
    return {
      sentence,
      way: "“Done”, and a new invitation from Rooms",
      kept: "nothing was shared with either, no key was given",
    }
  },
}

const expired: Case = {
  name: "an invite link that expired",
  plant: [
    instead(
      "app/server/exchange.ts",
      'put.because === "invite-over" ? "too-old" : "link-unusable"',
      '"link-unusable"',
    ),
  ],
  walk: async (world) => {
    const relay = await world.relay({ now: monday })
    const ben = await world.person("Ben", { now: monday })
    const link = await makesInvite(ben, relay)
    await ben.page.goto("about:blank")
    relay.forward(8 * day)
    const ana = await world.person("Ana", { now: monday + 8 * day })
    await asksToJoin(ana, link)
    const words = /The link was too old/
    const sentence = await saidOn(ana.page, words)
    match(sentence, /A new invitation is needed/)
    await ben.context.clock.setSystemTime(monday + 8 * day)
    await ben.page.goto(relay.url)
    await press(ben, "Open")
    await ben.page.getByRole("button", { name: "Rooms" }).click()
    await press(ben, "Your invitation")
    await saidOn(ben.page, words)
    await press(ben, "Done")
    return { sentence, way: "both are told; a new invitation from Rooms", kept: "nothing was shared" }
  },
}

const elsewhere: Case = {
  name: "an invite link for another server",
  plant: [
    instead("app/inviting/join.ts", 'j.elsewhere ? "other-server" : "link-unusable"', '"link-unusable"'),
  ],
  walk: async (world) => {
    const [theirs, own] = [await world.relay(), await world.relay()]
    const [ben, ana] = [await world.person("Ben"), await world.person("Ana")]
    const link = await makesInvite(ben, theirs)
    await asksToJoin(ana, link.replace(theirs.url, own.url))
    const sentence = await saidOn(ana.page, /belongs to another server/)
    await joins(ana, link, "Ana", noLook)
    await saidOn(ben.page, /Someone used your link/)
    return {
      sentence,
      way: "the link itself leads to the right server, and works there",
      kept: "the invitation: it is still open",
    }
  },
}

const different: Case = {
  name: "comparison words that differ",
  plant: [
    instead(
      "app/inviting/invite.ts",
      'answer === "different" ? ending(deps, said, "different") : said',
      "said",
    ),
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const [ben, ana] = [await world.person("Ben"), await world.person("Ana")]
    await beginsAPage(ana, relay)
    const link = await makesInvite(ben, relay)
    await ana.page.goto("about:blank")
    await ana.page.goto(link)
    await press(ana, "Open")
    await write(ana, "The name they will see", "Ana")
    await press(ana, "Join")
    for (const name of ["Yes, we may be in touch", "Go on", "I have read this"]) await press(ana, name)
    await press(ben, "Show the words")
    await sasOf(ana)
    await press(ben, "They are different")
    const words = /The words were different/
    const sentence = await saidOn(ben.page, words)
    await saidOn(ana.page, words)
    for (const who of [ben, ana]) await press(who, "Done")
    await findsThePage(ana)
    return {
      sentence,
      way: "“Done”, and a new invitation from Rooms",
      kept: "the page Ana had begun; no key was given, nothing was shared",
    }
  },
}

export const invites: readonly Case[] = [cut, used, twice, expired, elsewhere, different]
