import { anaAndBenNow, everyone, readerOf, writers } from "#practices/examples"
import type { Heard, Teller, Who } from "#practices/examples"
import type { Place } from "../shell/place.ts"
import type { Source } from "./sources.ts"

// The same pages where three are, and where one of them went or all of them ended it: who wrote what, what is said of all of them, and
// what is left to read and to do.

const all: readonly Teller[] = [...everyone, "cleo"]
const device = {
  id: "aa",
  came: "first",
  day: null,
  since: 0,
  along: 0,
  mayGo: false,
  isGoing: false,
} as const
const newest = { seq: 64, words: [3, 17, 29, 31, 42, 55, 60, 8] } as const

interface Gone {
  readonly id: string
  /** Who left for good. */
  readonly left?: Teller
  readonly closed?: boolean
  /** Who asks for no news. */
  readonly away?: Who
}
const ways: readonly Gone[] = [
  { id: "ana-ben-and-cleo" },
  { id: "ana-ben-and-cleo, Ben stepped out", away: "ben" },
  { id: "ana-ben-and-cleo, Ben left", left: "ben" },
  { id: "ana-ben-and-cleo, Cleo left", left: "cleo" },
  { id: "ana-ben-and-cleo, ended", closed: true },
]

export function threeIn(heard: readonly Heard<Teller>[]): readonly Source[] {
  const matter = heard.find(({ entry }) => entry.kind === "matters.opened")?.entry.ref
  if (matter === undefined) throw new Error("three without a matter")
  const review = (room: string, page: string): Place => {
    return { at: "room", room, place: { page, matter }, start: null }
  }
  const sending = [review("matters", "hurt-review"), review("account", "review"), review("apology", "review")]
  return ways.flatMap((gone): readonly Source[] => {
    const { id, left } = gone
    const source: Omit<Source, "id" | "begun"> = {
      heard,
      now: anaAndBenNow,
      more: moreOf(gone),
      three: true,
      ...(left === undefined ? {} : { left }),
      ...(left === "ben" || gone.closed === true ? { over: true } : {}),
    }
    return [
      { id, ...source, begun: false },
      { id: `${id}, begun`, ...source, begun: true, places: sending },
    ]
  })
}

/** What the app says of it elsewhere (going.ts, here.ts, people-here.ts, earlier.ts), for people who never were. */
function moreOf({ left, closed = false, away }: Gone): NonNullable<Source["more"]> {
  const here = all.filter((one) => one !== left)
  return (who) => {
    const isHere = left !== who
    const isOver = !isHere || closed
    return {
      here: here.map((one) => ({
        writer: writers[one],
        isMe: one === who,
        hasSheet: false,
        mayLetGo: false,
        devices: [{ ...device, isThis: one === who }],
      })),
      going: {
        here: isHere,
        others: here.filter((one) => one !== who).length,
        closed,
        senior: true,
        chosen: null,
        away: away === who,
      },
      newest,
      // With somebody's going, what all were asked before is no longer asked.
      ...(left === undefined ? {} : { proposed: [] }),
      ...(isOver ? { reader: { ...readerOf(who), isOver }, anew: isHere ? "closed" : "left" } : {}),
    }
  }
}
