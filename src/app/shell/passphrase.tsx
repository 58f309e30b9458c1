import { Actions, Button, Field, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

const shortest = 8

export function PassphrasePage({ inner }: { readonly inner: Inner }): VNode {
  return <PassphraseForm inner={inner} onEnd={inner.way.back} />
}

export function PassphraseForm(props: { readonly inner: Inner; readonly onEnd: () => void }): VNode {
  const { inner, onEnd } = props
  const say = useSay<typeof en>()
  const [first, setFirst] = useState("")
  const [second, setSecond] = useState("")
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState(false)
  const short = [...first].length < shortest
  const differ = first !== second
  const set = async (): Promise<void> => {
    setTried(true)
    if (busy || short || differ) return
    setBusy(true)
    setFailed(false)
    try {
      await inner.keeper.setPassphrase(first)
    } catch {
      setFailed(true)
      return setBusy(false)
    }
    announce(say("app.passphrase-was-set"))
    onEnd()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void set()
      }}
    >
      <Heading level={1}>{say("app.passphrase-title")}</Heading>
      <Lead>{say("app.passphrase-lead")}</Lead>
      <Field
        label={say("app.passphrase-field")}
        type="password"
        autocomplete="new-password"
        value={first}
        onInput={setFirst}
        {...(tried && short ? { error: say("app.passphrase-short") } : {})}
      />
      <Field
        label={say("app.passphrase-again")}
        type="password"
        autocomplete="new-password"
        value={second}
        onInput={setSecond}
        {...(tried && !short && differ ? { error: say("app.passphrase-differ") } : {})}
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
    </form>
  )
}
