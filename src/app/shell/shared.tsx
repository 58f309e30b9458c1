import { Actions, Band, Button, Heading, Lead, Sheet, Text, announce, useLocale, useSay } from "#kit"
import { practices, stateOf } from "#practices"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { RoomPlace } from "../../practices/practice.ts"
import type { People } from "../../practices/view.ts"
import { dayInWords } from "../day-in-words.ts"
import type { SharedThing } from "../shared-things.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { allViews, namedPeople, useUnnamed } from "./room.tsx"

interface Traced {
  readonly room: string
  readonly title: string
  readonly at: RoomPlace
}

/** One page that lists all of it, with whom and since when; each can be stopped, and all at once (CARE B7, B8). */
export function SharedPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const people = namedPeople(inner.snapshot, useUnnamed())
  const { other: name } = people
  const { locale } = useLocale()
  const gone = new Intl.ListFormat(locale).format(people.gone ?? [])
  // Where more than one other is here, or was, each thing says who of them can read it.
  const isMore = (people.others?.length ?? 1) + (people.gone?.length ?? 0) > 1
  const things = inner.session.shared()
  const traced = useTraces(inner)
  if (inner.snapshot.copied?.onlyRead === true)
    return (
      <>
        <Heading level={1}>{say("app.shared")}</Heading>
        <Lead>{say("app.only-read-shared")}</Lead>
      </>
    )
  return (
    <>
      <Heading level={1}>{say("app.shared")}</Heading>
      <Lead>
        {things.length === 0
          ? say("app.shared-nothing")
          : say(isMore ? "app.shared-lead-more" : "app.shared-lead", { name })}
      </Lead>
      {things.length > 0 && gone !== "" && <Text>{say("app.shared-left", { name: gone })}</Text>}
      {things.some((thing) => thing.waits || !thing.kept) && <All inner={inner} name={name} />}
      {things.map((thing) => (
        <One
          key={thing.ref}
          inner={inner}
          thing={thing}
          traced={traced.get(thing.ref) ?? null}
          people={people}
          isMore={isMore}
        />
      ))}
      <Text tone="second">{say("app.shared-not")}</Text>
    </>
  )
}

/** By ref, what the rooms call it and where it can be read. */
function useTraces({ snapshot }: Inner): ReadonlyMap<string, Traced> {
  const sayAny = useSay()
  const people = namedPeople(snapshot, useUnnamed())
  const all = allViews.flatMap((view): readonly (readonly [string, Traced])[] => {
    const practice = practices.find((p) => p.name === view.name)
    const traces =
      practice === undefined
        ? []
        : view.traces(stateOf(snapshot.house, practice), snapshot.reader, people, sayAny)
    return traces.map(({ ref, title, at }) => [ref, { room: view.name, title, at }])
  })
  return new Map(all)
}

function One(props: {
  readonly inner: Inner
  readonly thing: SharedThing
  readonly traced: Traced | null
  readonly people: People
  readonly isMore: boolean
}): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const { inner, thing, traced, people, isMore } = props
  const what = sayAny(`app.shared-is-${thing.kind.replace(".", "-")}`, {
    name: thing.to === null ? people.other : people.nameOf(thing.to),
  })
  const day = dayInWords(thing.day, locale)
  const action = say(thing.waits ? "app.shared-stop" : "app.shared-take-back")
  const readers = new Intl.ListFormat(locale).format(thing.readers.map(people.nameOf))
  const since =
    isMore && readers !== ""
      ? say(thing.kept ? "app.shared-kept-with" : "app.shared-with", { name: readers, day })
      : say(thing.kept ? "app.shared-kept-since" : "app.shared-since", { day })
  return (
    <Sheet label={what}>
      <Text>{traced?.title ?? what}</Text>
      <Text tone="second">{thing.waits ? say("app.shared-waits") : since}</Text>
      <Actions>
        {traced !== null && (
          <Button
            kind="quiet"
            aria-label={say("app.shared-which", { what: traced.title, action: say("app.shared-open") })}
            onPress={() => inner.way.go({ at: "room", room: traced.room, place: traced.at, start: null })}
          >
            {say("app.shared-open")}
          </Button>
        )}
        {(thing.waits || !thing.kept) && (
          <Button
            kind="second"
            aria-label={say("app.shared-which", { what: traced?.title ?? what, action })}
            onPress={() => void inner.session.takeBack(thing.ref)}
          >
            {action}
          </Button>
        )}
      </Actions>
    </Sheet>
  )
}

function All({ inner, name }: { readonly inner: Inner; readonly name: string }): VNode {
  const say = useSay<typeof en>()
  const [asking, setAsking] = useState(false)
  const takeAll = async (): Promise<void> => {
    await inner.session.takeAllBack()
    announce(say("app.shared-all-done"))
    setAsking(false)
  }
  if (!asking)
    return (
      <Button kind="second" onPress={() => setAsking(true)}>
        {say("app.shared-all")}
      </Button>
    )
  return (
    <Band tone="quiet">
      <Text>{say("app.shared-all-why", { name, n: inner.snapshot.people.others?.length ?? 1 })}</Text>
      <Actions>
        <Button kind="second" onPress={() => setAsking(false)}>
          {say("app.shared-all-no")}
        </Button>
        <Button kind="second" onPress={() => void takeAll()}>
          {say("app.shared-all-yes")}
        </Button>
      </Actions>
    </Band>
  )
}
