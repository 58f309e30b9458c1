import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../tools/step.ts"
import type { Found } from "../src/app/gallery/crawl.tsx"
import { begin, crawled, inBatches, kindOf, lookAt, modes, ready, someOf } from "./gallery-walk.ts"
import { faultOfLine, faultsOfWords } from "./gallery-words.ts"
import { builtApp, person } from "./harness.ts"
import type { Person } from "./harness.ts"
import { servePage } from "./test-page.ts"
import type { TestPage } from "./test-page.ts"

// Every page of every room, in every story's end and with both readers' eyes, in seven ways of looking. All states: npm run gallery -- --all.

let gallery: TestPage
let who: Person
let found: Found
beforeAll(async () => {
  gallery = await servePage("src/app/gallery/main.tsx")
  who = await person("Somebody", { width: 320 })
  await ready(who.page, gallery.url)
  found = await crawled(who.page, { between: false, depth: 1, thorough: false })
})
afterAll(async () => {
  await who.close()
  gallery.close()
})

test("by pressing everything once one comes to every page of every room, and nothing throws", () => {
  expect(found.broken).toEqual([])
  const pages = ["matters", "account", "apology", "promises"].flatMap((room) => {
    const source = readFileSync(join(root, "src/practices", room, "view.tsx"), "utf8")
    return [...source.matchAll(/case "([a-z-]+)":/g)].map((m) => `${room} ${m[1] ?? ""}`)
  })
  expect(pages.length).toBeGreaterThan(25)
  // The same page under a second name: a card's name page differs in what comes after, a sent letter is one's own letter.
  const seconds = ["apology name-card", "apology sent"]
  expect(pages.filter((page) => !found.pages.includes(page) && !seconds.includes(page))).toEqual([])
})

let looks = 0
test.each(modes.map((mode) => [mode.name, mode] as const))(
  "in %s nothing is cut off, too wide or unsaid, and axe finds nothing",
  async (_, mode) => {
    // Colours and motion are the same however many are here: three are looked at where their names need room.
    const isOfRoom = mode.dark === undefined && mode.forced === undefined && mode.still === undefined
    const screens = someOf(found.screens, 4).filter(({ three }) => isOfRoom || !three)
    expect(screens.length).toBeGreaterThan(150)
    if (isOfRoom) expect(screens.filter(({ three }) => three).length).toBeGreaterThan(60)
    await begin(who.page, gallery.url, mode)
    const faults: string[] = []
    for (const batch of inBatches(screens)) faults.push(...(await lookAt(who.page, mode, batch, false)))
    looks += screens.length
    console.log(`${mode.name}: ${String(screens.length)} screens, ${String(faults.length)} faults`)
    expect(faults).toEqual([])
  },
)

test("where three are, or were, each sentence says whose it is, none reads as if there were two, and nothing is offered that is then refused", async () => {
  const [mode] = modes
  if (mode === undefined) throw new Error("no mode")
  const screens = found.screens.filter(({ three }) => three)
  for (const state of ["Ben stepped out", "Ben left", "Cleo left", "ended"])
    expect(screens.filter(({ name }) => name.includes(state)).length, state).toBeGreaterThan(3)
  await begin(who.page, gallery.url, mode)
  const faults: string[] = []
  let lines = 0
  for (const batch of inBatches(screens)) {
    const seen = await faultsOfWords(who.page, batch)
    faults.push(...seen.faults)
    lines += seen.lines
  }
  console.log(`${String(lines)} lines on ${String(screens.length)} screens of three`)
  expect(lines).toBeGreaterThan(2_000)
  expect(faults).toEqual([])
})

test("a sentence that leaves open whose it is, or is for two, is seen", () => {
  const of = { name: "planted" }
  const seen = (line: string): string | null => faultOfLine(line, of)
  for (const line of [
    "An answer to your letter",
    "A letter that was left for you",
    "An account left for you",
    "A page left for you",
    "A promise made to you: I will look at the ropes.",
    "That you accepted a repair",
    "What you said about a promise",
  ])
    expect(seen(line), line).toBe("leaves open whose it is")
  for (const line of ["You both see its name", "Both sides, as each tells it", "Invite the other person"])
    expect(seen(line), line).toBe("as if there were two")
  expect(seen("It was not sent. Your words are still on this device.")).toBe("offered, and then refused")
  for (const line of ["Cleo’s answer to your letter", "Your answer to Ben", "You all see its name"])
    expect(seen(line), line).toBeNull()
})

test("the look is a real one: what is planted is seen", async () => {
  const kinds = new Set(found.screens.map(kindOf))
  console.log(
    `${String(found.screens.length)} screens of ${String(kinds.size)} kinds found, ${String(looks)} looks in ${String(modes.length)} modes`,
  )
  const [mode] = modes
  if (mode === undefined) throw new Error("no mode")
  await begin(who.page, gallery.url, mode)
  await who.page.addStyleTag({
    content:
      ".kit-h1 { white-space: nowrap; inline-size: 30rem } h2 { inline-size: 2rem } .kit-lead { color: #ddd; overflow: hidden; white-space: nowrap }",
  })
  const seen = (await lookAt(who.page, mode, found.screens.slice(0, 4), false)).join("\n")
  for (const fault of ["sideways scroll", "too wide", "cut off", "spills", "color-contrast"])
    expect(seen).toContain(fault)
  expect(who.console).toEqual([])
})

test("nothing of the gallery is in the product, and what the made-up pair says is in one chunk alone", () => {
  const files = readdirSync(join(builtApp, "assets")).filter((file) => file.endsWith(".js"))
  expect(files.length).toBeGreaterThan(3)
  expect(existsSync(join(root, "src/app/gallery/main.tsx"))).toBe(true)
  const text = (file: string): string => readFileSync(join(builtApp, "assets", file), "utf8")
  for (const file of files) {
    expect(text(file)).not.toContain("data-screen")
    expect(text(file)).not.toContain("אבגדהוזחטיכ")
    expect(text(file)).not.toContain("I will mend the rope")
  }
  expect(files.filter((file) => text(file).includes("behind the atlas"))).toHaveLength(1)
})
