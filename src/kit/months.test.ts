import { expect, test } from "vitest"
import { monthsOf } from "./months.ts"

const days = (...all: readonly string[]) => monthsOf(all, (day) => day, "en-GB")

test("the months of a list, each with the place of its newest, in the reader's language", () => {
  expect(days("2026-11-16", "2026-11-01", "2026-10-31", "2025-11-30")).toEqual([
    { at: 0, title: "November 2026" },
    { at: 2, title: "October 2026" },
    { at: 3, title: "November 2025" },
  ])
  expect(monthsOf(["2026-03-01"], (day) => day, "de")).toEqual([{ at: 0, title: "März 2026" }])
  expect(days()).toEqual([])
})

test("where days are out of order, a month stands once, where it first comes up", () => {
  expect(days("2026-11-16", "2026-10-31", "2026-11-01").map(({ at }) => at)).toEqual([0, 1])
})
