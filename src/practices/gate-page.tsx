import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "./words/en.ts"

export const gateChoices = ["ready", "not-yet", "in-person", "not-at-all"] as const
export type GateChoice = (typeof gateChoices)[number]

interface Props {
  readonly title: string
  readonly lead: string
  readonly more?: string
  /** What was chosen last, or null. */
  readonly chosen: GateChoice | null
  readonly onChoose: (choice: GateChoice) => void
}

/** The reader's own gate before words from the other person: four answers of one size; each is private and may be changed. */
export function GatePage({ title, lead, more, chosen, onChoose }: Props): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <Lead>{lead}</Lead>
      {more !== undefined && <Text>{more}</Text>}
      <Text tone="second">{say("practices.gate-told")}</Text>
      <Actions>
        {gateChoices.map((choice) => (
          <Button key={choice} kind="second" wide onPress={() => onChoose(choice)}>
            {say(`practices.gate-${choice}`)}
          </Button>
        ))}
      </Actions>
      <output>
        {chosen !== null && chosen !== "ready" && (
          <Text>
            {say(chosen === "in-person" ? "practices.gate-in-person-stays" : "practices.gate-stays")}
          </Text>
        )}
      </output>
    </>
  )
}
