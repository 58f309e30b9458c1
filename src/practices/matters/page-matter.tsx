import { Actions, Button, Card, Heading, Lead, Own, Rule, Sheet, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { everybodyEver } from "../everyone.ts"
import { isSeenByBoth, labelOf, sameMatter } from "../matter-names.tsx"
import type { MatterLabel } from "../view.ts"
import type { OwnMatter } from "./fold.ts"
import { ToPromise } from "./page-over.tsx"
import { gateOf, theirs } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import { Sides } from "./sides.tsx"
import type { en } from "./words/en.ts"

/** One matter: my own words about it, is it over, and what each has said. */
export function MatterPage(props: MattersProps): VNode {
  const { at, matters, states, standing, people } = props
  const say = useSay<typeof en>()
  const label = labelOf(matters, at.matter)
  const own = states.own.matters.find((m) => m.ref === (label?.own ?? at.matter)) ?? null
  const isClosed = states.own.closed.some((c) => sameMatter(matters, c, label?.id ?? at.matter ?? ""))
  return (
    <>
      <Heading level={1} own>
        {label?.title ?? say("matters.unnamed")}
      </Heading>
      <Lead>
        {isSeenByBoth(label, standing)
          ? say("matters.both-see", everybodyEver(people))
          : say("matters.only-you")}
      </Lead>
      {isClosed && <Text>{say("matters.closed-note")}</Text>}
      {own !== null && <OwnWords {...props} own={own} />}
      <StillClosed {...props} />
      <Sides {...props} />
      <Rule />
      <Ways {...props} label={label} isClosed={isClosed} mayBeMine={own?.mine !== "was-done-to-me"} />
    </>
  )
}

function OwnWords(props: MattersProps & { readonly own: OwnMatter }): VNode {
  const { own, states } = props
  const say = useSay<typeof en>()
  const over = states.own.over.find((o) => o.matter === own.ref) ?? null
  const mayBeMine = own.mine === "i-did" || own.mine === "both"
  return (
    <>
      {/\S/.test(own.what) && (
        <>
          <Heading level={2}>{say("matters.own-notes")}</Heading>
          <Sheet>
            <Own>{own.what}</Own>
          </Sheet>
        </>
      )}
      <Actions>
        <Button kind="quiet" onPress={() => props.go("matters", { page: "open", matter: own.ref })}>
          {say(/\S/.test(own.what) ? "matters.edit" : "matters.edit-name")}
        </Button>
      </Actions>
      {mayBeMine && (own.kind === "lie" || own.kind === "hidden") && (
        <Text tone="second">{say("matters.hidden-note")}</Text>
      )}
      {mayBeMine && (
        <Card
          title={say("matters.is-over")}
          reason={say(over === null ? "matters.over-lead" : `matters.over-${over.answer}`)}
          onPress={() => props.go("matters", { page: "over", matter: own.ref })}
        />
      )}
      {over?.answer === "going-on" && /\S/.test(over.what) && (
        <Actions>
          <ToPromise {...props} over={over} />
        </Actions>
      )}
    </>
  )
}

/** Pages of the other person's in this matter that this reader has not opened. */
function StillClosed(props: MattersProps): VNode {
  const { states, reader, matters, at, people } = props
  const say = useSay<typeof en>()
  const closed = theirs(states, reader).filter(
    (s) => sameMatter(matters, s.matter, at.matter ?? "") && gateOf(states, s.ref) !== "ready",
  )
  return (
    <>
      {closed.map((s) => (
        <Card
          key={s.ref}
          title={say("matters.closed-from", { name: people.nameOf(s.writer) })}
          onPress={() => props.go("matters", { page: "read", about: s.ref })}
        />
      ))}
    </>
  )
}

interface WaysProps extends MattersProps {
  readonly label: MatterLabel | null
  readonly isClosed: boolean
  /** False: it was done to them, as they see it. Then nobody suggests that they tell what they did. */
  readonly mayBeMine: boolean
}
function Ways(props: WaysProps): VNode {
  const { desk, at, label, isClosed, mayBeMine } = props
  const say = useSay<typeof en>()
  const matter = label?.id ?? at.matter
  if (matter === undefined) return <></>
  return (
    <Actions>
      <Button kind="second" onPress={() => props.go("matters", { page: "hurt", matter })}>
        {say("matters.say-hurt")}
      </Button>
      {mayBeMine && (
        <Button kind="second" onPress={() => props.go("account", { page: "write", matter })}>
          {say("matters.write-account")}
        </Button>
      )}
      <Button
        kind="quiet"
        onPress={() => void desk.keep(isClosed ? "matters.reopened" : "matters.closed", { matter })}
      >
        {say(isClosed ? "matters.reopen" : "matters.close")}
      </Button>
    </Actions>
  )
}
