import type { Session } from "../session/session.ts"

type Drafts = Pick<Session, "draft" | "setDraft" | "dropDraft" | "throwAwayDrafts" | "restoreDrafts">

/** What lies begun on a made-up desk, in memory alone. `onThrown`: something was thrown away, or brought back. */
export function createDrafts(
  begun: Readonly<Record<string, string>>,
  sample: ((key: string) => string) | undefined,
  onThrown: () => void,
): Drafts {
  const drafts = new Map(Object.entries(begun))
  let thrown: ReadonlyMap<string, string> = new Map()
  return {
    draft: (key) => drafts.get(key) ?? sample?.(key) ?? "",
    setDraft: (key, text) => void drafts.set(key, text),
    dropDraft: (key) => void drafts.delete(key),
    throwAwayDrafts: (keys) => {
      thrown = new Map(keys.map((key) => [key, drafts.get(key) ?? ""]))
      for (const key of keys) drafts.delete(key)
      onThrown()
    },
    restoreDrafts: () => {
      for (const [key, text] of thrown) drafts.set(key, text)
      onThrown()
    },
  }
}
