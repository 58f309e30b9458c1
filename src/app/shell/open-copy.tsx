import { Actions, Button, Field, FileField, Form, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { first } from "../words/first.ts"

type Brought = Awaited<ReturnType<Keeper["bringBack"]>>
type Refusal = Extract<Brought, { ok: false }>

/** A file and its passphrase, in a browser with nothing in it. */
export function OpenCopy(props: {
  readonly keeper: Keeper
  readonly onOpen: (session: Session) => Promise<void>
}): VNode {
  const say = useSay<typeof first>()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState("")
  const [busy, setBusy] = useState(false)
  const [aboutFile, setAboutFile] = useState<string | null>(null)
  const [aboutPhrase, setAboutPhrase] = useState<string | null>(null)
  const refused = (refusal: Refusal): void => {
    const isPhrase = refusal.because === "passphrase" || refusal.because === "slow-down"
    const said =
      refusal.because === "slow-down"
        ? say("app.lock-slow", { n: refusal.waitSeconds ?? 1 })
        : say(`app.back-${refusal.because}`)
    if (isPhrase) setAboutPhrase(said)
    else setAboutFile(said)
    announce(said)
  }
  const open = async (): Promise<void> => {
    if (busy) return
    setAboutFile(null)
    setAboutPhrase(null)
    if (file === null) return setAboutFile(say("app.back-no-file"))
    setBusy(true)
    announce(say("app.back-working"))
    // What can no longer be read where it lay is no fault of the copy.
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) {
      setBusy(false)
      return setAboutFile(say("app.back-unreadable"))
    }
    const brought = await props.keeper.bringBack(new Uint8Array(bytes), passphrase)
    if (brought.ok) return props.onOpen(brought.session)
    setBusy(false)
    setPassphrase("")
    refused(brought)
  }
  return (
    <Form onSubmit={open}>
      <Heading level={1}>{say("app.back-title")}</Heading>
      <Lead>{say("app.back-lead")}</Lead>
      <FileField
        label={say("app.back-file")}
        hint={say("app.back-file-hint")}
        onChose={setFile}
        {...(aboutFile === null ? {} : { error: aboutFile })}
      />
      <Field
        label={say("app.back-phrase")}
        type="password"
        autocomplete="current-password"
        value={passphrase}
        onInput={setPassphrase}
        {...(aboutPhrase === null ? {} : { error: aboutPhrase })}
      />
      {busy && <Text>{say("app.back-working")}</Text>}
      <Actions>
        <Button kind="main" type="submit" disabled={busy}>
          {say("app.back-go")}
        </Button>
      </Actions>
    </Form>
  )
}
