import { Actions, Button, Choice, DateTime, Field, Heading, Lead, Text, announce, useSay } from "#kit"
import type { VNode } from "preact"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { endingOf } from "./attend.ts"
import type { Over } from "./fold.ts"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const answers = ["ended", "going-on", "not-sure"] as const
const drafted = ["answer", "what", "by", "helper"] as const

/** One private question. While it goes on: what ends, by when, who helps; and the way to a promise, if wanted. Nothing is blocked. */
export function OverPage(props: MattersProps): VNode {
  const { at, states, desk } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const last = states.own.over.find((o) => o.matter === at.matter) ?? null
  const { texts, write, dropping } = useTexts(
    desk,
    `matters:over-${at.matter ?? ""}`,
    drafted,
    last && { answer: last.answer, what: last.what, by: last.by ?? "", helper: last.helper },
  )
  const answer = answers.find((one) => one === texts.answer) ?? null
  const keep = async (): Promise<void> => {
    if (at.matter === undefined || answer === null) return
    const { what, by, helper } = texts
    const ending = answer === "going-on" ? { what, helper, ...(by === "" ? {} : { by }) } : {}
    // The page before is shown first, so that what the shell offers after a first keeping lies on top.
    props.back()
    const drop = dropping()
    try {
      await desk.keep("matters.over", { matter: at.matter, answer, ...ending })
      drop()
      announce(sayAll("practices.kept-now"))
    } catch {
      announce(sayAll("practices.not-kept"))
    }
  }
  const isKept = last !== null && last.answer === "going-on" && samePlan(last, texts)
  return (
    <>
      <Heading level={1}>{say("matters.is-over")}</Heading>
      <Lead>{say("matters.over-lead")}</Lead>
      <Choice
        legend={say("matters.is-over")}
        name="over"
        value={answer}
        onChose={(chosen) => write("answer", chosen)}
        options={answers.map((value) => ({ value, label: say(`matters.over-${value}`) }))}
      />
      {answer === "not-sure" && <Text>{say("matters.over-sure-hint")}</Text>}
      {answer === "going-on" && <Plan plan={texts} today={props.now.day} onPlan={write} />}
      <Actions>
        <Button kind="main" disabled={answer === null} onPress={() => void keep()}>
          {say("matters.over-keep")}
        </Button>
        {answer === "going-on" && isKept && <ToPromise {...props} over={last} />}
      </Actions>
    </>
  )
}

interface Ending {
  readonly what: string
  readonly by: string
  readonly helper: string
}

function Plan(props: {
  readonly plan: Ending
  readonly today: string
  readonly onPlan: (part: keyof Ending, text: string) => void
}): VNode {
  const { plan, onPlan } = props
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("matters.over-first")}</Text>
      <Field
        label={say("matters.over-what")}
        value={plan.what}
        onInput={(what) => onPlan("what", what)}
        multiline
        own
        maxLength={2_000}
      />
      <DateTime
        label={say("matters.over-by")}
        day={plan.by}
        min={props.today}
        onChange={(by) => onPlan("by", by)}
      />
      <Field
        label={say("matters.over-helper")}
        value={plan.helper}
        onInput={(helper) => onPlan("helper", helper)}
        maxLength={500}
      />
    </>
  )
}

function samePlan(over: Over, plan: Ending): boolean {
  return over.what === plan.what && (over.by ?? "") === plan.by && over.helper === plan.helper
}

/** What was kept goes along as a beginning; it becomes a promise only when it is made there. */
export function ToPromise(props: MattersProps & { readonly over: Over }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Button kind="second" onPress={() => props.go("promises", { page: "make" }, endingOf(props.over))}>
        {say("matters.over-promise")}
      </Button>
      <Text tone="second">{say("matters.over-promise-why")}</Text>
    </>
  )
}
