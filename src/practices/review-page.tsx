import { Actions, Button, Choice, Field, Heading, Lead, Own, Rule, Sheet, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { everyone } from "./everyone.ts"
import type { People } from "./view.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly lead: string
  /** Things to think of before, each one sentence. */
  readonly think: readonly string[]
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  readonly people: Pick<People, "other" | "others" | "together">
  /** Without `onInput` when both already see it. */
  readonly name: { readonly value: string; readonly onInput?: (name: string) => void }
  readonly isMaybeAtWork: boolean
  readonly failed: boolean
  readonly onBack: () => void
  readonly onSend: (hold: boolean) => Promise<void>
}

/** Before a long page goes: what goes, who sees what, when, and what can still be done afterwards. The "no" stands first. */
export function ReviewPage(props: Props): VNode {
  const say = useSay<typeof en>()
  const all = everyone(props.people)
  const [hold, setHold] = useState<"day" | "none">("day")
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    await props.onSend(hold === "day")
    setBusy(false)
  }
  return (
    <>
      <Heading level={1}>{say("practices.review-title")}</Heading>
      <Lead>{props.lead}</Lead>
      {props.think.map((sentence) => (
        <Text key={sentence} tone="second">
          {sentence}
        </Text>
      ))}
      <Heading level={2}>{say("practices.review-words", all)}</Heading>
      <PartsSheet parts={props.parts} level={3} />
      {props.name.onInput === undefined ? (
        <Text>{say("practices.review-about", { ...all, title: props.name.value })}</Text>
      ) : (
        <Field
          label={say("practices.review-name", all)}
          hint={say("practices.review-name-hint", all)}
          value={props.name.value}
          onInput={props.name.onInput}
          maxLength={200}
        />
      )}
      <Choice
        legend={say("practices.hold-title")}
        name="hold"
        value={hold}
        onChose={setHold}
        options={[
          { value: "day", label: say("practices.hold-day"), hint: say("practices.hold-day-hint") },
          { value: "none", label: say("practices.hold-none") },
        ]}
      />
      <Rule />
      {!props.people.together && <Text>{say("practices.review-alone", all)}</Text>}
      <Text>{say("practices.review-closed", all)}</Text>
      <Text>{say("practices.review-untold")}</Text>
      <Text>{say("practices.review-back")}</Text>
      <Text>{say("practices.review-kept-copy", all)}</Text>
      {props.isMaybeAtWork && <Text>{say("practices.review-work")}</Text>}
      {props.failed && <Text tone="clay">{say("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={props.onBack}>
          {say("practices.review-not-now")}
        </Button>
        <Button kind="main" disabled={busy} onPress={() => void send()}>
          {say("practices.review-send")}
        </Button>
      </Actions>
    </>
  )
}

/** A page as it is read: each part under its name, empty parts left out. */
export function PartsSheet({
  parts,
  level = 2,
}: {
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  readonly level?: 2 | 3
}): VNode {
  return (
    <Sheet>
      {parts
        .filter((part) => /\S/.test(part.text))
        .map((part) => (
          <div key={part.label}>
            <Heading level={level}>{part.label}</Heading>
            <Own>{part.text}</Own>
          </div>
        ))}
    </Sheet>
  )
}
