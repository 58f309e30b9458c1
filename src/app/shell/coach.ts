import type { RoomProps } from "../../practices/view.ts"
import type { Entries } from "../../practices/practice.ts"

type Coach = RoomProps<Entries, unknown, unknown>["coach"]

let reads: Coach | null = null
let fetching = false

/** The coach and its book of rules are fetched when a first page to write on asks for them, and not before: it is the largest part of the app. */
export const coach: Coach = (text, kind) => {
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
