import { expect, test } from "vitest"
import { copiesAfter, copiesIn, copiesWithout } from "./copies.ts"
import { copyHint } from "./hint.ts"
import type { Lasting } from "./hint.ts"

const browser: Lasting = {
  installed: false,
  clearsUnused: false,
  persisted: true,
  hasKept: true,
  wasSaid: false,
  copies: 0,
}

test("it is said where unused sites are cleared and there is no icon, and where nothing was promised to last", () => {
  expect(copyHint({ ...browser, clearsUnused: true })).toBe("unused")
  expect(copyHint({ ...browser, clearsUnused: true, persisted: false })).toBe("unused")
  expect(copyHint({ ...browser, persisted: false })).toBe("not-sure")
  expect(copyHint({ ...browser, clearsUnused: true, installed: true, persisted: false })).toBe("not-sure")
})

test("it is not said where what is kept lasts, or where the browser does not say", () => {
  expect(copyHint(browser)).toBeNull()
  expect(copyHint({ ...browser, persisted: null })).toBeNull()
  expect(copyHint({ ...browser, clearsUnused: true, installed: true })).toBeNull()
})

test("never before something was kept, never twice, never to somebody who has a copy: over every browser there is", () => {
  const both = [true, false]
  for (const installed of both)
    for (const clearsUnused of both)
      for (const persisted of [true, false, null]) {
        const of = { ...browser, installed, clearsUnused, persisted }
        expect(copyHint({ ...of, hasKept: false })).toBeNull()
        expect(copyHint({ ...of, wasSaid: true })).toBeNull()
        expect(copyHint({ ...of, copies: 1 })).toBeNull()
      }
})

test("the list of copies: one line a copy, in the order they were kept, and any of them can be taken away", () => {
  const row = ["2026-11-24", "2026-11-24", "2026-12-01"].reduce(copiesAfter, "")
  expect(copiesIn(row)).toEqual(["2026-11-24", "2026-11-24", "2026-12-01"])
  expect(copiesIn(copiesWithout(row, 1))).toEqual(["2026-11-24", "2026-12-01"])
  expect(copiesIn(copiesWithout(copiesAfter("", "2026-11-24"), 0))).toEqual([])
  expect(copiesIn("rubbish\n2026-11-24")).toEqual(["2026-11-24"])
})
