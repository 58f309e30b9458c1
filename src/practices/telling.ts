import { deviceOfRef } from "#ledger"
import { emptyHouse, logOf, recordKindOf, tell } from "./house.ts"
import type { House, HouseEntry } from "./house.ts"
import type { LogName, Reader, Ref, Standing, Step, Story, Verdict, Version, Writer } from "./practice.ts"

// Tells a story through two houses, Ana's and Ben's, with made-up refs and versions: for the tests, the vectors, the gallery and the docs.
// Where there are three, Cleo has no house here: what she says is shared, and Ana and Ben hear it.

/** Whose phone is told. */
export type Who = Step["who"]
export type Teller = Who | "cleo"
export const everyone = ["ana", "ben"] as const satisfies readonly Who[]

/** base64url of 16 bytes, made from a name: enough to look like an id and to be read by a person. */
function idOf(name: string): string {
  return `${name.padEnd(21, "A")}A`
}
const places = { ana: "Ana", ben: "Ben", cleo: "Cleo" } as const
/** A ref nobody signed: the n-th entry of this person in this log. */
export function madeUpRef(who: Teller, log: LogName, n: number): Ref {
  return `${idOf(places[who] + log)}${String(n).padStart(20, "0")}A`
}
export function madeUpVersion(n: number): Version {
  return `version${String(n).padStart(35, "0")}A`
}

/** Who they are in the shared log. */
export const writers: Readonly<Record<Teller, Writer>> = {
  ana: idOf("member-Ana"),
  ben: idOf("member-Ben"),
  cleo: idOf("member-Cleo"),
}
function devicesOf(people: readonly Teller[]): Standing["devices"] {
  return Object.fromEntries(
    people.map((who) => [deviceOfRef(madeUpRef(who, "shared", 0)) ?? "", writers[who]]),
  )
}
export const devices = devicesOf(everyone)
export const devicesOfThree = devicesOf([...everyone, "cleo"])
export function readerOf(who: Teller): Reader {
  return { own: idOf(`private-${places[who]}`), shared: writers[who], relation: "partner", mayReach: true }
}

export interface ToldStep<Name extends Teller = Who> {
  readonly step: Step<Name>
  readonly entry: HouseEntry
  readonly verdict: Verdict
}
export interface ToldStory<Name extends Teller = Who> {
  readonly story: Story<Name>
  readonly steps: readonly ToldStep<Name>[]
  readonly houses: Readonly<Record<Who, House>>
  /** Puts the refs ("@name", also "@ana" for a writer) and versions ("#name") of this story into any value. */
  readonly named: (value: unknown) => unknown
}

export function tellStory<Name extends Teller>(story: Story<Name>): ToldStory<Name> {
  const names = new Map(Object.entries(writers).map(([who, writer]) => [`@${who}`, writer]))
  const named = (value: unknown): unknown => withNames(value, names)
  const heard = story.steps.map((step, n): Heard<Name> => {
    const entry = entryOf(step, n, named)
    if (step.as !== undefined) names.set(`@${step.as}`, entry.ref).set(`#${step.as}`, entry.version)
    return { who: step.who, entry }
  })
  const { verdicts, houses } = tellEntries(heard, devicesOfThree)
  const steps = story.steps.map((step, n): ToldStep<Name> => {
    const [entry, verdict] = [heard[n]?.entry, verdicts[n]]
    if (entry === undefined || verdict === undefined) throw new Error("a step without its entry")
    return { step, entry, verdict }
  })
  return { story, steps, houses, named }
}

/** One entry, and whose phone wrote it. */
export interface Heard<Name extends Teller = Who> {
  readonly who: Name
  readonly entry: HouseEntry
}

/** Entries through both houses, in order, with what each was answered. `onTold` is shown both houses after each of them. */
export function tellEntries(
  heard: readonly Heard<Teller>[],
  known: Standing["devices"],
  onTold: (houses: Readonly<Record<Who, House>>) => void = () => undefined,
): { readonly verdicts: readonly Verdict[]; readonly houses: Readonly<Record<Who, House>> } {
  let houses: Readonly<Record<Who, House>> = { ana: emptyHouse(), ben: emptyHouse() }
  const verdicts = heard.map(({ who, entry }) => {
    const phone = who === "cleo" ? "ana" : who
    const before = houses[phone]
    houses = {
      ana: hears("ana", who, entry) ? tell(houses.ana, entry, known) : houses.ana,
      ben: hears("ben", who, entry) ? tell(houses.ben, entry, known) : houses.ben,
    }
    onTold(houses)
    return verdictOf(before, houses[phone], entry)
  })
  return { verdicts, houses }
}

/** A private entry is written in that person's own log: the other's house never hears of it. */
function hears(listener: Who, who: Teller, entry: HouseEntry): boolean {
  return entry.log === "shared" || listener === who
}

function entryOf(step: Step<Teller>, n: number, named: (value: unknown) => unknown): HouseEntry {
  return {
    log: step.log,
    kind: step.kind,
    body: named(step.body),
    ref: madeUpRef(step.who, step.log, n),
    version: madeUpVersion(n),
    writer: step.log === "shared" ? writers[step.who] : readerOf(step.who).own,
    day: step.day,
    recordKind: recordKindOf(step.kind) ?? 1,
  }
}

function verdictOf(before: House, after: House, entry: HouseEntry): Verdict {
  if (logOf(entry.kind) === null) return { ok: false, because: "house.unknown-kind" }
  const aside = after.setAside.at(before.setAside.length)
  return aside === undefined ? { ok: true } : { ok: false, because: aside.because }
}

function withNames(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => withNames(item, names))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNames(item, names)]))
}
