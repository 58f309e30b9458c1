import type { RoomProps } from "../../practices/view.ts"
import type { Entries } from "../../practices/practice.ts"
import type { CoachVoice } from "./settings.ts"

type Coach = RoomProps<Entries, unknown, unknown>["coach"]

const silent = { marks: [], present: [], off: true } as const

/** As loud as the person has chosen. Put away, it is not even fetched. */
export function coachFor(voice: CoachVoice): Coach {
  switch (voice) {
    case "on":
      return coach
    case "off":
      return () => silent
    case "quiet":
      return (text, kind) => {
        const reading = coach(text, kind)
        return reading === null
          ? null
          : { ...reading, marks: reading.marks.filter(({ strength }) => strength === "firm") }
      }
  }
}

let reads: Coach | null = null
let fetching = false

/** The coach and its book of rules are fetched when a first page to write on asks for them, and not before: it is the largest part of the app. */
const coach: Coach = (text, kind) => {
  if (reads !== null) return reads(text, kind)
  if (!fetching) {
    fetching = true
    void import("#language").then(
      ({ read }) => (reads = read),
      // No connection, and the file was never kept: asked for again with the next words.
      () => (fetching = false),
    )
  }
  return null
}
