import { Button, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** What came into an empty browser lies there as it is until a passphrase is chosen. */
export function NoLockYet({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  if (inner.snapshot.hasPassphrase) return null
  return (
    <>
      <Text>{say("app.returned-lock")}</Text>
      <Button kind="second" onPress={() => inner.way.go({ at: "passphrase" })}>
        {say("app.device-set-lock")}
      </Button>
    </>
  )
}
