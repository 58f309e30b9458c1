import { useLayoutEffect, useRef, useState } from "preact/hooks"

export interface OwnValue {
  readonly now: string
  readonly typed: (text: string) => void
}

/**
 * What is typed belongs to the text field. A value that comes back from outside is written into it only when it is news: never while it is an echo,
 * even a late one, of what was typed, since writing would throw away the undo list, the caret and a half-made character.
 */
export function useOwnValue(area: { readonly current: HTMLTextAreaElement | null }, value: string): OwnValue {
  const [now, setNow] = useState(value)
  const seen = useRef(value)
  const echoes = useRef<readonly string[]>([])
  // Only at first: later values come through the second effect, which knows an echo from news.
  useLayoutEffect(() => {
    if (area.current !== null && area.current.value !== value) area.current.value = value
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // The field itself never changes while it is drawn.
  useLayoutEffect(() => {
    if (value === seen.current) return
    seen.current = value
    const echo = echoes.current.lastIndexOf(value)
    if (echo >= 0) {
      echoes.current = echoes.current.slice(echo + 1)
      return
    }
    echoes.current = []
    if (area.current !== null && area.current.value !== value) area.current.value = value
    setNow(value)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [value])
  return {
    now,
    typed: (text) => {
      // More than a second's typing never waits for its echo; a longer list would only keep private text in memory.
      echoes.current = [...echoes.current, text].slice(-50)
      setNow(text)
    },
  }
}
