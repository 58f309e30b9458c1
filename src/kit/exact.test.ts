import { expect, test } from "vitest"
import { cosine, distance, sine } from "./exact.ts"

test("sine and cosine agree with the engine's own to a billionth, within three turns either way", () => {
  for (let angle = -20; angle <= 20; angle += 0.001) {
    expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(1e-9)
    expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-9)
  }
  expect(distance(3, -4)).toBe(5)
})
