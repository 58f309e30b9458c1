import { Button, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** What everybody should know before they say yes: the same for who asks and for who is asked. */
export function MoveMeans(): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.move-new")}</Text>
      <Text>{say("app.move-who")}</Text>
      <Text>{say("app.move-old")}</Text>
      <Text>{say("app.move-each")}</Text>
    </>
  )
}

/** Without a sheet nobody could write there: so nobody says yes before they have one. */
export function NeedsSheet({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.move-no-sheet")}</Text>
      <Button kind="second" onPress={() => inner.way.go({ at: "sheet" })}>
        {say("app.sheet")}
      </Button>
    </>
  )
}
