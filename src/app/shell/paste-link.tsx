import { Button, Field, Heading, Lead, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"
import { fragmentOf } from "./link.ts"

/** An invitation's link, that came with the address or is pasted. */
export function PasteLink(props: {
  readonly link: string | null
  readonly busy: boolean
  readonly onOpen: (fragment: string) => void
}): VNode {
  const say = useSay<typeof first>()
  const came = props.link === null ? null : fragmentOf(props.link)
  const [pasted, setPasted] = useState(props.link ?? "")
  const fragment = came ?? fragmentOf(pasted)
  const isCut = fragment === null && /\S/.test(pasted)
  return (
    <>
      <Heading level={1}>{say("app.join-title")}</Heading>
      <Lead>{say("app.join-lead")}</Lead>
      {came === null && (
        <Field
          label={say("app.join-paste")}
          value={pasted}
          onInput={setPasted}
          {...(isCut ? { error: say("app.stopped-link-unusable") } : {})}
        />
      )}
      <Button
        kind="main"
        disabled={props.busy || fragment === null}
        onPress={() => fragment !== null && props.onOpen(fragment)}
      >
        {say(came === null ? "app.join-paste-go" : "app.go-on")}
      </Button>
    </>
  )
}
