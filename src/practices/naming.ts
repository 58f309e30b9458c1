import { oneOf, page, record, text, words, optional } from "./shapes.ts"

// [Note: Naming a matter] Whoever writes an account or a letter may have to name what it is about first, and rooms share no doors. So
// the two kinds that name a matter stand here, outside any room. `matters` lists them among its own entries and is alone in folding
// them. Another room's view may be typed `View<typeof entries & MatterNaming, …>`: its desk then takes these two kinds and no others
// of that room.

export const matterKinds = [
  "lie",
  "hidden",
  "broken-promise",
  "betrayal",
  "neglect",
  "misunderstanding",
  "confidence",
  "money",
  "work",
  "other",
] as const

/** Whose doing it was, as this person sees it now. */
export const whoseDoing = ["i-did", "was-done-to-me", "both", "unsure"] as const

export const matterKept = record({
  title: words(200),
  kind: optional(oneOf(...matterKinds)),
  mine: oneOf(...whoseDoing),
  what: page,
})

/** The matter as both see it: a name and nothing else. Its ref is the matter's id for both. */
export const matterOpened = record({ title: text(200) })

export const matterNaming = {
  "matters.kept": { schema: matterKept, log: "private" },
  "matters.opened": { schema: matterOpened, log: "shared" },
} as const
export type MatterNaming = typeof matterNaming
