import {
  Actions,
  Button,
  Choice,
  DateTime,
  Editor,
  Field,
  Heading,
  Lead,
  Notes,
  Text,
  Where,
  Writing,
  announce,
  useSay,
} from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody } from "../for-nobody.ts"
import type { Reader } from "../practice.ts"
import { useCoach } from "../use-coach.tsx"
import type { en as shared } from "../words/en.ts"
import { read, repeats } from "./begin.ts"
import type { Problem } from "./begin.ts"
import { useForm } from "./form.tsx"
import type { Form } from "./form.tsx"
import { PromisePage } from "./page-promise.tsx"
import { cityOf } from "./say-due.tsx"
import { takenUp } from "./shown.tsx"
import type { PromisesProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** "When …, I will …", with a time. What was handed over stands in it already; nothing is made until it is made here. */
export function MakePage(props: PromisesProps): VNode {
  const before = takenUp(props)
  return before === null ? (
    <Making {...props} />
  ) : (
    <PromisePage {...props} at={{ page: "promise", about: before }} />
  )
}

function Making(props: PromisesProps): VNode {
  const { now, start, go } = props
  const say = useSay<typeof en>()
  const form = useForm(props)
  const [asked, setAsked] = useState(false)
  const made = read(form.texts, now)
  // Said once one wanted to go on, and gone as soon as it is mended.
  const problem: Problem | null = asked && typeof made === "string" ? made : null
  const goOn = (): void => {
    if (typeof made === "string") {
      setAsked(true)
      announce(say(made))
    } else if (start === null) go("promises", { page: "really" })
    else go("promises", { page: "really" }, start)
  }
  return (
    <>
      <Heading level={1}>{say("promises.make-title")}</Heading>
      <Lead>{say("promises.make-lead")}</Lead>
      <Where place="phone" />
      {start?.start["helper"] !== undefined && (
        <Text tone="second">{say("promises.helper", { helper: start.start["helper"] })}</Text>
      )}
      <TheWords {...props} form={form} />
      <TheTime {...props} form={form} />
      {problem !== null && <Text tone="clay">{say(problem)}</Text>}
      <MakeActions back={props.back} goOn={goOn} />
    </>
  )
}

function MakeActions({ back, goOn }: { readonly back: () => void; readonly goOn: () => void }): VNode {
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  return (
    <Actions>
      <Button kind="second" onPress={back}>
        {sayAll("practices.back")}
      </Button>
      <Button kind="main" onPress={goOn}>
        {say("promises.go-on")}
      </Button>
    </Actions>
  )
}

interface WithForm extends PromisesProps {
  readonly form: Form
}

function TheWords({ form, coach, reader }: WithForm): VNode {
  const say = useSay<typeof en>()
  const { texts, write } = form
  const coaching = useCoach(texts.will, (words) => coach(words, "promise"))
  return (
    <>
      <Field
        label={say("promises.when")}
        hint={say(`promises.when-${exampleFor(reader)}`)}
        value={texts.when}
        onInput={(when) => write("when", when)}
        own
        maxLength={1_000}
      />
      <Writing margin={<Notes notes={coaching.notes} onFine={coaching.fine} />}>
        <Editor
          label={say("promises.will")}
          hint={say(`promises.will-${exampleFor(reader)}`)}
          value={texts.will}
          onInput={(will) => write("will", will)}
          marks={coaching.marks}
          rows={4}
          maxLength={2_000}
        />
      </Writing>
    </>
  )
}

/** Examples follow the relation: nothing of home in a matter of work. */
function exampleFor(reader: Reader): "home" | "friend" | "work" | "self" {
  switch (reader.relation) {
    case "partner":
    case "relative":
      return "home"
    case "friend":
      return "friend"
    case "colleague":
    case "group":
      return "work"
    case "nobody":
      return isForNobody(reader) ? "self" : "friend"
  }
}

function TheTime({ form, now }: WithForm): VNode {
  const say = useSay<typeof en>()
  const { texts, write } = form
  const change = (day: string, time: string): void => {
    if (day !== texts.day) write("day", day)
    if (time !== texts.time) write("time", time)
  }
  const repeat = repeats.find((r) => r === texts.repeat) ?? "once"
  return (
    <>
      <DateTime
        label={say(repeat === "once" ? "promises.by" : "promises.first")}
        hint={say("promises.zone", { place: cityOf(now.zone) })}
        day={texts.day}
        time={texts.time}
        min={now.day}
        onChange={change}
      />
      <Choice
        legend={say("promises.how-often")}
        name="repeat"
        value={repeat}
        onChose={(value) => write("repeat", value)}
        options={repeats.map((value) => ({ value, label: say(`promises.repeat-${value}`) }))}
      />
      {repeat !== "once" && (
        <DateTime
          label={say("promises.until-when")}
          hint={say("promises.until-hint")}
          day={texts.until}
          min={texts.day}
          onChange={(day) => write("until", day)}
        />
      )}
    </>
  )
}
