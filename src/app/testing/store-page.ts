import { browserDeps } from "../browser.ts"
import { createKeeper } from "../door/keeper.ts"
import type { Session } from "../session/session.ts"
import { openIndexedDb } from "../store/indexed-db.ts"
import { storeContract } from "../store/store.contract.ts"

// For e2e/store.spec.ts: the store's contract in a real browser's own database, and a keeper with all a browser gives it, without screens.

let databases = 0

async function broken(): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { what, holds } of storeContract) {
    databases += 1
    const name = `contract-${String(databases)}`
    const open = async () => {
      const opened = await openIndexedDb(name)
      if (!opened.ok) throw new Error(opened.error.type)
      return opened.value
    }
    if (!(await holds(open))) failed.push(what)
  }
  return failed
}

const keeper = createKeeper(browserDeps())
let session: Session | null = null

/** Opens what is there, or begins. Returns what the keeper said of itself. */
async function enter(passphrase: string | null): Promise<string> {
  const state = await keeper.state()
  if (state === "fresh") session = await keeper.begin()
  else {
    const answer = await keeper.unlock(passphrase)
    if (!answer.ok) return answer.because
    session = answer.session
  }
  return typeof state === "string" ? state : state.because
}

/** One key after the other, as fast as a quick typist; resolves at the last key. */
async function type(key: string, text: string): Promise<void> {
  for (let end = 1; end <= text.length; end += 1) {
    session?.setDraft(key, text.slice(0, end))
    if (end % 8 === 0) await new Promise((done) => setTimeout(done, 4))
  }
}

const page = {
  broken,
  promised: storeContract.length,
  enter,
  type,
  draft: (key: string): string => session?.draft(key) ?? "",
  setPassphrase: (passphrase: string) => keeper.setPassphrase(passphrase),
  lock: () => keeper.lock(),
  keep: async (title: string) => {
    await session?.keep("matters.kept", { title, mine: "unsure", what: "" })
  },
  own: (): string => JSON.stringify(session?.snapshot().house.own),
  forget: () => keeper.forgetEverything(null),
  databases: async (): Promise<number> => (await indexedDB.databases()).length,
}
export type StorePage = typeof page
Reflect.set(globalThis, "storePage", page)
