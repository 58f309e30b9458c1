import { announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { en } from "../words/en.ts"

export interface Refused<B extends string> {
  readonly ok: false
  readonly because: B | "wrong" | "slow-down"
  readonly waitSeconds?: number
}

interface Trying {
  readonly busy: boolean
  /** Said beside the field of one's own passphrase. */
  readonly refusal: string | null
  /** Said below the form. */
  readonly trouble: string | null
}

export interface Tried<B extends string> {
  /** Said aloud while it takes a moment. */
  readonly working?: string
  readonly said: (because: B | "wrong" | "failed") => string
}

/** What every form has that may be refused: one try at a time; whatever it throws counts as "failed"; too many tries are said everywhere alike. */
export function useTrying<B extends string>(
  of: Tried<B>,
): Trying & {
  /** Null: it was refused, and that has been said. */
  readonly attempt: <T extends { readonly ok: true }>(act: () => Promise<T | Refused<B>>) => Promise<T | null>
} {
  const say = useSay<typeof en>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  return {
    busy,
    refusal,
    trouble,
    attempt: async (act) => {
      if (busy) return null
      setBusy(true)
      setRefusal(null)
      setTrouble(null)
      if (of.working !== undefined) announce(of.working)
      const done = await act().catch(() => ({ ok: false as const, because: "failed" as const }))
      setBusy(false)
      if (done.ok) return done
      const { because } = done
      const waitSeconds = "waitSeconds" in done ? done.waitSeconds : undefined
      const said = because === "slow-down" ? say("app.lock-slow", { n: waitSeconds ?? 1 }) : of.said(because)
      if (because === "wrong" || because === "slow-down") setRefusal(said)
      else setTrouble(said)
      announce(said)
      return null
    },
  }
}
