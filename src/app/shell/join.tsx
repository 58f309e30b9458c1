import { Actions, Button, Field, Form, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { InvitePage } from "./invite.tsx"
import { fragmentOf } from "./link.ts"
import { setAwaited, setComparedUpTo } from "./settings.ts"
import { useTyped } from "./use-typed.ts"

/** For the one who was sent a link: who runs this server, the safety page, a name, and only then "Join" (LEDGER, INVITE 1; CARE C3). */
export function JoinPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { text: name, write, drop } = useTyped(inner.session, "my-name", inner.snapshot.people.me)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [pasted, setPasted] = useState("")
  const sayAny = useSay()
  const link = inner.link ?? fragmentOf(pasted)
  const { invite } = inner.snapshot
  const asked = invite.step === "asked" || (inner.link === null && invite.step !== "none")
  if (asked) return <InvitePage inner={inner} />
  const join = async (): Promise<void> => {
    if (busy || link === null) return
    const wasTogether = inner.snapshot.together
    if (!(await inner.gate.pass(true))) return
    setBusy(true)
    const answer = await inner.session.invite.join(link, name.trim())
    setBusy(false)
    if (answer.ok) {
      drop()
      setAwaited(inner.session, true)
      void inner.keeper.askToStay()
      // What was compared was of the space there was.
      if (wasTogether) setComparedUpTo(inner.session, -1)
      inner.onLinkUsed()
      inner.way.go({ at: "invite" })
    } else setTrouble(answer.because)
  }
  const hasOwn = invite.step === "link" || invite.step === "preparing"
  return (
    <Form onSubmit={join}>
      <Heading level={1}>{say("app.join-title")}</Heading>
      <Lead>{say("app.join-lead")}</Lead>
      {hasOwn && <Text>{say("app.join-out")}</Text>}
      {inner.link === null && (
        <Field
          label={say("app.join-paste")}
          value={pasted}
          onInput={setPasted}
          {...(link === null && /\S/.test(pasted) ? { error: say("app.stopped-link-unusable") } : {})}
        />
      )}
      <Field label={say("app.join-name")} value={name} onInput={write} maxLength={60} />
      {trouble !== null && <Text tone="clay">{sayAny(`app.stopped-${trouble}`)}</Text>}
      <Actions>
        <Button kind="second" onPress={() => inner.way.go({ at: "today" })}>
          {say("app.join-no")}
        </Button>
        <Button kind="second" type="submit" disabled={busy || link === null || name.trim() === ""}>
          {say("app.join")}
        </Button>
      </Actions>
    </Form>
  )
}
