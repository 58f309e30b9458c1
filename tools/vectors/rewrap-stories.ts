// What is asked for and given in one chain or another (spec/ledger.md §17), written down by hand: what comes out is no code's word.

export type Name = "ana" | "ben" | "mira" | "tablet" | "sheet"
type Said =
  { readonly lacks: readonly number[] } | { readonly gives: number; readonly to: readonly Name[] } | null
/** An entry: who wrote it, in which epoch, and what it says. Null: it does not open for this reader. */
export type Line = readonly [by: Name, epoch: number, said: Said, kind?: 4]
export interface Story {
  readonly name: string
  readonly reader: Name
  /** Who read on when each epoch began, from epoch 1. */
  readonly sets: readonly (readonly Name[])[]
  readonly keys: readonly number[]
  readonly lines: readonly Line[]
  readonly gone?: readonly Name[]
  readonly inForce?: number
  readonly lacks?: readonly number[]
  readonly gives?: readonly (readonly [number, readonly Name[]])[]
}
type What = Partial<Pick<Story, "gone" | "inForce" | "lacks" | "gives" | "sets" | "keys">>

const pair: readonly Name[] = ["ana", "ben"]
const three: readonly Name[] = ["ana", "ben", "mira"]
const bens: readonly Name[] = ["ana", "ben", "tablet", "sheet"]
const two = [["ana"], pair, pair] as const
const trio = [["ana"], three, three] as const
const many = [["ana"], bens, bens] as const
const asked: Line = ["ben", 3, { lacks: [2] }]
const given: Line = ["ana", 3, { gives: 2, to: ["ben"] }]

const ben = (name: string, lines: readonly Line[], what: What = {}): Story => ({
  name,
  reader: "ben",
  sets: two,
  keys: [3],
  lines,
  ...what,
})
const ana = (name: string, lines: readonly Line[], what: What = {}): Story => ({
  name,
  reader: "ana",
  sets: two,
  keys: [1, 2, 3],
  lines,
  ...what,
})
const toBen = [[2, ["ben"]]] as const

export const stories: readonly Story[] = [
  ben("everybody has every key", [], { keys: [2, 3] }),
  ben("Ben lacks one", [], { lacks: [2] }),
  ben("two at once", [], { sets: [...two, two[1]], keys: [4], lacks: [2, 3] }),
  ben("the one in force is not asked for", [], { keys: [2] }),
  ben("it is asked for behind the one that is owed", [], { keys: [2], inForce: 4, lacks: [3] }),
  ben("of before one came nothing is asked for", [], { sets: [["ana"], ["ana"], two[1]] }),
  ben("asked once, and not again", [asked]),
  ben("given wrongly: asked again", [asked, given], { lacks: [2] }),
  ben("given wrongly and asked again: not a third time", [asked, given, asked]),
  ben("given before it was asked: not asked again", [given, asked]),
  ben("given to others: not asked again", [asked, ["ana", 3, { gives: 2, to: ["mira"] }]], { sets: trio }),
  ben("an asking of another's: asked all the same", [["ana", 3, { lacks: [2] }]], { lacks: [2] }),
  ana("Ana gives what was asked", [asked], { gives: toBen }),
  ana("two epochs, two entries", [["ben", 4, { lacks: [2, 3] }]], {
    sets: [...two, two[1]],
    keys: [1, 2, 3, 4],
    gives: [
      [2, ["ben"]],
      [3, ["ben"]],
    ],
  }),
  ana("given once, and not again", [asked, given]),
  ana("asked again: given again", [asked, given, asked], { gives: toBen }),
  ana("given before it was asked: given again", [given, asked], { gives: toBen }),
  ana("another member's giving is no reason not to", [asked, ["mira", 3, { gives: 2, to: ["ben"] }]], {
    sets: trio,
    gives: toBen,
  }),
  ana("another epoch's giving is none of this one", [asked, ["ana", 3, { gives: 1, to: ["ben"] }]], {
    gives: toBen,
  }),
  ana("nobody gives what they have not", [asked], { keys: [1, 3], lacks: [2] }),
  ana("one who came later asks for what was before", [["mira", 3, { lacks: [1, 2] }]], {
    sets: [["ana"], two[1], trio[1]],
  }),
  ana("an epoch nobody began", [["ben", 3, { lacks: [9] }]]),
  ana("the epoch the asking stands in", [["ben", 3, { lacks: [3] }]]),
  ana("asked as kept content", [["ben", 3, { lacks: [2] }, 4]]),
  ana("given as kept content is not given", [asked, ["ana", 3, { gives: 2, to: ["ben"] }, 4]], {
    gives: toBen,
  }),
  ana("an asking that does not open", [["ben", 3, null]]),
  ana("who asked reads on no more", [asked], { gone: ["ben"] }),
  ana("to every device of the one who asked, and to the sheet", [asked], {
    sets: many,
    gives: [[2, ["ben", "tablet", "sheet"]]],
  }),
  ana("not to a device that came later", [asked], { sets: [["ana"], two[1], bens], gives: toBen }),
  ana("a device that came later asks", [["tablet", 3, { lacks: [2] }]], { sets: [["ana"], pair, bens] }),
  ana("not to a device that was removed", [asked], {
    sets: many,
    gone: ["tablet"],
    gives: [[2, ["ben", "sheet"]]],
  }),
  ana("not to a third who asked for nothing", [asked], { sets: trio, gives: toBen }),
  {
    ...ben("from one's own tablet", [asked], { sets: many, keys: [2, 3], gives: [[2, ["ben", "sheet"]]] }),
    reader: "tablet",
  },
  {
    ...ben(
      "one's own phone gave already",
      [
        ["ana", 3, { lacks: [2] }],
        ["ben", 3, { gives: 2, to: ["ana"] }],
      ],
      {
        sets: many,
        keys: [2, 3],
      },
    ),
    reader: "tablet",
  },
]
