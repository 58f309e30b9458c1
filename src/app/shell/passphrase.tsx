import { Actions, Button, Form, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { NewPassphraseFields, useNewPassphrase } from "./new-passphrase.tsx"

export function PassphrasePage({ inner }: { readonly inner: Inner }): VNode {
  return <PassphraseForm inner={inner} onEnd={inner.way.back} />
}

export function PassphraseForm(props: { readonly inner: Inner; readonly onEnd: () => void }): VNode {
  const { inner, onEnd } = props
  const say = useSay<typeof en>()
  const chosen = useNewPassphrase()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const set = async (): Promise<void> => {
    const passphrase = chosen.take()
    if (busy || passphrase === null) return
    setBusy(true)
    setFailed(false)
    try {
      await inner.keeper.setPassphrase(passphrase)
    } catch {
      setFailed(true)
      return setBusy(false)
    }
    announce(say("app.passphrase-was-set"))
    onEnd()
  }
  return (
    <Form onSubmit={set}>
      <Heading level={1}>{say("app.passphrase-title")}</Heading>
      <Lead>{say("app.passphrase-lead")}</Lead>
      <NewPassphraseFields
        of={chosen}
        label={say("app.passphrase-field")}
        again={say("app.passphrase-again")}
      />
      {busy && <Text>{say("app.passphrase-working")}</Text>}
      {failed && <Text tone="clay">{say("app.passphrase-failed")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={onEnd}>
          {say("app.passphrase-later")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.passphrase-set")}
        </Button>
      </Actions>
    </Form>
  )
}
