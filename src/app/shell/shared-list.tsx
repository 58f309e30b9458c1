import { Actions, Button, LongList, listPiece, Sheet, Text, announce, useLocale, useSay } from "#kit"
import { practices, stateOf } from "#practices"
import type { Day } from "#practices"
import { useMemo } from "preact/hooks"
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
interface Props {
  readonly inner: Inner
  /** Oldest first, what waits last. */
  readonly things: readonly SharedThing[]
  readonly isFixed: boolean
}

/** A piece of it at a time. How many there are is said of all of them, where not all are drawn. */
export function SharedList({ inner, things, isFixed }: Props): VNode {
  const say = useSay<typeof en>()
  const traced = useTraces(inner)
  const listed = useMemo(() => placed(things), [things])
  return (
    <>
      {things.length > listPiece && (
        <Text tone="second">{say("app.shared-count", { n: things.length })}</Text>
      )}
      <LongList
        name="shared"
        of={listed}
        newest="first"
        dayOf={({ month }) => month}
        keyOf={({ thing }) => thing.ref}
        render={({ thing }) => (
          <One inner={inner} thing={thing} traced={traced.get(thing.ref) ?? null} isFixed={isFixed} />
        )}
      />
    </>
  )
}

interface Listed {
  readonly thing: SharedThing
  readonly month: Day
}

/**
 * What waits first, then the newest. What does not open here has no day to be found by: it stands among the months with what came before it, and at the very
 * beginning with what came after.
 */
function placed(things: readonly SharedThing[]): readonly Listed[] {
  let month = things.find(({ day }) => day !== null)?.day ?? ""
  const listed = things.map((thing) => {
    month = thing.day ?? month
    return { thing, month }
  })
  return listed.toReversed()
}

/** By ref, what the rooms call it and where it can be read. */
function useTraces({ snapshot }: Inner): ReadonlyMap<string, Traced> {
  const sayAny = useSay()
  const { other, oneOfThem, me } = useUnnamed()
  return useMemo(() => {
    const people = namedPeople(snapshot, { other, oneOfThem, me })
    const all = allViews.flatMap((view): readonly (readonly [string, Traced])[] => {
      const practice = practices.find((p) => p.name === view.name)
      const traces =
        practice === undefined
          ? []
          : view.traces(stateOf(snapshot.house, practice), snapshot.reader, people, sayAny)
      return traces.map(({ ref, title, at }) => [ref, { room: view.name, title, at }])
    })
    return new Map(all)
  }, [snapshot, sayAny, other, oneOfThem, me])
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
  const take = async (): Promise<void> => {
    await inner.session.takeBack(thing.ref)
    announce(say(thing.waits ? "app.shared-stopped" : "app.shared-taken-back"))
  }
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
            onPress={() => void take()}
          >
            {action}
          </Button>
        )}
      </Actions>
    </Sheet>
  )
}
