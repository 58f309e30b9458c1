import { Actions, Button, Choice, Field, Heading, Lead, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { everyone } from "../everyone.ts"
import { unheard } from "../still-heard.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { MatterPage } from "./page-matter.tsx"
import { begunAbout, voices as ownVoices } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const remarks = ["left-out", "did-not-know"] as const

/** "You left this out", or "I did not know that", put beside the other's words. They stay as they are. */
export function RemarkPage(props: MattersProps): VNode {
  const { at, states, reader, desk, people } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [remark, setRemark] = useState<(typeof remarks)[number] | null>(null)
  const [problem, setProblem] = useState(false)
  const key = `matters:remark-${at.about ?? ""}`
  const { texts, write, dropping } = useTexts(desk, key, ["note"], null)
  const { note } = texts
  const voice = (props.voices ?? ownVoices(states, reader)).find((v) => v.ref === at.about)
  const target = voice?.target ?? null
  if (target === null) return <NoLongerHere {...props} about={props.at.about} begun={begunAbout} />
  if (unheard(props, { ref: target.ref, writer: reader.shared ?? reader.own }) !== null)
    return <MatterPage {...props} />
  const send = async (): Promise<void> => {
    if (remark === null) return
    const drop = dropping()
    try {
      if ((await desk.send("matters.remarked", { target, remark, note })) === null) return
      drop()
      props.back()
    } catch {
      setProblem(true)
    }
  }
  return (
    <>
      <Heading level={1}>{say("matters.remark-title")}</Heading>
      <Lead>{say("matters.remark-lead", everyone(people))}</Lead>
      <Choice
        legend={say("matters.remark-title")}
        name="remark"
        value={remark}
        onChose={setRemark}
        options={remarks.map((value) => ({ value, label: say(`matters.remark-${value}`) }))}
      />
      <Field
        label={say("matters.remark-note")}
        hint={say("matters.remark-note-hint")}
        value={note}
        onInput={(text) => write("note", text)}
        multiline
        own
        maxLength={2_000}
      />
      {problem && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.back}>
          {sayAll("practices.review-not-now")}
        </Button>
        <Button kind="main" disabled={remark === null} onPress={() => void send()}>
          {sayAll("practices.review-send")}
        </Button>
      </Actions>
    </>
  )
}
