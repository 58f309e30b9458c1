import { Actions, Band, Button, Heading, Lead, Rule, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Snapshot } from "../session/shown.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { AskedCards } from "./three.tsx"

type Going = NonNullable<Snapshot["going"]>
type What = "leave" | "close"

/** What became of it, in one sentence; null while two people are here and nothing was ended. */
export function overIn(
  going: Snapshot["going"],
): "app.going-left" | "app.going-closed" | "app.going-alone" | null {
  if (going === undefined) return null
  if (!going.here) return "app.going-left"
  if (going.closed) return "app.going-closed"
  return going.others === 0 ? "app.going-alone" : null
}

/** Three ways to go, the quietest first. None is longer than the other, and none asks why (CARE E8, E9). */
export function GoingPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { going } = inner.snapshot
  const over = overIn(going)
  const hasLeft = going?.here === false
  return (
    <>
      <Heading level={1}>{say(hasLeft ? "app.going-left-title" : "app.going-title")}</Heading>
      <Lead>{say(hasLeft ? "app.going-left-lead" : "app.going-lead")}</Lead>
      <Text>{say(hasLeft ? "app.going-left-afraid" : "app.going-afraid")}</Text>
      <Button kind="quiet" onPress={() => inner.way.go({ at: "help" })}>
        {say("app.going-help")}
      </Button>
      {over !== null && !hasLeft && <Text>{say(over)}</Text>}
      {inner.snapshot.anew !== undefined && (
        <Button kind="second" onPress={() => inner.way.go({ at: "anew" })}>
          {say("app.anew")}
        </Button>
      )}
      {going !== undefined && <StepOut inner={inner} going={going} />}
      {going !== undefined && <ForGood inner={inner} going={going} />}
    </>
  )
}

function StepOut({ inner, going }: { readonly inner: Inner; readonly going: Going }): VNode {
  const say = useSay<typeof en>()
  const { away, here } = going
  return (
    <>
      <Rule />
      <Heading level={2}>{say("app.going-out-title")}</Heading>
      <Text>{say(away ? "app.going-away" : here ? "app.going-out" : "app.going-out-left")}</Text>
      <Button kind="second" onPress={() => void inner.session.going.stepOut(!away)}>
        {say(away ? (here ? "app.going-back" : "app.going-ask-again") : "app.going-out-do")}
      </Button>
    </>
  )
}

function ForGood({ inner, going }: { readonly inner: Inner; readonly going: Going }): VNode | null {
  const say = useSay<typeof en>()
  if (!going.here) return null
  if (going.chosen !== null)
    return (
      <>
        <Rule />
        <Heading level={2}>{say(`app.going-${going.chosen}-title`)}</Heading>
        <Text>{say("app.going-waits")}</Text>
        <Button kind="second" onPress={() => void inner.session.going.choose(null)}>
          {say("app.going-not-after-all")}
        </Button>
      </>
    )
  const isAsked = inner.snapshot.proposed?.some((p) => p.what === "close" && p.agreed) === true
  const ways: readonly What[] = going.closed || isAsked ? ["leave"] : ["leave", "close"]
  return (
    <>
      {ways.map((what) => (
        <OneWay key={what} inner={inner} what={what} going={going} />
      ))}
      <AskedCards inner={inner} of={inner.snapshot.proposed?.filter((p) => p.what === "close") ?? []} />
    </>
  )
}

function OneWay({
  inner,
  what,
  going,
}: {
  readonly inner: Inner
  readonly what: What
  readonly going: Going
}): VNode {
  const say = useSay<typeof en>()
  const [asking, setAsking] = useState(false)
  const { senior } = going
  // More than two end it only together.
  const needsAll = what === "close" && going.others > 1
  return (
    <>
      <Rule />
      <Heading level={2}>{say(`app.going-${what}-title`)}</Heading>
      <Text>{say(`app.going-${what}`)}</Text>
      {needsAll && <Text>{say("app.going-close-agree")}</Text>}
      {!senior && <Text tone="second">{say("app.going-junior")}</Text>}
      {senior && !asking && (
        <Button kind="second" onPress={() => setAsking(true)}>
          {say(`app.going-${what}-do`)}
        </Button>
      )}
      {senior && asking && (
        <Band tone="quiet">
          <Text>{say("app.going-sure")}</Text>
          <Button kind="quiet" onPress={() => inner.way.go({ at: "save-copy" })}>
            {say("app.going-save")}
          </Button>
          <Actions>
            <Button kind="second" onPress={() => setAsking(false)}>
              {say("app.going-no")}
            </Button>
            <Button kind="second" onPress={() => void inner.session.going.choose(what)}>
              {say(`app.going-${what}-sure`)}
            </Button>
          </Actions>
        </Band>
      )}
    </>
  )
}
