import { Actions, Button, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { AboutServer, ServerFacts } from "./server.tsx"

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
