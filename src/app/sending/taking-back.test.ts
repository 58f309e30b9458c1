import { createDraft, place } from "#ledger"
import type { ContentDraft } from "#ledger"
import { encodeRef } from "#wire"
import { expect, test } from "vitest"
import { taking } from "../keeping/book.ts"
import { empty } from "../keeping/ground-rows.ts"
import { houseOf } from "../keeping/house-of.ts"
import { atOnce } from "../keeping/pace.ts"
import type { State } from "../keeping/state.ts"
import { sharedThings } from "../session/shared-things.ts"
import { toolsOf } from "../testing/people.ts"
import { sharedPair } from "../testing/shared-pair.ts"
import { dueNow } from "./queue.ts"
import { takenBack, takingAllBack } from "./taking-back.ts"
import { queuing } from "./writing.ts"

// CARE B7: stop any or all of it at once, also after years.

const t = toolsOf(7)
const day = "2026-11-27"

function draft(name: string, body: Parameters<typeof createDraft>[1]["body"]): ContentDraft {
  const made = createDraft(t, { kind: 1, name, body, day, basis: null })
  if (!made.ok) throw new Error(made.error.type)
  return made.value
}

/** Ana opened a matter and said so much about it; two more things wait. */
async function anaSaid(count: number): Promise<State> {
  const { ana } = await sharedPair(t)
  const opened = draft("matters.opened", { title: "The Friday" })
  const matter = encodeRef(ana.device.id, opened.uid)
  const hurt = (n: number) => ({ matter, happened: `The ${String(n)}th`, did: "", need: "" })
  const drafts = Array.from({ length: count }, (_, n) => draft("matters.hurt-said", hurt(n)))
  const placed = await place(t, ana.device, ana, [opened, ...drafts])
  const verdicts = placed.entries.map(() => ({ verdict: "ok" }) as const)
  const shared = await taking(t, ana, placed.entries, { state: placed.state, verdicts })
  const books = { private: null, shared }
  const state: State = { ...empty, ...books, house: houseOf(books, null) }
  const of = { kind: "matters.hurt-said", day, notBefore: null, hold: 0, from: null }
  const first = queuing(t, state, shared.device, { ...of, body: hurt(-1) })
  const second = queuing(t, { ...state, queue: [first] }, shared.device, { ...of, body: hurt(-2) })
  return { ...state, queue: [first, second] }
}

const refsOf = (state: State): readonly string[] => sharedThings(state).map(({ ref }) => ref)
/** What is to be said, in its order: dice aside. */
const toSay = (state: State): readonly unknown[] =>
  state.queue.map((q) => (q.is === "redact" ? [q.n, q.target] : [q.n, q.entry.kind, q.entry.body]))

test("all at once says the same as one after the other, and what waited never was", async () => {
  const state = await anaSaid(4)
  // What waits is stopped first, whatever is asked in what order.
  const refs = refsOf(state).toReversed()
  const all = atOnce(takingAllBack(t, state, refs, day))
  const each = refs.reduce<State>((now, ref) => takenBack(t, now, ref, day), state)
  expect(toSay(all)).toEqual(toSay(each))
  expect(refsOf(all)).toEqual([])
  expect(atOnce(takingAllBack(t, state, [...refs, ...refs], day)).queue).toHaveLength(all.queue.length)
  expect(atOnce(takingAllBack(t, all, refs, day))).toBe(all)
})

test("after years it takes a moment, not hours: and what of it goes first is found as quickly", async () => {
  const state = await anaSaid(2000)
  const all = atOnce(takingAllBack(t, state, refsOf(state), day))
  // For each thing the room's own word for it and the redaction; nothing of what waited.
  expect(all.queue).toHaveLength(2 * 2001)
  expect(new Set(all.queue.map(({ n }) => n)).size).toBe(all.queue.length)
  const bare = { ...all, queue: all.queue.filter((q) => q.is === "redact") }
  expect(dueNow(bare, 0).items).toEqual(bare.queue.slice(0, 16))
})
