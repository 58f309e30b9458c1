import { Card, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { Reader, States } from "../practice.ts"
import { NewsList } from "../thing-lists.tsx"
import type { People, Trace, View } from "../view.ts"
import type { MattersEntries } from "./entries.ts"
import type { MattersOwn, MattersShared } from "./fold.ts"
import { HurtMinePage } from "./page-hurt-mine.tsx"
import { HurtReviewPage } from "./page-hurt-review.tsx"
import { HurtNamePage, HurtPage } from "./page-hurt.tsx"
import { MatterPage } from "./page-matter.tsx"
import { OpenPage } from "./page-open.tsx"
import { OverPage } from "./page-over.tsx"
import { HurtReadPage } from "./page-read.tsx"
import { RemarkPage } from "./page-remark.tsx"
import { MattersRoom } from "./page-room.tsx"
import { beginning, chosenIn, theirs, voices } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import { en } from "./words/en.ts"

function Page(props: MattersProps): VNode {
  const { page, about, matter } = props.at
  useFocusOnHeading(`${page} ${about ?? ""} ${matter ?? ""}`)
  switch (page) {
    case "open":
      return <OpenPage {...props} />
    case "matter":
      return <MatterPage {...props} />
    case "over":
      return <OverPage {...props} />
    case "hurt":
      return <HurtPage {...props} />
    case "hurt-name":
    case "hurt-name-review":
      return <HurtNamePage {...props} />
    case "hurt-review":
      return <HurtReviewPage {...props} />
    case "hurt-mine":
      return <HurtMinePage {...props} />
    case "read":
      return <HurtReadPage {...props} />
    case "remark":
      return <RemarkPage {...props} />
    default:
      return <MattersRoom {...props} />
  }
}

/** On Today only until the reader has chosen something. After that it lies in the room, and nothing asks again. */
function ClosedCards(props: MattersProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  const chosen = chosenIn(states)
  return (
    <NewsList
      name="matters.cards"
      of={theirs(states, reader).filter((said) => !chosen.has(said.ref))}
      render={(said) => (
        <Card
          title={say("matters.hurt-card", { name: people.nameOf(said.writer) })}
          reason={say("matters.hurt-card-why")}
          onPress={() => props.go("matters", { page: "read", about: said.ref })}
        />
      )}
    />
  )
}

function traces(
  states: States<MattersShared, MattersOwn>,
  reader: Reader,
  people: Pick<People, "nameOf">,
  say: (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string,
): readonly Trace[] {
  const named = states.own.matters.map((m) => ({
    ref: m.ref,
    day: m.day,
    title: say("matters.trace-matter", { title: m.title }),
    at: { page: "matter", matter: m.ref },
  }))
  const kept = states.own.kept.map((k) => ({
    ref: k.ref,
    day: k.day,
    title: say("matters.trace-kept", { beginning: beginning(k) }),
    at: { page: "hurt-mine", about: k.ref },
  }))
  const said = states.shared.said.map((s) => {
    const mine = s.writer === reader.shared
    const title = mine
      ? say("matters.trace-sent", { beginning: beginning(s) })
      : say("matters.trace-left", { name: people.nameOf(s.writer) })
    return { ref: s.ref, day: s.day, title, at: { page: mine ? "hurt-mine" : "read", about: s.ref } }
  })
  return [...named, ...kept, ...said].toReversed()
}

export const view: View<MattersEntries, MattersShared, MattersOwn> = {
  name: "matters",
  title: "matters.title",
  lead: "matters.lead",
  Page,
  Card: ClosedCards,
  traces,
  voices,
  words: en,
}
