import { Card, useSay } from "#kit"
import type { VNode } from "preact"
import { answersTo, latestWish, repairsOf } from "./look.ts"
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

/** What the other person chose to say to a letter of the reader's. */
function NewAnswers(props: ApologyProps): VNode {
  const { states, people } = props
  const say = useSay<typeof en>()
  return (
    <>
      {goneOf(props).map(({ ref, letter }) => {
        if (letter === null) return null
        const answer = answersTo(states.shared, letter).at(-1)
        const wish = latestWish(states.shared, letter)
        const isAnswer = answer !== undefined && !wasLookedAt(props, answer.ref)
        if (!isAnswer && (wish === null || wasLookedAt(props, wish.ref))) return null
        return (
          <Card
            key={ref}
            title={say(isAnswer ? "apology.answer-card" : "apology.wish-card", { name: people.other })}
            reason={say("apology.answer-card-why")}
            onPress={() => props.go("apology", { page: "mine", about: ref })}
          />
        )
      })}
    </>
  )
}
