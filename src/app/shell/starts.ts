import type { Relation } from "../../practices/practice.ts"
import type { Session } from "../session/session.ts"
import type { Place } from "./place.ts"

export type Start = "hurt" | "was-hurt" | "both" | "unsure" | "nobody"

/** The page each of the five answers leads to; each can be written on at once. */
export function beginAt(start: Start): Place {
  switch (start) {
    case "hurt":
      return { at: "room", room: "account", place: { page: "write" }, start: null }
    case "was-hurt":
      return { at: "room", room: "matters", place: { page: "hurt" }, start: null }
    case "both":
    case "unsure":
    case "nobody":
      return { at: "room", room: "matters", place: { page: "open" }, start: null }
  }
}

export async function startedHere(session: Session, start: Start, relation: Relation): Promise<void> {
  await session.keep("home.started", { start, relation })
}
