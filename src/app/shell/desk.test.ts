import { expect, test } from "vitest"
import type { MattersEntries } from "../../practices/matters/entries.ts"
import type { Desk } from "../../practices/view.ts"
import { together } from "../testing/duo.ts"
import { deskOf } from "./desk.ts"
import type { Inner } from "./inner.ts"

test("a button pressed twice in one breath says it once; pressed again later, it says it again", async () => {
  const { ana } = await together()
  const { ref, version } = await ana.queue("matters.opened", { title: "The money" }, { holdMinutes: 60 })
  let gate = Promise.withResolvers<boolean>()
  const inner = {
    session: ana,
    snapshot: ana.snapshot(),
    gate: { pass: () => gate.promise },
    way: { go: () => undefined },
    keeper: { askToStay: async () => undefined },
    withdrawOffer: () => undefined,
  } as unknown as Inner
  const say = (happened: string) =>
    // Each drawing of the page has a desk of its own.
    (deskOf(inner) as unknown as Desk<MattersEntries>).send(
      "matters.hurt-said",
      { matter: ref, happened, did: "", need: "" },
      { holdMinutes: 60 },
    )
  const said = (): number => ana.snapshot().waiting.filter((w) => w.kind === "matters.hurt-said").length
  expect(version).not.toBe("")
  const presses = [say("You lied."), say("You lied."), say("And more.")]
  gate.resolve(true)
  const targets = await Promise.all(presses)
  expect(targets.map((target) => target === null)).toEqual([false, true, false])
  expect(said()).toBe(2)
  expect(await say("You lied.")).not.toBe(null)
  expect(said()).toBe(3)
  // Thought over at the question before, it may be pressed again.
  gate = Promise.withResolvers<boolean>()
  const thoughtOver = say("Once more.")
  gate.resolve(false)
  expect(await thoughtOver).toBe(null)
  gate = Promise.withResolvers<boolean>()
  gate.resolve(true)
  expect(await say("Once more.")).not.toBe(null)
  expect(said()).toBe(4)
})
