import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { OwnPassphrase } from "./own-passphrase.tsx"
import { useTrying } from "./trying.ts"

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
  const [passphrase, setPassphrase] = useState("")
  const asks = inner.snapshot.hasPassphrase
  const { busy, refusal, trouble, attempt } = useTrying({
    working: say("app.forget-working"),
    said: (because) => say(because === "wrong" ? "app.lock-wrong" : "app.forget-failed"),
  })
  const why = refusal ?? trouble
  const forget = async (): Promise<void> => {
    const done = await attempt(() => inner.keeper.forgetEverything(asks ? passphrase : null))
    if (done !== null) return inner.onForgot()
    setPassphrase("")
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void forget()
      }}
    >
      {asks && (
        <OwnPassphrase
          label={say("app.forget-passphrase")}
          value={passphrase}
          onInput={setPassphrase}
          refusal={why}
        />
      )}
      {!asks && why !== null && <Text tone="clay">{why}</Text>}
      {busy && <Text>{say("app.forget-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.forget-sure")}
        </Button>
      </Actions>
    </form>
  )
}
