import type { EntryIn, Standing, Verdict } from "../practice.ts"
import { no, othersThing, ownThing, ownerOf, yes } from "../standing.ts"
import type { MattersEntries } from "./entries.ts"
import type { MattersShared } from "./fold.ts"

export function mayShared(
  entry: EntryIn<MattersEntries, "shared">,
  _state: MattersShared,
  standing: Standing,
): Verdict {
  switch (entry.kind) {
    case "matters.opened":
      return yes
    case "matters.hurt-said": {
      if (ownerOf(standing, entry.body.matter) === null) return no("matters.no-such-matter")
      return saysSomething(entry.body)
    }
    case "matters.remarked":
      return othersThing(standing, entry.writer, entry.body.target.ref, "matters.own-remark")
    case "matters.taken-back":
      return ownThing(standing, entry.writer, entry.body.target, "matters.not-yours")
  }
}

export function mayOwn(entry: EntryIn<MattersEntries, "private">): Verdict {
  switch (entry.kind) {
    case "matters.hurt-kept":
      return saysSomething(entry.body)
    case "matters.kept":
    case "matters.rewritten":
    case "matters.closed":
    case "matters.reopened":
    case "matters.over":
    case "matters.gate":
      return yes
  }
}

function saysSomething(body: {
  readonly happened: string
  readonly did: string
  readonly need: string
}): Verdict {
  return /\S/.test(body.happened + body.did + body.need) ? yes : no("matters.empty")
}
