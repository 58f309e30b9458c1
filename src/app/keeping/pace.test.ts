import { expect, test } from "vitest"
import { atOnce, createPace, paced } from "./pace.ts"

function* counted(to: number, step: () => void): Generator<void, number> {
  for (let n = 0; n < to; n += 1) {
    step()
    yield
  }
  return to
}

test("a long thing pauses when it has gone on for eight milliseconds, and comes to the same", async () => {
  let at = 0
  let pauses = 0
  const pace = createPace(
    () => at,
    async () => {
      pauses += 1
      at += 100
    },
  )
  const step = (): void => {
    at += 2
  }
  expect(await paced(counted(40, step), pace)).toBe(40)
  expect(pauses).toBe(10)
  expect(atOnce(counted(40, step))).toBe(40)
})

test("its pause lets what waits on the thread go first", async () => {
  let at = 0
  const pace = createPace(() => (at += 10))
  const order: string[] = []
  setTimeout(() => order.push("a tap"), 0)
  for (let n = 0; n < 50 && order.length === 0; n += 1) await pace()
  expect(order).toEqual(["a tap"])
})
