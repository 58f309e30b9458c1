import { useFocusOnHeading } from "#kit"
import type { VNode } from "preact"
import type { MatterNaming } from "../naming.ts"
import type { Reader } from "../practice.ts"
import type { People, Trace, View } from "../view.ts"
import { Cards } from "./cards.tsx"
import type { ApologyEntries } from "./entries.ts"
import type { ApologyOwn, ApologyShared } from "./fold.ts"
import { ApologyNamePage } from "./keep-page.tsx"
import { AnswerPage } from "./page-answer.tsx"
import { CardPage, SaidPage } from "./page-card.tsx"
import { MinePage } from "./page-mine.tsx"
import { OfferPage } from "./page-offer.tsx"
import { ReadPage } from "./page-read.tsx"
import { ReviewPage } from "./page-review.tsx"
import { ApologyRoom } from "./page-room.tsx"
import { WritePage } from "./page-write.tsx"
import { beginning, placeOf, voices } from "./shown.tsx"
import type { ApologyProps, ApologyStates } from "./shown.tsx"
import { en } from "./words/en.ts"

function Page(props: ApologyProps): VNode {
  const at = placeOf(props)
  useFocusOnHeading(`${at.page} ${at.about ?? ""} ${at.matter ?? ""}`)
  switch (at.page) {
    case "write":
      return <WritePage {...props} />
    case "name":
    case "name-card":
    case "name-review":
      return <ApologyNamePage {...props} />
    case "review":
      return <ReviewPage {...props} />
    case "mine":
    case "sent":
      return <MinePage {...props} />
    case "card":
      return <CardPage {...props} />
    case "said":
      return <SaidPage {...props} />
    case "read":
      return <ReadPage {...props} />
    case "answer":
      return <AnswerPage {...props} />
    case "offer":
      return <OfferPage {...props} />
    default:
      return <ApologyRoom {...props} />
  }
}

type Say = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string

function traces(
  { shared, own }: ApologyStates,
  reader: Reader,
  people: Pick<People, "nameOf">,
  say: Say,
): readonly Trace[] {
  const kept = own.kept.map((k) => ({
    ref: k.ref,
    day: k.day,
    title: say("apology.trace-kept", { beginning: beginning(k.text) }),
    at: { page: "mine", about: k.ref },
  }))
  const said = own.said.map((s) => ({
    ref: s.ref,
    day: s.on,
    title: say("apology.trace-said"),
    at: { page: "mine", about: s.ref },
  }))
  const letters = shared.letters.map((l) => {
    const mine = l.writer === reader.shared
    const title = mine
      ? say("apology.trace-sent", { beginning: beginning(l.text) })
      : say("apology.trace-left", { name: people.nameOf(l.writer) })
    return { ref: l.ref, day: l.day, title, at: { page: mine ? "mine" : "read", about: l.ref } }
  })
  const answers = shared.answers.flatMap((a) => {
    const letter = shared.letters.find((l) => l.ref === a.target.ref)
    if (letter === undefined) return []
    const mine = a.writer === reader.shared
    const at = { page: mine ? "read" : "mine", about: letter.ref }
    const title = mine
      ? say("apology.trace-answer", { name: people.nameOf(letter.writer) })
      : say("apology.trace-answered", { name: people.nameOf(a.writer) })
    return [{ ref: a.ref, day: a.day, title, at }]
  })
  return [...kept, ...said, ...letters, ...answers].toReversed()
}

export const view: View<ApologyEntries & MatterNaming, ApologyShared, ApologyOwn> = {
  name: "apology",
  title: "apology.title",
  lead: "apology.lead",
  Page,
  Card: Cards,
  traces,
  voices,
  words: en,
}
