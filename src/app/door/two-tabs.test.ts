import { bad } from "#wire"
import { expect, test } from "vitest"
import { memoryStore } from "../store/memory.ts"
import { enter, phone, quickStretch } from "../testing/people.ts"
import { tabsOf } from "../testing/tabs.ts"

const page = (title: string) => ({ title, mine: "unsure", what: "" })
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

test("two tabs that set a passphrase in the same moment: one of them does, the other says that it did not, and no page is lost", async () => {
  const tabs = tabsOf()
  const [one, other] = [tabs.open(), tabs.open()]
  const first = await enter(one)
  await first.keep("matters.kept", page("Still here"))
  await enter(other)
  tabs.setHeard(false)
  const [set, late] = await Promise.allSettled([
    one.setPassphrase("words of one"),
    other.setPassphrase("words of the other"),
  ])
  expect([set.status, late.status]).toEqual(["fulfilled", "rejected"])
  const again = await enter(phone({ disk: tabs.disk }), "words of one")
  expect(JSON.stringify(again.snapshot().house.own)).toContain("Still here")
})

test("a passphrase that could not be set, because the disk could not be read, leaves everything as it was: what is typed next is written", async () => {
  const tabs = tabsOf()
  const store = memoryStore(tabs.disk)
  let isSick = false
  const list: typeof store.list = (...of) =>
    isSick ? Promise.reject(new Error("the disk did not answer")) : store.list(...of)
  const ana = tabs.open({ openStore: async () => ({ ok: true, value: { ...store, list } }) })
  const session = await enter(ana)
  isSick = true
  await expect(ana.setPassphrase("right words")).rejects.toThrow()
  isSick = false
  session.setDraft("x", "typed after")
  await session.flush()
  await session.keep("matters.kept", page("Kept after"))
  const again = await enter(phone({ disk: tabs.disk }))
  expect(again.draft("x")).toBe("typed after")
  expect(JSON.stringify(again.snapshot().house.own)).toContain("Kept after")
})

test("a tab that opens in the very moment another one sets a passphrase does not open empty: it is asked for", async () => {
  for (const isAt of ["reading who is here", "reading what was typed"] as const) {
    const tabs = tabsOf()
    const one = tabs.open()
    await (await enter(one)).keep("matters.kept", page("Still here"))
    const store = memoryStore(tabs.disk)
    const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const where = isAt === "reading who is here" ? /^device$/ : /drafts$/
    let isHeld = false
    const list: typeof store.list = async (table, ...of) => {
      const rows = await store.list(table, ...of)
      if (isHeld && where.test(table)) {
        reached.resolve()
        await go.promise
      }
      return rows
    }
    const other = tabs.open({ openStore: async () => ({ ok: true, value: { ...store, list } }) })
    expect(await other.state()).toBe("open-without-passphrase")
    isHeld = true
    const opening = other.unlock(null)
    await reached.promise
    await one.setPassphrase("right words")
    isHeld = false
    go.resolve()
    expect(await opening, isAt).toEqual({ ok: false, because: "wrong" })
    const opened = await other.unlock("right words")
    if (!opened.ok) throw new Error(opened.because)
    expect(JSON.stringify(opened.session.snapshot().house.own)).toContain("Still here")
  }
})

test("what is typed in one tab while another sets a passphrase is there when it is opened with it", async () => {
  for (const isHeard of [true, false]) {
    const tabs = tabsOf()
    const [one, other] = [tabs.open(), tabs.open()]
    await enter(one)
    const writing = await enter(other)
    writing.setDraft("x", "I lied")
    await writing.flush()
    tabs.setHeard(isHeard)
    await one.setPassphrase("right words")
    writing.setDraft("x", "I lied about the money")
    await writing.flush()
    await pause(20)
    // The page that shows it closes.
    expect(writing.snapshot().isStale).toBe(true)
    await writing.flush()
    other.lock()
    expect(writing.draft("x")).toBe("")
    const opened = await other.unlock("right words")
    if (!opened.ok) throw new Error(opened.because)
    expect(opened.session.draft("x")).toBe("I lied about the money")
    await opened.session.flush()
    expect((await enter(phone({ disk: tabs.disk }), "right words")).draft("x")).toBe("I lied about the money")
  }
})

