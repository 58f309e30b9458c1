import { expect, test } from "vitest"
import { flipped, mailing } from "../testing/malice.ts"
import { bad } from "#wire"
import type { Slot } from "#wire"
import { duo, linkFrom, looks } from "../testing/duo.ts"
import type { Disk } from "../testing/disks.ts"
import { enter, phone } from "../testing/people.ts"
import { memoryStore } from "../store/memory.ts"
import { posted } from "../testing/transcript.ts"

const body = (title: string) => ({ title, mine: "unsure", what: "" })

async function kept(): Promise<Disk> {
  const disk: Disk = new Map()
  const ana = await enter(phone({ disk }))
  for (const title of ["One", "Two", "Three"]) await ana.keep("matters.kept", body(title))
  return disk
}
const tableOf = (disk: Disk, table: string) => {
  const found = [...disk].find(([name]) => name.endsWith(`/${table}`))?.[1]
  if (found === undefined) throw new Error("no table")
  return found
}

test("a private row that the disk lost or changed is noticed: what holds is still read, and nothing is written over it", async () => {
  for (const how of ["changed", "lost"] as const) {
    const whole = await kept()
    const count = tableOf(whole, "private").size
    expect(count).toBe(4)
    for (let i = 0; i < count; i += 1) {
      const disk: Disk = new Map([...whole].map(([name, rows]) => [name, new Map(rows)]))
      const rows = tableOf(disk, "private")
      const [name, row] = [...rows][i] ?? ["", new Uint8Array(0)]
      if (how === "lost") rows.delete(name)
      else rows.set(name, flipped(row, 300))
      const ana = await enter(phone({ disk }))
      expect(ana.snapshot().alarm).toBe("private-damaged")
      await expect(ana.keep("matters.kept", body("Four"))).rejects.toThrow("damaged")
      // Drafts go on: what she writes now is not lost.
      ana.setDraft("x", "still writing")
      await ana.flush()
      expect((await enter(phone({ disk }))).draft("x")).toBe("still writing")
    }
  }
})

test("a disk that takes no more is said so, and said when it takes again", async () => {
  let isFull = false
  const store = memoryStore()
  const ana = await enter(
    phone({ store: { ...store, batch: async (ops) => (isFull ? bad({ type: "full" }) : store.batch(ops)) } }),
  )
  isFull = true
  ana.setDraft("x", "words")
  await ana.flush()
  expect(ana.snapshot().storageRefuses).toBe(true)
  isFull = false
  await ana.flush()
  expect(ana.snapshot().storageRefuses).toBeUndefined()
})

const letters: readonly Slot[] = ["request", "reveal", "answer-inviter", "answer-joiner", "ended"]

test("4: a letter of one slot served in another counts for nothing: Ben's own \"same\" never passes for Ana's", async () => {
  for (const from of letters) {
    for (const to of letters.filter((slot) => slot !== from)) {
      const d = await duo({
        between: (relay) =>
          mailing(relay, (slots) => ({ ...slots, [to]: [...(slots[to] ?? []), ...(slots[from] ?? [])] })),
      })
      const link = await linkFrom(d.ben)
      await d.ana.invite.join(link, "Ana")
      await d.ben.sync()
      await d.ben.invite.accept()
      await d.ben.invite.answer("same")
      await looks(d)
      const admits = posted(d.asked).filter((e) => e.header[93] === 2 && e.body?.[0] === 3)
      expect(admits, `${from} as ${to}`).toEqual([])
      expect(d.ana.snapshot().together, `${from} as ${to}`).toBe(false)
    }
  }
})
