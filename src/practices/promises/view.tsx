import { Card, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { Reader } from "../practice.ts"
import { NewsList } from "../thing-lists.tsx"
import type { People, Trace, View } from "../view.ts"
import { sharedOnes, shortened } from "./attend.ts"
import type { PromisesEntries } from "./entries.ts"
import type { PromisesOwn, PromisesShared } from "./fold.ts"
import { MakePage } from "./page-make.tsx"
import { PromisePage } from "./page-promise.tsx"
import { ReallyPage } from "./page-really.tsx"
import { PromisesRoom } from "./page-room.tsx"
import { lastSeenBy, lookedAt, saidTo, wordsOf } from "./shown.tsx"
import type { PromisesProps, PromisesStates } from "./shown.tsx"
import { en } from "./words/en.ts"

function Page(props: PromisesProps): VNode {
  const { at, start } = props
  const page = at.page === "" && start !== null ? "make" : at.page
  useFocusOnHeading(`${page} ${at.about ?? ""}`)
  switch (page) {
    case "make":
      return <MakePage {...props} />
    case "really":
      return <ReallyPage {...props} />
    case "promise":
      return <PromisePage {...props} />
    default:
      return <PromisesRoom {...props} />
  }
}

/** On Today until it was looked at: a promise from the other person, and what they said about one, however it went. */
function Cards(props: PromisesProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  const news = states.shared.promises
    .map((promise) => ({
      ref: promise.ref,
      day: promise.day,
      promise,
      mine: promise.writer === reader.shared,
      looked: lookedAt(props, promise.ref),
    }))
    // One’s own promise is no news; what the other person says to it is.
    .filter(({ promise, mine, looked }) => (mine ? Math.max(looked, 0) : looked) < saidTo(props, promise))
  return (
    <NewsList
      name="promises.cards"
      of={news}
      render={({ promise, mine, looked }) => (
        <Card
          title={say(mine ? "promises.card-seen" : looked < 0 ? "promises.card-made" : "promises.card-said", {
            name: people.nameOf(mine ? lastSeenBy(props, promise) : promise.writer),
          })}
          reason={shortened(wordsOf(promise, say))}
          onPress={() => props.go("promises", { page: "promise", about: promise.ref })}
        />
      )}
    />
  )
}

type Say = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string

function traces(
  { shared, own }: PromisesStates,
  reader: Reader,
  people: Pick<People, "nameOf">,
  say: Say,
): readonly Trace[] {
  const there = shared.promises.map((p): Trace => {
    const words = shortened(wordsOf(p, say))
    return {
      ref: p.ref,
      day: p.day,
      title:
        p.writer === reader.shared
          ? say("promises.trace-made", { words })
          : say("promises.trace-theirs", { words, name: people.nameOf(p.writer) }),
      at: { page: "promise", about: p.ref },
    }
  })
  const isThere = sharedOnes(shared, reader)
  const alone = own.promises
    .filter((p) => !isThere(p))
    .map((p): Trace => ({
      ref: p.ref,
      day: p.day,
      title: say("promises.trace-own", { words: shortened(wordsOf(p, say)) }),
      at: { page: "promise", about: p.ref },
    }))
  return [...there, ...alone].toReversed()
}

export const view: View<PromisesEntries, PromisesShared, PromisesOwn> = {
  name: "promises",
  title: "promises.title",
  lead: "promises.lead",
  Page,
  Card: Cards,
  traces,
  words: en,
}
