import { expect, test } from "vitest"
import { oneOfEach } from "../e2e/kills/kill.ts"

const places = Array.from({ length: 100 }, (_, n) => ({ write: Math.floor(n / 2) + 1, after: n % 2 === 1 }))

test("every tenth place is as often one at a write as one right after it, and there is one out of each ten", () => {
  const some = oneOfEach(places, 10)
  expect(some.length).toBe(10)
  expect(some.filter(({ after }) => after)).toHaveLength(5)
})

test("without that, it is every place", () => {
  expect(oneOfEach(places, 1)).toBe(places)
})
