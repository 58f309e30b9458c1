import { Actions, Button, Field, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { ComponentChildren, VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** Lets this person's other devices go. Where there is a passphrase it is asked again: whoever picks up an open phone must not be able to. */
export function LetGo(props: {
  readonly inner: Inner
  readonly label: string
  /** The other answer, beside it. */
  readonly children?: ComponentChildren
}): VNode {
  const { inner, label } = props
  const say = useSay<typeof en>()
  const asks = inner.snapshot.hasPassphrase
  const [own, setOwn] = useState("")
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const letGo = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const done = await inner.keeper.letOthersGo(asks ? own : null)
    setBusy(false)
    setOwn("")
    if (done.ok) return announce(say("app.people-going"))
    const said =
      done.because === "slow-down"
        ? say("app.lock-slow", { n: done.waitSeconds ?? 1 })
        : say("app.sheet-wrong")
    setRefusal(said)
    announce(said)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void letGo()
      }}
    >
      {asks && (
        <Field
          label={say("app.people-go-own")}
          type="password"
          autocomplete="current-password"
          value={own}
          onInput={setOwn}
          {...(refusal === null ? {} : { error: refusal })}
        />
      )}
      <Actions>
        {props.children}
        <Button kind="second" type="submit" disabled={busy}>
          {label}
        </Button>
      </Actions>
    </form>
  )
}
