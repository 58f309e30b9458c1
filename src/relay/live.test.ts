import { expect, test } from "vitest"
import { emptyLog, limits, toBase64url } from "#wire"
import { createLive } from "./live.ts"
import type { Live } from "./live.ts"
import { appending, putting, testRelay } from "./testing/asking.ts"
import { createKeys, noise, startLog } from "./testing/writer.ts"

const everybody = () => () => true

interface Ear {
  readonly heard: string[]
  readonly send: (text: string) => void
}

function ear(): Ear {
  const heard: string[] = []
  return { heard, send: (text) => heard.push(text) }
}

function watching(live: Live, topics: unknown): Ear {
  const one = ear()
  live.heard(one, typeof topics === "string" ? topics : JSON.stringify(topics))
  return one
}

test("who watches a log hears that there is news, and who watches another hears nothing", async () => {
  const relay = testRelay()
  const ben = await createKeys()
  const log = await startLog(ben)
  const near = watching(relay.live, { watch: [toBase64url(log.id)] })
  const far = watching(relay.live, { watch: [toBase64url(noise(32))] })
  await relay.fetch(appending(log.id, [log.genesis]))
  expect(near.heard.map((text) => (JSON.parse(text) as { seq: number }).seq)).toEqual([0])
  await relay.fetch(appending(log.id, [log.genesis]))
  expect(near.heard.length).toBe(1)
  expect(far.heard).toEqual([])
  relay.live.left(near)
  await relay.fetch(appending(log.id, [await log.content(ben)]))
  expect(near.heard.length).toBe(1)
})

test("who asks whether we are here is told so, alone, and goes on watching what they watched", async () => {
  const live = createLive(everybody)
  const name = noise(32)
  const near = watching(live, { watch: [toBase64url(name)] })
  const other = watching(live, { watch: [toBase64url(name)] })
  live.heard(near, '{"here":false}')
  expect([near.heard, other.heard]).toEqual([['{"here":true}'], []])
  live.news(emptyLog(name), { seq: 1, hash: noise(32) }, 1)
  expect([near.heard.length, other.heard.length]).toEqual([2, 1])
})

test("only who knows the invite hears of its mailbox", async () => {
  const relay = testRelay()
  const ben = await createKeys()
  const log = await startLog(ben)
  const { entry, invited } = await log.invite(ben)
  await relay.fetch(appending(log.id, [log.genesis, entry]))
  const [name, key] = [toBase64url(invited.H), toBase64url(invited.inviteId)]
  const ana = watching(relay.live, { mail: [`${name}.${key}`] })
  const guesser = watching(relay.live, { mail: [name, `${name}.`, `${name}.${toBase64url(noise(32))}`] })
  await relay.fetch(putting(invited, "request", noise(208)))
  expect(ana.heard).toEqual([JSON.stringify({ mail: name })])
  expect(guesser.heard).toEqual([])
})

test("a new list takes the place of the old one, and has an end", () => {
  const live = createLive(everybody)
  const names = Array.from({ length: limits.watched + 5 }, () => noise(32))
  const one = watching(live, { watch: names.map(toBase64url) })
  for (const name of names) live.news(emptyLog(name), { seq: 1, hash: noise(32) }, 1)
  expect(one.heard.length).toBe(limits.watched)
  live.heard(one, JSON.stringify({ watch: [] }))
  for (const name of names) live.news(emptyLog(name), { seq: 2, hash: noise(32) }, 1)
  expect(one.heard.length).toBe(limits.watched)
})

test("whatever a socket says, nothing throws, and what is no list of names changes nothing", () => {
  const live = createLive(everybody)
  const name = toBase64url(noise(32))
  const one = watching(live, { watch: [name] })
  const garbage = [
    "",
    "null",
    "[]",
    "7",
    "{",
    '{"watch":7}',
    '{"watch":{"length":1e9}}',
    '{"__proto__":{"watch":["x"]}}',
    `${"[".repeat(4000)}${"]".repeat(4000)}`,
    JSON.stringify({ watch: [null, 7, {}, "short", "ä".repeat(43)] }),
    JSON.stringify({ mail: [".", "..", `${name}.${name}`] }),
    "x".repeat(20_000),
    "\ud800",
  ]
  for (const text of garbage) expect(() => live.heard(ear(), text)).not.toThrow()
  for (const text of ["", "{", "x".repeat(20_000), "7"]) live.heard(one, text)
  live.news(emptyLog(noise(32)), { seq: 1, hash: noise(32) }, 1)
  expect(one.heard).toEqual([])
})
