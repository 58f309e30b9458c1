import { expect, test } from "vitest"
import type { Drafts } from "./drafts.ts"
import { withThrowing } from "./throwing.ts"
import type { ThrowingDrafts } from "./throwing.ts"

interface World {
  readonly drafts: ThrowingDrafts
  /** What the disk has: what a start after a crash would find. */
  readonly disk: Map<string, string>
  readonly told: boolean[]
  /** Drafts that have a file beside them. */
  readonly files: Set<string>
  readonly tenSecondsPass: () => void
}

function world(texts: Readonly<Record<string, string>>, beside: readonly string[] = []): World {
  const disk = new Map(Object.entries(texts))
  const told: boolean[] = []
  const files = new Set(beside)
  let due: (() => void) | null = null
  const below: Drafts = {
    get: (key) => disk.get(key) ?? "",
    set: (key, text) => void disk.set(key, text),
    drop: (key) => void disk.delete(key),
    all: () => disk,
    flush: () => Promise.resolve(),
    refresh: () => Promise.resolve(false),
    unwritten: () => new Map(),
    close: () => Promise.resolve(true),
  }
  const later = (ms: number, act: () => void): (() => void) => {
    expect(ms).toBe(10_000)
    due = act
    return () => (due = null)
  }
  const of = { has: (key: string) => files.has(key), gone: (key: string) => void files.delete(key) }
  const drafts = withThrowing(below, later, (isThere) => told.push(isThere), of)
  return { drafts, disk, told, files, tenSecondsPass: () => due?.() }
}

const page = { "account:new:what": "I lied.", "account:new:how": "Often.", other: "stays" }
const keys = ["account:new:what", "account:new:how", "account:new:empty"]

test("a page thrown away is out of sight at once, still on the disk, and gone after ten seconds; no other page is touched", () => {
  const { drafts, disk, told, tenSecondsPass } = world(page)
  drafts.throwAway(keys)
  expect(keys.map(drafts.get)).toEqual(["", "", ""])
  expect([disk.size, told]).toEqual([3, [true]])
  tenSecondsPass()
  expect([...disk]).toEqual([["other", "stays"]])
  expect(told).toEqual([true, false])
  drafts.restore()
  expect(drafts.get("account:new:what")).toBe("")
})

test("a draft with a picture and no word is thrown away and brought back like any other; with it goes the picture", () => {
  const { drafts, told, files, tenSecondsPass } = world({}, ["account:new:picture", "other"])
  drafts.throwAway(["account:new:picture"])
  expect([drafts.isHidden("account:new:picture"), drafts.isHidden("other"), told]).toEqual([
    true,
    false,
    [true],
  ])
  drafts.restore()
  expect([drafts.isHidden("account:new:picture"), [...files]]).toEqual([
    false,
    ["account:new:picture", "other"],
  ])
  drafts.throwAway(["account:new:picture"])
  tenSecondsPass()
  expect([...files]).toEqual(["other"])
  drafts.drop("other")
  expect([...files]).toEqual([])
})

test("brought back in time, every word is there, and the ten seconds take nothing", () => {
  const { drafts, told, tenSecondsPass } = world(page)
  drafts.throwAway(keys)
  drafts.restore()
  tenSecondsPass()
  expect(keys.map(drafts.get)).toEqual(["I lied.", "Often.", ""])
  expect(told).toEqual([true, false])
})

test("a lock or a crash before the ten seconds are over takes nothing", () => {
  const { drafts, disk, tenSecondsPass } = world(page)
  drafts.throwAway(keys)
  void drafts.close()
  tenSecondsPass()
  expect(disk.get("account:new:what")).toBe("I lied.")
})

test("a new page begun in its place ends the ten seconds, and keeps what is written now", () => {
  const { drafts, disk, told, tenSecondsPass } = world(page)
  drafts.throwAway(keys)
  drafts.set("account:new:what", "I told half of it.")
  expect(disk).toEqual(
    new Map([
      ["account:new:what", "I told half of it."],
      ["other", "stays"],
    ]),
  )
  drafts.restore()
  tenSecondsPass()
  expect([drafts.get("account:new:what"), told]).toEqual(["I told half of it.", [true, false]])
})

test("what another tab writes on a page within the ten seconds after it was thrown away here is not thrown away with it", () => {
  const { drafts, disk, told, files, tenSecondsPass } = world(page, ["account:new:what", "account:new:how"])
  drafts.throwAway(keys)
  disk.set("account:new:what", "I lied. And more, over there.")
  tenSecondsPass()
  expect(disk).toEqual(
    new Map([
      ["account:new:what", "I lied. And more, over there."],
      ["other", "stays"],
    ]),
  )
  expect([...files]).toEqual(["account:new:what"])
  expect([drafts.get("account:new:what"), told]).toEqual(["I lied. And more, over there.", [true, false]])
})

test("a second page thrown away lets the first one go; one without a word is nothing to bring back", () => {
  const { drafts, disk, told } = world(page)
  drafts.throwAway(["nothing"])
  expect(told).toEqual([])
  drafts.throwAway(["account:new:what"])
  drafts.throwAway(["account:new:how"])
  expect([disk.has("account:new:what"), disk.has("account:new:how")]).toEqual([false, true])
  drafts.restore()
  expect(drafts.get("account:new:how")).toBe("Often.")
})
