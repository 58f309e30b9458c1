import { Actions, Button, ExitButton, Frame, Heading, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"

export type Refusal = "not-secure" | "no-storage" | "no-ed25519" | Broken
/** What another try may mend. */
type Broken = "not-whole" | "broke"

/** One plain page that says why it cannot work here: never a blank one. */
export function Refused({
  because,
  onExit,
}: {
  readonly because: Refusal
  readonly onExit: () => void
}): VNode {
  const say = useSay<typeof first>()
  return (
    <Frame where={say("app.name")} exit={<ExitButton label={say("app.leave")} onExit={onExit} />}>
      <Heading level={1}>{say(mayMend(because) ? "app.broke-title" : "app.refused-title")}</Heading>
      <Text>{say(`app.refused-${because}`)}</Text>
      {mayMend(because) && (
        <Actions>
          <Button kind="main" onPress={() => location.reload()}>
            {say("app.broke-again")}
          </Button>
        </Actions>
      )}
    </Frame>
  )
}

function mayMend(because: Refusal): because is Broken {
  return because === "not-whole" || because === "broke"
}
