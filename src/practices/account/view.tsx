import { Card, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { MatterNaming } from "../naming.ts"
import type { Reader, States } from "../practice.ts"
import { NewsList } from "../thing-lists.tsx"
import type { People, Trace, View } from "../view.ts"
import type { AccountEntries } from "./entries.ts"
import type { AccountOwn, AccountShared } from "./fold.ts"
import { MinePage } from "./page-mine.tsx"
import { ReadPage } from "./page-read.tsx"
import { AccountReviewPage } from "./page-review.tsx"
import { AccountRoom } from "./page-room.tsx"
import { AccountNamePage, WritePage } from "./page-write.tsx"
import { beginning, chosenIn, theirs, voices } from "./shown.tsx"
import type { AccountProps } from "./shown.tsx"
import { en } from "./words/en.ts"

function Page(props: AccountProps): VNode {
  const { page, about, matter } = props.at
  useFocusOnHeading(`${page} ${about ?? ""} ${matter ?? ""}`)
  switch (page) {
    case "write":
      return <WritePage {...props} />
    case "name":
    case "name-review":
      return <AccountNamePage {...props} />
    case "review":
      return <AccountReviewPage {...props} />
    case "mine":
      return <MinePage {...props} />
    case "read":
      return <ReadPage {...props} />
    default:
      return <AccountRoom {...props} />
  }
}

/** On Today only until the reader has chosen something. After that it lies in the room, and nothing asks again. */
function ClosedCards(props: AccountProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  const chosen = chosenIn(states)
  return (
    <NewsList
      name="account.cards"
      of={theirs(states, reader).filter((told) => !chosen.has(told.ref))}
      render={(told) => (
        <Card
          title={say("account.card", { name: people.nameOf(told.writer) })}
          reason={say("account.card-why")}
          onPress={() => props.go("account", { page: "read", about: told.ref })}
        />
      )}
    />
  )
}

function traces(
  states: States<AccountShared, AccountOwn>,
  reader: Reader,
  people: Pick<People, "nameOf">,
  say: (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string,
): readonly Trace[] {
  const kept = states.own.kept.map((k) => ({
    ref: k.ref,
    day: k.day,
    title: say("account.trace-kept", { beginning: beginning(k) }),
    at: { page: "mine", about: k.ref },
  }))
  const told = states.shared.told.map((t) => {
    const mine = t.writer === reader.shared
    const title = mine
      ? say("account.trace-sent", { beginning: beginning(t) })
      : say("account.trace-left", { name: people.nameOf(t.writer) })
    return { ref: t.ref, day: t.day, title, at: { page: mine ? "mine" : "read", about: t.ref } }
  })
  return [...kept, ...told].toReversed()
}

export const view: View<AccountEntries & MatterNaming, AccountShared, AccountOwn> = {
  name: "account",
  title: "account.title",
  lead: "account.lead",
  Page,
  Card: ClosedCards,
  traces,
  voices,
  words: en,
}
