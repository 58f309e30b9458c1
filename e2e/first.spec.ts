import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import { rowsIn } from "./rows.ts"
import { begins, goTo, goToRoom, heading, isKeptOffline, press, sees, seesNot, write } from "./walks/steps.ts"

// The first ten minutes, and what is asked before anything is shared (METHOD §1.8, CARE A7, C3, D1).

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

const buttons = (who: Person): Promise<readonly string[]> => who.page.getByRole("button").allInnerTexts()
const hasNo = async (who: Person, what: RegExp): Promise<void> =>
  expect((await buttons(who)).filter((name) => what.test(name))).toEqual([])

describe("the first screen", () => {
  test("asks where one is in it, says honestly what the exit does and does not, and stores nothing yet", async () => {
    const ana = await person("Ana")
    await ana.page.goto(relay.url)
    await heading(ana, "Something broke. Where are you in it?")
    const all = await buttons(ana)
    for (const name of [
      "I hurt someone",
      "Someone hurt me",
      "Both, in different ways",
      "Something broke and I don’t know what",
      /^Nobody in particular/,
      "Leave this page",
      "I don’t feel safe with this person",
    ])
      expect(all.some((button) => (typeof name === "string" ? button === name : name.test(button)))).toBe(
        true,
      )
    await sees(ana, /closes this at once and opens an everyday page/)
    await sees(ana, /does not clear the list of pages in your browser\. It does not stop spy software/)
    const kept = await ana.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])
    expect(kept).toEqual(["", 0, 0])
    await ana.close()
  })

  test("who does not feel safe reads help without a connection, and no request tells of it", async () => {
    const ana = await person("Ana")
    await ana.page.goto(relay.url)
    await heading(ana, /Something broke/)
    await isKeptOffline(ana)
    await ana.context.setOffline(true)
    const asked = ana.requests.length
    await press(ana, "I don’t feel safe with this person")
    await heading(ana, "Your safety comes first")
    await heading(ana, "If you are in danger now")
    await sees(ana, /Leaving can be the most dangerous time/)
    expect(ana.requests.slice(asked)).toEqual([])
    await press(ana, "Back")
    await heading(ana, /Something broke/)
    await ana.close()
  })

  test("half a link is said to be cut short at once, whether it is pasted or opened; a whole one goes on", async () => {
    const ana = await person("Ana")
    const link = `${relay.url}/#j=${"A".repeat(130)}`
    await ana.page.goto(relay.url)
    await press(ana, "I was sent a link")
    const open = ana.page.getByRole("button", { name: "Open the link" })
    for (const half of [link.slice(0, 12), link.slice(0, 60), link.slice(0, -60), "hello"]) {
      await write(ana, "Paste the link here", half)
      await sees(ana, /This link cannot be used. It may be cut short/)
      expect(await open.isEnabled(), half).toBe(false)
    }
    await write(ana, "Paste the link here", `  ${link} `)
    await seesNot(ana, /cut short/)
    expect(await open.isEnabled()).toBe(true)
    await ana.page.goto("about:blank")
    await ana.page.goto(link.slice(0, 60))
    await heading(ana, "Someone invites you")
    await sees(ana, /It may be cut short/)
    expect(new URL(ana.page.url()).hash).toBe("")
    await ana.close()
  })

  test("a link opened in the tab where the app is open already is taken out of the address and asked about", async () => {
    const ana = await person("Ana")
    await ana.page.goto(relay.url)
    await heading(ana, /Something broke/)
    await ana.page.goto(`${relay.url}/#j=${"A".repeat(130)}`)
    await heading(ana, "Someone invites you")
    expect(new URL(ana.page.url()).hash).toBe("")
    await ana.close()
  })
})

