import { bad, good } from "#wire"
import type { Bytes } from "#wire"
import { expect, test } from "vitest"
import { openVault } from "../keeping/vault.ts"
import type { Vault } from "../keeping/vault.ts"
import { memoryStore } from "../store/memory.ts"
import type { Disk } from "../store/memory.ts"
import { mortalStore } from "../testing/disks.ts"
import { enter, phone, toolsOf } from "../testing/people.ts"
import { openDrafts } from "./drafts.ts"

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const realLater = {
  later: (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

test("a text is read back at once, and stands on the disk within 300 ms of the last key", async () => {
  const disk: Disk = new Map()
  const ana = await enter(phone({ disk, more: realLater }))
  for (let i = 1; i <= 40; i += 1) {
    ana.setDraft("account.write", "I lied about the money. ".repeat(i))
    await pause(5)
  }
  expect(ana.draft("account.write")).toHaveLength(24 * 40)
  await pause(300)
  const again = await enter(phone({ disk }))
  expect(again.draft("account.write")).toBe("I lied about the money. ".repeat(40))
})

test("hide and lock right after the last key: the text is whole behind the lock", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk, more: realLater })
  const ana = await enter(keeper)
  await keeper.setPassphrase("right words")
  ana.setDraft("account.write", "half a sen")
  await pause(90)
  ana.setDraft("account.write", "half a sentence, and the other half")
  keeper.lock()
  await pause(50)
  const again = await enter(phone({ disk }), "right words")
  expect(again.draft("account.write")).toBe("half a sentence, and the other half")
})

test("an older wording never lands on a newer one, however the writes overlap", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const ana = await enter(keeper)
  for (let i = 0; i < 50; i += 1) {
    ana.setDraft("x", `wording ${String(i)}`)
    void ana.flush()
  }
  await ana.flush()
  expect((await enter(phone({ disk }))).draft("x")).toBe("wording 49")
})

test("killed at any write, what stands is one whole wording, never half of one", async () => {
  for (let at = 1; at <= 6; at += 1) {
    const disk: Disk = new Map()
    await enter(phone({ disk }))
    const store = mortalStore(disk, { at, after: at % 2 === 0 })
    const ana = await enter(phone({ store }))
    for (let i = 0; i < 8; i += 1) {
      ana.setDraft("x", `wording ${String(i)}`)
      await Promise.race([ana.flush(), store.died])
    }
    const text = (await enter(phone({ disk }))).draft("x")
    expect(text === "" || /^wording [0-7]$/.test(text), text).toBe(true)
  }
})

test("a dropped draft is gone from the disk too", async () => {
  const disk: Disk = new Map()
  const ana = await enter(phone({ disk }))
  ana.setDraft("x", "words")
  await ana.flush()
  ana.dropDraft("x")
  await ana.flush()
  expect((await enter(phone({ disk }))).draft("x")).toBe("")
})

test("a full disk loses no text: it stays in memory, and is written once there is room", async () => {
  const disk: Disk = new Map()
  const store = memoryStore(disk)
  let isFull = false
  const ana = await enter(
    phone({ store: { ...store, batch: async (ops) => (isFull ? bad({ type: "full" }) : store.batch(ops)) } }),
  )
  await ana.keep("matters.kept", { title: "x", mine: "unsure", what: "" })
  isFull = true
  ana.setDraft("x", "words in a full house")
  await ana.flush()
  await expect(ana.keep("matters.kept", { title: "y", mine: "unsure", what: "" })).rejects.toThrow("full")
  expect(ana.draft("x")).toBe("words in a full house")
  isFull = false
  await ana.flush()
  await ana.keep("matters.kept", { title: "z", mine: "unsure", what: "" })
  const again = await enter(phone({ disk }))
  expect(again.draft("x")).toBe("words in a full house")
  expect(JSON.stringify(again.snapshot().house.own)).toContain('"z"')
})

