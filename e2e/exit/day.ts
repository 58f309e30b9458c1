import { rmSync } from "node:fs"
import { dirname } from "node:path"
import type { Page } from "playwright-core"
import { allCanaries, canaries, searchFolder, searchText } from "../../tools/canaries.ts"
import { freshFolder, person, startRelay } from "../harness.ts"
import type { Person } from "../harness.ts"
import {
  answersFirstQuestions,
  begins,
  compareWords,
  goTo,
  goToRoom,
  heading,
  joins,
  makesLink,
  press,
  sees,
  write,
} from "../walks/steps.ts"
import { everyday } from "./everyday.ts"

// A day of both: writing, sending, opening, locking, leaving. Afterwards the words are looked for wherever a browser can keep something.

const { sentences, names } = canaries
const [benName, anaName] = names
const passphrase = "Nineteen copper kettles for Osgood"
const words: readonly string[] = [...allCanaries, passphrase]
const nobodyLooks = async (): Promise<void> => undefined

/** Everything a page can reach: storage, rows, kept answers, worker, address, state. */
function withinReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const lines = [
      location.href,
      document.title,
      document.cookie,
      JSON.stringify(history.state),
      document.referrer,
    ]
    for (const store of [localStorage, sessionStorage]) lines.push(JSON.stringify({ ...store }))
    const latin = (bytes: Uint8Array): string =>
      Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
    const plain = (_: string, value: unknown): unknown =>
      value instanceof Uint8Array
        ? latin(value)
        : value instanceof ArrayBuffer
          ? latin(new Uint8Array(value))
          : value
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => asked.addEventListener("success", () => resolve(asked.result)))
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name))
      for (const table of db.objectStoreNames) {
        const store = db.transaction(table).objectStore(table)
        const rows = [done(store.getAllKeys()), done<unknown[]>(store.getAll())]
        lines.push(`${name} ${table} ${JSON.stringify(await Promise.all(rows), plain)}`)
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.text()
        lines.push(`${name} ${request.url} ${body ?? ""}`)
      }
    }
    for (const one of await navigator.serviceWorker.getRegistrations())
      lines.push(one.active?.scriptURL ?? "")
    const { navigation } = globalThis as unknown as {
      navigation: {
        entries: () => readonly { readonly url: string | null; readonly getState: () => unknown }[]
      }
    }
    for (const entry of navigation.entries())
      lines.push(`${entry.url ?? ""} ${JSON.stringify(entry.getState())}`)
    return lines
  })
}

export interface Day {
  readonly found: readonly string[]
  /** Lines within the pages' reach that were looked through: a look at nothing says nothing. */
  readonly lines: number
}

async function leavesFor({ page, context }: Person, url: string): Promise<void> {
  await everyday(context, url)
  await page.getByRole("button", { name: "Leave this page" }).click()
  await page.getByText("Rain later").waitFor()
}

async function benAndAna(ben: Person, ana: Person, url: string): Promise<void> {
  await begins(ben, { url }, "I hurt someone", /^My partner/)
  await write(ben, "What I did", sentences.slice(0, 4).join(". "))
  await ben.page.getByRole("button", { name: /^Next/ }).first().click()
  await write(ben, "How it happened", sentences.slice(4, 6).join(". "))
  await press(ben, "Get ready to send")
  await press(ben, "Send")
  await answersFirstQuestions(ben, nobodyLooks)
  await joins(ana, await makesLink(ben, benName, nobodyLooks), anaName, nobodyLooks)
  await compareWords(ben, ana, nobodyLooks)
  await goToRoom(ben, /^The account/)
  await press(ben, /^What happened/)
  await press(ben, "Let it go now")
  await sees(ben, /With the server/)
  await goTo(ana, "Today")
  await press(ana, /left you an account/)
  await press(ana, "Open it now")
  await sees(ana, new RegExp(sentences[0]))
}

async function anaLocksAndWrites(ana: Person): Promise<void> {
  await goTo(ana, "Help")
  await press(ana, "This device")
  await press(ana, "Choose a passphrase")
  await write(ana, "Your passphrase", passphrase)
  await write(ana, "The same once more", passphrase)
  await press(ana, "Set the lock")
  await sees(ana, "A passphrase locks your pages.")
  await goToRoom(ana, /^The account/)
  await press(ana, "Write an account")
  await write(ana, "What I did", sentences.slice(6, 9).join(". "))
  await goTo(ana, "Today")
  await press(ana, "That’s enough for today")
  await write(ana, "Passphrase", passphrase)
  await press(ana, "Open")
  await goToRoom(ana, /^The account/)
}

/** The whole day of two, on the built app. */
export async function wholeDay(): Promise<Day> {
  return after(["Ben", "Ana"], undefined, async ([ben, ana], url) => {
    if (ben === undefined || ana === undefined) throw new Error("two people")
    await benAndAna(ben, ana, url)
    await anaLocksAndWrites(ana)
  })
}

/** Ana alone, on an app with a fault: writes, leaves. */
export async function shortDay(files: string): Promise<Day> {
  return after(["Ana"], files, async ([ana], url) => {
    if (ana === undefined) throw new Error("one person")
    await begins(ana, { url }, "Someone hurt me", /^My partner/)
    await write(ana, "What happened", sentences[0])
    await ana.page.waitForTimeout(500)
  })
}

async function after(
  who: readonly string[],
  files: string | undefined,
  walk: (people: readonly Person[], url: string) => Promise<void>,
): Promise<Day> {
  const relay = await startRelay(files === undefined ? {} : { files })
  const profiles = who.map(() => freshFolder())
  const people: Person[] = []
  const found: { readonly what: string; readonly form: string; readonly where: string }[] = []
  let lines = 0
  try {
    for (const [n, name] of who.entries()) people.push(await person(name, { profile: profiles[n] ?? "" }))
    await walk(people, relay.url)
    for (const one of people) {
      await leavesFor(one, relay.url)
      // And back again, to look from within.
      await one.page.goto(relay.url)
      await heading(one, "This page is closed")
      const reach = await withinReach(one.page)
      lines += reach.length
      found.push(...searchText(reach, words, `${one.name}: within the page's reach`))
      found.push(...searchText(one.console, words, `${one.name}: console`))
      found.push(...searchText(one.requests, words, `${one.name}: addresses asked for`))
    }
  } finally {
    for (const one of people) await one.close()
    await relay.stop()
  }
  for (const [n, profile] of profiles.entries())
    found.push(
      ...searchFolder(profile, words).map((f) => ({
        ...f,
        where: `${who[n] ?? ""}: ${f.where.replace(profile, "profile")}`,
      })),
    )
  found.push(...searchFolder(dirname(relay.dataFile), words))
  for (const folder of [...profiles, dirname(relay.dataFile)])
    rmSync(folder, { recursive: true, force: true })
  return { found: [...new Set(found.map((f) => `${f.where}: ${f.what.slice(0, 24)}… (${f.form})`))], lines }
}
