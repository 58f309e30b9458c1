import {
  Actions,
  Band,
  Button,
  Heading,
  Lead,
  Own,
  Sheet,
  Text,
  announce,
  useFocusOnHeading,
  useSay,
} from "#kit"
import { useLayoutEffect } from "preact/hooks"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import type { Ref } from "../practice.ts"
import { Unheard, unheard } from "../still-heard.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import type { en as shared } from "../words/en.ts"
import { Answers } from "./answers.tsx"
import { repairsOf } from "./look.ts"
import { useTitleOf } from "./page-room.tsx"
import { gateOf, lookAt, textIn, theirs, waitingFor } from "./shown.tsx"
import type { ApologyProps, GateChoice, WithLetter } from "./shown.tsx"
import { TheirRepairs } from "./their-repairs.tsx"
import type { en } from "./words/en.ts"

/** A letter from the other person: behind the reader's own gate until they open it. Opening writes only into their private log. */
export function ReadPage(props: ApologyProps): VNode {
  const { states, reader, at } = props
  const letter = theirs(states, reader).find((l) => l.ref === at.about)
  if (letter === undefined) return <NoLongerHere {...props} about={props.at.about} />
  return gateOf(states, letter.ref) === "ready" ? (
    <Opened {...props} letter={letter} />
  ) : (
    <Closed {...props} letter={letter} />
  )
}

const choices = [
  "ready",
  "not-yet",
  "in-person",
  "in-writing",
  "not-at-all",
] as const satisfies readonly GateChoice[]

function Closed(props: WithLetter): VNode {
  const { letter, people, desk, states } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const titleOf = useTitleOf(props)
  const chosen = gateOf(states, letter.ref)
  const name = people.nameOf(letter.writer)
  const known = toldOf(props)?.wish
  // What the writer was let know is no longer known to the reader alone.
  const stays = (choice: keyof typeof wishOf): string =>
    known === wishOf[choice] ? sayAll("practices.gate-stays") : say(`apology.chosen-${choice}`)
  const choose = (choice: GateChoice): void => {
    if (choice !== "ready") announce(stays(choice))
    void desk.keep("apology.gate", { target: letter.ref, choice })
  }
  return (
    <>
      <Heading level={1}>{say("apology.gate-title", { name })}</Heading>
      <Lead>{say("apology.gate-lead", { title: titleOf(letter.matter) })}</Lead>
      <Text>{say("apology.gate-owe")}</Text>
      <Text tone="second">{sayAll("practices.gate-told")}</Text>
      <Actions>
        {choices.map((choice) => (
          <Button key={choice} kind="second" wide onPress={() => choose(choice)}>
            {say(`apology.gate-${choice}`)}
          </Button>
        ))}
      </Actions>
      {chosen !== null && chosen !== "ready" && <Text>{stays(chosen)}</Text>}
      {chosen !== null && chosen !== "ready" && unheard(props, letter) === null && (
        <LetKnow {...props} choice={chosen} />
      )}
    </>
  )
}

const wishOf = {
  "not-yet": "not-now",
  "in-person": "in-person",
  "in-writing": "in-writing",
  "not-at-all": "please-dont",
} as const

/** What the reader last let the writer know about this letter, gone or still to go; null: nothing. */
function toldOf(props: WithLetter): { readonly wish: string; readonly ref: Ref } | null {
  const { letter, states, reader } = props
  const waiting = waitingFor(props, "apology.wished", letter.ref).at(-1)
  if (waiting !== undefined) return { wish: textIn(waiting.body, "wish"), ref: waiting.ref }
  return states.shared.wishes.findLast((w) => w.target === letter.ref && w.writer === reader.shared) ?? null
}

