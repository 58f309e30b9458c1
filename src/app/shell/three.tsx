import { Actions, Button, Card, Field, Heading, Lead, Text, useFocusOnHeading, useSay } from "#kit"
import { useRef } from "preact/hooks"
import type { VNode } from "preact"
import type { Proposed } from "../inviting/invite-step.ts"
import type { Session } from "../session/session.ts"
import type { Snapshot } from "../session/shown.ts"
import type { en } from "../words/en.ts"
import { AskedToMove, YesToMove } from "./asked-move.tsx"
import type { Inner } from "./inner.ts"
import { today } from "./place.ts"
import type { Place } from "./place.ts"
import { namedPeople, useUnnamed } from "./room.tsx"
import { setAwaited } from "./settings.ts"
import { useTyped } from "./use-typed.ts"

/** Before a link for somebody else: what it means for those who are here, and the name they will read. */
export function InviteMorePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { text: name, write, drop } = useTyped(inner.session, "who-comes")
  const make = async (): Promise<void> => {
    inner.way.go({ at: "invite" })
    setAwaited(inner.session, true)
    await inner.session.invite.start(name.trim())
    drop()
  }
  return (
    <>
      <Heading level={1}>{say("app.three-title")}</Heading>
      <Lead>{say("app.three-lead")}</Lead>
      <Text>{say("app.three-means")}</Text>
      <Field label={say("app.three-name")} value={name} onInput={write} maxLength={60} />
      <Actions>
        <Button kind="second" onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" disabled={name.trim() === ""} onPress={() => void make()}>
          {say("app.invite-make")}
        </Button>
      </Actions>
    </>
  )
}

const putOff = (ref: string): string => `setting.not-now.${ref}`

/** What is asked of this person and neither answered nor put off. */
export function askedNow({ proposed = [] }: Snapshot, session: Session): readonly Proposed[] {
  return proposed.filter(({ ref, agreed }) => !agreed && session.draft(putOff(ref)) === "")
}

interface Titled {
  readonly title: string
  /** Of whom it would let in. */
  readonly name: string
}

function useTitle(inner: Inner): (one: Proposed) => Titled {
  const say = useSay<typeof en>()
  const unnamed = useUnnamed()
  const people = namedPeople(inner.snapshot, unnamed)
  return ({ what, by, mine, name: called }) => {
    const name = called === "" ? unnamed.other : called
    const title = mine
      ? say(`app.asked-mine-${what}`, { name })
      : say(`app.asked-${what}`, { name, by: people.nameOf(by) })
    return { title, name }
  }
}

/** One card for each: on Today what has not been put off, under Rooms all of it. */
export function AskedCards(props: { readonly inner: Inner; readonly of: readonly Proposed[] }): VNode {
  const say = useSay<typeof en>()
  const titled = useTitle(props.inner)
  return (
    <>
      {props.of.map((one) => (
        <Card
          key={one.ref}
          title={titled(one).title}
          reason={say(one.agreed ? "app.asked-said" : "app.asked-reason")}
          onPress={() => props.inner.way.go({ at: "asked", ref: one.ref })}
        />
      ))}
    </>
  )
}

/** Yes and not now stand side by side, and neither is waited for. */
export function AskedPage({ inner, asked }: { readonly inner: Inner; readonly asked: string }): VNode {
  const say = useSay<typeof en>()
  const { snapshot } = inner
  const unnamed = useUnnamed()
  const now = snapshot.proposed?.find(({ ref }) => ref === asked)
  const last = useRef(now)
  if (now !== undefined) {
    last.current = now
    return <Asked inner={inner} one={now} />
  }
  // With one's own yes it may happen while one looks at the page: then the page says so.
  const was = last.current
  const came = was?.what === "admit" && snapshot.people.others?.includes(was.name) === true ? was.name : ""
  if (came !== "")
    return (
      <Happened
        inner={inner}
        title={say("app.asked-came-title", { name: came })}
        text={say("app.rooms-together-more", { name: namedPeople(snapshot, unnamed).other })}
      />
    )
  if (was?.what === "move" && (snapshot.move?.to ?? null) !== null)
    return <Happened inner={inner} title={say("app.moved")} text={say("app.moved-why")} to={{ at: "move" }} />
  if (was?.what === "close" && snapshot.going?.closed === true)
    return <Happened inner={inner} title={say("app.asked-ended-title")} text={say("app.going-closed")} />
  return <Happened inner={inner} title={say("app.asked-gone-title")} text={say("app.asked-gone")} />
}

interface HappenedProps {
  readonly inner: Inner
  readonly title: string
  readonly text: string
  readonly to?: Place
}
function Happened({ inner, title, text, to = today }: HappenedProps): VNode {
  const say = useSay<typeof en>()
  useFocusOnHeading(title)
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <Text>{text}</Text>
      <Actions>
        <Button kind="main" onPress={() => inner.way.go(to)}>
          {say(to === today ? "app.done" : "app.go-on")}
        </Button>
      </Actions>
    </>
  )
}

function Asked({ inner, one }: { readonly inner: Inner; readonly one: Proposed }): VNode {
  const say = useSay<typeof en>()
  const { session, snapshot } = inner
  const { title, name } = useTitle(inner)(one)
  const notNow = (): void => {
    session.setDraft(putOff(one.ref), "1")
    inner.way.go({ at: "today" })
  }
  const isJunior = one.what === "close" && snapshot.going?.senior === false
  return (
    <>
      <Heading level={1}>{title}</Heading>
      {one.what === "admit" ? (
        <>
          <Lead>{say("app.asked-admit-text", { name })}</Lead>
          {snapshot.waiting.length > 0 && <Text>{say("app.asked-admit-waiting", { name })}</Text>}
          {!one.agreed && <Text>{say("app.asked-admit-named", { name })}</Text>}
        </>
      ) : one.what === "close" ? (
        <Lead>{say("app.asked-close-text")}</Lead>
      ) : (
        <AskedToMove address={one.name} />
      )}
      <Text>{say(one.agreed ? "app.asked-said" : "app.asked-all")}</Text>
      {isJunior && <Text tone="second">{say("app.going-junior")}</Text>}
      {!one.agreed && one.what === "move" && <YesToMove inner={inner} one={one} onNotNow={notNow} />}
      {!one.agreed && one.what !== "move" && (
        <Actions>
          <Button kind="second" onPress={notNow}>
            {say("app.not-now")}
          </Button>
          <Button kind="second" disabled={isJunior} onPress={() => void session.proposals.agree(one.ref)}>
            {say(`app.asked-yes-${one.what}`)}
          </Button>
        </Actions>
      )}
      {one.mine && <Withdraw inner={inner} one={one} />}
    </>
  )
}

/** Whoever asked can take it back until it happens. With somebody's coming in, the invitation goes too. */
function Withdraw({ inner, one }: { readonly inner: Inner; readonly one: Proposed }): VNode {
  const say = useSay<typeof en>()
  const { session, way } = inner
  const back = async (): Promise<void> => {
    way.go({ at: "today" })
    if (one.what === "admit") await session.invite.cancel()
    else await session.proposals.withdraw(one.ref)
  }
  return (
    <Actions>
      <Button kind="second" onPress={() => void back()}>
        {say("app.asked-withdraw")}
      </Button>
    </Actions>
  )
}
