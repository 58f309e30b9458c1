import { writers } from "#practices/examples"
import type { Teller, Who } from "#practices/examples"
import type { People } from "../../practices/view.ts"
import { tongue } from "../tongue.ts"

/** Who is here, and what they are called: two, and Cleo where she has a name. */
export type Names = Readonly<Record<Who, string> & Partial<Record<Teller, string>>>
export const pair: Names = { ana: "Ana", ben: "Ben" }

export function othersOf(who: Who, names: Names): readonly Teller[] {
  return (["ana", "ben", "cleo"] as const).filter((one) => one !== who && names[one] !== undefined)
}

/** `left`: who went while the others stayed. Whoever went sees those who are still here. */
export function peopleFor(who: Who, names: Names, together: boolean, left?: Teller): People {
  const others = othersOf(who, names)
  const isGone = (one: Teller): boolean => one === left
  const called = (some: readonly Teller[]): readonly string[] => some.map((one) => names[one] ?? "")
  const here = called(others.filter((one) => !isGone(one)))
  return {
    me: names[who],
    other: new Intl.ListFormat(tongue.locale).format(here),
    others: here,
    gone: called(others.filter(isGone)),
    hasLeft: (writer) => left !== undefined && writer === writers[left],
    nameOf: (writer) => names[others.find((one) => writers[one] === writer) ?? who] ?? "",
    together,
  }
}
