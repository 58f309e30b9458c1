import { expect, test } from "vitest"
import { rememberWhenIdle } from "./when.ts"

/** Waits that a test ends. */
function waits() {
  const pending: { readonly ms: number; readonly act: () => void }[] = []
  const later = (ms: number, act: () => void) => {
    const one = { ms, act }
    pending.push(one)
    return () => void pending.splice(pending.indexOf(one), pending.includes(one) ? 1 : 0)
  }
  const next = async (): Promise<number> => {
    const one = pending.shift()
    one?.act()
    for (let i = 0; i < 5; i += 1) await Promise.resolve()
    return one?.ms ?? 0
  }
  return { later, next, pending }
}

test("it is written once it is quiet, a little at a time until there is no more, and not after a stop", async () => {
  const { later, next, pending } = waits()
  let left = 2
  let asked = 0
  const remember = async (): Promise<boolean> => {
    asked += 1
    left -= 1
    return left > 0
  }
  const idle = rememberWhenIdle({ remember }, later)
  idle.plan()
  idle.plan()
  expect(pending.map(({ ms }) => ms)).toEqual([2000])
  expect([await next(), asked]).toEqual([2000, 1])
  expect([await next(), asked]).toEqual([100, 2])
  expect(pending).toEqual([])
  idle.plan()
  idle.stop()
  expect(pending).toEqual([])
  idle.plan()
  expect(pending).toEqual([])
})

test("a disk that refuses is asked another time, and nobody is told", async () => {
  const { later, next, pending } = waits()
  const idle = rememberWhenIdle({ remember: () => Promise.reject(new Error("storage full")) }, later)
  idle.plan()
  await next()
  expect(pending).toEqual([])
})
