import type { Page } from "playwright-core"

/** Counting in the browser's own database costs the page next to nothing. */
export async function rowsOf(page: Page, name: string): Promise<number> {
  return page.evaluate(async (table) => {
    const ask = <T>(r: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        r.addEventListener("success", () => resolve(r.result))
        r.addEventListener("error", () => reject(r.error ?? new Error("refused")))
      })
    const [database] = await indexedDB.databases()
    const db = await ask(indexedDB.open(database?.name ?? ""))
    const rows = db.transaction("rows").objectStore("rows")
    let count = 0
    for (let after = ""; ;) {
      const key = await ask(rows.getKey(IDBKeyRange.lowerBound([after])))
      if (!Array.isArray(key)) break
      const here = typeof key[0] === "string" ? key[0] : ""
      if (here.endsWith(`/${table}`)) count += await ask(rows.count(IDBKeyRange.bound([here], [here, []])))
      after = `${here}\u0000`
    }
    db.close()
    return count
  }, name)
}
