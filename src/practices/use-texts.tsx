import { useRef, useState } from "preact/hooks"

export interface Drafting {
  readonly draft: (key: string) => string
  readonly setDraft: (key: string, text: string) => void
  readonly dropDraft: (key: string) => void
}
export type Texts<P extends string> = Readonly<Record<P, string>>
export interface Page<P extends string> {
  readonly texts: Texts<P>
  readonly write: (part: P, text: string) => void
  /** As `dropping`. */
  readonly dropping: () => () => void
}

/** The drafts of one page, one for each part: what the last key left, whatever happened after it. */
export function draftsOf<P extends string>(
  desk: Drafting,
  key: string,
  parts: readonly P[],
): { readonly texts: Texts<P>; readonly begun: boolean } {
  const pairs = parts.map((part) => [part, desk.draft(`${key}:${part}`)] as const)
  const texts = Object.fromEntries(pairs) as Record<P, string>
  return { texts, begun: pairs.some(([, text]) => text !== "") }
}

/** Nothing was written on the page since it was kept: no draft lies there, or the draft says the same, since a lock came before it could be put away. */
export function isAsKept<P extends string>(
  desk: Drafting,
  key: string,
  parts: readonly P[],
  kept: Texts<P>,
): boolean {
  const { texts, begun } = draftsOf(desk, key, parts)
  return !begun || parts.every((part) => texts[part] === kept[part])
}

/**
 * Called with what is kept or sent: gives what takes the drafts of the page away once that is done. What somebody wrote on it meanwhile, here or in another tab,
 * was not in it: then the page stays whole, begun.
 */
export function dropping(desk: Drafting, key: string, parts: readonly string[]): () => void {
  const { texts: before } = draftsOf(desk, key, parts)
  return () => {
    const { texts: now } = draftsOf(desk, key, parts)
    if (parts.some((part) => now[part] !== before[part])) return
    for (const part of parts) desk.dropDraft(`${key}:${part}`)
  }
}

/** A page in parts, written into drafts from the first key. It begins with its drafts, or else with what was kept before. */
export function useTexts<P extends string>(
  desk: Drafting,
  key: string,
  parts: readonly P[],
  kept: Texts<P> | null,
): Page<P> {
  const [texts, setTexts] = useState<Texts<P>>(() => {
    const drafts = draftsOf(desk, key, parts)
    return drafts.begun || kept === null ? drafts.texts : kept
  })
  const { texts: now, begun } = draftsOf(desk, key, parts)
  const last = useRef(now)
  // Another tab wrote on this page: what stands here is its words, or the next key would write over them.
  if (begun && parts.some((part) => now[part] !== last.current[part])) {
    last.current = now
    setTexts(now)
  }
  const write = (part: P, text: string): void => {
    const next: Texts<P> = { ...texts, [part]: text }
    setTexts(next)
    last.current = next
    // All parts at once: a page begun from what was kept must not lose the parts nobody touched.
    for (const each of parts) desk.setDraft(`${key}:${each}`, next[each])
  }
  return { texts, write, dropping: () => dropping(desk, key, parts) }
}
