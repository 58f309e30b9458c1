import { Button, Card, Heading, Lead, Rule, Text, announce, useLocale, useSay } from "#kit"
import { useMemo } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { EarlierSeen } from "../earlier/seen.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { Lines } from "./looking-back.tsx"
import type { Place } from "./place.ts"
import { RoomPage, useUnnamed } from "./room.tsx"

/** Spaces that were put away, each with why. */
export function EarlierPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const nameOf = useNameOf()
  return (
    <>
      <Heading level={1}>{say("app.earlier")}</Heading>
      <Lead>{say("app.earlier-lead")}</Lead>
      {inner.session.elsewhere.earlier().map((earlier, n) => (
        <Card
          key={n}
          title={say("app.earlier-with", { name: nameOf(earlier) })}
          reason={say(`app.earlier-${earlier.why}`, { day: dayInWords(earlier.day, locale) })}
          onPress={() => inner.way.go({ at: "before", n })}
        />
      ))}
    </>
  )
}

function useNameOf(): (earlier: EarlierSeen) => string {
  const unnamed = useUnnamed()
  return ({ name }) => (name === "" ? unnamed.other : name)
}

/** What stood there, newest first, and the way to say one's own words again. */
export function BeforePage({ inner, n }: { readonly inner: Inner; readonly n: number }): VNode {
  const say = useSay<typeof en>()
  const nameOf = useNameOf()
  const there = useInnerAt(inner, n)
  const earlier = inner.session.elsewhere.earlier()[n]
  if (there === null || earlier === undefined) return <EarlierPage inner={inner} />
  const name = nameOf(earlier)
  return (
    <>
      <Heading level={1}>{say("app.earlier-with", { name })}</Heading>
      <Lead>{say("app.before", { name })}</Lead>
      {!earlier.isWhole && <Text>{say("app.earlier-damaged")}</Text>}
      <Button kind="quiet" onPress={() => inner.way.go({ at: "bring", n })}>
        {say("app.bring")}
      </Button>
      {earlier.why === "apart" && inner.session.elsewhere.other() !== null && (
        <Button kind="quiet" onPress={() => inner.way.go({ at: "other" })}>
          {say("app.other")}
        </Button>
      )}
      <Rule />
      <Lines
        inner={there}
        only={(ref) => there.session.whereIs(ref).at === "copy"}
        lead={(isEmpty) => say(isEmpty ? "app.before-nothing" : "app.before-lead")}
      />
    </>
  )
}

/** A page of a room, as it was there. */
export function BeforeRoomPage(props: {
  readonly inner: Inner
  readonly n: number
  readonly place: Extract<Place, { readonly at: "room" }>
}): VNode {
  const say = useSay<typeof en>()
  const nameOf = useNameOf()
  const { inner, n, place } = props
  const there = useInnerAt(inner, n)
  const earlier = inner.session.elsewhere.earlier()[n]
  if (there === null || earlier === undefined) return <EarlierPage inner={inner} />
  return (
    <>
      <Text tone="second">{say("app.before", { name: nameOf(earlier) })}</Text>
      <RoomPage
        key={`${place.room} ${JSON.stringify(place.place)}`}
        inner={there}
        room={place.room}
        at={place.place}
        start={place.start}
      />
    </>
  )
}

/** All a page may use, as it was there: rooms lead to rooms of that time, and nothing is sent. */
function useInnerAt(inner: Inner, n: number): Inner | null {
  const say = useSay<typeof en>()
  return useMemo(() => {
    const session = inner.session.elsewhere.at(n)
    if (session === null) return null
    const go = (place: Place): void =>
      inner.way.go(place.at === "room" ? { at: "before-room", n, place } : place)
    const pass = (): Promise<boolean> => {
      announce(say("app.before-no"))
      return Promise.resolve(false)
    }
    return {
      ...inner,
      session,
      snapshot: session.snapshot(),
      way: { ...inner.way, go },
      gate: { ...inner.gate, pass },
    }
  }, [inner, n, say])
}