test("two who share a browser set a passphrase in the same moment: each opens their own afterwards", async () => {
  const tabs = tabsOf()
  const [one, other] = [tabs.open(), tabs.open()]
  await (await one.begin()).keep("matters.kept", page("Ana's page"))
  await (await other.begin()).keep("matters.kept", page("Another page"))
  await Promise.all([one.setPassphrase("words of Ana"), other.setPassphrase("words of another")])
  const anas = await enter(phone({ disk: tabs.disk }), "words of Ana")
  const others = await enter(phone({ disk: tabs.disk }), "words of another")
  expect(JSON.stringify(anas.snapshot().house.own)).toContain("Ana's page")
  expect(JSON.stringify(others.snapshot().house.own)).toContain("Another page")
})

test("what a closed tab still holds of what was typed goes to nobody else's pages, and is gone when the page is left", async () => {
  const tabs = tabsOf()
  const [one, other] = [tabs.open(), tabs.open()]
  await enter(one)
  const writing = await enter(other)
  await one.setPassphrase("right words")
  writing.setDraft("x", "only hers")
  await pause(20)
  other.lock()
  // The way out closes once more.
  other.lock()
  const opened = await other.unlock("right words")
  if (!opened.ok) throw new Error(opened.because)
  expect(opened.session.draft("x")).toBe("")
})

test("a tab whose keys are of yesterday locks at once, whatever was typed last", async () => {
  const tabs = tabsOf()
  const [one, other] = [tabs.open(), tabs.open()]
  await (await enter(one)).keep("matters.kept", page("Gone from memory"))
  const writing = await enter(other)
  await one.setPassphrase("right words")
  await pause(20)
  writing.setDraft("x", "typed last")
  await writing.flush()
  other.lock()
  expect(JSON.stringify(writing.snapshot())).not.toContain("Gone from memory")
})

test("a full disk says so once more, and is tried again, also when it answers with a defect", async () => {
  const tabs = tabsOf()
  const store = memoryStore(tabs.disk)
  let how: "well" | "full" | "broken" = "well"
  const batch: typeof store.batch = async (ops) => {
    if (how === "broken") throw new Error("the disk did not answer")
    return how === "full" ? bad({ type: "full" }) : store.batch(ops)
  }
  const session = await enter(
    tabs.open({ openStore: async () => ({ ok: true, value: { ...store, batch } }) }),
  )
  how = "broken"
  session.setDraft("x", "not lost")
  await session.flush()
  expect(session.snapshot().storageRefuses).toBe(true)
  how = "well"
  await session.flush()
  expect((await enter(phone({ disk: tabs.disk }))).draft("x")).toBe("not lost")
})

test("a passphrase that is being stretched when the page is locked is not set", async () => {
  const tabs = tabsOf()
  let go: () => void = () => undefined
  const held = new Promise<void>((done) => (go = done))
  const ana = tabs.open({
    stretch: async (...of) => {
      await held
      return quickStretch(...of)
    },
  })
  const session = await enter(ana)
  session.setDraft("x", "typed before")
  const setting = ana.setPassphrase("right words")
  ana.lock()
  go()
  await expect(setting).rejects.toThrow("locked")
  expect((await enter(tabs.open())).draft("x")).toBe("typed before")
})

test("locked while it is being opened, it does not open", async () => {
  const tabs = tabsOf()
  await (await enter(tabs.open())).keep("matters.kept", page("Only behind the lock"))
  const store = memoryStore(tabs.disk)
  const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const list: typeof store.list = async (table, ...of) => {
    if (table.endsWith("drafts")) {
      reached.resolve()
      await go.promise
    }
    return store.list(table, ...of)
  }
  const ana = tabs.open({ openStore: async () => ({ ok: true, value: { ...store, list } }) })
  const opening = ana.unlock(null)
  await reached.promise
  ana.lock()
  go.resolve()
  expect(await opening).toMatchObject({ ok: false })
  await expect(ana.saveCopy(null, null)).rejects.toThrow("locked")
})
