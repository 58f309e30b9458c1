import { Actions, Button, Heading, Lead, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { byWriter, everyone } from "../everyone.ts"
import { unheard } from "../still-heard.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { repairKinds } from "./entries.ts"
import { Answers } from "./answers.tsx"
import { answersTo, latestAnswer } from "./look.ts"
import { MinePage } from "./page-mine.tsx"
import { RepairFields } from "./repair-fields.tsx"
import { begunAbout } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const drafted = ["kind", "what"] as const

/** One thing to put right, offered after the letter. What is missing stands above it, in the other's own words. */
export function OfferPage(props: ApologyProps): VNode {
  const { at, states, people, desk } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const key = `apology:offer-${at.about ?? ""}`
  const { texts, write, dropping } = useTexts(desk, key, drafted, null)
  const [failed, setFailed] = useState(false)
  const letter = states.shared.letters.find((l) => l.ref === at.about)
  if (letter === undefined) return <NoLongerHere {...props} about={props.at.about} begun={begunAbout} />
  if (unheard(props, letter) !== null) return <MinePage {...props} />
  const kind = repairKinds.find((k) => k === texts.kind) ?? ""
  const offer = async (): Promise<void> => {
    if (kind === "" || !/\S/.test(texts.what)) return
    const target = latestAnswer(states.shared, letter)?.ref ?? letter.ref
    setFailed(false)
    const drop = dropping()
    try {
      const sent = await desk.send("apology.repair-offered", { target, what: texts.what, kind })
      if (sent === null) return
      drop()
      announce(say("apology.offer-goes"))
      props.go("apology", { page: "mine", about: letter.ref })
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <Heading level={1}>{say("apology.offer-title")}</Heading>
      <Lead>{say("apology.offer-lead", everyone(people))}</Lead>
      <Answers
        answers={byWriter(answersTo(states.shared, letter)).flatMap(({ of }) => of.slice(-1))}
        nameOf={people.nameOf}
      />
      <RepairFields
        kind={kind}
        what={texts.what}
        onKind={(chosen) => write("kind", chosen)}
        onWhat={(what) => write("what", what)}
      />
      <Text tone="second">{say("apology.offer-accepting", everyone(people))}</Text>
      {failed && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.back}>
          {sayAll("practices.review-not-now")}
        </Button>
        <Button kind="main" disabled={kind === "" || !/\S/.test(texts.what)} onPress={() => void offer()}>
          {say("apology.offer-send")}
        </Button>
      </Actions>
    </>
  )
}
