import { Band, Button, Heading, Own, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import { unheard } from "../still-heard.tsx"
import type { Ending } from "./fold.ts"
import { dueNow, lastDue } from "./look.ts"
import type { Due } from "./look.ts"
import { useSayDue } from "./say-due.tsx"
import { Settle, nameOf } from "./settle.tsx"
import { knownOf } from "./shown.tsx"
import type { WithShown } from "./shown.tsx"
import { TheirView } from "./their-view.tsx"
import type { en } from "./words/en.ts"

/** Every due time that came, newest first, kept ones and others alike; the other person's view beside the author's. */
export function Endings(props: WithShown): VNode | null {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const known = knownOf(props, shown.is)
  // What its author is asked about above is not said once more below.
  const asked = shown.mine ? (dueNow(shown.promise, known, now)?.time ?? null) : null
  const dues = lastDue(shown.promise, known, now, 20).filter((due) => due.time !== asked)
  if (dues.length === 0) return null
  const latest = dues.findLast((due) => due.ending !== null)
  return (
    <>
      <Heading level={2}>{say("promises.how-it-went")}</Heading>
      {dues
        .toReversed()
        .map((due) =>
          due.ending === null ? (
            <Unsaid key={due.time} {...props} due={due} />
          ) : (
            <Ended key={due.time} {...props} due={due} ending={due.ending} isLatest={due === latest} />
          ),
        )}
    </>
  )
}

/** Past, and nothing said yet. Its author may still say how it went; nobody is told that nothing was said. */
function Unsaid(props: WithShown & { readonly due: Due }): VNode {
  const { due, shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const [open, setOpen] = useState(false)
  const canSay = shown.is === "own" || unheard(props, shown.promise) === null
  if (open && canSay) return <Settle {...props} />
  return (
    <Band tone="quiet">
      <Text tone="second">{sayDue(due.time, shown.promise.zone)}</Text>
      <Text>{say("promises.nothing-said")}</Text>
      {shown.mine && canSay && (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {say("promises.say-how")}
        </Button>
      )}
    </Band>
  )
}

interface EndedProps extends WithShown {
  readonly due: Due
  readonly ending: Ending
  readonly isLatest: boolean
}
function Ended(props: EndedProps): VNode {
  const { due, ending, shown, now, desk, people } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const { zone } = shown.promise
  const alone = shown.is === "own"
  const where = desk.whereIs(ending.ref)
  return (
    <Band tone={ending.ending === "kept" ? "sage" : ending.ending === "changed" ? "quiet" : "gold"}>
      <Text tone="second">{sayDue(due.time, zone)}</Text>
      <Text>{say(`promises.is-${nameOf(ending.ending, alone)}`)}</Text>
      {ending.due !== null && <Text>{say("promises.moved-to", { time: sayDue(ending.due, zone) })}</Text>}
      {/\S/.test(ending.note) && <Own>{ending.note}</Own>}
      {where.at === "waiting" && (
        <OwnThing
          where={where}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(ending.ref)}
        />
      )}
      {!alone && <TheirView {...props} />}
    </Band>
  )
}