describe("before anything is shared", () => {
  test("who may not be in touch has nothing that invites or sends, keeps a page never sent, and may answer otherwise later", async () => {
    const ben = await person("Ben")
    await begins(ben, relay, "I hurt someone", /^My partner/)
    await write(ben, "What I did", "I read her letters.")
    await press(ben, "Get ready to send")
    await press(ben, "Send")
    await heading(ben, "May you be in touch with them?")
    // A question holds nobody back: Help is one tap away, and a step back leads to the page it lies on.
    await goTo(ben, "Help")
    await heading(ben, "Help")
    await goToRoom(ben, /^The account/)
    await press(ben, /^You began a page/)
    await press(ben, "Get ready to send")
    await press(ben, "Send")
    await heading(ben, "May you be in touch with them?")
    await ben.page.goBack()
    await heading(ben, "Before you send it")
    await press(ben, "Send")
    await press(ben, "No, or I was asked not to")
    await heading(ben, "Then nothing will be sent")
    await sees(ben, /stays a page never sent/)
    await press(ben, "Done")
    await heading(ben, "What I did")
    const sending = /invite|ready to send|promise it to|^send/i
    await hasNo(ben, sending)
    await press(ben, "Keep for now")
    await press(ben, "Keep for now")
    await heading(ben, "Would you like a lock?")
    await press(ben, "Later")
    for (const place of ["Today", "Rooms", "Looking back", "Help"] as const) {
      await goTo(ben, place)
      await hasNo(ben, sending)
    }
    await goToRoom(ben, /^The apology/)
    await press(ben, "Write an apology")
    await write(ben, "Your letter", "I read your letters. I am sorry that I read them.")
    await hasNo(ben, sending)
    await goTo(ben, "Looking back")
    await press(ben, /^Your account, kept/)
    await sees(ben, "Only you can read this.")
    await press(ben, "Go on writing")
    await hasNo(ben, sending)
    expect(ben.requests.filter((url) => url.includes("/api"))).toEqual([])

    await goTo(ben, "Rooms")
    await press(ben, "My answer has changed")
    await heading(ben, "Then nothing will be sent")
    await press(ben, "My answer has changed")
    await heading(ben, "Before you share anything")
    await press(ben, "Stop here")
    await heading(ben, "Rooms")
    await ben.page.getByRole("button", { name: "Invite the other person" }).waitFor()
    await goTo(ben, "Looking back")
    await press(ben, /^Your account, kept/)
    await press(ben, "Go on writing")
    await ben.page.getByRole("button", { name: "Get ready to send" }).waitFor()
    await ben.close()
  })

  test("the safety page and the page on who runs this server come once, before the first invitation; stopping stops", async () => {
    const ana = await person("Ana")
    await begins(ana, relay, "Someone hurt me", /^My partner/)
    await goTo(ana, "Rooms")
    await press(ana, "Invite the other person")
    await press(ana, "Yes, we may be in touch")
    await heading(ana, "Before you share anything")
    await sees(ana, /Is it safe for you to write openly/)
    await press(ana, "Go on")
    await heading(ana, "Who runs this server")
    await sees(ana, "This server runs on this same computer.")
    await press(ana, "Stop here")
    await heading(ana, "Rooms")
    expect(ana.requests.filter((url) => url.includes("/api"))).toEqual([])
    await press(ana, "Invite the other person")
    await heading(ana, "Who runs this server")
    await press(ana, "I have read this")
    await heading(ana, "Invite the other person")
    await press(ana, "Not now")
    await press(ana, "Invite the other person")
    await heading(ana, "Invite the other person")
    await ana.close()
  })

  test("on this computer alone, a link says that it works here only; with a public https address it does not", async () => {
    for (const publicUrl of [undefined, "https://seam.example"]) {
      const own = await startRelay(publicUrl === undefined ? {} : { publicUrl })
      const ana = await person("Ana")
      await begins(ana, own, "Someone hurt me", /^My partner/)
      await goTo(ana, "Rooms")
      await press(ana, "Invite the other person")
      await press(ana, "Yes, we may be in touch")
      await press(ana, "Go on")
      await press(ana, "I have read this")
      await write(ana, "The name they will see", "Ana")
      await press(ana, "Make the link")
      const link = await ana.page.getByText("#j=").innerText()
      const here = await ana.page.getByText(/works on this computer only/).count()
      expect([here, new URL(link).origin]).toEqual(publicUrl === undefined ? [1, own.url] : [0, publicUrl])
      await ana.close()
      await own.stop()
    }
  })
})

test("Rooms lists the four rooms that exist, and nothing greyed out or yet to come", async () => {
  const ana = await person("Ana")
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await goTo(ana, "Rooms")
  const titles = await ana.page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts()
  expect(titles).toEqual(["What happened", "The account", "The apology", "Promises"])
  expect(await ana.page.getByRole("main").locator("[disabled], [aria-disabled=true]").count()).toBe(0)
  await seesNot(ana, /soon|coming|not yet available/i)
  for (const title of titles) {
    await goToRoom(ana, new RegExp(`^${title}`))
    await ana.page.getByRole("heading", { level: 1, name: title }).waitFor()
  }
  await ana.close()
})

test("This device says what is kept and what clearing the browser takes, sets lock and exit, and forgets everything", async () => {
  const ana = await person("Ana")
  await ana.context.route("https://**", (route) => route.fulfill({ contentType: "text/html", body: "Rain" }))
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await write(ana, "What happened", "The blue tin.")
  await goTo(ana, "Help")
  await press(ana, "This device")
  await sees(ana, /kept in this browser. If the browser’s data is cleared, they are gone from here/)
  await sees(ana, /Kept here: about [\d,]+ kB/)
  await sees(ana, /On this device, no lock yet/)
  await ana.page.getByRole("radio", { name: "After five minutes" }).check()
  await ana.page.getByRole("radio", { name: "BBC Weather" }).check()
  await ana.page.waitForTimeout(300)
  expect((await rowsIn(ana.page)).length).toBeGreaterThan(0)
  await ana.page.reload()
  await press(ana, "Open")
  await goTo(ana, "Help")
  await press(ana, "This device")
  for (const name of ["After five minutes", "BBC Weather"])
    expect(await ana.page.getByRole("radio", { name }).isChecked(), name).toBe(true)
  await press(ana, "Forget everything here")
  await heading(ana, "Forget everything on this device")
  await sees(ana, /Files you saved stay where they are/)
  await press(ana, "Forget everything")
  await heading(ana, "Everything here is gone")
  expect(await rowsIn(ana.page)).toEqual([])
  expect(await ana.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await ana.close()
})

describe("where it cannot work", () => {
  test("plain http under another name shows one page that says why, with the exit on it, and never a blank one", async () => {
    const { port } = new URL(relay.url)
    const ana = await person("Ana", { args: ["--host-resolver-rules=MAP goldseam.test 127.0.0.1"] })
    await ana.page.goto(`http://goldseam.test:${port}/`)
    await heading(ana, "This cannot work here")
    await sees(ana, /opened without a secure connection/)
    expect(await buttons(ana)).toEqual(["Leave this page"])
    await ana.close()
  })

  test("without JavaScript one page says so", async () => {
    const ana = await person("Ana", { javaScript: false })
    await ana.page.goto(relay.url)
    await ana.page.getByRole("heading", { name: "This page needs JavaScript" }).waitFor()
    await ana.close()
  })
})
