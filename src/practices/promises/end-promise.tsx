import { Actions, Band, Button, Field, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isDone } from "./look.ts"
import type { WithShown } from "./page-promise.tsx"
import { knownOf } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The author may end a promise. What was said about it stays; nothing more falls due. */
export function EndPromise(props: WithShown): VNode | null {
  const { shown, now, desk, people } = props
  const say = useSay<typeof en>()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState("")
  const known = knownOf(props, shown.is)
  if (isDone(shown.promise, known, now)) return null
  const { ref, version } = shown.promise
  const end = async (): Promise<void> => {
    if (shown.is === "own") await desk.keep("promises.own-ended", { promise: ref, reason })
    else await desk.send("promises.ended", { target: { ref, version }, reason })
    setOpen(false)
  }
  if (!open)
    return (
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {say("promises.end")}
      </Button>
    )
  return (
    <Band tone="quiet">
      <Text>
        {shown.is === "own" ? say("promises.end-alone") : say("promises.end-why", { name: people.other })}
      </Text>
      <Field
        label={say("promises.end-reason")}
        hint={say("promises.end-reason-hint")}
        value={reason}
        onInput={setReason}
        multiline
        own
        maxLength={2_000}
      />
      <Actions>
        <Button kind="second" onPress={() => setOpen(false)}>
          {say("promises.end-no")}
        </Button>
        <Button kind="second" onPress={() => void end()}>
          {say("promises.end-yes")}
        </Button>
      </Actions>
    </Band>
  )
}
