import { Field, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"

const shortest = 8

export interface NewPassphrase {
  readonly first: string
  readonly second: string
  readonly onFirst: (text: string) => void
  readonly onSecond: (text: string) => void
  /** Said only after a first try: nobody is corrected while they type. */
  readonly wrong: "short" | "differ" | null
  /** Null while it is none yet; then the reason is shown. */
  readonly take: () => string | null
}

/** A passphrase that is chosen: typed twice, eight characters at least. */
export function useNewPassphrase(): NewPassphrase {
  const [first, setFirst] = useState("")
  const [second, setSecond] = useState("")
  const [tried, setTried] = useState(false)
  const wrong = [...first].length < shortest ? "short" : first === second ? null : "differ"
  const take = (): string | null => {
    setTried(true)
    return wrong === null ? first : null
  }
  return { first, second, onFirst: setFirst, onSecond: setSecond, wrong: tried ? wrong : null, take }
}

export function NewPassphraseFields(props: {
  readonly of: NewPassphrase
  readonly label: string
  readonly again: string
}): VNode {
  const say = useSay<typeof en>()
  const { of, label, again } = props
  return (
    <>
      <Field
        label={label}
        type="password"
        autocomplete="new-password"
        value={of.first}
        onInput={of.onFirst}
        {...(of.wrong === "short" ? { error: say("app.passphrase-short") } : {})}
      />
      <Field
        label={again}
        type="password"
        autocomplete="new-password"
        value={of.second}
        onInput={of.onSecond}
        {...(of.wrong === "differ" ? { error: say("app.passphrase-differ") } : {})}
      />
    </>
  )
}
