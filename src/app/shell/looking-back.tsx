import { Button, Card, Heading, Lead, LongList, Sheet, Text, useLocale, useSay } from "#kit"
import { practices, stateOf } from "#practices"
import type { House, HouseEntry, Ref } from "#practices"
import type { VNode } from "preact"
import type { Trace } from "../../practices/view.ts"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { allViews, namedPeople, useUnnamed } from "./room.tsx"
import type { AnyView } from "./room.tsx"

type Line = Written | Newer
interface Written {
  readonly is: "written"
  readonly day: string
  readonly view: AnyView
  readonly trace: Trace
}
/** Of a kind this version does not know: it has its place among the others, and is read there after an update. */
interface Newer {
  readonly is: "newer"
  readonly day: string
  readonly entry: HouseEntry
}

/** Everything this person can read here, newest first, a day at a time. */
export function LookingBack({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("app.looking-back")}</Heading>
      <Lines
        inner={inner}
        lead={(isEmpty) => say(isEmpty ? "app.looking-back-empty" : "app.looking-back-lead")}
      />
      {inner.snapshot.earlier !== undefined && (
        <Button kind="quiet" onPress={() => inner.way.go({ at: "earlier" })}>
          {say("app.earlier")}
        </Button>
      )}
    </>
  )
}

/** The list of it. `only`: of which entries. */
export function Lines(props: {
  readonly inner: Inner
  readonly only?: (ref: Ref) => boolean
  readonly lead: (isEmpty: boolean) => string
}): VNode {
  const { inner, only = () => true, lead } = props
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const { house, reader, missing } = inner.snapshot
  const people = namedPeople(inner.snapshot, useUnnamed())
  const written = allViews.flatMap((view): readonly Written[] => {
    const practice = practices.find((p) => p.name === view.name)
    const traces = practice === undefined ? [] : view.traces(stateOf(house, practice), reader, people, sayAny)
    return traces.map((trace) => ({ is: "written", day: trace.day, view, trace }))
  })
  const lines = [...written, ...newerIn(house)]
    .filter((line) => only(line.is === "newer" ? line.entry.ref : line.trace.ref))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  // The day is what its writer's device said. One that has not come yet shows that the two clocks disagree; neither is called wrong.
  const dayOf = ({ day }: Line): string => {
    const words = dayInWords(day, locale)
    return day > inner.moment.day ? say("app.day-ahead", { day: words }) : words
  }
  return (
    <>
      <Lead>{lead(lines.length === 0)}</Lead>
      <LongList
        name={props.only === undefined ? "looking-back" : "before"}
        of={lines}
        newest="first"
        dayOf={({ day }) => day}
        keyOf={(line) =>
          line.is === "newer" ? `newer ${line.entry.ref}` : `${line.view.name} ${line.trace.ref}`
        }
        render={(line) =>
          line.is === "newer" ? (
            <Sheet label={say("app.newer")}>
              <Text>{say("app.newer-here")}</Text>
              <Text tone="second">{dayOf(line)}</Text>
            </Sheet>
          ) : (
            <Card
              title={line.trace.title}
              reason={`${sayAny(line.view.title)} · ${dayOf(line)}`}
              onPress={() =>
                inner.way.go({ at: "room", room: line.view.name, place: line.trace.at, start: null })
              }
            />
          )
        }
      />
      {house.unreadable.length > 0 && (
        <Text tone="second">{say("app.unreadable", { n: house.unreadable.length })}</Text>
      )}
      {missing !== undefined && <Text tone="second">{say("app.missing", { n: missing })}</Text>}
      {house.setAside.length > 0 && (
        <Text tone="second">{say("app.set-aside", { n: house.setAside.length })}</Text>
      )}
    </>
  )
}

function newerIn({ later }: House): readonly Newer[] {
  return later.map((entry) => ({ is: "newer", day: entry.day, entry }))
}
