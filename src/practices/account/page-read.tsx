import { Actions, Button, Heading, Lead, Text, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import { GatePage } from "../gate-page.tsx"
import type { GateChoice } from "../gate-page.tsx"
import { labelOf, sameMatter } from "../matter-names.tsx"
import { useSayDay } from "../say-day.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import type { en as shared } from "../words/en.ts"
import type { Told } from "./fold.ts"
import { Words } from "./page-mine.tsx"
import { gateOf, theirs } from "./shown.tsx"
import type { AccountProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** What the other person left: behind the reader's own gate until they open it. Opening writes only into their private log. */
export function ReadPage(props: AccountProps): VNode {
  const { states, reader, at } = props
  const told = theirs(states, reader).find((t) => t.ref === at.about)
  useFocusOnHeading(gateOf(states, at.about ?? "") === "ready" ? "opened" : "closed")
  if (told === undefined) return <NoLongerHere {...props} about={props.at.about} />
  return gateOf(states, told.ref) === "ready" ? (
    <Opened {...props} told={told} />
  ) : (
    <Closed {...props} told={told} />
  )
}

interface WithTold extends AccountProps {
  readonly told: Told
}

function Closed(props: WithTold): VNode {
  const { told, people, matters, desk, states } = props
  const say = useSay<typeof en>()
  const name = people.nameOf(told.writer)
  const title = labelOf(matters, told.matter)?.title ?? say("account.unnamed")
  return (
    <GatePage
      title={say("account.gate-title", { name })}
      lead={say("account.gate-lead", { title })}
      more={say("account.gate-with")}
      chosen={gateOf(states, told.ref)}
      onChoose={(choice: GateChoice) => void desk.keep("account.gate", { target: told.ref, choice })}
    />
  )
}

function Opened(props: WithTold): VNode {
  const { told, people, matters, desk, voices = [] } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const sayDay = useSayDay()
  const hasOwn = voices.some((v) => v.mine && sameMatter(matters, v.matter, told.matter))
  return (
    <>
      <Heading level={1}>{say("account.read-title", { name: people.nameOf(told.writer) })}</Heading>
      <Lead>{labelOf(matters, told.matter)?.title ?? say("account.unnamed")}</Lead>
      {told.addition !== null && (
        <Text tone="second">{say("account.addition", { day: sayDay(told.day) })}</Text>
      )}
      <Words texts={told} />
      <Actions>
        <Button
          kind="second"
          onPress={() => void desk.keep("account.gate", { target: told.ref, choice: "not-yet" })}
        >
          {sayAll("practices.put-away")}
        </Button>
        <Button kind="second" onPress={() => props.go("matters", { page: "matter", matter: told.matter })}>
          {say(hasOwn ? "account.read-beside" : "account.read-all")}
        </Button>
      </Actions>
    </>
  )
}
