import { Actions, Button, Heading, Rule, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { useCopyable } from "./copyable.tsx"
import type { Host } from "./host.ts"
import type { Inner } from "./inner.ts"

/** Who runs this server, what they can see, and that they could change the app itself (CARE D1). */
function ServerFacts({ host }: { readonly host: Host }): VNode {
  const say = useSay<typeof en>()
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

export function ServerWords(props: {
  readonly inner: Inner
  readonly onRead: () => void
  readonly onStop: () => void
}): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <ServerFacts host={props.inner.host} />
      <Actions>
        <Button kind="second" onPress={props.onStop}>
          {say("app.safety-stop")}
        </Button>
        <Button kind="second" onPress={props.onRead}>
          {say("app.server-understood")}
        </Button>
      </Actions>
    </>
  )
}

/** The same with nothing to agree to, and what people need who want to come here; also before anything is begun. */
export function AboutServer({ host }: { readonly host: Host }): VNode {
  const say = useSay<typeof en>()
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

export function ServerPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <AboutServer host={inner.host} />
      {inner.snapshot.move !== undefined && (
        <Button kind="quiet" onPress={() => inner.way.go({ at: "move" })}>
          {say(inner.snapshot.move.to === null ? "app.move" : "app.moved")}
        </Button>
      )}
    </>
  )
}
