import { Actions, Button, Form, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { copiesAfter, copiesRow } from "../copy/copies.ts"
import { fileName } from "../export/export-download.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { NewPassphraseFields, useNewPassphrase } from "./new-passphrase.tsx"
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
  const chosen = useNewPassphrase()
  const { busy, trouble, field, save } = useSaving(inner, {
    name,
    working: say("app.copy-working"),
    done: say("app.copy-done", { name }),
    make: (own) => inner.keeper.keepCopy(own ?? chosen.first),
    said: (because) => say(`app.copy-${because}`),
    onSaved: props.onSaved,
  })
  const saveNow = async (): Promise<void> => {
    if (busy || (!asks && chosen.take() === null)) return
    await save()
  }
  return (
    <Form onSubmit={saveNow}>
      <Text>{say(asks ? "app.copy-phrase-own" : "app.copy-phrase-new")}</Text>
      {field(say("app.copy-field-own")) ?? (
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
    </Form>
  )
}
