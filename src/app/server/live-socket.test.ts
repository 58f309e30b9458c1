import { expect, test } from "vitest"
import { listen } from "./live-socket.ts"
import type { Listening, SocketLike } from "./live-socket.ts"

// A socket that dies without a word, in a time that a test moves. The real one, through a network that goes silent: e2e/sleep.spec.ts.

interface FakeSocket extends SocketLike {
  readonly said: string[]
  isClosed: boolean
  readonly tell: (type: "open" | "message" | "close", data?: string) => void
}
interface World {
  readonly sockets: FakeSocket[]
  readonly last: () => FakeSocket
  readonly news: () => number
  readonly pass: (ms: number) => void
  readonly ear: Listening
}

function fakeSocket(): FakeSocket {
  const listeners: { readonly type: string; readonly act: (event: { readonly data?: unknown }) => void }[] =
    []
  const one: FakeSocket = {
    said: [],
    isClosed: false,
    send: (text) => one.said.push(text),
    close: () => (one.isClosed = true),
    addEventListener: (type, act) => listeners.push({ type, act }),
    tell: (type, data) =>
      listeners.forEach((l) => l.type === type && l.act(data === undefined ? {} : { data })),
  }
  return one
}

function world(topics: () => Promise<string> = async () => "topics"): World {
  let at = 0
  let news = 0
  let timers: { readonly due: number; readonly act: () => void }[] = []
  const sockets: FakeSocket[] = []
  const ear = listen({
    open: () => {
      const one = fakeSocket()
      sockets.push(one)
      return one
    },
    topics,
    onNews: () => (news += 1),
    random: () => Uint8Array.of(255),
    later: (ms, act) => {
      const timer = { due: at + ms, act }
      timers.push(timer)
      return () => (timers = timers.filter((t) => t !== timer))
    },
  })
  const pass = (ms: number): void => {
    const end = at + ms
    for (;;) {
      const next = timers.toSorted((a, b) => a.due - b.due)[0]
      if (next === undefined || next.due > end) break
      timers = timers.filter((t) => t !== next)
      at = next.due
      next.act()
    }
    at = end
  }
  return { sockets, ear, pass, news: () => news, last: () => sockets.at(-1) ?? fakeSocket() }
}

const ask = '{"here":false}'
const answer = '{"here":true}'

test("it says what it watches, looks for what came before and once more when that is heard, and then at every hint, but not at an answer", async () => {
  const { last, news, pass } = world()
  last().tell("open")
  await new Promise((done) => setTimeout(done, 0))
  expect(last().said).toEqual(["topics", ask])
  expect(news()).toBe(1)
  // The list has arrived; what came between the look and now was told to nobody here.
  last().tell("message", answer)
  expect(news()).toBe(2)
  last().tell("message", '{"log":"x"}')
  expect(news()).toBe(3)
  pass(25_000)
  expect(last().said).toEqual(["topics", ask, ask])
  last().tell("message", answer)
  expect(news()).toBe(3)
})

test("one that could not be told what to listen to is not kept deaf: another is opened, with pauses that grow, until one hears", async () => {
  let isSignedIn = false
  const { sockets, last, pass } = world(async () =>
    isSignedIn ? "topics" : Promise.reject(new Error("off")),
  )
  const pauses: number[] = []
  for (let n = 0; n < 9; n += 1) {
    last().tell("open")
    await new Promise((done) => setTimeout(done, 0))
    expect(last().isClosed).toBe(true)
    const before = sockets.length
    let waited = 0
    for (; sockets.length === before; waited += 500) pass(500)
    pauses.push(waited)
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  isSignedIn = true
  last().tell("open")
  await new Promise((done) => setTimeout(done, 0))
  expect(last().said).toEqual(["topics", ask])
  last().tell("message", answer)
  // Having heard, it begins again with the shortest pause.
  last().tell("close")
  const before = sockets.length
  pass(1000)
  expect(sockets.length).toBe(before + 1)
})

test("one that answers is kept for hours", () => {
  const { sockets, last, pass } = world()
  last().tell("open")
  for (let n = 0; n < 500; n += 1) {
    pass(25_000)
    last().tell("message", answer)
  }
  expect(sockets.length).toBe(1)
})

test("one that says nothing any more is let go and another opened, which looks for what was missed", () => {
  const { sockets, last, news, pass } = world()
  last().tell("open")
  pass(25_000 + 10_000)
  expect([sockets[0]?.isClosed, sockets.length]).toEqual([true, 1])
  pass(1000)
  expect(sockets.length).toBe(2)
  last().tell("open")
  expect(news()).toBe(2)
  // The dead one's late words count for nothing.
  sockets[0]?.tell("message", '{"log":"x"}')
  sockets[0]?.tell("close")
  expect([news(), sockets.length]).toEqual([2, 2])
})

test("one that never opens is let go too; the pauses grow to a minute, and coming back shortens them to none", () => {
  const { sockets, ear, pass } = world()
  pass(11_000)
  expect(sockets.length).toBe(2)
  pass(20 * 60_000)
  const tries = sockets.length
  expect(tries).toBeLessThan(30)
  pass(69_000)
  expect(sockets.length - tries).toBeLessThanOrEqual(1)
  while (sockets.at(-1)?.isClosed === false) pass(1000)
  const before = sockets.length
  ear.wake()
  expect(sockets.length).toBe(before + 1)
  ear.wake()
  expect(sockets.length).toBe(before + 1)
})

test("when the page comes back, what is open is asked at once, and has four seconds", () => {
  const { sockets, last, ear, pass } = world()
  last().tell("open")
  ear.wake()
  expect(last().said.at(-1)).toBe(ask)
  last().tell("message", answer)
  pass(20_000)
  expect(sockets.length).toBe(1)
  ear.wake()
  pass(4000 + 1000)
  expect(sockets.length).toBe(2)
})

test("stopped, it opens nothing more", () => {
  const { sockets, last, ear, pass } = world()
  last().tell("open")
  ear.stop()
  last().tell("close")
  ear.wake()
  pass(600_000)
  expect([sockets.length, last().isClosed]).toEqual([1, true])
})