/** The one more tap: without it the sender learns nothing at all. */
function LetKnow(props: WithLetter & { readonly choice: keyof typeof wishOf }): VNode {
  const { letter, people, desk, choice, now } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const name = people.nameOf(letter.writer)
  const wish = wishOf[choice]
  const told = toldOf(props)
  const letKnow = async (): Promise<void> => {
    try {
      const sent = await desk.send("apology.wished", { target: letter.ref, wish })
      if (sent !== null) announce(say("apology.let-known"))
    } catch {
      announce(sayAll("practices.sending-failed"))
    }
  }
  return (
    <Band tone="quiet">
      {told?.wish === wish ? (
        <>
          <Text>{say(`apology.known-${wish}`, { name })}</Text>
          <OwnThing
            where={desk.whereIs(told.ref)}
            now={now}
            other={people.other}
            onTakeBack={() => void desk.takeBack(told.ref)}
          />
        </>
      ) : (
        <>
          <Text>{say("apology.let-know-lead", { name })}</Text>
          <Text tone="second">{say(`apology.let-know-${wish}-hint`, { name })}</Text>
          <Actions>
            <Button kind="second" onPress={() => void letKnow()}>
              {say(`apology.let-know-${wish}`, { name })}
            </Button>
          </Actions>
        </>
      )}
    </Band>
  )
}

function Opened(props: WithLetter): VNode {
  const { letter, people, desk, states, reader } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const titleOf = useTitleOf(props)
  useFocusOnHeading(`opened ${letter.ref}`)
  const offers = repairsOf(states.shared, letter).map((r) => r.offer.ref)
  useLayoutEffect(() => lookAt(props, offers))
  const mine = states.shared.answers.filter((a) => a.target.ref === letter.ref && a.writer === reader.shared)
  const last = mine.at(-1)
  const canAnswer = unheard(props, letter) === null
  return (
    <>
      <Heading level={1}>{say("apology.read-title", { name: people.nameOf(letter.writer) })}</Heading>
      <Lead>{titleOf(letter.matter)}</Lead>
      <Sheet label={say("apology.voice")}>
        <Own>{letter.text}</Own>
      </Sheet>
      <TheirRepairs {...props} />
      <Answers answers={mine} />
      {last !== undefined && (
        <OwnThing
          where={desk.whereIs(last.ref)}
          now={props.now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(last.ref)}
        />
      )}
      <WaitingAnswer {...props} />
      {canAnswer ? (
        <Text tone="second">{say("apology.answer-free")}</Text>
      ) : (
        <Unheard {...props} about={letter} />
      )}
      <Actions>
        <Button
          kind="second"
          onPress={() => void desk.keep("apology.gate", { target: letter.ref, choice: "not-yet" })}
        >
          {sayAll("practices.put-away")}
        </Button>
        {canAnswer && (
          <Button kind="second" onPress={() => props.go("apology", { page: "answer", about: letter.ref })}>
            {say(mine.length === 0 ? "apology.answer" : "apology.answer-again")}
          </Button>
        )}
      </Actions>
    </>
  )
}

const heardKinds: readonly string[] = ["heard", "partly", "not-yet", "not-coming-back"]

/** An answer that was chosen to go and has not gone. */
function WaitingAnswer(props: WithLetter): VNode {
  const { letter, desk, now, people } = props
  const say = useSay<typeof en>()
  const sayAny = useSay()
  return (
    <>
      {waitingFor(props, "apology.answered", letter.ref).map(({ ref, body }) => (
        <div key={ref}>
          <Heading level={2}>{say("apology.your-answer")}</Heading>
          {heardKinds.includes(textIn(body, "heard")) && (
            <Text>{sayAny(`apology.heard-${textIn(body, "heard")}`)}</Text>
          )}
          {/\S/.test(textIn(body, "missing")) && <Own>{textIn(body, "missing")}</Own>}
          <OwnThing
            where={desk.whereIs(ref)}
            now={now}
            other={people.other}
            onTakeBack={() => void desk.takeBack(ref)}
          />
        </div>
      ))}
    </>
  )
}
