import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { EvilName } from "../src/app/testing/between-two.ts"
import type { Side } from "../src/app/testing/duo.ts"
import { builtApp, freshFolder, person } from "./harness.ts"
import type { Person } from "./harness.ts"
import { compareWords, goTo, heading, joins, press, sasOf, sees } from "./walks/steps.ts"
import { invitationWithKills, moments } from "./wrapped-relay/kills.ts"
import { linkOf, logOf } from "./wrapped-relay/log.ts"
import { everSawWords, invites, noLook, openBrowser, told, visitor } from "./wrapped-relay/people.ts"
import { buildWith, mark, scriptsOf } from "./wrapped-relay/planted.ts"
import { foundIn, startRecorder } from "./wrapped-relay/recorder.ts"
import type { Recorder } from "./wrapped-relay/recorder.ts"
import { startWrapped } from "./wrapped-relay/relay.ts"
import type { Wrapped } from "./wrapped-relay/relay.ts"

// Ben invites Ana, in real browsers, over a relay that does not keep its word. What it may know is in each test's name.

let browser: Browser
let recorder: Recorder
beforeAll(async () => {
  recorder = await startRecorder()
  browser = await openBrowser(recorder.url)
})
afterAll(async () => {
  await browser.close()
  await recorder.close()
})

/** The secrets of all links of this file. */
const secrets: Uint8Array[] = []

const admitsIn = (relay: Wrapped): number => relay.asked.filter((a) => a.letter === "admit").length
const changed = /Something was changed on the way\. Nothing was shared\./
const takenBack = /The invitation was taken back\. Nothing was shared\./
const different = /The words were different\. Nothing was shared\. It may be/
const twoUsedIt = /Two people used the same link\. Nothing was shared with either\./

/** Both up to the moment at which Ana has answered, with everybody who took part let go at the end. */
async function twoPeople<T>(
  evil: EvilName,
  apps: Partial<Readonly<Record<Side, string>>>,
  then: (of: {
    readonly relay: Wrapped
    readonly ben: Person
    readonly ana: Person
    /** The link as Ben made it, and as it reached Ana. */
    readonly bens: string
    readonly link: string
  }) => Promise<T>,
): Promise<T> {
  const relay = await startWrapped(evil, apps)
  const [ben, ana] = await Promise.all([visitor(browser, "Ben"), visitor(browser, "Ana")])
  try {
    const bens = await invites(ben, relay.url.ben)
    secrets.push(linkOf(bens).secret)
    const link = await relay.overhears(bens)
    await joins(ana, link, "Ana", noLook)
    return await then({ relay, ben, ana, bens, link })
  } finally {
    await Promise.all([ben.close(), ana.close()])
    await relay.stop()
  }
}

/** What came of it when the relay, without the link, put its own key in place of Ana's. */
function ownKeyForHers(apps: Partial<Readonly<Record<Side, string>>>) {
  return twoPeople("without the link", apps, async ({ relay, ben, ana }) => {
    const ended = ben.page.getByRole("heading", { name: "The invitation has ended" })
    await ended
      .or(ben.page.getByText(/Someone used your link/))
      .first()
      .waitFor()
    if (!(await ended.isVisible())) {
      await press(ben, "Show the words")
      await sasOf(ben)
    }
    const isOver = await ended.isVisible()
    return {
      ben: isOver ? await told(ben) : "",
      ana: isOver ? await told(ana) : "",
      words: [await everSawWords(ben.page), await everSawWords(ana.page)],
      reveals: relay.asked.filter((a) => a.letter === "reveal").length,
      admits: admitsIn(relay),
    }
  })
}
const like = (words: RegExp): unknown => expect.stringMatching(words)
const refused = {
  ben: like(changed),
  ana: like(takenBack),
  words: [false, false],
  reveals: 0,
  admits: 0,
}

test("a relay without the link puts its own key in place of Ana's: refused before any words, and both are told", async () => {
  expect(await ownKeyForHers({})).toEqual(refused)
})

test("planted: where the MAC is not looked at, Ben is shown words for the relay's key, and the test above turns red", async () => {
  const planted = await buildWith("no MAC")
  try {
    expect(scriptsOf(planted)).toContain(mark)
    expect(scriptsOf(builtApp)).not.toContain(mark)
    const came = await ownKeyForHers({ ben: planted })
    expect(came).toMatchObject({ words: [true, false] })
    expect(came).not.toEqual(refused)
  } finally {
    rmSync(planted, { recursive: true, force: true })
  }
})

test("a relay that knows the link answers in Ana's place: she is told that somebody else used it, Ben says different, and nobody gets a key", async () => {
  await twoPeople("knowing the link", {}, async ({ relay, ben, ana }) => {
    await press(ben, "Show the words")
    await sasOf(ben)
    // Ben's reveal is signed for the other request: her app has no words to show, and says so.
    expect(await told(ana)).toMatch(twoUsedIt)
    expect(await everSawWords(ana.page)).toBe(false)
    // The relay has long said "the same" in the joiner's name. Ben, who hears from Ana that she sees none, does not.
    await press(ben, "They are different")
    expect(await told(ben)).toMatch(different)
    await press(ben, "Done")
    expect(admitsIn(relay)).toBe(0)
  })
})

/** The relay carries the link too. The words on both screens, and, unless they are equal, what both are told after "different". */
function betweenBoth(apps: Partial<Readonly<Record<Side, string>>>) {
  return twoPeople("carrying the link", apps, async ({ relay, ben, ana, bens }) => {
    await press(ben, "Show the words")
    const words = [await sasOf(ben), await sasOf(ana)]
    const isSame = words[0] === words[1]
    for (const who of isSame ? [] : [ben, ana]) await press(who, "They are different")
    const heard = isSame ? [] : [await told(ben), await told(ana)]
    return { isSame, heard, ...(isSame ? {} : await whatIsLeft(relay, ben, bens)) }
  })
}