test("locked while the disk is full: what was typed is there when it is opened again, and is written once there is room", async () => {
  for (const isFlushed of [true, false]) {
    const disk: Disk = new Map()
    const store = memoryStore(disk)
    let isFull = false
    const keeper = phone({
      store: { ...store, batch: async (ops) => (isFull ? bad({ type: "full" }) : store.batch(ops)) },
    })
    const ana = await enter(keeper)
    await keeper.setPassphrase("right words")
    ana.setDraft("x", "before")
    await ana.flush()
    isFull = true
    ana.setDraft("x", "words in a full house")
    if (isFlushed) await ana.flush()
    ana.setDraft("y", "and the last ones")
    keeper.lock()
    expect(ana.draft("x")).toBe("")
    const opened = await keeper.unlock("right words")
    if (!opened.ok) throw new Error(opened.because)
    const texts = [opened.session.draft("x"), opened.session.draft("y")]
    expect(texts).toEqual(["words in a full house", "and the last ones"])
    isFull = false
    await opened.session.flush()
    const again = await enter(phone({ disk }), "right words")
    expect([again.draft("x"), again.draft("y")]).toEqual(texts)
  }
})

test("locked with a long text on its way that finds no room, and a short one behind it that does: both are there when it is opened again", async () => {
  const disk: Disk = new Map()
  const store = memoryStore(disk)
  const batch: typeof store.batch = async (ops) =>
    ops.some((op) => op.op === "put" && op.value.length > 10_000) ? bad({ type: "full" }) : store.batch(ops)
  const keeper = phone({ store: { ...store, batch } })
  const ana = await enter(keeper)
  const long = "I lied about the money. ".repeat(800)
  ana.setDraft("x", long)
  void ana.flush()
  ana.setDraft("y", "short")
  keeper.lock()
  const again = await enter(keeper)
  expect([again.draft("x"), again.draft("y")]).toEqual([long, "short"])
})

test("what another tab wrote while this one was locked is not set back by what this one had written before", async () => {
  const disk: Disk = new Map()
  const keeper = phone({ disk })
  const ana = await enter(keeper)
  ana.setDraft("x", "first")
  keeper.lock()
  await pause(20)
  const tab = await enter(phone({ disk }))
  expect(tab.draft("x")).toBe("first")
  tab.setDraft("x", "first and second")
  await tab.flush()
  expect((await enter(keeper)).draft("x")).toBe("first and second")
})

test("another tab wrote while two wordings were on their way to the disk, one behind the other: what was typed last stays", async () => {
  const rows = new Map<string, Bytes>()
  const landings: (() => void)[] = []
  const list = async (): ReturnType<Vault["list"]> => ({
    rows: [...rows].map(([name, value]) => ({ name, value })),
    damaged: 0,
  })
  const write: Vault["write"] = async (ops, after) => {
    await after
    await new Promise<void>((done) => landings.push(done))
    for (const op of ops) if (op.op === "put") rows.set(op.name, op.value)
    return good(null)
  }
  const drafts = await openDrafts({
    tools: { decodeUtf8: (bytes) => new TextDecoder().decode(bytes) },
    vault: { list, write } as unknown as Vault,
    later: () => () => undefined,
    onRefused: () => undefined,
  })
  drafts.set("x", "first")
  void drafts.flush()
  await pause(1)
  const refreshed = drafts.refresh()
  drafts.set("x", "first and second")
  const last = drafts.flush()
  await pause(1)
  landings.shift()?.()
  await pause(1)
  expect(drafts.get("x")).toBe("first and second")
  landings.shift()?.()
  expect(await refreshed).toBe(false)
  await last
  expect(drafts.get("x")).toBe("first and second")
})

test("two looks at what other tabs wrote, one within the other, do not bring back an older wording of what was typed between them", async () => {
  const disk: Disk = new Map()
  const store = memoryStore(disk)
  const looks: (() => void)[] = []
  let isSlow = false
  const list: typeof store.list = async (...of) => {
    const rows = await store.list(...of)
    if (isSlow) await new Promise<void>((done) => looks.push(done))
    return rows
  }
  const vault = await openVault(toolsOf(), { ...store, list }, "me", new Uint8Array(32))
  const drafts = await openDrafts({
    tools: toolsOf(),
    vault,
    later: () => () => undefined,
    onRefused: () => undefined,
  })
  drafts.set("x", "first")
  await drafts.flush()
  isSlow = true
  const look = drafts.refresh()
  await pause(1)
  drafts.set("x", "first and second")
  await drafts.flush()
  const within = drafts.refresh()
  await pause(1)
  looks.shift()?.()
  expect(await look).toBe(false)
  expect(drafts.get("x")).toBe("first and second")
  await pause(1)
  looks.shift()?.()
  expect(await within).toBe(false)
  expect(drafts.get("x")).toBe("first and second")
})
