import { Actions, Button, Heading, Lead, Own, Sheet, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { addDays } from "../calendar.ts"
import { timesBetween } from "../calendar-plan.ts"
import { everyone } from "../everyone.ts"
import { isForNobody } from "../for-nobody.ts"
import { labelOf } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import type { en as shared } from "../words/en.ts"
import { bodyFrom, read } from "./begin.ts"
import type { Made } from "./begin.ts"
import { useForm } from "./form.tsx"
import { MakePage } from "./page-make.tsx"
import { PromisePage } from "./page-promise.tsx"
import { PromisesRoom } from "./page-room.tsx"
import { promiseTo } from "./promise-it.tsx"
import { useSayDue } from "./say-due.tsx"
import { takenUp, wordsOf } from "./shown.tsx"
import type { PromisesProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/**
 * Asked before making it: can I really keep this? The promise is shown where it is as soon as it is made. One may also come back here later, from
 * an invitation or a lock: then nothing is written any more, and the room is shown.
 */
export function ReallyPage(props: PromisesProps): VNode {
  const form = useForm(props)
  const [done, setDone] = useState<Ref | null>(null)
  // Asked once: while it is being made, its own copy must not take the page away.
  const [before] = useState(() => takenUp(props))
  const about = done ?? before
  if (about !== null) return <PromisePage {...props} at={{ page: "promise", about }} />
  const made = read(form.texts, props.now)
  if (made === "promises.say-what") return <PromisesRoom {...props} />
  if (typeof made === "string") return <MakePage {...props} />
  return <Asking {...props} made={made} dropping={form.dropping} onDone={setDone} />
}

interface AskingProps extends PromisesProps {
  readonly made: Made
  readonly dropping: () => () => void
  readonly onDone: (ref: Ref) => void
}

/** A smaller promise, and one for oneself, are as near as the promise to the other. */
function Asking(props: AskingProps): VNode {
  const { made, people, reader, now } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const sayDue = useSayDue(now)
  const { step, keep, send } = useMaking(props)
  const first = made.due.slice(0, 10)
  const times = timesBetween(made, first, addDays(first, 21)).slice(0, 3)
  const alone = isForNobody(reader)
  const name = people.other
  return (
    <>
      <Heading level={1}>{say("promises.really")}</Heading>
      <Sheet label={say("promises.the-promise")}>
        <Own>{wordsOf(made, say)}</Own>
        {times.map((time) => (
          <Text key={time} tone="second">
            {sayDue(time, made.zone)}
          </Text>
        ))}
        {made.repeat !== "once" && <Text tone="second">{say(`promises.repeat-${made.repeat}`)}</Text>}
      </Sheet>
      <Lead>{say("promises.really-lead")}</Lead>
      <Text>{say("promises.really-tired")}</Text>
      {!alone && <Text>{say("promises.really-stays", everyone(people))}</Text>}
      {!alone && !people.together && <Text>{sayAll("practices.review-alone", { name })}</Text>}
      {step === "failed" && <Text tone="clay">{sayAll("practices.not-kept")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.back}>
          {say("promises.smaller")}
        </Button>
        <Button kind={alone ? "main" : "second"} disabled={step === "busy"} onPress={keep}>
          {say("promises.for-me")}
        </Button>
        {!alone && (
          <Button kind="main" disabled={step === "busy"} onPress={send}>
            {say("promises.for-other", { name })}
          </Button>
        )}
      </Actions>
    </>
  )
}

interface Making {
  readonly step: "open" | "busy" | "failed"
  readonly keep: () => void
  readonly send: () => void
}
function useMaking(props: AskingProps): Making {
  const { onDone, desk } = props
  const sayAll = useSay<typeof shared>()
  const [step, setStep] = useState<Making["step"]>("open")
  const tried = async (act: () => Promise<Ref | null>): Promise<void> => {
    setStep("busy")
    const drop = props.dropping()
    try {
      const ref = await act()
      setStep("open")
      if (ref === null) return
      drop()
      onDone(ref)
    } catch {
      setStep("failed")
    }
  }
  const keep = async (): Promise<Ref> => {
    const { ref } = await keepCopy(props)
    announce(sayAll("practices.kept-now"))
    return ref
  }
  const send = async (): Promise<Ref | null> => {
    if (!(await desk.ready())) return null
    const copy = await keepCopy(props)
    return (await promiseTo(props, props.made, copy))?.ref ?? copy.ref
  }
  return { step, keep: () => void tried(keep), send: () => void tried(send) }
}

interface Copy {
  readonly ref: Ref
  readonly matter: Ref | null
  readonly from: Ref | null
}

/** The author's own copy, so that taking back never takes the words from their author. A second try makes no second copy. */
async function keepCopy({ made, desk, states, start, matters }: AskingProps): Promise<Copy> {
  const named = start?.start["matter"]
  const matter = labelOf(matters, named)?.id ?? named ?? null
  const from = start?.from ?? null
  const body = bodyFrom(made, matter, from)
  const same = states.own.promises.findLast(
    (p) =>
      desk.sharedOf(p.ref) === null &&
      (["matter", "from", "when", "will", "due", "zone", "repeat", "until"] as const).every(
        (field) => p[field] === body[field],
      ),
  )
  const ref = same?.ref ?? (await desk.keep("promises.intended", body)).ref
  return { ref, matter, from }
}
