import { Actions, Band, Button, Field, Own, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { everyone } from "../everyone.ts"
import { OwnThing } from "../own-thing.tsx"
import { useSayDay } from "../say-day.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import type { Ended } from "./fold.ts"
import { isDone } from "./look.ts"
import { knownOf, waitingFor } from "./shown.tsx"
import type { WithShown } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The author may end a promise. What was said about it stays; nothing more falls due. */
export function EndPromise(props: WithShown): VNode | null {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const [open, setOpen] = useState(false)
  if (isDone(shown.promise, knownOf(props, shown.is), now)) return null
  if (open) return <Ending {...props} onClose={() => setOpen(false)} />
  return (
    <Button kind="quiet" onPress={() => setOpen(true)}>
      {say("promises.end")}
    </Button>
  )
}

function Ending(props: WithShown & { readonly onClose: () => void }): VNode {
  const { shown, desk, people, onClose } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  const { ref, version } = shown.promise
  const { texts, write, dropping } = useTexts(desk, `promises:end-${ref}`, ["reason"], null)
  const { reason } = texts
  const end = async (): Promise<void> => {
    setFailed(false)
    const drop = dropping()
    try {
      if (shown.is === "own") await desk.keep("promises.own-ended", { promise: ref, reason })
      else if ((await desk.send("promises.ended", { target: { ref, version }, reason })) === null) return
      drop()
      announce(say("promises.ended-now"))
      onClose()
    } catch {
      setFailed(true)
    }
  }
  return (
    <Band tone="quiet">
      <Text>
        {shown.is === "own" ? say("promises.end-alone") : say("promises.end-why", everyone(people))}
      </Text>
      <Field
        label={say("promises.end-reason")}
        hint={say("promises.end-reason-hint")}
        value={reason}
        onInput={(text) => write("reason", text)}
        multiline
        own
        maxLength={2_000}
      />
      {failed && <Text tone="clay">{sayAll("practices.not-kept")}</Text>}
      <Actions>
        <Button kind="second" onPress={onClose}>
          {say("promises.end-no")}
        </Button>
        <Button kind="second" onPress={() => void end()}>
          {say("promises.end-yes")}
        </Button>
      </Actions>
    </Band>
  )
}

/** That it has ended, since when, and why; while that still waits to go, it may be taken back. */
export function Over(props: WithShown & { readonly end: Ended }): VNode {
  const { end, shown, desk, now, people } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const waits = waitingFor(props, "promises.ended", shown.promise.ref)
  return (
    <>
      <Text>{say("promises.ended-on", { day: sayDay(end.day) })}</Text>
      {/\S/.test(end.reason) && <Own>{end.reason}</Own>}
      {waits !== null && (
        <OwnThing
          where={desk.whereIs(waits)}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(waits)}
        />
      )}
    </>
  )
}
