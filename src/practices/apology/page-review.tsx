import { Actions, Button, Field, Heading, Lead, Own, Rule, Sheet, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { everyone } from "../everyone.ts"
import { isForNobody, isMaybeAtWork } from "../for-nobody.ts"
import { openedAs, useDayName } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import { dropping, useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { MinePage } from "./page-mine.tsx"
import { ApologyRoom } from "./page-room.tsx"
import { Against, WritePage } from "./page-write.tsx"
import { textsAt, wentAs } from "./keep-page.tsx"
import { AddRepair, LetterRepairs } from "./repair-fields.tsx"
import { sendLetter } from "./send-letter.tsx"
import { beside, draftKey, matterOf, repairsIn } from "./shown.tsx"
import type { ApologyProps, RepairWords } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** Before a letter goes: the letter, what it offers, who sees what, and what can still be done afterwards. "Not now" stands first. */
export function ReviewPage(props: ApologyProps): VNode {
  const { at, people, desk, standing, now, reader } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const all = everyone(people)
  const dayName = useDayName()(now.day)
  const label = matterOf(props, at.matter)
  const begun = { name: label?.title ?? dayName }
  const { texts, write } = useTexts(desk, draftKey(props, at), ["name"], begun)
  const isOpened = openedAs(label, standing, desk.waiting) !== null
  const name = isOpened ? begun.name : texts.name
  const [sent, setSent] = useState<Ref | null>(null)
  const [step, setStep] = useState<"open" | "busy" | "failed">("open")
  const { repairs, change } = useRepairs(props)
  const [adding, setAdding] = useState(false)
  const { text, asks } = textsAt(props, at)
  const gone = sent ?? wentAs(props, at)
  if (gone !== null) return <MinePage {...props} at={{ page: "mine", about: gone }} />
  // Come back to from the invitation, after the letter was chosen to go: nothing is on this page any more.
  if (!/\S/.test(text)) return <ApologyRoom {...props} />
  // Asked on the way, they said that they may not be in touch: it is a page never sent now, and offers no sending.
  if (isForNobody(reader)) return <WritePage {...props} />
  // On its own: no "Send" stands beside an offer that is half written.
  if (adding)
    return (
      <AddRepair
        desk={desk}
        page={draftKey(props, at)}
        onAdd={(repair) => {
          change([...repairs, repair])
          setAdding(false)
        }}
        onNotNow={() => setAdding(false)}
      />
    )
  const send = async (): Promise<void> => {
    setStep("busy")
    const drop = dropping(desk, draftKey(props, at), beside)
    try {
      const ref = await sendLetter(props, {
        text,
        asks: asks === "yes",
        repairs,
        title: /\S/.test(name) ? name : dayName,
      })
      setStep("open")
      if (ref === null) return
      drop()
      setSent(ref)
    } catch {
      setStep("failed")
    }
  }
  return (
    <>
      <Heading level={1}>{sayAll("practices.review-title")}</Heading>
      <Lead>{say("apology.review-lead", all)}</Lead>
      <Against {...props} at={at} />
      <Heading level={2}>{sayAll("practices.review-words", all)}</Heading>
      <Sheet label={say("apology.voice")}>
        <Own>{text}</Own>
      </Sheet>
      <LetterRepairs repairs={repairs} onChange={change} onAdding={() => setAdding(true)} />
      {!isOpened ? (
        <Field
          label={sayAll("practices.review-name", all)}
          hint={sayAll("practices.review-name-hint", all)}
          value={name}
          onInput={(text) => write("name", text)}
          maxLength={200}
        />
      ) : (
        <Text>{sayAll("practices.review-about", { ...all, title: name })}</Text>
      )}
      <WhatHappens {...props} />
      {step === "failed" && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.back}>
          {sayAll("practices.review-not-now")}
        </Button>
        <Button kind="main" disabled={step === "busy"} onPress={() => void send()}>
          {sayAll("practices.review-send")}
        </Button>
      </Actions>
    </>
  )
}

function WhatHappens({ people, reader }: ApologyProps): VNode {
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const all = everyone(people)
  return (
    <>
      <Rule />
      <Text>{say("apology.review-ten")}</Text>
      {!people.together && <Text>{sayAll("practices.review-alone", all)}</Text>}
      <Text>{sayAll("practices.review-closed", all)}</Text>
      <Text>{sayAll("practices.review-untold")}</Text>
      <Text>{sayAll("practices.review-back")}</Text>
      <Text>{sayAll("practices.review-kept-copy", all)}</Text>
      {isMaybeAtWork(reader) && <Text>{sayAll("practices.review-work")}</Text>}
    </>
  )
}

interface Repairs {
  readonly repairs: readonly RepairWords[]
  readonly change: (repairs: readonly RepairWords[]) => void
}
function useRepairs(props: ApologyProps): Repairs {
  const { desk, at } = props
  const key = `${draftKey(props, at)}:repairs`
  const [repairs, setRepairs] = useState<readonly RepairWords[]>(() => {
    const draft = desk.draft(key)
    return draft === "" ? [] : repairsIn(fromJson(draft))
  })
  return {
    repairs,
    change: (next) => {
      setRepairs(next)
      desk.setDraft(key, JSON.stringify(next))
    },
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