/** What is left of it: Ben's app after another start, the invite and the members in his log; the relay says "the same" to the end. */
async function whatIsLeft(relay: Wrapped, ben: Person, link: string) {
  await ben.page.reload()
  await press(ben, "Open")
  await goTo(ben, "Rooms")
  await press(ben, "Your invitation")
  const still = await told(ben)
  return { still, ...(await logOf(relay, link)), admits: admitsIn(relay) }
}

const heldOff = {
  isSame: false,
  heard: [like(different), like(different)],
  still: like(different),
  invites: ["cancelled"],
  members: 1,
  faults: 0,
  admits: 0,
}

test("a relay that knows and carries the link stands between both: the words differ, and after different no key is wrapped, both are told, and the exchange is spent", async () => {
  expect(await betweenBoth({})).toEqual(heldOff)
})

test("planted: words made of the link's secret alone are the same on both screens, and the test above turns red", async () => {
  const planted = await buildWith("words of the link's secret")
  try {
    const came = await betweenBoth({ ben: planted, ana: planted })
    expect(came.isSame).toBe(true)
    expect(came).not.toEqual(heldOff)
  } finally {
    rmSync(planted, { recursive: true, force: true })
  }
})

test("47: two people under one link, before any words: nobody is admitted, and all three are told", async () => {
  await twoPeople("honest", {}, async ({ relay, ben, ana, link }) => {
    const other = await visitor(browser, "Somebody else")
    await joins(other, link, "Mallory", noLook).catch(() => undefined)
    for (const who of [ben, ana]) expect(await told(who)).toMatch(twoUsedIt)
    await sees(other, twoUsedIt)
    expect(await Promise.all([ben, ana, other].map((who) => everSawWords(who.page)))).toEqual([
      false,
      false,
      false,
    ])
    expect(admitsIn(relay)).toBe(0)
    await other.close()
  })
})

/** The forms of this secret in any file of the browser's profile, by the file's name. */
function filesHolding(profile: string, secret: Uint8Array): readonly string[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && foundIn(readFileSync(join(e.parentPath, e.name)), secret).length > 0)
    .map((e) => e.name)
}

test("24: a link pasted into the page leaves its secret in no file of the browser; one that was opened stays in the browser's own list of addresses, which no page can clear", async () => {
  const relay = await startWrapped("honest")
  const ben = await visitor(browser, "Ben")
  const link = (await invites(ben, relay.url.ben)).replace(relay.url.ben, relay.url.ana)
  const { secret } = linkOf(link)
  secrets.push(secret)
  const holding: (readonly string[])[] = []
  for (const how of ["pasted", "opened"] as const) {
    const profile = freshFolder()
    const ana = await person("Ana", { profile })
    await ana.page.goto(how === "opened" ? link : relay.url.ana)
    if (how === "pasted") {
      await press(ana, "I was sent a link")
      await ana.page.getByLabel("Paste the link here").fill(link)
    }
    await press(ana, how === "pasted" ? "Open the link" : "Go on")
    await press(ana, /^My partner/)
    await heading(ana, "Someone invites you")
    expect(await ana.page.evaluate(() => location.href)).not.toContain("#")
    await ana.context.close()
    holding.push(filesHolding(profile, secret))
    rmSync(profile, { recursive: true, force: true })
  }
  await ben.close()
  await relay.stop()
  expect(holding[0]).toEqual([])
  // Written down in SECURITY.md. The day this fails, browsers have become better.
  expect(holding[1]).toContain("History")
})

test("24: of all that the browsers sent in these tests, to whomever, nothing holds a link's secret; nor does an address they were at, or a referrer", async () => {
  const seen = await twoPeople("honest", {}, async ({ ben, ana, link }) => {
    await compareWords(ben, ana, noLook)
    return ana.page.evaluate(
      ([text]) => ({
        address: location.href,
        state: JSON.stringify(history.state),
        referrer: document.referrer,
        // Every place Back and Forward can lead to.
        places: (globalThis as unknown as { navigation: { entries: () => { url: string }[] } }).navigation
          .entries()
          .map((entry) => entry.url),
        link: text ?? "",
      }),
      [link],
    )
  })
  expect(seen.link).toContain("#j=")
  expect([seen.address, seen.state, seen.referrer, ...seen.places].join("\n")).not.toContain("#")
  const sent = recorder.sent()
  expect(sent.includes("/api/mail/")).toBe(true)
  expect(sent.includes('{"watch":')).toBe(true)
  for (const secret of secrets) expect(foundIn(sent, secret)).toEqual([])
  // The search itself: it finds a secret in an address, in any form.
  for (const secret of secrets)
    for (const form of ["base64url", "base64", "hex"] as const)
      expect(foundIn(Buffer.from(`GET /?j=x${Buffer.from(secret).toString(form)}y`), secret)).not.toEqual([])
})

// Side by side: most of their time goes by while somebody starts again.
describe.concurrent(
  "killed at each of the seven moments of the invitation: it goes on, and both are connected",
  () => {
    for (const [victim, name] of [
      ["relay", "the relay"],
      ["ben", "Ben's browser"],
      ["ana", "Ana's browser"],
    ] as const) {
      test(name, async ({ expect }) => {
        const { struck, log } = await invitationWithKills(victim)
        expect(struck).toEqual([...moments])
        expect(log).toEqual({ invites: ["used"], members: 2, faults: 0 })
      })
    }
  },
)
