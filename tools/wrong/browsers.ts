import { equal } from "node:assert/strict"
import type { Page } from "playwright-core"
import { freshFolder } from "../../e2e/harness.ts"
import { rowsIn } from "../../e2e/rows.ts"
import { begins, heading, press, seesNot, write } from "../../e2e/walks/steps.ts"
import { beginsAPage, draft, findsThePage } from "./hands.ts"
import { instead } from "./plants.ts"
import { otherName, saidOn } from "./world.ts"
import type { Case } from "./world.ts"

/** The page that says why it cannot work here: its sentence, and the way out as the only button. */
async function refusal(page: Page, words: RegExp): Promise<string> {
  await page.getByRole("heading", { name: "This cannot work here" }).waitFor()
  const sentence = await saidOn(page, words)
  equal((await page.getByRole("button").allInnerTexts()).join(), "Leave this page")
  return sentence
}

const oldBrowser: Case = {
  name: "a browser without Ed25519",
  plant: [instead("app/browser.ts", '(await hasKeys(tools)) ? null : "no-ed25519"', "null")],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana", {
      script: () => {
        const make: unknown = Reflect.get(SubtleCrypto.prototype, "generateKey")
        const without = function (this: unknown, ...all: readonly unknown[]): unknown {
          return JSON.stringify(all[0]).includes("Ed25519")
            ? Promise.reject(new DOMException("unknown", "NotSupportedError"))
            : Reflect.apply(make as () => unknown, this, all)
        }
        Reflect.set(SubtleCrypto.prototype, "generateKey", without)
      },
    })
    await ana.page.goto(relay.url)
    const sentence = await refusal(ana.page, /too old for the locks/)
    equal((await rowsIn(ana.page)).length, 0)
    return {
      sentence,
      way: "update, or another browser; “Leave this page”",
      kept: "nothing was begun that could be lost",
    }
  },
}

const denied: Case = {
  name: "a browser that denies storage (a private window)",
  plant: [instead("app/door/keeper.ts", '{ because: "no-storage" }', '"fresh"')],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana", {
      script: () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("denied", "SecurityError")
        }
      },
    })
    await ana.page.goto(relay.url)
    const sentence = await refusal(ana.page, /does not let the page keep anything/)
    return {
      sentence,
      way: "an ordinary window; “Leave this page”",
      kept: "nothing was begun that could be lost",
    }
  },
}

const full: Case = {
  name: "a browser whose storage is nearly full",
  plant: [instead("app/door/entering.ts", "inner?.storageRefuses(refused)", "undefined")],
  walk: async (world) => {
    const relay = await world.relay()
    const profile = freshFolder()
    const before = await world.ownBrowser("Ana", profile)
    await beginsAPage(before, relay)
    await before.close()
    // A browser asks how much room there is and believes the answer for half a minute: so it is started anew.
    const ana = await world.ownBrowser("Ana", profile)
    await ana.page.goto(relay.url)
    const devtools = await ana.context.newCDPSession(ana.page)
    const { origin } = new URL(relay.url)
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 })
    await findsThePage(ana, draft, false)
    const long = "Every evening I check the clock. ".repeat(300)
    await write(ana, "What happened", long)
    const sentence = await saidOn(ana.page, /This browser has no more room/)
    equal(await ana.page.getByRole("textbox").first().inputValue(), long)
    await devtools.send("Storage.overrideQuotaForOrigin", { origin })
    await ana.page.locator("main", { hasText: "no more room" }).waitFor({ state: "detached" })
    await findsThePage(ana, long)
    return {
      sentence,
      way: "make room; it is tried again each second by itself",
      kept: "every word on the page, and after there was room on the disk too",
    }
  },
}

const plainHttp: Case = {
  name: "plain http under another name",
  onlyInCommand: "e2e/first.spec.ts",
  plant: [
    {
      file: "app/shell/shell.tsx",
      from: "!globalThis.isSecureContext || globalThis.crypto?.subtle === undefined",
      to: (off) => `!(${off}) && (!globalThis.isSecureContext || globalThis.crypto?.subtle === undefined)`,
    },
    instead("app/browser.ts", "!isSecureContext || globalThis.crypto?.subtle === undefined", "false"),
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    await ana.page.goto(`http://${otherName}:${new URL(relay.url).port}/`)
    const sentence = await refusal(ana.page, /opened without a secure connection/)
    return {
      sentence,
      way: "https, or localhost on the computer it runs on; “Leave this page”",
      kept: "nothing was begun that could be lost",
    }
  },
}

const halfALoad: Case = {
  name: "a part of the app that does not come",
  plant: [
    {
      file: "app/shell/shell.tsx",
      from: "else start(setKeeper, setPhase).catch(onFailed)",
      to: (off) => `else start(setKeeper, setPhase).catch((${off}) ? () => undefined : onFailed)`,
    },
  ],
  walk: async (world) => {
    const relay = await world.relay()
    const ana = await world.person("Ana")
    const core = "**/assets/core-*.js"
    await ana.context.route(core, (route) => route.abort())
    await ana.page.goto(relay.url)
    await heading(ana, "This page did not open whole")
    const sentence = await saidOn(ana.page, /A part of the app did not come/)
    await ana.context.unroute(core)
    await press(ana, "Open again")
    await begins(ana, relay, "Someone hurt me", /^My partner/)
    await seesNot(ana, /did not come/)
    return { sentence, way: "“Open again”", kept: "what was written before: it is not touched" }
  },
}

export const browsers: readonly Case[] = [oldBrowser, denied, full, plainHttp, halfALoad]
