import { Card, useSay } from "#kit"
import type { VNode } from "preact"
import type { Ref } from "../practice.ts"
import { answersTo, repairsOf, wishesOn } from "./look.ts"
import { gateOf, goneOf, theirs, wasLookedAt } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** On Today only until the reader has looked or chosen. After that it lies in the room, and nothing asks again. */
export function Cards(props: ApologyProps): VNode {
  return (
    <>
      <ClosedLetters {...props} />
      <NewOffers {...props} />
      <NewAnswers {...props} />
    </>
  )
}

function ClosedLetters(props: ApologyProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  return (
    <>
      {theirs(states, reader)
        .filter((letter) => gateOf(states, letter.ref) === null)
        .map((letter) => (
          <Card
            key={letter.ref}
            title={say("apology.card", { name: people.nameOf(letter.writer) })}
            reason={say("apology.card-why")}
            onPress={() => props.go("apology", { page: "read", about: letter.ref })}
          />
        ))}
    </>
  )
}

/** Repairs offered after a letter the reader has opened. */
function NewOffers(props: ApologyProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  const news = theirs(states, reader).filter(
    (letter) =>
      gateOf(states, letter.ref) === "ready" &&
      repairsOf(states.shared, letter).some(
        (r) => r.offer.ref !== letter.ref && r.accepted === null && !wasLookedAt(props, r.offer.ref),
      ),
  )
  return (
    <>
      {news.map((letter) => (
        <Card
          key={letter.ref}
          title={say("apology.offer-card", { name: people.nameOf(letter.writer) })}
          reason={say("apology.offer-card-why")}
          onPress={() => props.go("apology", { page: "read", about: letter.ref })}
        />
      ))}
    </>
  )
}

/** What others chose to say to a letter of the reader's, and the reader has not looked at: the name is that of who said it last. */
function NewAnswers(props: ApologyProps): VNode {
  const { states, people } = props
  const say = useSay<typeof en>()
  return (
    <>
      {goneOf(props).map(({ ref, letter }) => {
        if (letter === null) return null
        const isNew = (said: { readonly ref: Ref }): boolean => !wasLookedAt(props, said.ref)
        const answer = answersTo(states.shared, letter).findLast(isNew)
        const said = answer ?? wishesOn(states.shared, letter).findLast(isNew)
        if (said === undefined) return null
        return (
          <Card
            key={ref}
            title={say(answer === undefined ? "apology.wish-card" : "apology.answer-card", {
              name: people.nameOf(said.writer),
            })}
            reason={say("apology.answer-card-why")}
            onPress={() => props.go("apology", { page: "mine", about: ref })}
          />
        )
      })}
    </>
  )
}
