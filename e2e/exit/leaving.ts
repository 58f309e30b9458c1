import type { Browser } from "playwright-core"
import type { Told } from "./beacons.ts"
import type { Answers } from "./everyday.ts"
import { entriesOf, goToEntry, picture, see } from "./eyes.ts"
import { actsInstalled, anaWrites, exits, newAna, secret } from "./world.ts"
import type { Ana } from "./world.ts"

// One leaving, told by the page itself: when the words went, what the first frame after showed, what was spoken, and when the network first heard of it.

export interface Leaving {
  readonly answers: Answers
  readonly how?: "press" | "three shifts"
  readonly offline?: boolean
  readonly installed?: boolean
}
export interface Left {
  readonly faults: readonly string[]
  /** From the press to the moment at which no word stood in the document any more. */
  readonly goneMs: number
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const answersLate: readonly Answers[] = ["after 3 s", "never", "with 204"]

export async function leaves(browser: Browser, url: string, one: Leaving, neutral: Buffer): Promise<Left> {
  const ana = await newAna(browser, url)
  try {
    await anaWrites(ana, url)
    await wait(400)
    ana.everyday.answers = one.answers
    if (one.installed === true) await actsInstalled(ana)
    if (one.offline === true) await ana.context.setOffline(true)
    const before = await entriesOf(ana.devtools)
    const asked = ana.everyday.asked.length
    await exits(ana, one.how)
    await frameTold(ana)
    const stays = one.offline === true || one.installed === true
    const shown = stays || answersLate.includes(one.answers) ? await rightAfter(ana, neutral) : []
    await wait(one.answers === "after 3 s" && !stays ? 4000 : 700)
    const { goneMs, faults } = asToldBy(ana.told)
    const requests = ana.everyday.asked.slice(asked)
    const exit = ana.told.findLast(({ kind }) => kind === "exit")
    const gone = ana.told.findLast(({ kind }) => kind === "gone")
    const early = requests.filter(({ at }) => exit !== undefined && gone !== undefined && at + 1 < gone.at)
    return {
      goneMs,
      faults: [
        ...faults,
        ...shown,
        ...early.map(({ url: to }) => `${to} was asked before the words were gone`),
        ...requestFaults(requests, stays),
        ...(await whereFaults(ana, one, before.entries.length)),
      ],
    }
  } finally {
    await ana.context.setOffline(false)
    await ana.close()
  }
}

async function frameTold({ told }: Ana): Promise<void> {
  for (let tries = 0; tries < 100 && !told.some(({ kind }) => kind === "frame"); tries += 1) await wait(10)
}

/** The picture of the neutral screen, as it is without a connection. */
export async function neutralPicture(browser: Browser, url: string): Promise<Buffer> {
  const ana = await newAna(browser, url)
  try {
    await anaWrites(ana, url)
    await ana.context.setOffline(true)
    await exits(ana)
    const { png } = await see(ana.devtools)
    return png
  } finally {
    await ana.close()
  }
}

/** While the page gone to has not answered: a picture is all that can be had of a tab on its way, and it is what somebody sees. */
async function rightAfter({ devtools }: Ana, neutral: Buffer): Promise<readonly string[]> {
  return (await picture(devtools)).equals(neutral)
    ? []
    : ["the picture right after is not the neutral screen’s"]
}

function asToldBy(told: readonly Told[]): Left {
  const from = told.findLastIndex(({ kind }) => kind === "exit")
  const exit = told[from]
  if (exit === undefined) return { goneMs: Number.POSITIVE_INFINITY, faults: ["nobody saw the exit pressed"] }
  const after = told.slice(from)
  const gone = after.find(({ kind }) => kind === "gone")
  const goneMs = gone === undefined ? Number.POSITIVE_INFINITY : gone.at - exit.at
  const spoken = [...new Set(after.filter(({ kind }) => kind === "spoken").map(({ what }) => what))]
  const frame = after.find(({ kind }) => kind === "frame")
  return {
    goneMs,
    faults: [
      ...(exit.what === "true" ? [] : ["the words were not on the page before"]),
      ...(goneMs <= 100 ? [] : [`the words were gone after ${goneMs.toFixed(0)} ms`]),
      ...(frame === undefined || frame.what === "Closed|" || frame.what === "Closed|Closed"
        ? []
        : [`the first frame showed: ${frame.what.slice(0, 60)}`]),
      ...after.filter(({ kind }) => kind === "seen").map(() => "the words came back"),
      ...spoken.filter((words) => words !== "Closed").map((words) => `spoken: ${words}`),
      ...after.filter(({ kind }) => kind === "fuss").map(({ what }) => `it was noticed: ${what}`),
    ],
  }
}

function requestFaults(requests: Ana["everyday"]["asked"], stays: boolean): readonly string[] {
  const foreign = requests.filter(({ url }) => !url.startsWith("own:"))
  const own = requests.filter(({ url }) => url.startsWith("own:"))
  const wanted = stays ? 0 : 1
  return [
    ...(foreign.length === wanted
      ? []
      : [`${String(foreign.length)} requests to strangers: ${foreign.map((r) => r.url).join(" ")}`]),
    ...foreign
      .filter(({ kind }) => kind !== "navigation")
      .map(({ kind }) => `a stranger was asked for a ${kind}`),
    ...foreign.filter(({ referrer }) => referrer !== "").map(({ referrer }) => `a referrer: ${referrer}`),
    ...own.map(({ url }) => `the server heard of it: ${url}`),
  ]
}

/** Where the tab is at last, and what lies behind it. */
async function whereFaults(ana: Ana, one: Leaving, entriesBefore: number): Promise<readonly string[]> {
  const { devtools } = ana
  const stays = one.offline === true || one.installed === true
  const wanted =
    stays || one.answers === "never" || one.answers === "with 204"
      ? "neutral"
      : one.answers === "not at all"
        ? "browser's own"
        : "everyday"
  // The person presses the browser's own Stop.
  if (one.answers === "never") await devtools.send("Page.stopLoading")
  const end = await see(devtools)
  const faults = end.kind === wanted ? [] : [`at the end it is ${end.kind}, not ${wanted}`]
  if (end.all.includes(secret)) faults.push("the words are in it")
  const { entries } = await entriesOf(devtools)
  if (entries.length > entriesBefore)
    faults.push(`the history grew from ${String(entriesBefore)} to ${String(entries.length)}`)
  await ana.context.setOffline(false)
  ana.everyday.answers = "at once"
  for (const { id } of entries) {
    await goToEntry(devtools, id)
    const { kind, all } = await see(devtools)
    if (kind === "OPEN" || kind === "first") faults.push(`an entry is ${kind}`)
    if (all.includes(secret)) faults.push("an entry has the words")
  }
  return faults
}

export const leavings: Readonly<Record<string, Leaving>> = {
  "to a page that answers at once": { answers: "at once" },
  "to a page that takes three seconds": { answers: "after 3 s" },
  "to a page that never answers": { answers: "never" },
  "to a page that answers with nothing": { answers: "with 204" },
  "to a page that fails": { answers: "with 500" },
  "to a page nobody serves": { answers: "not at all" },
  "by Shift three times": { answers: "after 3 s", how: "three shifts" },
  "without a connection": { answers: "at once", offline: true },
  "in an installed app": { answers: "at once", installed: true },
}
