import { Card, useSay } from "#kit"
import type { VNode } from "preact"
import type { Ref } from "../practice.ts"
import { NewsList } from "../thing-lists.tsx"
import { answersTo, repairsOf, wishesOn } from "./look.ts"
import { chosenIn, gateOf, goneOf, theirs, wasLookedAt } from "./shown.tsx"
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
  const chosen = chosenIn(states)
  return (
    <NewsList
      name="apology.cards"
      of={theirs(states, reader).filter((letter) => !chosen.has(letter.ref))}
      render={(letter) => (
        <Card
          title={say("apology.card", { name: people.nameOf(letter.writer) })}
          reason={say("apology.card-why")}
          onPress={() => props.go("apology", { page: "read", about: letter.ref })}
        />
      )}
    />
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
    <NewsList
      name="apology.offers"
      of={news}
      render={(letter) => (
        <Card
          title={say("apology.offer-card", { name: people.nameOf(letter.writer) })}
          reason={say("apology.offer-card-why")}
          onPress={() => props.go("apology", { page: "read", about: letter.ref })}
        />
      )}
    />
  )
}

/** What others chose to say to a letter of the reader's, and the reader has not looked at: the name is that of who said it last. */
function NewAnswers(props: ApologyProps): VNode {
  const { states, people } = props
  const say = useSay<typeof en>()
  const isNew = (said: { readonly ref: Ref }): boolean => !wasLookedAt(props, said.ref)
  const news = goneOf(props).flatMap(({ letter }) => {
    if (letter === null) return []
    const answer = answersTo(states.shared, letter).findLast(isNew)
    const said = answer ?? wishesOn(states.shared, letter).findLast(isNew)
    return said === undefined ? [] : [{ ...letter, said, isAnswer: answer !== undefined }]
  })
  return (
    <NewsList
      name="apology.answers"
      of={news}
      render={({ ref, said, isAnswer }) => (
        <Card
          title={say(isAnswer ? "apology.answer-card" : "apology.wish-card", {
            name: people.nameOf(said.writer),
          })}
          reason={say("apology.answer-card-why")}
          onPress={() => props.go("apology", { page: "mine", about: ref })}
        />
      )}
    />
  )
}
