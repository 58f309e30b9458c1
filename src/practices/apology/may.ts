import type { EntryIn, Standing, Verdict } from "../practice.ts"
import { no, othersThing, ownThing, ownerOf, yes } from "../standing.ts"
import type { ApologyEntries } from "./entries.ts"
import type { ApologyShared } from "./fold.ts"

// A second letter is advised against on the page, never refused: the reader's gate is what protects the reader.

export function mayShared(
  entry: EntryIn<ApologyEntries, "shared">,
  state: ApologyShared,
  standing: Standing,
): Verdict {
  switch (entry.kind) {
    case "apology.sent":
      return ownerOf(standing, entry.body.matter) === null ? no("apology.no-such-matter") : yes
    case "apology.wished":
      return othersThing(standing, entry.writer, entry.body.target, "apology.own-letter")
    case "apology.answered":
      return othersThing(standing, entry.writer, entry.body.target.ref, "apology.own-letter")
    case "apology.repair-offered":
      return ownerOf(standing, entry.body.target) === null ? no("apology.no-such-letter") : yes
    case "apology.repair-accepted": {
      const { target, item = 0 } = entry.body
      // Acceptances are kept content, so this verdict may rest on an earlier one.
      const before = state.accepted.some((a) => a.target.ref === target.ref && a.item === item)
      if (before) return no("apology.accepted-already")
      return othersThing(standing, entry.writer, target.ref, "apology.own-repair")
    }
    case "apology.taken-back":
      return ownThing(standing, entry.writer, entry.body.target, "apology.not-yours")
  }
}

export function mayOwn(entry: EntryIn<ApologyEntries, "private">): Verdict {
  switch (entry.kind) {
    case "apology.kept":
      return /\S/.test(entry.body.text) ? yes : no("apology.empty")
    case "apology.said-aloud":
    case "apology.gate":
    case "apology.repair-left":
    case "apology.repair-carried":
      return yes
  }
}
