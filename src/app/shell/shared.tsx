import { Actions, Band, Button, Heading, Lead, Sheet, Text, announce, useLocale, useSay } from "#kit"
import { practices, stateOf } from "#practices"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { RoomPlace } from "../../practices/practice.ts"
import { dayInWords } from "../day-in-words.ts"
import type { SharedThing } from "../session/shared-things.ts"
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
  const things = inner.session.shared()
  const traced = useTraces(inner)
  const isFixed = inner.snapshot.copied?.onlyRead === true
  const several = new Set(things.flatMap((thing) => thing.with)).size > 1
  const lead = several ? say("app.shared-lead-several") : say("app.shared-lead", { name })
  return (
    <>
      <Heading level={1}>{say("app.shared")}</Heading>
      {isFixed ? (
        <Lead>{say("app.only-read-shared")}</Lead>
      ) : (
        <Lead>{things.length === 0 ? say("app.shared-nothing") : lead}</Lead>
      )}
      {things.length > 0 && gone !== "" && <Text>{say("app.shared-left", { name: gone })}</Text>}
      {!isFixed && things.some((thing) => thing.waits || !thing.kept) && <All inner={inner} name={name} />}
      {things.map((thing) => (
        <One
          key={thing.ref}
          inner={inner}
          thing={thing}
          traced={traced.get(thing.ref) ?? null}
          isFixed={isFixed}
        />
      ))}
      {(inner.snapshot.earlier ?? 0) > 0 && <Before inner={inner} />}
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

/** What was said in spaces that were put away is no longer this person's to stop. */
function Before({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.shared-earlier")}</Text>
      <Button kind="quiet" onPress={() => inner.way.go({ at: "earlier" })}>
        {say("app.earlier")}
      </Button>
    </>
  )
}

/** With whom, since when, and until when. */
function useTerms(inner: Inner, thing: SharedThing): string {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { nameOf } = namedPeople(inner.snapshot, useUnnamed())
  const name = new Intl.ListFormat(locale).format(thing.with.map(nameOf))
  if (thing.waits) return say("app.shared-waits")
  if (thing.day === null) return say(thing.kept ? "app.shared-shut-kept" : "app.shared-shut", { name })
  const day = dayInWords(thing.day, locale)
  return say(thing.kept ? "app.shared-kept-since" : "app.shared-since", { day, name })
}

function One(props: {
  readonly inner: Inner
  readonly thing: SharedThing
  readonly traced: Traced | null
  readonly isFixed: boolean
}): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { inner, thing, traced, isFixed } = props
  const { nameOf, other } = namedPeople(inner.snapshot, useUnnamed())
  const what = sayAny(`app.shared-is-${thing.kind?.replace(".", "-") ?? "unknown"}`, {
    name: thing.to === null ? other : nameOf(thing.to),
  })
  const terms = useTerms(inner, thing)
  const action = say(thing.waits ? "app.shared-stop" : "app.shared-take-back")
  return (
    <Sheet label={what}>
      <Text>{traced?.title ?? what}</Text>
      <Text tone="second">{terms}</Text>
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
        {!isFixed && (thing.waits || !thing.kept) && (
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
