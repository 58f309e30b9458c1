import { Actions, Button, Heading, Lead, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import { everybodyEver } from "../everyone.ts"
import { GatePage } from "../gate-page.tsx"
import { labelOf } from "../matter-names.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import type { en as shared } from "../words/en.ts"
import { HurtWords } from "./page-hurt-mine.tsx"
import { gateOf, theirs } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** What the other person wrote: behind the reader's own gate until they open it. Opening writes only into their private log. */
export function HurtReadPage(props: MattersProps): VNode {
  const { states, reader, at, people, matters, desk } = props
  useFocusOnHeading(gateOf(states, at.about ?? "") === "ready" ? "opened" : "closed")
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const said = theirs(states, reader).find((s) => s.ref === at.about)
  if (said === undefined) return <NoLongerHere {...props} about={props.at.about} />
  const name = people.nameOf(said.writer)
  const title = labelOf(matters, said.matter)?.title ?? say("matters.unnamed")
  if (gateOf(states, said.ref) !== "ready")
    return (
      <GatePage
        title={say("matters.gate-title", { name })}
        lead={say("matters.gate-lead", { title })}
        chosen={gateOf(states, said.ref)}
        onChoose={(choice) => void desk.keep("matters.gate", { target: said.ref, choice })}
      />
    )
  return (
    <>
      <Heading level={1}>{say("matters.read-title", { name })}</Heading>
      <Lead>{title}</Lead>
      <HurtWords texts={said} />
      <Actions>
        <Button
          kind="second"
          onPress={() => void desk.keep("matters.gate", { target: said.ref, choice: "not-yet" })}
        >
          {sayAll("practices.put-away")}
        </Button>
        <Button kind="second" onPress={() => props.go("matters", { page: "matter", matter: said.matter })}>
          {say("matters.beside", everybodyEver(people))}
        </Button>
      </Actions>
    </>
  )
}
