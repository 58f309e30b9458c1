import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../tools/step.ts"
import { axe, freshFolder, person, startRelay } from "./harness.ts"
import type { Person, TestRelay } from "./harness.ts"
import {
  answersFirstQuestions,
  begins,
  compareWords,
  goTo,
  heading,
  joins,
  makesLink,
  press,
  sees,
  seesNot,
  write,
} from "./walks/steps.ts"

// "Save what is mine and what we shared": the file a browser really saves, and what the verifier says of it (CARE E10).

let relay: TestRelay
beforeAll(async () => {
  relay = await startRelay()
})
afterAll(() => relay.stop())

const title = "Save what is mine and what we shared"
const passphrase = "four plain words here"
/** Two passphrases are stretched first, and how long that takes on a busy computer is no matter of this file. */
const slow = 60_000

function verify(file: string, ...more: readonly string[]) {
  const main = join(root, "src", "cli", "main.ts")
  const args = ["--disable-warning=ExperimentalWarning", main, "verify", file, ...more]
  return spawnSync(process.execPath, args, { encoding: "utf8" })
}

async function opensPage(who: Person): Promise<void> {
  await goTo(who, "Help")
  await press(who, "This device")
  await press(who, title)
  await heading(who, title)
}

/** Presses the button and takes what the browser saved. */
async function saves(who: Person): Promise<{ readonly name: string; readonly file: string }> {
  const [download] = await Promise.all([
    who.page.waitForEvent("download", { timeout: slow }),
    press(who, "Save the file"),
  ])
  const file = join(freshFolder(), "saved")
  await download.saveAs(file)
  await sees(who, /^The file is with your browser/)
  return { name: download.suggestedFilename(), file }
}

function flipped(file: string): string {
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 16
  writeFileSync(`${file}.changed`, bytes)
  return `${file}.changed`
}

async function anaKeeps(looks: { readonly width?: number; readonly height?: number } = {}): Promise<Person> {
  const ana = await person("Ana", looks)
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  return ana
}

test("Ana saves a file: its name says nothing, it is sound, and with one bit turned it is not", async () => {
  const ana = await anaKeeps()
  await opensPage(ana)
  await sees(ana, /list of downloads/)
  await sees(ana, /A backup may take it/)
  expect(await axe(ana.page)).toEqual([])
  const before = ana.requests.length
  const { name, file } = await saves(ana)
  expect(name).toMatch(/^notes-\d{4}-\d\d-\d\d\.bin$/)
  expect(await axe(ana.page)).toEqual([])
  expect(
    ana.requests
      .slice(before)
      .filter((address) => !address.startsWith(relay.url) && !address.startsWith("blob:")),
  ).toEqual([])
  const sound = verify(file, "--json")
  expect(sound.stderr).toBe("")
  expect(sound.status).toBe(0)
  const report = JSON.parse(sound.stdout) as { logs: { entries: { state: string }[] }[] }
  expect(report.logs).toHaveLength(1)
  expect(report.logs[0]?.entries.every(({ state }) => state === "ok")).toBe(true)
  expect(verify(flipped(file)).status).toBe(1)
  // Chromium’s own advice about forms with a passphrase apart.
  expect(ana.console.filter((line) => !line.startsWith("[DOM]"))).toEqual([])
  await ana.close()
})

test("at a desk’s size: the lock is asked again, and the file may have a passphrase of its own", async () => {
  const ana = await anaKeeps({ width: 1280, height: 800 })
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", passphrase)
  await write(ana, "The same once more", passphrase)
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  await press(ana, title)
  await heading(ana, title)
  expect(await axe(ana.page)).toEqual([])
  await write(ana, "Your passphrase, once more", "not this one")
  await press(ana, "Save the file")
  await ana.page.locator("[aria-invalid=true]").waitFor()
  await seesNot(ana, /^The file is with your browser/)
  await write(ana, "A passphrase for the file", "short")
  await press(ana, "Save the file")
  await sees(ana, "Please choose at least eight characters.")
  await write(ana, "A passphrase for the file", "words for the file")
  await write(ana, "The passphrase for the file, once more", "words for the fill")
  await press(ana, "Save the file")
  await sees(ana, "The two are not the same yet.")
  expect(await axe(ana.page)).toEqual([])
  await write(ana, "The passphrase for the file, once more", "words for the file")
  await write(ana, "Your passphrase, once more", passphrase)
  const { file } = await saves(ana)
  const bare = verify(file)
  expect(bare.status).toBe(2)
  expect(bare.stderr).toContain("is under a passphrase")
  const phrase = `${file}.phrase`
  writeFileSync(phrase, "words for the file\n")
  expect(verify(file, "--passphrase-file", phrase).status).toBe(0)
  expect(verify(flipped(file), "--passphrase-file", phrase).status).toBe(1)
  await ana.close()
})

interface Report {
  readonly sound: boolean
  readonly logs: readonly {
    /** What the server signed to each of them: it is not the same to both. */
    readonly vouched: readonly unknown[]
    readonly logId: string
    readonly head: string
    readonly headWords: readonly number[]
  }[]
}

test("Ben and Ana each save a file: both are sound, the shared log is the same in both, and neither holds the other’s own", async () => {
  const look = (): Promise<void> => Promise.resolve()
  const [ben, ana] = [await person("Ben"), await person("Ana")]
  await begins(ben, relay, "I hurt someone", /^My partner/)
  await goTo(ben, "Rooms")
  await press(ben, "Invite the other person")
  await answersFirstQuestions(ben, look)
  await joins(ana, await makesLink(ben, "Ben", look), "Ana", look)
  await compareWords(ben, ana, look)
  // What each is called is the first thing that is said in the shared log, and reaches the other by itself.
  for (const [who, other] of [
    [ben, "Ana"],
    [ana, "Ben"],
  ] as const) {
    await goTo(who, "Rooms")
    await sees(who, new RegExp(other))
  }
  const reports: Report[] = []
  for (const who of [ben, ana]) {
    await opensPage(who)
    const { file } = await saves(who)
    const { stdout, status } = verify(file, "--json")
    expect(status).toBe(0)
    expect(verify(flipped(file)).status).toBe(1)
    reports.push(JSON.parse(stdout) as Report)
  }
  const [bens, anas] = reports.map(({ logs }) => logs)
  const shared = bens?.filter((log) => anas?.some(({ logId }) => logId === log.logId)) ?? []
  expect([bens?.length, anas?.length, shared.length]).toEqual([2, 2, 1])
  const hers = anas?.find(({ logId }) => logId === shared[0]?.logId)
  const vouched = shared[0]?.vouched ?? []
  expect([vouched.length, hers?.vouched.length]).not.toContain(0)
  expect({ ...hers, vouched }).toEqual(shared[0])
  await ben.close()
  await ana.close()
})
