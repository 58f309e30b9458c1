import { Button, Heading, Rule, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"
import { useCopyable } from "./copyable.tsx"
import type { Host } from "./host.ts"

/** Who runs this server, what they can see, and that they could change the app itself (CARE D1). */
export function ServerFacts({ host }: { readonly host: Host }): VNode {
  const say = useSay<typeof first>()
  const who =
    host.operator !== null
      ? say("app.server-operator", { operator: host.operator })
      : say(host.local ? "app.server-local" : "app.server-unknown")
  return (
    <>
      <Heading level={1}>{say("app.server-title")}</Heading>
      <Text>{who}</Text>
      <Text>{say("app.server-see")}</Text>
      <Text>{say("app.server-not-see")}</Text>
      <Text>{say("app.server-could")}</Text>
      <Text>{say("app.server-other")}</Text>
      <Text>{say("app.server-limits")}</Text>
    </>
  )
}

/** The same with nothing to agree to, and what people need who want to come here; also before anything is begun. */
export function AboutServer({ host }: { readonly host: Host }): VNode {
  const say = useSay<typeof first>()
  const line = useCopyable(say("app.server-line-title"), host.line ?? "")
  return (
    <>
      <ServerFacts host={host} />
      {host.line !== null && (
        <>
          <Rule />
          <Heading level={2}>{say("app.server-line-title")}</Heading>
          <Text>{say("app.server-line")}</Text>
          {line.shown}
          <Button kind="quiet" onPress={line.copy}>
            {say("app.server-line-copy")}
          </Button>
        </>
      )}
    </>
  )
}
