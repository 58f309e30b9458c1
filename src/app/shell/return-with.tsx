import { Actions, Button, Field, Form, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { first } from "../words/first.ts"

/** The code of a sheet, typed in a browser with nothing in it. A wrong sign is said beside the field, and what was typed stays. */
export function ReturnWith(props: {
  readonly keeper: Keeper
  readonly onOpen: (session: Session) => Promise<void>
}): VNode {
  const say = useSay<typeof first>()
  const [code, setCode] = useState("")
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const comeBack = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    announce(say("app.return-working"))
    const back = await props.keeper.returnWith(code)
    if (back.ok) return props.onOpen(back.session)
    setBusy(false)
    const said = say(`app.return-${back.because}`)
    setRefusal(said)
    announce(said)
  }
  return (
    <Form onSubmit={comeBack}>
      <Heading level={1}>{say("app.return-title")}</Heading>
      <Lead>{say("app.return-lead")}</Lead>
      <Field
        label={say("app.return-code")}
        hint={say("app.return-code-hint")}
        value={code}
        onInput={setCode}
        whole
        {...(refusal === null ? {} : { error: refusal })}
      />
      {busy && <Text>{say("app.return-working")}</Text>}
      <Actions>
        <Button kind="main" type="submit" disabled={busy}>
          {say("app.return-go")}
        </Button>
      </Actions>
    </Form>
  )
}
