import { ExitButton, Frame, Heading, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"

export type Refusal = "not-secure" | "no-storage" | "no-ed25519"

/** One plain page that says why it cannot work here: never a blank one. */
export function Refused({
  because,
  onExit,
}: {
  readonly because: Refusal
  readonly onExit: () => void
}): VNode {
  const say = useSay<typeof en>()
  return (
    <Frame where={say("app.name")} exit={<ExitButton label={say("app.leave")} onExit={onExit} />}>
      <Heading level={1}>{say("app.refused-title")}</Heading>
      <Text>{say(`app.refused-${because}`)}</Text>
    </Frame>
  )
}
