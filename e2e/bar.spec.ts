import { expect, test } from "vitest"
import { person, startRelay } from "./harness.ts"
import { begins, goTo, press } from "./walks/steps.ts"

test("in letters of twice the size, on a narrow phone, the way back and the way out stand apart and both on the screen", async () => {
  const relay = await startRelay()
  const ana = await person("Ana")
  await begins(ana, relay, "Someone hurt me", /^My partner/)
  await goTo(ana, "Help")
  await press(ana, "This device")
  for (const [width, size] of [
    [360, "200%"],
    [320, "200%"],
    [360, "100%"],
  ] as const) {
    await ana.page.setViewportSize({ width, height: 740 })
    const found = await ana.page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
      const box = (selector: string): DOMRect =>
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      const word = box(".kit-back > span")
      const exit = box(".kit-exit")
      return { between: exit.left - word.right, right: exit.right, height: exit.height }
    }, size)
    const where = `${String(width)} at ${size}`
    expect(found.between, where).toBeGreaterThan(8)
    expect(found.right, where).toBeLessThanOrEqual(width - 8)
    // "Leave this page" never takes three lines.
    expect(found.height, where).toBeLessThan(size === "200%" ? 130 : 60)
  }
  expect(await ana.page.getByRole("button", { name: "Back", exact: true }).count()).toBe(1)
  await ana.close()
  await relay.stop()
})
