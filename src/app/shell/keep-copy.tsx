import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { copiesAfter, copiesRow } from "../copy/copies.ts"
import { fileName } from "../export-download.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { NewPassphraseFields, useNewPassphrase } from "./new-passphrase.tsx"
import { OwnPassphrase } from "./own-passphrase.tsx"
import { SavePlace, useSaving } from "./saving.tsx"

/** One file to come back with. What it is not for stands beside it: the other file is for showing. */
export function KeepCopyPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const name = fileName(inner.moment.day)
  const [saved, setSaved] = useState(false)
  const onSaved = (): void => {
    const { session, moment } = inner
    session.setDraft(copiesRow, copiesAfter(session.draft(copiesRow), moment.day))
    setSaved(true)
  }
  return (
    <>
      <Heading level={1}>{say("app.copy")}</Heading>
      <Lead>{say("app.copy-lead")}</Lead>
      {saved ? (
        <>
          <Text>{say("app.copy-done", { name })}</Text>
          <Text>{say("app.copy-reader")}</Text>
          <Actions>
            <Button kind="main" onPress={inner.way.back}>
              {say("app.done")}
            </Button>
          </Actions>
        </>
      ) : (
        <>
          <Text>{say("app.copy-in")}</Text>
          <Text>{say("app.copy-not")}</Text>
          <Text>{say("app.copy-show")}</Text>
          <Button kind="quiet" onPress={() => inner.way.go({ at: "save-copy" })}>
            {say("app.save-copy")}
          </Button>
          <SavePlace name={name} />
          <Text>{say("app.copy-reader")}</Text>
          <Heading level={2}>{say("app.copy-phrase-title")}</Heading>
          <KeepCopyForm inner={inner} name={name} onSaved={onSaved} />
        </>
      )}
    </>
  )
}

function KeepCopyForm(props: {
  readonly inner: Inner
  readonly name: string
  readonly onSaved: () => void
}): VNode {
  const { inner, name } = props
  const say = useSay<typeof en>()
  const asks = inner.snapshot.hasPassphrase
  const [own, setOwn] = useState("")
  const chosen = useNewPassphrase()
  const { busy, refusal, trouble, save } = useSaving({
    name,
    working: say("app.copy-working"),
    done: say("app.copy-done", { name }),
    make: (passphrase: string) => inner.keeper.keepCopy(passphrase),
    said: (because) => say(`app.copy-${because}`),
    onSaved: props.onSaved,
  })
  const saveNow = async (): Promise<void> => {
    const passphrase = asks ? own : chosen.take()
    if (busy || passphrase === null) return
    await save(passphrase)
    setOwn("")
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void saveNow()
      }}
    >
      <Text>{say(asks ? "app.copy-phrase-own" : "app.copy-phrase-new")}</Text>
      {asks ? (
        <OwnPassphrase label={say("app.copy-field-own")} value={own} onInput={setOwn} refusal={refusal} />
      ) : (
        <NewPassphraseFields of={chosen} label={say("app.copy-field")} again={say("app.copy-field-again")} />
      )}
      {trouble !== null && <Text>{trouble}</Text>}
      {busy && <Text>{say("app.copy-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.copy-go")}
        </Button>
      </Actions>
    </form>
  )
}
