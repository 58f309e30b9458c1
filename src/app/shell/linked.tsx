import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { onToToday } from "./on-to-today.ts"
import { NoLockYet } from "./no-lock-yet.tsx"

/** On the new device, once: what is here, what is not, and a lock. */
export function LinkedPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { snapshot } = inner
  return (
    <>
      <Heading level={1}>{say("app.here-done-title")}</Heading>
      <Lead>{say("app.here-done-lead")}</Lead>
      {snapshot.earlier !== undefined && <Text>{say("app.here-done-earlier")}</Text>}
      <Text>{say("app.here-done-not")}</Text>
      <NoLockYet inner={inner} />
      <Actions>
        <Button kind="main" onPress={() => onToToday(inner)}>
          {say("app.go-on")}
        </Button>
      </Actions>
    </>
  )
}
