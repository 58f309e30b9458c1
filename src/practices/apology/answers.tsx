import { Band, Heading, Own, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { useSayDay } from "../say-day.tsx"
import type { Answer } from "./fold.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly answers: readonly Answer[]
  /** Who answered; left out for the reader's own. */
  readonly name?: string
}

/** Answers to one letter, oldest first. The latest stands; the earlier ones stay as they were. */
export function Answers({ answers, name }: Props): VNode | null {
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  if (answers.length === 0) return null
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
