import { Actions, Button, Field, Form, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { fileName } from "../export/export-download.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { SavePlace, useSaving } from "./saving.tsx"

const shortest = 8

/** One file with what is one's own and what was shared. It says where that will lie before it is made. */
export function SaveCopyPage({
  inner,
  which,
}: {
  readonly inner: Inner
  /** "other": what the server showed instead, and nothing else. */
  readonly which: "all" | "other"
}): VNode {
  const say = useSay<typeof en>()
  const name = fileName(inner.moment.day, which === "other" ? 2 : 1)
  const [saved, setSaved] = useState(false)
  return (
    <>
      <Heading level={1}>{say(which === "other" ? "app.other-save" : "app.save-copy")}</Heading>
      <Lead>{say(which === "other" ? "app.other-save-lead" : "app.save-copy-lead")}</Lead>
      {which === "other" ? <Text>{say("app.other-save-also")}</Text> : <WhatIsInIt inner={inner} />}
      <SavePlace name={name} />
      {saved ? (
        <>
          <Text>{say("app.save-copy-done", { name })}</Text>
          <Actions>
            <Button kind="main" onPress={inner.way.back}>
              {say("app.done")}
            </Button>
          </Actions>
        </>
      ) : (
        <SaveCopyForm inner={inner} which={which} name={name} onSaved={() => setSaved(true)} />
      )}
    </>
  )
}

function WhatIsInIt({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.save-copy-whole")}</Text>
      <Text>{say("app.save-copy-not")}</Text>
      <Text>{say("app.save-copy-other")}</Text>
      <Button kind="quiet" onPress={() => inner.way.go({ at: "keep-copy" })}>
        {say("app.copy")}
      </Button>
    </>
  )
}

function SaveCopyForm(props: {
  readonly inner: Inner
  readonly which: "all" | "other"
  readonly name: string
  readonly onSaved: () => void
}): VNode {
  const { inner, name } = props
  const say = useSay<typeof en>()
  const [first, setFirst] = useState("")
  const [second, setSecond] = useState("")
  const [tried, setTried] = useState(false)
  const short = first !== "" && [...first].length < shortest
  const differ = first !== second
  const { busy, trouble, field, save } = useSaving(inner, {
    name,
    working: say("app.save-copy-working"),
    done: say("app.save-copy-done", { name }),
    make: (own) =>
      inner.keeper.saveCopy(
        own,
        first === "" ? null : first,
        ...(props.which === "other" ? (["other"] as const) : []),
      ),
    said: (because) => (because === "wrong" ? say("app.lock-wrong") : say(`app.save-copy-${because}`)),
    onSaved: props.onSaved,
  })
  const saveNow = async (): Promise<void> => {
    setTried(true)
    if (busy || short || differ) return
    await save()
  }
  return (
    <Form onSubmit={saveNow}>
      {field(say("app.save-copy-own"))}
      <Field
        label={say("app.save-copy-file")}
        hint={say("app.save-copy-file-hint")}
        type="password"
        autocomplete="new-password"
        value={first}
        onInput={setFirst}
        {...(tried && short ? { error: say("app.passphrase-short") } : {})}
      />
      {first !== "" && (
        <Field
          label={say("app.save-copy-again")}
          type="password"
          autocomplete="new-password"
          value={second}
          onInput={setSecond}
          {...(tried && !short && differ ? { error: say("app.passphrase-differ") } : {})}
        />
      )}
      {trouble !== null && <Text>{trouble}</Text>}
      {busy && <Text>{say("app.save-copy-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.save-copy-go")}
        </Button>
      </Actions>
    </Form>
  )
}
