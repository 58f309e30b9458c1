import type { CDPSession } from "playwright-core"

// What somebody finds who takes the phone after it was left: the picture, the document, the title, what a screen reader reads, the address, the history's state.

export type Kind = "closed" | "neutral" | "everyday" | "plain" | "blank" | "browser's own" | "first" | "OPEN"

export interface Seen {
  readonly kind: Kind
  readonly title: string
  /** Everything of it that is text. */
  readonly all: string
  readonly png: Buffer
}

interface Read {
  readonly words: string
  readonly document: string
  readonly title: string
  readonly url: string
  readonly state: string
  readonly isLoaded: boolean
}

/** Asked of the tab itself: a page brought back from where a browser put it aside is another one to the tool. */
async function ask<T>(devtools: CDPSession, expression: string): Promise<T> {
  const asking = devtools.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true })
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer")), 3000))
  const { result, exceptionDetails } = await Promise.race([asking, late])
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text)
  return result.value as T
}

/** Runs in the page. */
function readPage(): Read {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>("textarea, input")]
  return {
    words: document.body?.innerText.trim() ?? "",
    document: `${document.documentElement?.outerHTML ?? ""} ${fields.map((f) => f.value).join(" ")}`,
    title: document.title,
    url: location.href,
    state: JSON.stringify(history.state) ?? "",
    isLoaded: document.readyState === "complete",
  }
}
/** Runs in the page: when its letters are there and two frames were drawn. */
async function drawn(): Promise<void> {
  await document.fonts.ready
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}

function kindOf({ words, url, title }: Read): Kind {
  if (url === "about:blank") return "blank"
  if (url.startsWith("chrome-error:")) return "browser's own"
  if (title === "Weather") return "everyday"
  if (title === "Plain") return "plain"
  if (words === "Closed" && title === "Closed") return "neutral"
  if (/(^|\n)This page is closed(\n|$)/.test(words)) return "closed"
  return words.includes("Where are you in it?") ? "first" : "OPEN"
}

/** Waits until the page is one of those it may be, for a moment; what it is then, it is. */
export async function see(devtools: CDPSession): Promise<Seen> {
  let it = await settled(devtools)
  for (let waited = 0; waited < 40 && (kindOf(it) === "OPEN" || kindOf(it) === "first"); waited += 1) {
    await pause(50)
    it = await settled(devtools)
  }
  await ask(devtools, `(${String(drawn)})()`).catch(() => undefined)
  const { nodes } = await devtools.send("Accessibility.getFullAXTree")
  const spoken = nodes.map(({ name, value, description }) => [name?.value, value?.value, description?.value])
  const all = [it.document, it.title, it.url, it.state, JSON.stringify(spoken)].join("\n")
  const png = await picture(devtools)
  // A page that went on while it was looked at is looked at again: the picture must be of what was read.
  const still = await settled(devtools)
  if (still.url !== it.url || kindOf(still) !== kindOf(it)) return see(devtools)
  return { kind: kindOf(it), title: it.title, all, png }
}

/** Between two pages there is none to ask. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await ask()
    } catch (error) {
      if (tries > 40) throw error
      await pause(50)
    }
}

export async function picture(devtools: CDPSession): Promise<Buffer> {
  const { data } = await asked(() => devtools.send("Page.captureScreenshot", { format: "png" }))
  return Buffer.from(data, "base64")
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A page on its way elsewhere cannot be asked; it is asked again when it is there. */
async function settled(devtools: CDPSession): Promise<Read> {
  let last: unknown = null
  const until = performance.now() + 15_000
  while (performance.now() < until) {
    try {
      const it = await ask<Read>(devtools, `(${String(readPage)})()`)
      if (it.isLoaded) return it
      last = it.url
    } catch (error) {
      last = error
    }
    await pause(50)
  }
  throw new Error(`the page did not come to rest: ${String(last)}`)
}

/** Back by one, forward by one; nothing where there is nothing. */
export async function step(devtools: CDPSession, by: -1 | 1): Promise<void> {
  const { at, entries } = await entriesOf(devtools)
  const to = entries[at + by]
  if (to !== undefined) await goToEntry(devtools, to.id)
}

export interface HistoryEntry {
  readonly id: number
  readonly url: string
  readonly title: string
}
export async function entriesOf(
  devtools: CDPSession,
): Promise<{ readonly at: number; readonly entries: readonly HistoryEntry[] }> {
  const { currentIndex, entries } = await asked(() => devtools.send("Page.getNavigationHistory"))
  return { at: currentIndex, entries: entries.map(({ id, url, title }) => ({ id, url, title })) }
}

/** Goes there the way a long press on Back does. */
export async function goToEntry(devtools: CDPSession, id: number): Promise<void> {
  await devtools.send("Page.navigateToHistoryEntry", { entryId: id })
  await pause(120)
}
