import type { Page } from "playwright-core"

/** Every row of this origin's databases, as the text its bytes make: what somebody finds who opens the browser's storage. */
export function rowsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result))
        request.addEventListener("error", () => reject(new Error("the database does not answer")))
      })
    const inText = (value: unknown): string => {
      if (value instanceof Uint8Array) return String.fromCodePoint(...value)
      if (value instanceof ArrayBuffer) return inText(new Uint8Array(value))
      if (typeof value === "object" && value !== null) return Object.values(value).map(inText).join(" ")
      return String(value)
    }
    const found: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ""))
      for (const store of db.objectStoreNames)
        for (const row of await done(db.transaction(store).objectStore(store).getAll()))
          found.push(inText(row))
      db.close()
    }
    return found
  })
}
