import { account } from "./account/practice.ts"
import { apology } from "./apology/practice.ts"
import { home } from "./home/practice.ts"
import { attended, stateOf } from "./house.ts"
import type { House } from "./house.ts"
import { matters } from "./matters/practice.ts"
import type { Moment, Nudge, Reader } from "./practice.ts"
import { promises } from "./promises/practice.ts"
import { answered, rules } from "./today-rules.ts"
import type { Facts, Rule } from "./today-rules.ts"

/** At most three suggestions for this reader now, in the order of advice. Any of them may be left; nothing is locked. */
export function suggest(
  house: House,
  reader: Reader,
  now: Moment,
  isGoing: Facts["isGoing"] = () => false,
): readonly Nudge[] {
  return everySuggestion(house, reader, now, rules, isGoing).slice(0, 3)
}

/**
 * All of them, before the first three are taken: what the rooms say of themselves, and what shows only when one looks at several rooms.
 * `held` is the table of rules; a test plants a fault in it.
 */
export function everySuggestion(
  house: House,
  reader: Reader,
  now: Moment,
  held: readonly Rule[] = rules,
  isGoing: Facts["isGoing"] = () => false,
): readonly Nudge[] {
  const facts = factsOf(house, reader, isGoing)
  const wide = held.flatMap((rule): readonly Nudge[] => {
    const at = rule.when(facts)
    const { id, room, words, order, evidence } = rule
    return at === null ? [] : [{ id, room, words, order, evidence, at }]
  })
  const open = attended(house, reader, now).filter(
    (nudge) => !answered.some((a) => nudge.id.startsWith(a.id) && a.by(facts, nudge)),
  )
  return [...open, ...wide].toSorted((a, b) => a.order - b.order)
}

function factsOf(house: House, reader: Reader, isGoing: Facts["isGoing"]): Facts {
  return {
    home: stateOf(house, home),
    matters: stateOf(house, matters),
    account: stateOf(house, account),
    apology: stateOf(house, apology),
    promises: stateOf(house, promises),
    reader,
    isGoing,
  }
}
