import { Heading, Lead, Text, TwentyMarks, useSay } from "#kit"
import { useEffect } from "preact/hooks"
import type { VNode } from "preact"
import { labelOf } from "../matter-names.tsx"
import { OwnThing } from "../own-thing.tsx"
import { EndPromise } from "./end-promise.tsx"
import { Endings } from "./endings.tsx"
import { counted, lastDue, nextDue } from "./look.ts"
import type { Due } from "./look.ts"
import { useSayCounted, useSayDue, useSayPlan } from "./say-due.tsx"
import { SettleNow } from "./settle.tsx"
import { endingsOf, knownOf, lookAt, shownOf, wordsOf } from "./shown.tsx"
import type { PromisesProps, Shown } from "./shown.tsx"
import type { en } from "./words/en.ts"

export interface WithShown extends PromisesProps {
  readonly shown: Shown
}

/** One promise: its words, how it went, what is due, and what each said to it. */
export function PromisePage(props: PromisesProps): VNode {
  const say = useSay<typeof en>()
  const { desk, at, states } = props
  const moved = at.about === undefined ? null : desk.sharedOf(at.about)
  const all = shownOf(props)
  const shown = all.find((s) => s.promise.ref === at.about) ?? all.find((s) => s.promise.ref === moved)
  useEffect(() => {
    if (shown !== undefined && !shown.mine)
      lookAt(props, shown.promise.ref, endingsOf(states, shown.promise).length)
  })
  if (shown === undefined) return <Heading level={1}>{say("promises.gone")}</Heading>
  return <Promise {...props} shown={shown} />
}

function Promise(props: WithShown): VNode {
  const { shown, people, desk, now, matters } = props
  const say = useSay<typeof en>()
  const sayPlan = useSayPlan()
  const { promise, is, mine } = shown
  const whose =
    is === "own"
      ? say("promises.for-myself")
      : mine
        ? say("promises.yours-to", { name: people.other })
        : say("promises.promise-of", { name: people.nameOf(promise.writer) })
  const title = labelOf(matters, promise.matter)?.title
  return (
    <>
      <Heading level={1}>{wordsOf(promise)}</Heading>
      <Lead>{sayPlan(promise, whose)}</Lead>
      {title !== undefined && <Text tone="second">{title}</Text>}
      {mine && (
        <OwnThing
          where={desk.whereIs(promise.ref)}
          now={now}
          other={people.other}
          {...(is === "waiting" ? { onTakeBack: () => void takeBack(props) } : {})}
        />
      )}
      {is === "waiting" ? (
        <Text tone="second">{say("promises.waits-why")}</Text>
      ) : (
        <>
          <LookingBack {...props} />
          <Coming {...props} />
          {mine && <SettleNow {...props} />}
          <Endings {...props} />
          {mine && <EndPromise {...props} />}
        </>
      )}
    </>
  )
}

async function takeBack({ desk, shown, go }: WithShown): Promise<void> {
  await desk.takeBack(shown.promise.ref)
  go("promises", { page: "" })
}

/** Twenty marks and one sentence: all endings together. A time nobody spoke about counts neither way. */
function LookingBack(props: WithShown): VNode | null {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const sayCounted = useSayCounted()
  const dues = lastDue(shown.promise, knownOf(props, shown.is), now, 20)
  if (dues.length === 0) return null
  const count = counted(dues)
  const sentence = sayCounted(count)
  const own = shown.is === "own"
  return (
    <>
      <TwentyMarks
        endings={dues.map((due: Due) => due.ending?.ending ?? "none")}
        words={{
          kept: say("promises.is-kept"),
          changed: say("promises.is-changed"),
          told: say(own ? "promises.is-told-alone" : "promises.is-told"),
          found: say(own ? "promises.is-found-alone" : "promises.is-found"),
          none: say("promises.nothing-said"),
        }}
      />
      {sentence !== null && <Text>{sentence}</Text>}
      {count.none > 0 && <Text tone="second">{say("promises.none-n", { n: count.none })}</Text>}
    </>
  )
}

function Coming(props: WithShown): VNode {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const { promise, is } = shown
  const known = knownOf(props, is)
  const end = known.ended.find((e) => e.promise === promise.ref)
  const next = nextDue(promise, known, now)
  if (end !== undefined)
    return (
      <>
        <Text>{say("promises.ended-on")}</Text>
        {/\S/.test(end.reason) && <Text tone="second">{end.reason}</Text>}
      </>
    )
  return (
    <Text tone="second">
      {next === null
        ? say("promises.nothing-due")
        : say("promises.next", { time: sayDue(next.time, promise.zone) })}
    </Text>
  )
}
