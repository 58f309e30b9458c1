import { Button, Heading, Lead, Rule, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { HelpWords, UnsafeWords } from "./help.tsx"
import type { Inner } from "./inner.ts"

export function UnsafePage(): VNode {
  return (
    <>
      <UnsafeWords />
      <HelpWords />
    </>
  )
}

export function HelpPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("app.help-title")}</Heading>
      <Lead>{say("app.help-lead")}</Lead>
      <HelpWords />
      {inner.madeUp === undefined && (
        <>
          <Rule />
          <Button kind="quiet" onPress={() => inner.way.go({ at: "device" })}>
            {say("app.help-device")}
          </Button>
        </>
      )}
    </>
  )
}
