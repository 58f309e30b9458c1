import { Actions, Button, Heading, Lead, Own, Sheet, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { instantOf } from "../calendar.ts"
import { timesBetween } from "../calendar-plan.ts"
import { addDays } from "../calendar.ts"
import { labelOf } from "../matter-names.tsx"
import { useFocusOnHeading } from "../focus-heading.tsx"
import { ownerOf } from "../standing.ts"
import type { en as shared } from "../words/en.ts"
import type { Made } from "./form.tsx"
import { useSayDue } from "./say-due.tsx"
import { sharedMatterOf, wordsOf } from "./shown.tsx"
import type { PromisesProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

interface Props extends PromisesProps {
  readonly made: Made
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Asked before making it: can I really keep this? A smaller promise and one for oneself are as near as the promise to the other. */
export function ReallyPage(props: Props): VNode {
  const { made, people, reader, now, onBack } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const sayDue = useSayDue(now)
  const { failed, busy, keep, send } = useMaking(props)
  useFocusOnHeading("really")
  const first = made.due.slice(0, 10)
  const times = timesBetween(made, first, addDays(first, 21)).slice(0, 3)
  const alone = reader.relation === "nobody"
  return (
    <>
      <Heading level={1}>{say("promises.really")}</Heading>
      <Sheet label={say("promises.the-promise")}>
        <Own>{wordsOf(made)}</Own>
        {times.map((time) => (
          <Text key={time} tone="second">
            {sayDue(time, made.zone)}
          </Text>
        ))}
        {made.repeat !== "once" && <Text tone="second">{say(`promises.repeat-${made.repeat}`)}</Text>}
      </Sheet>
      <Lead>{say("promises.really-lead")}</Lead>
      <Text>{say("promises.really-tired")}</Text>
      {!alone && <Text>{say("promises.really-stays", { name: people.other })}</Text>}
      {!alone && !people.together && <Text>{sayAll("practices.review-alone", { name: people.other })}</Text>}
      {failed && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={onBack}>
          {say("promises.smaller")}
        </Button>
        <Button kind={alone ? "main" : "second"} disabled={busy} onPress={() => void keep()}>
          {say("promises.for-me")}
        </Button>
        {!alone && (
          <Button kind="main" disabled={busy} onPress={() => void send()}>
            {say("promises.for-other", { name: people.other })}
          </Button>
        )}
      </Actions>
    </>
  )
}

interface Making {
  readonly failed: boolean
  readonly busy: boolean
  readonly keep: () => Promise<void>
  readonly send: () => Promise<void>
}
function useMaking(props: Props): Making {
  const { made, desk, start, matters, standing, now, go, onDone } = props
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const tried = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(false)
    try {
      await act()
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  const matter = start?.start["matter"]
  const keep = async (): Promise<void> => {
    const own = labelOf(matters, matter)?.id ?? matter
    const from = start === null ? {} : { from: start.from }
    const { ref } = await desk.keep("promises.intended", {
      ...made,
      ...(own === undefined ? {} : { matter: own }),
      ...from,
    })
    onDone()
    announce(sayAll("practices.kept-now"))
    go("promises", { page: "promise", about: ref })
  }
  const send = async (): Promise<void> => {
    const both = sharedMatterOf(props, matter)
    // A private page is not named to the other person, not even by its number.
    const from = start !== null && ownerOf(standing, start.from) !== null ? { from: start.from } : {}
    const sent = await desk.send("promises.made", {
      ...made,
      ...(both === null ? {} : { matter: both }),
      ...from,
    })
    if (sent === null) return
    onDone()
    go("promises", { page: "promise", about: sent.ref })
  }
  // The page may have stood open past the time: then it is looked at once more instead.
  const inTime = (act: () => Promise<void>) => async (): Promise<void> => {
    if (instantOf(made.due, made.zone) <= now.at) props.onBack()
    else await tried(act)
  }
  return { failed, busy, keep: inTime(keep), send: inTime(send) }
}
