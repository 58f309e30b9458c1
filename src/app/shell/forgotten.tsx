import { Button, ExitButton, Frame, Heading, Text, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"

/** Nothing is kept any more, not even the app itself: this page is the last of what was fetched. */
export function ForgottenPage({ onExit }: { readonly onExit: () => void }): VNode {
  const say = useSay<typeof first>()
  useFocusOnHeading("forgotten")
  return (
    <Frame where={say("app.name")} exit={<ExitButton label={say("app.leave")} onExit={onExit} />}>
      <Heading level={1}>{say("app.forgot-title")}</Heading>
      <Text>{say("app.forgot")}</Text>
      <Button kind="quiet" onPress={() => location.replace("/")}>
        {say("app.forgot-again")}
      </Button>
    </Frame>
  )
}
