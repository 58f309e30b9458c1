import type { EntryIn, Standing, Verdict } from "../practice.ts"
import { no, ownThing, ownerOf, yes } from "../standing.ts"
import { parts } from "./entries.ts"
import type { AccountEntries } from "./entries.ts"
import type { AccountShared, Texts } from "./fold.ts"

export function mayShared(
  entry: EntryIn<AccountEntries, "shared">,
  _state: AccountShared,
  standing: Standing,
): Verdict {
  switch (entry.kind) {
    case "account.told": {
      const { matter, addition } = entry.body
      if (ownerOf(standing, matter) === null) return no("account.no-such-matter")
      if (addition !== undefined && ownerOf(standing, addition) !== entry.writer)
        return no("account.addition-not-yours")
      return saysSomething(entry.body)
    }
    case "account.taken-back":
      return ownThing(standing, entry.writer, entry.body.target, "account.not-yours")
  }
}

export function mayOwn(entry: EntryIn<AccountEntries, "private">): Verdict {
  switch (entry.kind) {
    case "account.kept":
      return saysSomething(entry.body)
    case "account.gate":
      return yes
  }
}

function saysSomething(texts: Texts): Verdict {
  return parts.some((part) => /\S/.test(texts[part])) ? yes : no("account.empty")
}
