import { Actions, Button, Heading, Lead, Text, announce, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { SasWords } from "./sas-words.tsx"
import type { Inner } from "./inner.ts"
import { setComparedUpTo } from "./settings.ts"

/** The newest either of them has, in eight words: who sees the same words has been given the same, from the first to the last. */
export function SamePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { session, snapshot, way } = inner
  const [done, setDone] = useState(false)
  useEffect(() => void session.sync(), [session])
  const same = async (): Promise<void> => {
    await session.recovery.confirm()
    if (snapshot.newest !== undefined) setComparedUpTo(session, snapshot.newest.seq)
    setDone(true)
    announce(say("app.same-done"))
  }
  return (
    <>
      <Heading level={1}>{say("app.same-title")}</Heading>
      <Lead>{say("app.same-lead")}</Lead>
      {snapshot.newest !== undefined && <SasWords words={snapshot.newest.words} />}
      <Text>{say("app.same-means")}</Text>
      <Text>{say("app.same-different")}</Text>
      {done && <Text>{say("app.same-done")}</Text>}
      <Actions>
        <Button kind="second" onPress={way.back}>
          {say(done ? "app.done" : "app.not-now")}
        </Button>
        {!done && (
          <Button kind="second" onPress={() => void same()}>
            {say("app.same-yes")}
          </Button>
        )}
      </Actions>
    </>
  )
}
