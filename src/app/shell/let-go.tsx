import { Actions, Button, Form, Text, announce, useSay } from "#kit"
import type { ComponentChildren, VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useOwnPassphrase } from "./own-passphrase.tsx"

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
  const { busy, trouble, field, attempt } = useOwnPassphrase(inner, {
    said: (because) => say(because === "wrong" ? "app.sheet-wrong" : "app.people-go-failed"),
  })
  const letGo = async (): Promise<void> => {
    const done = await attempt((own) =>
      id === undefined ? inner.keeper.letOthersGo(own) : inner.keeper.letGo(own, id),
    )
    const said = id === undefined ? "app.people-going" : "app.people-one-going"
    if (done !== null) announce(say(goesOnElsewhere(inner) ? "app.people-elsewhere" : said))
  }
  return (
    <Form onSubmit={letGo}>
      {field(say("app.people-go-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      <Actions>
        {props.children}
        <Button kind="second" type="submit" disabled={busy}>
          {label}
        </Button>
      </Actions>
    </Form>
  )
}

/** Everybody agreed to go on at another server: what is shared is changed there, and no more here. */
export function goesOnElsewhere({ snapshot }: Inner): boolean {
  return (snapshot.move?.to ?? null) !== null
}
