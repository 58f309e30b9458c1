import * as v from "valibot"
import {
  day,
  fitsOneEntry,
  list,
  oneOf,
  optional,
  page,
  record,
  ref,
  target,
  text,
  words,
} from "../shapes.ts"

/** The eight parts, in the order they are shown; the ids are the coach's. None is required. */
export const parts = [
  "names-wrong",
  "takes-responsibility",
  "remorse",
  "acknowledges-impact",
  "explains-without-excusing",
  "commits-to-change",
  "offers-repair",
  "leaves-free",
] as const
export type Part = (typeof parts)[number]

export const ways = ["letter", "voice", "face", "phone"] as const
export type Way = (typeof ways)[number]
export const repairKinds = ["tell-the-truth", "give-back", "take-on", "undo", "own-it"] as const
export type RepairKind = (typeof repairKinds)[number]

const repair = { what: words(1_000), kind: oneOf(...repairKinds) }

export const entries = {
  /** The page as it stands: a letter, or for a spoken apology the few words to hold. `asks`: whether it asks to be forgiven. */
  "apology.kept": {
    schema: record({ matter: ref, way: oneOf(...ways), text: page, asks: v.boolean() }),
    log: "private",
  },
  "apology.said-aloud": {
    schema: record({ matter: ref, way: oneOf("voice", "face", "phone"), on: day, note: text(5_000) }),
    log: "private",
  },
  /** What the reader chose before a closed letter. The latest counts; nobody else ever sees it. */
  "apology.gate": {
    schema: record({
      target: ref,
      choice: oneOf("ready", "not-yet", "in-person", "in-writing", "not-at-all"),
    }),
    log: "private",
  },
  /** A repair that was offered and left. Nobody is told. */
  "apology.repair-left": { schema: record({ offer: ref, item: item() }), log: "private" },
  /** An accepted repair that needs no promise any more: it is done, or it goes another way. */
  "apology.repair-carried": {
    schema: record({ accepted: ref, how: oneOf("done", "otherwise") }),
    log: "private",
  },
  "apology.sent": {
    schema: v.pipe(
      record({ matter: ref, way: oneOf("letter"), text: words(20_000), repairs: list(record(repair), 3) }),
      v.check((body) => fitsOneEntry({ text: body.text, ...body.repairs.map(({ what }) => what) })),
    ),
    log: "shared",
  },
  "apology.wished": {
    schema: record({ target: ref, wish: oneOf("in-person", "in-writing", "not-now", "please-dont") }),
    log: "shared",
  },
  "apology.answered": {
    schema: record({
      target,
      heard: oneOf("heard", "partly", "not-yet", "not-coming-back"),
      missing: text(10_000),
    }),
    log: "shared",
  },
  /** `target`: one's own letter, or the answer to it. */
  "apology.repair-offered": { schema: record({ target: ref, ...repair }), log: "shared" },
  /** `target`: the offer, or the letter; `item` says which of the letter's repairs, from 0. */
  "apology.repair-accepted": { schema: record({ target, item: item() }), log: "shared", kept: true },
  "apology.taken-back": { schema: record({ target: ref }), log: "shared" },
} as const
export type ApologyEntries = typeof entries

function item() {
  return optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)))
}
