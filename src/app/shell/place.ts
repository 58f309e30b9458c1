import type { Handover, RoomPlace } from "../../practices/practice.ts"

/** Where in the app a person is. Kept in memory only: neither the address bar nor the browser's history tells it (CARE A9, A10). */
export type Place =
  | {
      readonly at:
        | "today"
        | "rooms"
        | "looking-back"
        | "help"
        | "unsafe"
        | "device"
        | "forget"
        | "save-copy"
        | "keep-copy"
        | "came-back"
        | "sheet"
        | "returned"
        | "same"
        | "apart"
        | "other"
        | "save-other"
        | "anew"
        | "earlier"
        | "people"
        | "link"
        | "linked"
        | "going"
        | "shared"
        | "passphrase"
        | "server"
        | "move"
        | "write-again"
        | "invite"
        | "invite-more"
        | "join"
    }
  | { readonly at: "asked"; readonly ref: string }
  | { readonly at: "before" | "bring"; readonly n: number }
  | { readonly at: "before-room"; readonly n: number; readonly place: RoomOf }
  | RoomOf

interface RoomOf {
  readonly at: "room"
  readonly room: string
  readonly place: RoomPlace
  readonly start: Handover | null
}

export const today: Place = { at: "today" }

/** What is about to go to somebody is looked over there once more: each room calls that page its review. */
export function isSending(place: Place): boolean {
  return place.at === "room" && place.place.page.endsWith("review")
}

/** The main place a page belongs to, for the bar at the bottom. */
export function mainPlaceOf(place: Place): "today" | "rooms" | "looking-back" | "help" {
  switch (place.at) {
    case "today":
    case "looking-back":
    case "help":
      return place.at
    case "unsafe":
    case "device":
    case "forget":
    case "save-copy":
    case "keep-copy":
    case "sheet":
    case "link":
    case "going":
    case "passphrase":
      return "help"
    case "came-back":
    case "returned":
    case "linked":
      return "today"
    case "rooms":
    case "room":
    case "server":
    case "move":
    case "write-again":
    case "invite":
    case "invite-more":
    case "asked":
    case "join":
    case "shared":
    case "same":
    case "apart":
    case "other":
    case "save-other":
    case "anew":
    case "earlier":
    case "before":
    case "before-room":
    case "bring":
    case "people":
      return "rooms"
  }
}
