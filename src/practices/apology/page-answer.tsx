import { Actions, Button, Choice, Field, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { unheard } from "../still-heard.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { ReadPage } from "./page-read.tsx"
import { begunAbout, theirs } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const drafted = ["heard", "missing"] as const
const answers = ["heard", "partly", "not-yet", "not-coming-back"] as const

/** The answer to a letter: whether it was heard, and what is missing. It is owed to nobody. */
export function AnswerPage(props: ApologyProps): VNode {
  const { at, states, reader, people, desk } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const key = `apology:answer-${at.about ?? ""}`
  const { texts, write, dropping } = useTexts(desk, key, drafted, null)
  const [failed, setFailed] = useState(false)
  const letter = theirs(states, reader).find((l) => l.ref === at.about)
  if (letter === undefined) return <NoLongerHere {...props} about={props.at.about} begun={begunAbout} />
  if (unheard(props, letter) !== null) return <ReadPage {...props} />
  const heard = answers.find((a) => a === texts.heard) ?? null
  const name = people.nameOf(letter.writer)
  const send = async (): Promise<void> => {
    if (heard === null) return
    setFailed(false)
    const drop = dropping()
    try {
      const target = { ref: letter.ref, version: letter.version }
      const sent = await desk.send("apology.answered", { target, heard, missing: texts.missing })
      if (sent === null) return
      drop()
      announce(say("apology.answer-goes"))
      props.go("apology", { page: "read", about: letter.ref })
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Heading level={1}>{say("apology.answer-title", { name })}</Heading>
      <Lead>{say("apology.answer-lead")}</Lead>
      <Choice
        legend={say("apology.answer-legend")}
        name="heard"
        value={heard}
        onChose={(value) => write("heard", value)}
        options={answers.map((value) => ({
          value,
          label: say(`apology.heard-${value}`),
          hint: say(`apology.heard-${value}-hint`),
        }))}
      />
      <Field
        label={say(
          heard === "partly" || heard === "not-yet" ? "apology.what-is-missing" : "apology.answer-add",
        )}
        hint={say("apology.answer-words-hint", { name })}
        value={texts.missing}
        onInput={(missing) => write("missing", missing)}
        multiline
        own
        rows={6}
        maxLength={10_000}
      />
      <Text tone="second">{sayAll("practices.review-back")}</Text>
      {failed && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.back}>
          {sayAll("practices.review-not-now")}
        </Button>
        <Button kind="main" disabled={heard === null} onPress={() => void send()}>
          {say("apology.answer-send")}
        </Button>
      </Actions>
    </>
  )
}
