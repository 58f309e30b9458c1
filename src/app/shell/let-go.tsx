import { Actions, Button, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { ComponentChildren, VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { OwnPassphrase } from "./own-passphrase.tsx"
import { useTrying } from "./trying.ts"

/** Lets this person's other devices go, or one of them. Where there is a passphrase it is asked again: whoever picks up an open phone must not be able to. */
export function LetGo(props: {
  readonly inner: Inner
  readonly label: string
  /** Left out: all of them. */
  readonly id?: string
  /** The other answer, beside it. */
  readonly children?: ComponentChildren
}): VNode {
  const { inner, label, id } = props
  const say = useSay<typeof en>()
  const asks = inner.snapshot.hasPassphrase
  const [own, setOwn] = useState("")
  const { busy, refusal, trouble, attempt } = useTrying({
    said: (because) => say(because === "wrong" ? "app.sheet-wrong" : "app.people-go-failed"),
  })
  const letGo = async (): Promise<void> => {
    const done = await attempt(() =>
      id === undefined
        ? inner.keeper.letOthersGo(asks ? own : null)
        : inner.keeper.letGo(asks ? own : null, id),
    )
    setOwn("")
    const said = id === undefined ? "app.people-going" : "app.people-one-going"
    if (done !== null) announce(say(goesOnElsewhere(inner) ? "app.people-elsewhere" : said))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void letGo()
      }}
    >
      {asks && (
        <OwnPassphrase label={say("app.people-go-own")} value={own} onInput={setOwn} refusal={refusal} />
      )}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      <Actions>
        {props.children}
        <Button kind="second" type="submit" disabled={busy}>
          {label}
        </Button>
      </Actions>
    </form>
  )
}

/** Everybody agreed to go on at another server: what is shared is changed there, and no more here. */
export function goesOnElsewhere({ snapshot }: Inner): boolean {
  return (snapshot.move?.to ?? null) !== null
}
