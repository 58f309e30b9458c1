import { Actions, Button, Form, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useOwnPassphrase } from "./own-passphrase.tsx"

/** Everything of this site on this device, with the second tap and the passphrase where there is one (CARE A14). What it cannot reach is said before. */
export function ForgetPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { going } = inner.snapshot
  const isStillHere = going?.here === true && !going.closed && going.others > 0
  return (
    <>
      <Heading level={1}>{say("app.forget-title")}</Heading>
      <Lead>{say("app.forget-lead")}</Lead>
      <Heading level={2}>{say("app.forget-not-title")}</Heading>
      {inner.snapshot.together && <Text>{say("app.forget-not-shared")}</Text>}
      <Text>{say("app.forget-not-server")}</Text>
      <Text>{say("app.forget-not-files")}</Text>
      <Text>{say("app.forget-not-history")}</Text>
      {isStillHere && (
        <>
          <Text>{say("app.forget-still-here")}</Text>
          <Button kind="quiet" onPress={() => inner.way.go({ at: "going" })}>
            {say("app.going")}
          </Button>
        </>
      )}
      <ForgetForm inner={inner} />
    </>
  )
}

function ForgetForm({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { busy, trouble, field, attempt } = useOwnPassphrase(inner, {
    working: say("app.forget-working"),
    said: (because) => say(because === "wrong" ? "app.lock-wrong" : "app.forget-failed"),
  })
  const forget = async (): Promise<void> => {
    const done = await attempt((own) => inner.keeper.forgetEverything(own))
    if (done !== null) inner.onForgot()
  }
  return (
    <Form onSubmit={forget}>
      {field(say("app.forget-passphrase"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      {busy && <Text>{say("app.forget-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.forget-sure")}
        </Button>
      </Actions>
    </Form>
  )
}
