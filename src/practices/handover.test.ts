import { readFileSync, readdirSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { letterAfter } from "./account/attend.ts"
import { promiseFrom } from "./apology/look.ts"
import { attended, mayWrite } from "./house.ts"
import type { House } from "./house.ts"
import { endingOf } from "./matters/attend.ts"
import type { Entries, Handover, Moment, Nudge, Ref, RoomPlace, Standing } from "./practice.ts"
import { bodyFrom, read, startOf } from "./promises/begin.ts"
import { practices } from "./registry.ts"
import { ownerOf } from "./standing.ts"
import { devices, everyone, madeUpRef, madeUpVersion, readerOf, tellEntries, tellStory } from "./telling.ts"
import type { Who } from "./telling.ts"
import type { RoomProps } from "./view.ts"

// What passes from room to room: a plain value, which becomes an entry only when the person writes it there.

interface Found {
  readonly handover: Handover
  readonly nudge: Nudge
  readonly house: House
  readonly who: Who
  readonly now: Moment
}

/** Every handover a person is shown in any story, after any of its steps. */
function handoversInStories(): readonly Found[] {
  return practices
    .flatMap((room) => room.stories)
    .flatMap((story): readonly Found[] => {
      const { steps } = tellStory(story)
      const found: Found[] = []
      let n = 0
      tellEntries(
        steps.map(({ step, entry }) => ({ who: step.who, entry })),
        devices,
        (houses) => {
          const day = steps[n++]?.step.day ?? ""
          const now = { at: Date.parse(`${day}T12:00:00Z`), day, zone: "Europe/Berlin" }
          for (const who of everyone)
            for (const nudge of attended(houses[who], readerOf(who), now))
              if (nudge.handover !== undefined)
                found.push({ handover: nudge.handover, nudge, house: houses[who], who, now })
        },
      )
      return found
    })
}

interface Begun {
  readonly kind: string
  readonly body: unknown
}
/** How the page of each room goes on from a beginning: what it then keeps, and what it then sends. A room that is handed something stands here. */
const begun: Readonly<Record<string, (found: Found) => readonly Begun[]>> = {
  promises: ({ handover, now, house }) => {
    const made = read(startOf(handover, now), now)
    if (typeof made === "string") throw new Error(made)
    const named = handover.start["matter"] ?? null
    const seen = (ref: Ref | null): Ref | null =>
      ref !== null && ownerOf(house.standing, ref) !== null ? ref : null
    return [
      { kind: "promises.intended", body: bodyFrom(made, named, handover.from) },
      { kind: "promises.made", body: bodyFrom(made, seen(named), seen(handover.from)) },
    ]
  },
  apology: ({ handover }) => {
    const matter = handover.start["matter"]
    const text = "I lied to you, and it was mine."
    return [
      { kind: "apology.kept", body: { matter, way: "letter", text, asks: false } },
      { kind: "apology.sent", body: { matter, way: "letter", text, repairs: [] } },
    ]
  },
}
/** What each of these pages knows to take from a beginning. */
const known: Readonly<Record<string, readonly string[]>> = {
  promises: ["matter", "when", "will", "due", "helper"],
  apology: ["matter"],
}

/** What is wrong with a handover. Empty when its room takes it. */
function faultsOf(found: Found): readonly string[] {
  const { handover, house, who } = found
  const take = begun[handover.to]
  if (take === undefined) return [`no room takes it: ${handover.to}`]
  const strange = Object.keys(handover.start).filter((key) => !known[handover.to]?.includes(key))
  const refused = take(found).flatMap(({ kind, body }) => {
    const log = kind === "promises.intended" || kind === "apology.kept" ? "private" : "shared"
    const verdict = mayWrite(house, log, {
      kind,
      body,
      ref: madeUpRef(who, log, 700),
      version: madeUpVersion(700),
      writer: log === "shared" ? (readerOf(who).shared ?? "") : readerOf(who).own,
      day: found.now.day,
    })
    return verdict.ok ? [] : [`${kind}: ${verdict.because}`]
  })
  return [...strange.map((key) => `nobody there knows: ${key}`), ...refused]
}

const all = handoversInStories()

describe("what one room hands to another", () => {
  test("in every story is taken by its room: kept for oneself, and sent", () => {
    expect(all.length).toBeGreaterThan(10)
    expect(all.flatMap(faultsOf)).toEqual([])
  })

  test("goes three ways: from what still goes on and from an accepted repair to a promise, from the account to a letter", () => {
    const ways = new Set(all.map(({ nudge, handover }) => `${nudge.room} → ${handover.to}`))
    expect([...ways].toSorted()).toEqual(["account → apology", "apology → promises", "matters → promises"])
  })

  test("brings its words and its time along", () => {
    const ending = all.find(({ nudge }) => nudge.room === "matters")
    expect(ending?.handover.start).toMatchObject({ will: "I will cancel the second card", due: "2026-11-06" })
    expect(startOf(ending?.handover ?? null, ending?.now ?? { at: 0, day: "", zone: "" })).toMatchObject({
      will: "I will cancel the second card",
      day: "2026-11-06",
    })
  })

  test("leads to its own room’s first page: a suggestion that hands something over names no other place", () => {
    expect(all.filter(({ nudge }) => nudge.at !== undefined).map(({ nudge }) => nudge.id)).toEqual([])
  })

  test("is looked at for real: an unknown room, a strange field, a matter of nobody and an empty promise are seen", () => {
    const repair = all.find(({ nudge }) => nudge.room === "apology")
    const letter = all.find(({ nudge }) => nudge.room === "account")
    if (repair === undefined || letter === undefined) throw new Error("no handover to bend")
    const bent = (found: Found, change: Partial<Handover>): Found => ({
      ...found,
      handover: { ...found.handover, ...change },
    })
    expect(faultsOf(bent(repair, { to: "nowhere" }))).toEqual(["no room takes it: nowhere"])
    expect(faultsOf(bent(repair, { start: { ...repair.handover.start, score: "3" } }))).toEqual([
      "nobody there knows: score",
    ])
    expect(faultsOf(bent(letter, { start: { matter: "A".repeat(43) } }))).toEqual([
      "apology.sent: apology.no-such-matter",
    ])
    expect(faultsOf(bent(letter, { start: {} }))).toEqual([
      "apology.kept: house.shape",
      "apology.sent: house.shape",
    ])
    expect(() => faultsOf(bent(repair, { start: {} }))).toThrow("promises.say-what")
  })
})

describe("a handover between two more rooms", () => {
  test("needs no change in the app: no file there that passes one on knows a room by its name", () => {
    const app = new URL("../app/", import.meta.url)
    const files = readdirSync(app, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && /\.tsx?$/.test(e.name) && !/\.test\.tsx?$/.test(e.name))
      .map((e) => ({ name: e.name, text: readFileSync(`${e.parentPath}/${e.name}`, "utf8") }))
      .filter(({ text }) => /handover/i.test(text))
    expect(files.map((f) => f.name)).toContain("today.tsx")
    const names = practices.map((room) => `"${room.name}"`)
    expect(files.filter(({ text }) => names.some((name) => text.includes(name))).map((f) => f.name)).toEqual(
      [],
    )
  })

  test("needs no new type: any room may name any other, and any page can be gone to with it", () => {
    // A compile-time test. It proves that what crosses is one type for all rooms, so the app's part is written once.
    const third = { to: "matters", start: { anything: "a room puts in" }, from: "" } satisfies Handover
    const nudge: Pick<Nudge, "room" | "handover"> = { room: "a-room-to-come", handover: third }
    type Go = RoomProps<Entries, unknown, unknown>["go"]
    const went: unknown[] = []
    const go: Go = (room: string, at?: RoomPlace, start?: Handover) => {
      went.push(room, at, start)
    }
    go(nudge.handover?.to ?? "", { page: "" }, third)
    expect(went).toEqual(["matters", { page: "" }, third])
    // @ts-expect-error Type 'number' is not assignable to type 'string': what crosses is words and references, nothing to run or to count with.
    const bad: Handover = { to: "matters", start: { times: 3 }, from: "" }
    expect(typeof bad.start["times"]).not.toBe("string")
    // @ts-expect-error A room's standing is closed: nothing more may pass between rooms unseen.
    const more: Standing = { phase: "together", matters: {}, devices: {}, extra: {} }
    expect(more).toHaveProperty("extra")
  })

  test("each maker of one gives a plain value that survives the way through JSON", () => {
    const signed = { ref: "r", version: "v", writer: "w", day: "2026-11-02" }
    const told = { did: "", how: "", why: "", hid: "", impact: "", later: "", addition: null, matter: "m" }
    const handovers: readonly Handover[] = [
      letterAfter({ ...signed, ...told }),
      endingOf({
        ref: "r",
        day: "2026-11-02",
        matter: "m",
        answer: "going-on",
        what: "",
        by: null,
        helper: "",
      }),
      promiseFrom(
        { offer: signed, item: 0, by: "w", what: "pay it back", kind: "give-back", accepted: null },
        { ...signed, matter: "m", way: "letter", text: "t", repairs: [] },
        { ...signed, target: signed, item: 0 },
      ),
    ]
    for (const handover of handovers) expect(JSON.parse(JSON.stringify(handover))).toEqual(handover)
  })
})
