import { Actions, Button, Check, Field, Form, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { NotWrittenAgain } from "../moving/write-again.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useTrying } from "./trying.ts"

type OfCode = Extract<NotWrittenAgain, `code-${string}`>

function isOfCode(because: string): because is OfCode {
  return because.startsWith("code-")
}

/** The code of the sheet, where a copy was opened: this browser becomes a device of its person again. */
export function WriteAgainPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const to = inner.snapshot.move?.to ?? null
  const [code, setCode] = useState("")
  const [isGone, setGone] = useState(false)
  const { busy, trouble, attempt } = useTrying<NotWrittenAgain>({
    working: say("app.again-working"),
    said: (because) => {
      if (because === "elsewhere") return say("app.again-elsewhere", { address: to ?? "" })
      if (because === "wrong") return say("app.again-failed")
      return say(isOfCode(because) ? `app.return-${because}` : `app.again-${because}`)
    },
  })
  const write = async (): Promise<void> => {
    const done = await attempt(() => inner.session.recovery.writeAgain(code, isGone))
    if (done !== null) inner.way.go({ at: "returned" })
  }
  return (
    <Form onSubmit={write}>
      <Heading level={1}>{say("app.again")}</Heading>
      <Lead>{say("app.again-lead")}</Lead>
      {to === null ? (
        <Text>{say("app.again-sheet")}</Text>
      ) : (
        <>
          <Text>{say("app.again-elsewhere", { address: to })}</Text>
          <Check
            label={say("app.again-gone")}
            hint={say("app.again-gone-hint")}
            checked={isGone}
            onChange={setGone}
          />
        </>
      )}
      <Field
        label={say("app.return-code")}
        hint={say("app.return-code-hint")}
        value={code}
        onInput={setCode}
        whole
        {...(trouble === null ? {} : { error: trouble })}
      />
      {busy && <Text>{say("app.again-working")}</Text>}
      <Actions>
        <Button kind="second" onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy || (to !== null && !isGone)}>
          {say("app.again")}
        </Button>
      </Actions>
    </Form>
  )
}
