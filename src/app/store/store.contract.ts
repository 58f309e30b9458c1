import type { Bytes } from "#wire"
import type { Store } from "./store.ts"

/** One promise of a store, as something that can be tried on any. Plain checks, so that a browser without a test runner can run them too. */
export interface Promised {
  readonly what: string
  readonly holds: (open: () => Promise<Store>) => Promise<boolean>
}

const bytes = (...values: number[]): Bytes => Uint8Array.from(values)
const text = (value: Bytes | null): string => (value === null ? "null" : value.join())

/** `open` gives a fresh, empty store the first time, and the same rows each further time. */
export const storeContract: readonly Promised[] = [
  {
    what: "a row that was never written is null",
    holds: async (open) => (await (await open()).get("t", "k")) === null,
  },
  {
    what: "what was put is there, byte for byte, and after opening again",
    holds: async (open) => {
      const all = Uint8Array.from({ length: 256 }, (_, i) => i)
      await (await open()).batch([{ op: "put", table: "t", key: "k", value: all }])
      return text(await (await open()).get("t", "k")) === text(all)
    },
  },
  {
    what: "one table does not see another's rows, even with the same key",
    holds: async (open) => {
      const store = await open()
      await store.batch([
        { op: "put", table: "a", key: "k", value: bytes(1) },
        { op: "put", table: "b", key: "k", value: bytes(2) },
        { op: "put", table: "ab", key: "k", value: bytes(3) },
      ])
      const rows = await store.list("a")
      return (
        text(await store.get("b", "k")) === "2" && rows.length === 1 && text(rows[0]?.value ?? null) === "1"
      )
    },
  },
  {
    what: "a list comes in the order of its keys, from a key on, and no longer than asked",
    holds: async (open) => {
      const store = await open()
      const keys = ["b", "aa", "c", "a", "-", "Z", "_"]
      await store.batch(keys.map((key) => ({ op: "put", table: "t", key, value: bytes(1) })))
      const names = async (from?: string, limit?: number): Promise<string> =>
        (await store.list("t", from, limit)).map((r) => r.key).join(" ")
      const whole = keys.toSorted((x, y) => (x < y ? -1 : 1)).join(" ")
      return (await names()) === whole && (await names("aa")) === "aa b c" && (await names("a", 2)) === "a aa"
    },
  },
  {
    what: "a batch puts and deletes, the last word on a row counts, and a row that is not there can be deleted",
    holds: async (open) => {
      const store = await open()
      await store.batch([
        { op: "put", table: "t", key: "x", value: bytes(1) },
        { op: "delete", table: "t", key: "nothing" },
        { op: "put", table: "t", key: "x", value: bytes(2) },
        { op: "put", table: "t", key: "y", value: bytes(3) },
        { op: "delete", table: "t", key: "y" },
      ])
      return text(await store.get("t", "x")) === "2" && (await store.get("t", "y")) === null
    },
  },
  {
    what: "batches begun one after the other land in that order",
    holds: async (open) => {
      const store = await open()
      const all = Array.from({ length: 20 }, (_, i) =>
        store.batch([{ op: "put", table: "t", key: "k", value: bytes(i) }]),
      )
      const outcomes = await Promise.all(all)
      return outcomes.every((o) => o.ok) && text(await store.get("t", "k")) === "19"
    },
  },
  {
    what: "changing the bytes that were given, or those that came back, changes no row",
    holds: async (open) => {
      const store = await open()
      const given = bytes(1, 2, 3)
      await store.batch([{ op: "put", table: "t", key: "k", value: given }])
      given.fill(9)
      ;(await store.get("t", "k"))?.fill(9)
      ;(await store.list("t"))[0]?.value.fill(9)
      return text(await store.get("t", "k")) === "1,2,3"
    },
  },
  {
    what: "a table is counted, and cleared in its turn: no other table loses a row, and what is put after stays",
    holds: async (open) => {
      const store = await open()
      const put = (table: string, key: string) => ({ op: "put", table, key, value: bytes(1) }) as const
      await store.batch([put("a", "x"), put("a", "y"), put("ab", "x"), put("", "x")])
      const before = await store.count("a")
      await store.batch([put("a", "z"), { op: "clear", table: "a" }, put("a", "w")])
      const counts = [await store.count("a"), await store.count("ab"), await store.count("")]
      return before === 2 && counts.join() === "1,1,1" && (await store.get("a", "w")) !== null
    },
  },
  {
    what: "an empty batch is done",
    holds: async (open) => (await (await open()).batch([])).ok,
  },
]
