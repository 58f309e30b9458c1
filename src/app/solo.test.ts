import { expect, test } from "vitest"
import { home, matters, stateOf } from "#practices"
import { heapOf } from "./testing/disks.ts"
import type { Disk } from "./testing/disks.ts"
import { enter, phone } from "./testing/people.ts"
import { honestRelay, noting } from "./testing/relays.ts"
import type { Asked } from "./testing/relays.ts"
import { clockFrom } from "./testing/people.ts"

const page = { title: "The money", mine: "i-did", what: "I hid a loan from Ana." }

test("what Ben keeps alone is there after the app was closed and opened again", async () => {
  const disk: Disk = new Map()
  const ben = await enter(phone({ disk }))
  await ben.keep("home.started", { start: "hurt", relation: "partner" })
  const kept = await ben.keep("matters.kept", page)
  const again = await enter(phone({ disk }))
  const { house, reader } = again.snapshot()
  expect(stateOf(house, matters).own.matters).toMatchObject([{ ref: kept.ref, title: "The money" }])
  expect(stateOf(house, home).own.start).toBe("hurt")
  expect(reader.own).not.toBe("")
  expect(reader.own).toBe(ben.snapshot().reader.own)
})

test("alone, nothing asks a relay for anything, and nothing readable lies on the disk", async () => {
  const disk: Disk = new Map()
  const asked: Asked[] = []
  const ben = await enter(phone({ disk, relay: noting(honestRelay(clockFrom()), asked) }))
  await ben.keep("matters.kept", page)
  ben.setDraft("account.write", "I lied about where the money went")
  await ben.flush()
  await ben.sync()
  expect(asked).toEqual([])
  const heap = Buffer.from(heapOf(disk))
  for (const words of ["hid a loan", "The money", "where the money went", "account.write", "matters.kept"]) {
    expect(heap.includes(Buffer.from(words, "utf8"))).toBe(false)
    expect(heap.includes(Buffer.from(words, "utf16le"))).toBe(false)
  }
})
