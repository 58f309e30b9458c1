import { Actions, Button, Heading, Own, Sheet, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { LinkingStep } from "../session/shown.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { QrSquare } from "./qr-square.tsx"

/** The link as a square and as text. */
export function LinkToShow(props: {
  readonly inner: Inner
  readonly step: Extract<LinkingStep, { step: "link" }>
}): VNode {
  const say = useSay<typeof en>()
  const { inner, step } = props
  const [copied, setCopied] = useState<"app.invite-copied" | "app.invite-no-copy" | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(step.link)
      setCopied("app.invite-copied")
      announce(say("app.invite-copied"))
    } catch {
      setCopied("app.invite-no-copy")
    }
  }
  return (
    <>
      <Heading level={1}>{say("app.link-title")}</Heading>
      {!step.usableElsewhere && <Text tone="clay">{say("app.link-local")}</Text>}
      <Text>{say("app.link-how")}</Text>
      <QrSquare text={step.link} label={say("app.link-square")} />
      <Sheet label={say("app.invite-link")}>
        <Own>{step.link}</Own>
      </Sheet>
      {copied !== null && (
        <Text tone={copied === "app.invite-copied" ? "second" : "clay"}>{say(copied)}</Text>
      )}
      <Text>{say("app.link-rules")}</Text>
      <StopLinking inner={inner}>
        <Button kind="second" onPress={() => void copy()}>
          {say("app.invite-copy")}
        </Button>
      </StopLinking>
    </>
  )
}

export function StopLinking(props: { readonly inner: Inner; readonly children?: VNode }): VNode {
  const say = useSay<typeof en>()
  return (
    <Actions>
      <Button kind="second" onPress={() => void props.inner.session.linking.end("given-up")}>
        {say("app.link-end")}
      </Button>
      {props.children}
    </Actions>
  )
}
