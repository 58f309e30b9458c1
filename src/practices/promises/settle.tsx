import { Actions, Button, DateTime, Field, Heading, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { instantOf, localAt } from "../calendar.ts"
import type { LocalTime } from "../calendar.ts"
import type { en as shared } from "../words/en.ts"
import type { EndingKind } from "./fold.ts"
import { nextDue, unsaid } from "./look.ts"
import type { Due } from "./look.ts"
import type { WithShown } from "./page-promise.tsx"
import { useSayDue } from "./say-due.tsx"
import { knownOf } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The due time one would speak of now: the one of today, or else the last that passed, or the next. */
export function SettleNow(props: WithShown): VNode | null {
  const { shown, now } = props
  const known = knownOf(props, shown.is)
  const next = nextDue(shown.promise, known, now)
  const last = unsaid(shown.promise, known, now).at(-1)
  const today = localAt(now.at, shown.promise.zone).slice(0, 10)
  const due = next !== null && (last === undefined || next.time.slice(0, 10) === today) ? next : last
  if (due === undefined) return null
  return <Settle key={due.time} {...props} due={due} />
}

type Step = "ask" | "missed" | EndingKind

/** How one due time went. Only its author says so; four endings, none of them hidden behind another. */
export function Settle(props: WithShown & { readonly due: Due }): VNode {
  const { due, shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const [step, setStep] = useState<Step>("ask")
  const isToCome = due.at > now.at
  if (step === "missed") return <Missed {...props} onChose={setStep} />
  if (step !== "ask") return <Say {...props} ending={step} onBack={() => setStep("ask")} />
  return (
    <>
      <Heading level={2}>{sayDue(due.time, shown.promise.zone)}</Heading>
      {!isToCome && <Text tone="second">{say("promises.nothing-said")}</Text>}
      <Actions>
        <Button kind="main" onPress={() => setStep("kept")}>
          {say("promises.say-kept")}
        </Button>
        {isToCome && (
          <Button kind="second" onPress={() => setStep("changed")}>
            {say("promises.say-change")}
          </Button>
        )}
        <Button kind={isToCome ? "quiet" : "second"} onPress={() => setStep("missed")}>
          {say("promises.say-missed")}
        </Button>
      </Actions>
    </>
  )
}

/** Two ways of having missed it: told first, or found out. Telling is worth a great deal, and the page says so. */
function Missed(props: WithShown & { readonly due: Due; readonly onChose: (step: Step) => void }): VNode {
  const { shown, people, onChose } = props
  const say = useSay<typeof en>()
  const name = people.other
  const alone = shown.is === "own"
  return (
    <>
      <Heading level={2}>{say("promises.missed-title")}</Heading>
      <Text>{alone ? say("promises.missed-why-alone") : say("promises.missed-why")}</Text>
      <Actions>
        <Button kind="second" wide onPress={() => onChose("told")}>
          {alone ? say("promises.missed-told-alone") : say("promises.missed-told", { name })}
        </Button>
        <Button kind="second" wide onPress={() => onChose("found")}>
          {alone ? say("promises.missed-found-alone") : say("promises.missed-found", { name })}
        </Button>
        <Button kind="quiet" onPress={() => onChose("ask")}>
          {say("promises.back")}
        </Button>
      </Actions>
    </>
  )
}

interface SayProps extends WithShown {
  readonly due: Due
  readonly ending: EndingKind
  readonly onBack: () => void
}

function Say(props: SayProps): VNode {
  const { due, shown, ending, onBack, now, people } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [note, setNote] = useState("")
  const [[day, time], setNew] = useState<readonly [string, string]>([
    due.time.slice(0, 10),
    due.time.slice(11),
  ])
  const [failed, setFailed] = useState(false)
  const newTime = ending === "changed" ? `${day}T${time}` : null
  const isReady = newTime === null || isLater(newTime, due, shown.promise.zone, now.at)
  const settle = async (): Promise<void> => {
    setFailed(false)
    if (!(await told(props, note, newTime))) setFailed(true)
    else announce(say(`promises.is-${ending}`))
  }
  return (
    <>
      <Heading level={2}>{say(`promises.saying-${ending}`)}</Heading>
      {newTime !== null && (
        <DateTime
          label={say("promises.new-time")}
          hint={say("promises.new-time-hint")}
          day={day}
          time={time}
          min={now.day}
          onChange={(newDay, newClock) => setNew([newDay, newClock])}
        />
      )}
      <Field
        label={say("promises.note")}
        hint={
          shown.is === "own" ? say("promises.note-alone") : say("promises.note-hint", { name: people.other })
        }
        value={note}
        onInput={setNote}
        multiline
        own
        maxLength={2_000}
      />
      {shown.is === "shared" && <Text tone="second">{say("promises.ending-stays")}</Text>}
      {failed && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={onBack}>
          {say("promises.back")}
        </Button>
        <Button kind="main" disabled={!isReady} onPress={() => void settle()}>
          {say("promises.say-this")}
        </Button>
      </Actions>
    </>
  )
}

function isLater(time: LocalTime, due: Due, zone: string, at: number): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) && time !== due.time && instantOf(time, zone) > at
}

/** True when it is written: in one's own log, or chosen to go. False when it was refused or the person chose not to. */
async function told(
  { desk, shown, due, ending }: SayProps,
  note: string,
  newTime: LocalTime | null,
): Promise<boolean> {
  const { ref, version } = shown.promise
  const body = { occurrence: due.time, ending, note, ...(newTime === null ? {} : { due: newTime }) }
  try {
    if (shown.is === "own")
      return (await desk.keep("promises.own-settled", { promise: ref, ...body })) !== null
    const settled = { target: { ref, version }, ...body }
    return desk.may("promises.settled", settled).ok && (await desk.send("promises.settled", settled)) !== null
  } catch {
    return false
  }
}
