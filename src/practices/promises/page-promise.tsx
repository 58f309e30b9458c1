import { Heading, Lead, Text, TwentyMarks, useFocusOnHeading, useSay } from "#kit"
import { useLayoutEffect } from "preact/hooks"
import type { VNode } from "preact"
import { labelOf } from "../matter-names.tsx"
import { OwnThing } from "../own-thing.tsx"
import { Unheard, unheard } from "../still-heard.tsx"
import { TakeOut } from "../take-out.tsx"
import { EndPromise, Over } from "./end-promise.tsx"
import { Endings } from "./endings.tsx"
import { counted, dueNow, lastDue, nextDue, unsaid } from "./look.ts"
import { PromiseIt } from "./promise-it.tsx"
import { useSayCounted, useSayDue, useSayPlan } from "./say-due.tsx"
import { SettleNow } from "./settle.tsx"
import { knownOf, lookAt, ownCopyOf, shownOf, wordsOf } from "./shown.tsx"
import type { PromisesProps, WithShown } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** One promise: its words, how it went, what is due, and what each said to it. */
export function PromisePage(props: PromisesProps): VNode {
  const say = useSay<typeof en>()
  const { desk, at } = props
  const moved = at.about === undefined ? null : desk.sharedOf(at.about)
  const all = shownOf(props)
  const shown = all.find((s) => s.promise.ref === at.about) ?? all.find((s) => s.promise.ref === moved)
  useFocusOnHeading(`promise ${at.about ?? ""}`)
  useLayoutEffect(() => {
    if (shown?.is === "shared") lookAt(props, shown.promise)
  })
  if (shown === undefined) return <Heading level={1}>{say("promises.gone")}</Heading>
  return <OnePromise key={shown.promise.ref} {...props} shown={shown} />
}

function OnePromise(props: WithShown): VNode {
  const { shown, matters } = props
  const say = useSay<typeof en>()
  const sayPlan = useSayPlan()
  const whose = useWhose(props)
  const { promise, is, mine } = shown
  const title = labelOf(matters, promise.matter)?.title ?? ""
  const canSay = is === "own" || unheard(props, promise) === null
  return (
    <>
      <Heading level={1} own>
        {wordsOf(promise, say)}
      </Heading>
      <Lead>{sayPlan(promise, whose)}</Lead>
      {title !== "" && <Text tone="second">{title}</Text>}
      {mine && <Whereabouts {...props} />}
      {is === "waiting" ? (
        <Waiting {...props} />
      ) : (
        <>
          <LookingBack {...props} />
          <Coming {...props} />
          {canSay ? mine && <SettleNow {...props} /> : <Unheard {...props} about={promise} />}
          <Endings {...props} />
          <PromiseIt {...props} />
          {mine && canSay && <EndPromise {...props} />}
          {is === "shared" && <TakeOut {...props} about={promise.ref} />}
        </>
      )}
    </>
  )
}

function useWhose({ shown, people }: WithShown): string {
  const say = useSay<typeof en>()
  if (shown.is === "own") return say("promises.for-myself")
  return shown.mine
    ? say("promises.yours-to", { name: people.other })
    : say("promises.promise-of", { name: people.nameOf(shown.promise.writer) })
}

/** While it waits it may be taken back: then its author’s copy is a promise for themselves. Once it went it stays, and no button says otherwise. */
function Whereabouts(props: WithShown): VNode {
  const { shown, desk, now, people, go } = props
  const copy = ownCopyOf(props, shown)
  const takeBack = async (): Promise<void> => {
    await desk.takeBack(shown.promise.ref)
    go("promises", copy === null ? { page: "" } : { page: "promise", about: copy.ref })
  }
  return (
    <OwnThing
      where={desk.whereIs(shown.promise.ref)}
      now={now}
      other={people.other}
      {...(shown.is === "waiting" ? { onTakeBack: () => void takeBack() } : {})}
    />
  )
}

/** What is promised to someone who cannot see it yet. If its time comes meanwhile, its author notes for themselves how it went. */
function Waiting(props: WithShown): VNode {
  const { shown, states, now } = props
  const say = useSay<typeof en>()
  const copy = ownCopyOf(props, shown)
  if (copy === null || unsaid(copy, states.own, now).length === 0)
    return <Text tone="second">{say("promises.waits-why")}</Text>
  return <SettleNow {...props} shown={{ promise: copy, is: "own", mine: true }} />
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
        endings={dues.map((due) => due.ending?.ending ?? "none")}
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

/** What comes next, unless its author is asked about just that below. */
function Coming(props: WithShown): VNode | null {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const { promise, is, mine } = shown
  const known = knownOf(props, is)
  const end = known.ended.find((e) => e.promise === promise.ref)
  if (end !== undefined) return <Over {...props} end={end} />
  const next = nextDue(promise, known, now)
  if (mine && next !== null && dueNow(promise, known, now)?.time === next.time) return null
  return (
    <Text tone="second">
      {next === null
        ? say("promises.nothing-due")
        : say("promises.next", { time: sayDue(next.time, promise.zone) })}
    </Text>
  )
}
