import { home, stateOf } from "#practices"
import { useMemo, useRef, useState } from "preact/hooks"
import type { Session } from "../session/session.ts"

export type Question = "only-read" | "in-touch" | "never" | "safety" | "server"

export interface GateState {
  readonly asking: Question | null
  /** Asks what has not been asked yet before a first sending or invitation. False: the person chose not to. */
  readonly pass: (withInvite: boolean) => Promise<boolean>
  readonly answer: (question: Question, yes: boolean) => Promise<void>
  /** Left unanswered, as if it had not been asked. */
  readonly close: () => void
}

/** Which private question is still open, in this order (METHOD §1.8, CARE C3, D1). Asked once each; "no" can be changed. */
export function nextQuestion(session: Session, withInvite: boolean): Question | null {
  const snapshot = session.snapshot()
  if (snapshot.copied?.onlyRead === true) return "only-read"
  const { own } = stateOf(snapshot.house, home)
  if (own.inTouch === "no") return "never"
  if (own.inTouch === null) return "in-touch"
  if (!own.safetySeen) return "safety"
  if (withInvite && !snapshot.together && !own.serverSeen) return "server"
  return null
}

export function useGate(session: Session): GateState {
  const [asking, setAsking] = useState<Question | null>(null)
  const waiting = useRef<{ readonly withInvite: boolean; readonly end: (passed: boolean) => void } | null>(
    null,
  )
  return useMemo(() => {
    const goOn = (): void => {
      const open = waiting.current
      if (open === null) return
      const next = nextQuestion(session, open.withInvite)
      setAsking(next)
      if (next === null) finish(true)
    }
    const finish = (passed: boolean): void => {
      const open = waiting.current
      waiting.current = null
      setAsking(null)
      open?.end(passed)
    }
    return {
      asking,
      pass: (withInvite) =>
        new Promise<boolean>((end) => {
          waiting.current?.end(false)
          waiting.current = { withInvite, end }
          goOn()
        }),
      answer: async (question, yes) => {
        if (question === "in-touch") await session.keep("home.in-touch", { answer: yes ? "yes" : "no" })
        if (question === "never" && yes) await session.keep("home.in-touch", { answer: "yes" })
        if (question === "safety" && yes) await session.keep("home.safety-seen", {})
        if (question === "server" && yes) await session.keep("home.server-seen", {})
        if (!yes && question !== "in-touch") finish(false)
        else goOn()
      },
      close: () => finish(false),
    }
  }, [session, asking])
}
