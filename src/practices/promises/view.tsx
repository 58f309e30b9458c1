import { Card, useSay } from "#kit"
import type { VNode } from "preact"
import { useFocusOnHeading } from "../focus-heading.tsx"
import type { Reader } from "../practice.ts"
import type { Trace, View } from "../view.ts"
import { isShared } from "./attend.ts"
import type { PromisesEntries } from "./entries.ts"
import type { PromisesOwn, PromisesShared } from "./fold.ts"
import { MakePage } from "./page-make.tsx"
import { PromisePage } from "./page-promise.tsx"
import { PromisesRoom } from "./page-room.tsx"
import { endingsOf, lookedAt, shortened, wordsOf } from "./shown.tsx"
import type { PromisesProps, PromisesStates } from "./shown.tsx"
import { en } from "./words/en.ts"

function Page(props: PromisesProps): VNode {
  const { at, start } = props
  const page = at.page === "" && start !== null ? "make" : at.page
  useFocusOnHeading(`${page} ${at.about ?? ""}`)
  switch (page) {
    case "make":
      return <MakePage {...props} />
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
    .filter((p) => p.writer !== reader.shared)
    .map((promise) => ({
      promise,
      told: endingsOf(states, promise).length,
      looked: lookedAt(props, promise.ref),
    }))
    .filter(({ told, looked }) => looked < told)
  return (
    <>
      {news.map(({ promise, looked }) => (
        <Card
          key={promise.ref}
          title={say(looked < 0 ? "promises.card-made" : "promises.card-said", {
            name: people.nameOf(promise.writer),
          })}
          reason={shortened(wordsOf(promise))}
          onPress={() => props.go("promises", { page: "promise", about: promise.ref })}
        />
      ))}
    </>
  )
}

type Say = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string

function traces({ shared, own }: PromisesStates, reader: Reader, say: Say): readonly Trace[] {
  const there = shared.promises.map((p): Trace => {
    const key = p.writer === reader.shared ? "promises.trace-made" : "promises.trace-theirs"
    return {
      ref: p.ref,
      day: p.day,
      title: say(key, { words: shortened(wordsOf(p)) }),
      at: { page: "promise", about: p.ref },
    }
  })
  const alone = own.promises
    .filter((p) => !isShared(p, shared, reader))
    .map((p): Trace => ({
      ref: p.ref,
      day: p.day,
      title: say("promises.trace-own", { words: shortened(wordsOf(p)) }),
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
