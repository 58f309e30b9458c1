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

export function peopleFor(who: Who, names: Names, together: boolean): People {
  const others = othersOf(who, names)
  const called = others.map((one) => names[one] ?? "")
  return {
    me: names[who],
    other: new Intl.ListFormat(tongue.locale).format(called),
    others: called,
    nameOf: (writer) => names[others.find((one) => writers[one] === writer) ?? who] ?? "",
    together,
  }
}
