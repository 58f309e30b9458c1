import { Actions, Button, Form, Lead, Own, Sheet, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { Proposed } from "../inviting/invite-step.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { MoveMeans, NeedsSheet } from "./move-means.tsx"
import { useOwnPassphrase } from "./own-passphrase.tsx"

/** Where all would go, and what it means. */
export function AskedToMove({ address }: { readonly address: string }): VNode {
  const say = useSay<typeof en>()
  if (address === "") return <Lead>{say("app.asked-move-unnamed")}</Lead>
  return (
    <>
      <Lead>{say("app.asked-move-text")}</Lead>
      <Sheet label={say("app.asked-move-text")}>
        <Own>{address}</Own>
      </Sheet>
      <MoveMeans />
    </>
  )
}

/** Whoever picks up an open phone must not be able to say it: where there is a passphrase it is asked again. */
export function YesToMove(props: {
  readonly inner: Inner
  readonly one: Proposed
  readonly onNotNow: () => void
}): VNode {
  const { inner, one } = props
  const say = useSay<typeof en>()
  const { busy, trouble, field, attempt } = useOwnPassphrase(inner, {
    said: (because) => say(because === "wrong" ? "app.sheet-wrong" : "app.move-bad-failed"),
  })
  const agree = async (): Promise<void> => {
    await attempt((own) => inner.keeper.move(own, { ref: one.ref }))
  }
  const isReady = inner.snapshot.move?.ready === true && one.name !== ""
  return (
    <Form onSubmit={agree}>
      {!isReady && one.name !== "" && <NeedsSheet inner={inner} />}
      {isReady && field(say("app.move-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      <Actions>
        <Button kind="second" onPress={props.onNotNow}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy || !isReady}>
          {say("app.asked-yes-move")}
        </Button>
      </Actions>
    </Form>
  )
}
