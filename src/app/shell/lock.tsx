import {
  Actions,
  Button,
  ExitButton,
  Field,
  Form,
  Frame,
  Heading,
  Lead,
  Text,
  announce,
  useFocusOnHeading,
  useSay,
} from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"
import { HelpWords } from "./help.tsx"

export type Opened =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: "wrong" | "slow-down"; readonly waitSeconds?: number }

/** The closed page. The same picture whatever is behind it (CARE A11). The help page can be read without opening anything (E1). */
export function LockPage(props: {
  readonly asks: boolean
  /** Closed because a passphrase was set in another tab. */
  readonly isMoved: boolean
  readonly onOpen: (passphrase: string | null) => Promise<Opened>
  readonly onExit: () => void
}): VNode {
  const say = useSay<typeof first>()
  const [passphrase, setPassphrase] = useState("")
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Exclude<Opened, { ok: true }> | null>(null)
  const [helping, setHelping] = useState(false)
  useFocusOnHeading(helping ? "help" : "lock")
  const open = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    setTrouble(null)
    if (props.asks) announce(say("app.lock-working"))
    const answer = await props.onOpen(props.asks ? passphrase : null)
    if (answer.ok) return
    setBusy(false)
    setPassphrase("")
    setTrouble(answer)
    announce(inWords(answer))
  }
  const inWords = (answer: Exclude<Opened, { ok: true }>): string =>
    answer.because === "wrong" ? say("app.lock-wrong") : say("app.lock-slow", { n: answer.waitSeconds ?? 1 })
  const exit = <ExitButton label={say("app.leave")} onExit={props.onExit} />
  if (helping)
    return (
      <Frame where={say("app.back")} onBack={() => setHelping(false)} exit={exit}>
        <Heading level={1}>{say("app.help-title")}</Heading>
        <Lead>{say("app.help-lead")}</Lead>
        <HelpWords />
      </Frame>
    )
  return (
    <Frame where={say("app.name")} exit={exit}>
      <Heading level={1}>{say("app.lock-title")}</Heading>
      {props.isMoved && <Text>{say("app.other-tab")}</Text>}
      <Form onSubmit={open}>
        {props.asks && (
          <Field
            label={say("app.lock-passphrase")}
            type="password"
            autocomplete="current-password"
            value={passphrase}
            onInput={setPassphrase}
            {...(trouble === null ? {} : { error: inWords(trouble) })}
          />
        )}
        {busy && props.asks && <Text>{say("app.lock-working")}</Text>}
        <Actions>
          <Button kind="main" type="submit" disabled={busy}>
            {say("app.lock-open")}
          </Button>
        </Actions>
      </Form>
      <Button kind="quiet" onPress={() => setHelping(true)}>
        {say("app.help-title")}
      </Button>
    </Frame>
  )
}
