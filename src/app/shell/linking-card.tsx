import { Card, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** On Today, for as long as something of it is open: an errand of one's own. */
export function LinkingCard({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { linking } = inner.snapshot
  if (linking === undefined) return null
  const open = (title: string, reason: string): VNode => (
    <Card title={title} reason={reason} onPress={() => inner.way.go({ at: "link" })} />
  )
  switch (linking.step) {
    case "preparing":
      return open(say("app.link"), say("app.link-preparing"))
    case "link":
      return open(say("app.link"), say("app.link-rules"))
    case "compare":
      return open(say("app.link-words"), say("app.link-words-lead"))
    case "adding":
      return open(say("app.link"), say("app.link-adding"))
    case "done":
      return open(say("app.link-done-title"), say("app.link-done"))
    case "stopped":
      return open(say("app.link-ended-title"), say(`app.link-ended-${linking.because}`))
  }
}
