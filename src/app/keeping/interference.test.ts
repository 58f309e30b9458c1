import * as fc from "fast-check"
import { expect, test } from "vitest"
import { looks, together } from "../testing/duo.ts"
import type { Duo } from "../testing/duo.ts"

// CARE §3: what Ana does for herself changes nothing that the server or Ben can see: not how often, not how much, not when.

const shared = fc.array(fc.constantFrom("ana", "ben", "looks"), { minLength: 1, maxLength: 6 })
const own = fc.array(fc.constantFrom("keep", "draft", "drop", "in-touch", "take-back-before"), {
  maxLength: 6,
})

async function privately(d: Duo, what: string): Promise<void> {
  switch (what) {
    case "keep":
      await d.ana.keep("matters.kept", { title: "Only mine", mine: "unsure", what: "x".repeat(300) })
      return
    case "draft":
      d.ana.setDraft("account.write", "a page Ben never sees")
      return d.ana.flush()
    case "drop":
      d.ana.dropDraft("account.write")
      return d.ana.flush()
    case "in-touch":
      await d.ana.keep("home.in-touch", { answer: "no" })
      return
    case "take-back-before": {
      const { ref } = await d.ana.queue("matters.opened", { title: "Never sent" }, { holdMinutes: 60 })
      return d.ana.takeBack(ref)
    }
    default:
      d.ana.sharedOf("x")
  }
}

/** What the server saw (how often it was asked, for what, how much) and what Ben has, after this history; private acts woven in before each step. */
async function run(history: readonly string[], acts: readonly string[]) {
  const d = await together()
  const from = d.asked.length
  for (const [i, step] of history.entries()) {
    if (acts[i] !== undefined) await privately(d, acts[i])
    if (step === "looks") await looks(d)
    else
      await d[step === "ana" ? "ana" : "ben"].queue(
        "matters.opened",
        { title: `Step ${String(i)}` },
        { holdMinutes: 1 },
      )
  }
  d.clock.forward(60_001)
  await looks(d)
  const seen = d.asked.slice(from).map((a) => {
    const path = a.path.replace(/[\w-]{43}/, "log")
    return `${a.method} ${path} ${String(a.body.length)}`
  })
  const titles = JSON.stringify(d.ben.snapshot().house.shared).match(/Step \d+/g)
  return { seen, titles }
}

test("Ana's private acts change neither what is posted nor what Ben has", async () => {
  await fc.assert(
    fc.asyncProperty(shared, own, async (history, acts) => {
      expect(await run(history, acts)).toEqual(await run(history, []))
    }),
    { numRuns: 12 },
  )
}, 120_000)

test("the same look sees a difference when there is one", async () => {
  expect(await run(["ana", "looks"], [])).not.toEqual(await run(["ana", "ana", "looks"], []))
})
