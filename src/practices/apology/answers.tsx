import { Band, Heading, Own, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { byWriter } from "../everyone.ts"
import type { Writer } from "../practice.ts"
import { useSayDay } from "../say-day.tsx"
import type { Answer } from "./fold.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly answers: readonly Answer[]
  /** What who answered is called; left out for the reader's own. */
  readonly nameOf?: (writer: Writer) => string
}

/** Answers to one letter, each person's under their name, oldest first. The latest stands; the earlier ones stay as they were. */
export function Answers({ answers, nameOf }: Props): VNode {
  return (
    <>
      {byWriter(answers).map(({ writer, of }) => (
        <OfOne key={writer} answers={of} {...(nameOf === undefined ? {} : { name: nameOf(writer) })} />
      ))}
    </>
  )
}

function OfOne({ answers, name }: { readonly answers: readonly Answer[]; readonly name?: string }): VNode {
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  return (
    <>
      <Heading level={2}>
        {name === undefined ? say("apology.your-answer") : say("apology.answer-of", { name })}
      </Heading>
      {answers.map((answer) => (
        <Band key={answer.ref} tone={answer.heard === "heard" ? "sage" : "quiet"}>
          <Text>{say(`apology.heard-${answer.heard}`)}</Text>
          {/\S/.test(answer.missing) && <Own>{answer.missing}</Own>}
          <Text tone="second">{sayDay(answer.day)}</Text>
        </Band>
      ))}
    </>
  )
}
