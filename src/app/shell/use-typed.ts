import { useState } from "preact/hooks"
import type { Session } from "../session/session.ts"

export interface Typed {
  readonly text: string
  readonly write: (text: string) => void
  /** It is done with what was typed. */
  readonly drop: () => void
}

/** A field of the app's own pages: written down from the first key, like the pages of the rooms. It begins with what lies there, or else with this. */
export function useTyped(session: Session, what: string, begun = ""): Typed {
  const key = `typed.${what}`
  const [text, setText] = useState(() => session.draft(key) || begun)
  return {
    text,
    write: (next) => {
      setText(next)
      session.setDraft(key, next)
    },
    drop: () => session.dropDraft(key),
  }
}
