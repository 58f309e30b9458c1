import { deepEqual, equal } from "node:assert/strict"
import type { Person } from "../../e2e/harness.ts"
import { begins, goTo, goToRoom, heading, press, sees, seesNot, write } from "../../e2e/walks/steps.ts"
import { connected, findsThePage, opensTheAccount, sendsAnAccount } from "./hands.ts"
import { instead } from "./plants.ts"
import { saidOn } from "./world.ts"
import type { Case } from "./world.ts"

async function pastes(who: Person, label: string, text: string): Promise<void> {
  await who.page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await who.page.getByLabel(label, { exact: true }).focus()
  await who.page.keyboard.press("Control+A")
  await who.page.keyboard.press("Control+V")
}

const longest: Case = {
  name: "the longest text, and one character more",
  plant: [
    instead("kit/room-left.tsx", 'cut > 0 ? "cut" : left === 0 ? "none" : isNear ? "left" : null', "null"),
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    await begins(ana, relay, "Both, in different ways", /^My partner/)
    const fields = [
      ["What happened", 20_000],
      ["A short name for it", 200],
    ] as const
    let sentence = ""
    for (const [label, most] of fields) {
      const field = ana.page.getByLabel(label, { exact: true })
      const full = "née 🌊 ".repeat(most).slice(0, most)
      await field.fill(full.slice(0, most - 15))
      await sees(ana, "15 more characters fit here.")
      await field.fill(full)
      await sees(ana, "No more fits here.")
      await field.focus()
      await ana.page.keyboard.press("Control+End")
      await ana.page.keyboard.type("x")
      equal(await field.inputValue(), full)
      await pastes(ana, label, `${full}xyz`)
      sentence = await saidOn(ana.page, /The last 3 characters of what you pasted did not fit/)
      equal(await field.inputValue(), full)
    }
    const whole = await ana.page.getByLabel("What happened", { exact: true }).inputValue()
    await press(ana, "Keep for now")
    await heading(ana, "Would you like a lock?")
    await press(ana, "Later")
    await goTo(ana, "Looking back")
    await ana.page.getByRole("main").getByRole("button").first().click()
    await sees(ana, whole.slice(-40).trim())
    equal((await ana.page.getByText(whole.trim()).count()) > 0, true)
    return {
      sentence: `15 more characters fit here. … No more fits here. … ${sentence}`,
      way: "said before the hand runs into it; the rest is still where it was copied from",
      kept: "the whole longest text, kept and read again",
    }
  },
}

/** As people type: signs of several parts, Hebrew among Latin, marks without width, and spaces at the edges of a line. */
const wide =
  "Ana 👩‍👩‍👧 🏳️‍🌈 é e\u0301 — שלום עולם! (אחד) \u200Bzero\u200Dwidth\u2060 مرحبا ١٢٣ \u202Bok\u202C 中文"

const typed: Case = {
  name: "emoji, right-to-left and zero-width text",
  plant: [
    {
      file: "kit/text.tsx",
      from: 'line && "kit-own-line")} dir="auto">',
      to: (off) => `line && "kit-own-line")} dir={(${off}) ? "ltr" : "auto"}>`,
    },
  ],
  walk: async (world) => {
    const { ben, ana } = await connected(world)
    const hebrew = `שלום, ${wide}`
    await sendsAnAccount(ben, hebrew)
    const own = ana.page.locator(".kit-own")
    const nfc = hebrew.normalize("NFC")
    await opensTheAccount(ana, "שלום,")
    const shown = await own
      .filter({ hasText: "שלום" })
      .first()
      .evaluate((e) => [e.textContent, getComputedStyle(e).direction])
    deepEqual([shown[0]?.trim(), shown[1]], [nfc, "rtl"])
    await seesNot(ana, /could not be placed/)
    return {
      sentence: "(none is needed: shown as it was typed, right to left where it begins so)",
      way: "write on",
      kept: "every sign, to the last one without width, on both devices",
    }
  },
}

const mended: Case = {
  name: "byte order marks and half signs",
  plant: [
    instead("app/words-in.ts", 'body.toWellFormed().replaceAll("\\ufeff", "").normalize("NFC")', "body"),
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    await begins(ana, relay, "Both, in different ways", /^My partner/)
    await ana.page.getByLabel("What happened", { exact: true }).evaluate((field) => {
      const area = field as HTMLTextAreaElement
      area.value = "\ufeffYou took a\ufeff\u0301 tin. \ud83d end"
      area.dispatchEvent(new InputEvent("input", { bubbles: true }))
    })
    await press(ana, "Keep for now")
    await heading(ana, "Would you like a lock?")
    await press(ana, "Later")
    await goTo(ana, "Looking back")
    await ana.page.getByRole("main").getByRole("button").first().click()
    await sees(ana, "You took \u00e1 tin. \ufffd end")
    await ana.page.reload()
    await press(ana, "Open")
    await goToRoom(ana, /^What happened/)
    return {
      sentence: "(none is needed: marks nobody sees are taken out, half a sign becomes �)",
      way: "write on",
      kept: "every whole sign; it is mended before it is signed, so no device refuses it",
    }
  },
}

export const words: readonly Case[] = [longest, typed, mended]
void findsThePage
void write
