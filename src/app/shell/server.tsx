import { Actions, Button, Heading, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** Who runs this server, what they can see, and that they could change the app itself (CARE D1). */
export function ServerWords(props: {
  readonly inner: Inner
  readonly onRead: () => void
  readonly onStop?: () => void
}): VNode {
  const say = useSay<typeof en>()
  const { host } = props.inner
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
      <Actions>
        {props.onStop !== undefined && (
          <Button kind="second" onPress={props.onStop}>
            {say("app.safety-stop")}
          </Button>
        )}
        <Button kind="second" onPress={props.onRead}>
          {say("app.server-understood")}
        </Button>
      </Actions>
    </>
  )
}

export function ServerPage(props: { readonly inner: Inner; readonly onRead: () => void }): VNode {
  return <ServerWords {...props} />
}
