import { expect, test } from "vitest"
import { toRow } from "./rows.ts"
import type { Disk } from "../store/memory.ts"
import { memoryStore } from "../store/memory.ts"
import { heapOf } from "../testing/disks.ts"
import { flipped } from "../testing/malice.ts"
import { toolsOf } from "../testing/people.ts"
import { openVault } from "./vault.ts"
import type { Table } from "./vault.ts"

const t = toolsOf()
const key = t.random(32)
const tables: readonly Table[] = ["drafts", "desk", "queue", "private", "shared"]

async function filled() {
  const disk: Disk = new Map()
  const vault = await openVault(t, memoryStore(disk), "me", key)
  for (const table of tables)
    await vault.write([
      { op: "put", table, name: "account.write", value: toRow({ table, words: "I lied to Ana" }) },
    ])
  return { disk, vault }
}
const only = (disk: Disk, table: Table): [string, Uint8Array<ArrayBuffer>] => {
  const row = [...(disk.get(`me/${table}`) ?? [])][0]
  if (row === undefined) throw new Error("no row")
  return row
}

test("5: a row with any one bit turned does not open, and is told apart from a row that was never there", async () => {
  const { disk, vault } = await filled()
  const [name, row] = only(disk, "drafts")
  for (let bit = 0; bit < row.length * 8; bit += 1) {
    disk.get("me/drafts")?.set(name, flipped(row, bit))
    expect(await vault.get("drafts", "account.write")).toEqual({ ok: false, error: { type: "damaged" } })
  }
  disk.get("me/drafts")?.set(name, row)
  expect((await vault.get("drafts", "account.write")).ok).toBe(true)
  expect(await vault.get("drafts", "another")).toEqual({ ok: true, value: null })
})

test("4: a row moved to another table, another key or another profile opens nowhere but where it was written", async () => {
  const { disk, vault } = await filled()
  for (const from of tables) {
    for (const to of tables) {
      const [, row] = only(disk, from)
      const [name, there] = only(disk, to)
      disk.get(`me/${to}`)?.set(name, row)
      expect((await vault.get(to, "account.write")).ok, `${from} to ${to}`).toBe(from === to)
      expect((await vault.list(to)).damaged).toBe(from === to ? 0 : 1)
      disk.get(`me/${to}`)?.set(name, there)
    }
  }
  const [, row] = only(disk, "drafts")
  disk.get("me/drafts")?.set("another-key", row)
  expect(await vault.list("drafts")).toMatchObject({ damaged: 1, rows: [{ name: "account.write" }] })
  disk.set("you/drafts", new Map(disk.get("me/drafts")))
  const other = await openVault(t, memoryStore(disk), "you", key)
  expect((await other.list("drafts")).rows).toEqual([])
})

test("neither words nor names of rows lie on the disk, and the same words twice look different", async () => {
  const { disk, vault } = await filled()
  const heap = Buffer.from(heapOf(disk))
  for (const words of ["I lied to Ana", "account.write", "words"]) expect(heap.includes(words)).toBe(false)
  const [, first] = only(disk, "drafts")
  await vault.write([
    {
      op: "put",
      table: "drafts",
      name: "account.write",
      value: toRow({ table: "drafts", words: "I lied to Ana" }),
    },
  ])
  const [, second] = only(disk, "drafts")
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
})

test("another key opens nothing and finds nothing", async () => {
  const { disk } = await filled()
  const other = await openVault(t, memoryStore(disk), "me", t.random(32))
  expect(await other.get("drafts", "account.write")).toEqual({ ok: true, value: null })
  expect(await other.list("drafts")).toEqual({ rows: [], damaged: 1 })
})

test("closed, it opens nothing; a write begun right before still reaches the disk, sealed", async () => {
  const { disk, vault } = await filled()
  const writing = vault.write([{ op: "put", table: "drafts", name: "last", value: toRow("the last words") }])
  vault.close()
  await expect(vault.write([])).rejects.toThrow("locked")
  await expect(vault.get("drafts", "last")).rejects.toThrow("locked")
  await expect(vault.list("drafts")).rejects.toThrow("locked")
  expect((await writing).ok).toBe(true)
  const again = await openVault(t, memoryStore(disk), "me", key)
  expect(await again.get("drafts", "last")).toEqual({ ok: true, value: toRow("the last words") })
})

test("moved to a new key, all rows open under it and none under the old one; what is written meanwhile goes along", async () => {
  const { disk, vault } = await filled()
  const next = t.random(32)
  const moving = vault.moveTo(next, [])
  const meanwhile = vault.write([
    { op: "put", table: "drafts", name: "meanwhile", value: toRow("typed while it moved") },
  ])
  expect((await moving).ok).toBe(true)
  await meanwhile
  const under = async (k: typeof key): Promise<number> => {
    const opened = await openVault(t, memoryStore(disk), "me", k)
    return (await Promise.all(tables.map((table) => opened.list(table)))).reduce(
      (n, list) => n + list.rows.length,
      0,
    )
  }
  expect(await under(next)).toBe(6)
  expect(await under(key)).toBe(0)
  expect((await vault.list("drafts")).rows).toHaveLength(2)
})

test("what another tab types while everything is sealed anew is moved along, up to the very end of it", async () => {
  const { disk } = await filled()
  const store = memoryStore(disk)
  const other = await openVault(t, memoryStore(disk), "me", key)
  let last = ""
  const list: typeof store.list = async (table, ...of) => {
    const rows = await store.list(table, ...of)
    if (table === "me/drafts") return rows
    last = `typed while ${table} was read`
    await other.write([{ op: "put", table: "drafts", name: "late", value: toRow(last) }])
    return rows
  }
  const vault = await openVault(t, { ...store, list }, "me", key)
  await vault.moveTo(t.random(32), [])
  expect(last).not.toBe("")
  expect(await vault.get("drafts", "late")).toEqual({ ok: true, value: toRow(last) })
})
