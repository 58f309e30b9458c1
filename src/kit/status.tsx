import type { VNode } from "preact"
import { useEffect, useState } from "preact/hooks"

type Hear = (text: string) => void
const hearing = new Set<Hear>()

/** Says one short thing aloud, politely. Never a person's words: speech is heard by whoever is in the room (CARE §8). */
export function announce(text: string): void {
  for (const hear of hearing) hear(text)
}

/** The one live region of the page. `Frame` brings it. It is emptied first and filled a tick later, so that the same words twice are spoken twice. */
export function Status(): VNode {
  const [text, setText] = useState("")
  useEffect(() => {
    let tick: ReturnType<typeof setTimeout> | undefined
    const hear: Hear = (next) => {
      setText("")
      clearTimeout(tick)
      tick = setTimeout(() => setText(next), 60)
    }
    hearing.add(hear)
    return () => {
      hearing.delete(hear)
      clearTimeout(tick)
    }
  }, [])
  return (
    <div class="kit-unseen" role="status" aria-live="polite">
      {text}
    </div>
  )
}
