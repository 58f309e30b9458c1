import { Actions, Button, DateTime, Field, Heading, Text, announce, useSay } from "#kit"
import { useId, useState } from "preact/hooks"
import type { VNode } from "preact"
import { instantOf, localAt } from "../calendar.ts"
import type { LocalTime } from "../calendar.ts"
import { everyone } from "../everyone.ts"
import { useFocusOnStep } from "../focus-step.tsx"
import { useTexts } from "../use-texts.tsx"
import type { EndingKind } from "./fold.ts"
import { dueNow } from "./look.ts"
import type { Due } from "./look.ts"
import { mayOwn } from "./may.ts"
import { useSayDue } from "./say-due.tsx"
import { knownOf } from "./shown.tsx"
import type { WithShown } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The due time one would speak of now. */
export function SettleNow(props: WithShown): VNode | null {
  const { shown, now } = props
  const due = dueNow(shown.promise, knownOf(props, shown.is), now)
  return due === null ? null : <Settle key={due.time} {...props} due={due} />
}

type Step = "ask" | "missed" | EndingKind
interface WithDue extends WithShown {
  readonly due: Due
}

interface WithHeading extends WithDue {
  readonly headingId: string
}

/** How one due time went. Only its author says so; four endings, none of them hidden behind another. */
export function Settle(props: WithDue): VNode {
  const { due, shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const [step, setStep] = useState<Step>("ask")
  const id = useId()
  useFocusOnStep(step, id)
  const isToCome = due.at > now.at
  // What is due another day can be done early; it is not what the page is for.
  const isToday = due.time.slice(0, 10) <= localAt(now.at, shown.promise.zone).slice(0, 10)
  if (step === "missed") return <Missed {...props} headingId={id} onChose={setStep} />
  if (step !== "ask") return <Say {...props} headingId={id} ending={step} onBack={() => setStep("ask")} />
  return (
    <>
      <Heading level={2} id={id}>
        {sayDue(due.time, shown.promise.zone)}
      </Heading>
      {!isToCome && <Text tone="second">{say("promises.nothing-said")}</Text>}
      <Actions>
        <Button kind={isToday ? "main" : "second"} onPress={() => setStep("kept")}>
          {say("promises.say-kept")}
        </Button>
        {isToCome && (
          <Button kind="second" onPress={() => setStep("changed")}>
            {say("promises.say-change")}
          </Button>
        )}
        <Button kind="second" onPress={() => setStep("missed")}>
          {say("promises.say-missed")}
        </Button>
      </Actions>
    </>
  )
}

/** Two ways of having missed it: told first, or found out. Telling is worth a great deal, and the page says so. */
function Missed(props: WithHeading & { readonly onChose: (step: Step) => void }): VNode {
  const { shown, people, onChose, headingId } = props
  const say = useSay<typeof en>()
  const name = people.other
  const alone = shown.is === "own"
  return (
    <>
      <Heading level={2} id={headingId}>
        {say("promises.missed-title")}
      </Heading>
      <Text>{alone ? say("promises.missed-why-alone") : say("promises.missed-why")}</Text>
      <Actions>
        <Button kind="second" wide onPress={() => onChose("told")}>
          {alone ? say("promises.missed-told-alone") : say("promises.missed-told", { name })}
        </Button>
        <Button kind="second" wide onPress={() => onChose("found")}>
          {alone ? say("promises.missed-found-alone") : say("promises.missed-found", everyone(people))}
        </Button>
        <Button kind="quiet" onPress={() => onChose("ask")}>
          {say("promises.back")}
        </Button>
      </Actions>
    </>
  )
}

const drafted = ["note", "day", "time"] as const

interface SayProps extends WithHeading {
  readonly ending: EndingKind
  readonly onBack: () => void
}

function Say(props: SayProps): VNode {
  const { due, shown, ending, onBack, now, people, headingId, desk } = props
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const begun = { note: "", day: due.time.slice(0, 10), time: due.time.slice(11) }
  const key = `promises:settle-${shown.promise.ref}-${due.time}`
  const { texts, write, dropping } = useTexts(desk, key, drafted, begun)
  const { note, day, time } = texts
  const [problem, setProblem] = useState<string | null>(null)
  const newTime = ending === "changed" ? `${day}T${time}` : null
  const isReady = newTime === null || isLater(newTime, due, shown.promise.zone, now.at)
  const alone = shown.is === "own"
  const settle = async (): Promise<void> => {
    const drop = dropping()
    const because = await told(props, note, newTime)
    setProblem(because)
    if (because !== null) return
    drop()
    announce(say(`promises.is-${nameOf(ending, alone)}`))
  }
  return (
    <>
      <Heading level={2} id={headingId}>
        {say(`promises.saying-${nameOf(ending, alone)}`)}
      </Heading>
      {newTime !== null && (
        <DateTime
          label={say("promises.new-time")}
          hint={say("promises.new-time-hint")}
          day={day}
          time={time}
          min={now.day}
          onChange={(newDay, newClock) => (newDay === day ? write("time", newClock) : write("day", newDay))}
        />
      )}
      <Field
        label={say("promises.note")}
        hint={alone ? say("promises.note-alone") : say("promises.note-hint", { name: people.other })}
        value={note}
        onInput={(text) => write("note", text)}
        multiline
        own
        maxLength={2_000}
      />
      <Text tone="second">{say("promises.ending-stays")}</Text>
      {problem !== null && <Text tone="clay">{sayAny(problem)}</Text>}
      <Actions>
        <Button kind="second" onPress={onBack}>
          {say("promises.back")}
        </Button>
        <Button kind="main" disabled={!isReady} onPress={() => void settle()}>
          {say(alone ? "promises.note-this" : "promises.say-this")}
        </Button>
      </Actions>
    </>
  )
}

/** To oneself nobody is told first and nobody finds out: the two misses have their own words there. */
export function nameOf(
  ending: EndingKind,
  alone: boolean,
): EndingKind | `${Extract<EndingKind, "told" | "found">}-alone` {
  return alone && (ending === "told" || ending === "found") ? (`${ending}-alone` as const) : ending
}

function isLater(time: LocalTime, due: Due, zone: string, at: number): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) && time !== due.time && instantOf(time, zone) > at
}

/** Null when it is written: in one's own log, or chosen to go. Else the word key of what stands against it. */
async function told(
  { desk, shown, due, ending, states, now }: SayProps,
  note: string,
  newTime: LocalTime | null,
): Promise<string | null> {
  const { ref, version, writer } = shown.promise
  const body = { occurrence: due.time, ending, note, ...(newTime === null ? {} : { due: newTime }) }
  try {
    if (shown.is === "own") {
      const settled = { promise: ref, ...body }
      const verdict = mayOwn(
        { kind: "promises.own-settled", body: settled, ref: "", version: "", writer, day: now.day },
        states.own,
      )
      if (!verdict.ok) return verdict.because
      await desk.keep("promises.own-settled", settled)
      return null
    }
    const settled = { target: { ref, version }, ...body }
    const verdict = desk.may("promises.settled", settled)
    if (!verdict.ok) return verdict.because
    return (await desk.send("promises.settled", settled)) === null ? "promises.not-told" : null
  } catch {
    return "practices.not-kept"
  }
}
