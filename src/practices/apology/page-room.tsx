import { Actions, Button, Card, Heading, Lead, LongList, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import { byWriter } from "../everyone.ts"
import { isForNobody } from "../for-nobody.ts"
import type { Ref, RoomPlace } from "../practice.ts"
import { useSayDay } from "../say-day.tsx"
import { TakenBack } from "../taken-back.tsx"
import { ListsByWriter, ThingList } from "../thing-lists.tsx"
import { ThrowAway } from "../throw-away.tsx"
import { answersTo, pages } from "./look.ts"
import type { Letter } from "./fold.ts"
import { begunAbout, beside, draftKey, gateOf, goneOf, matterOf, theirs } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The room itself: what was begun, what is yours, what was left for you. */
export function ApologyRoom(props: ApologyProps): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("apology.title")}</Heading>
      <Lead>{say(isForNobody(props.reader) ? "apology.room-lead-alone" : "apology.room-lead")}</Lead>
      <Begun {...props} />
      <Theirs {...props} />
      <Mine {...props} />
      <Actions>
        <Button kind="main" onPress={() => props.go("apology", { page: "write" })}>
          {say("apology.begin")}
        </Button>
      </Actions>
      <TakenBack {...props} name="apology.taken-back" begun={begunAbout} />
    </>
  )
}

export function useTitleOf(props: ApologyProps): (matter: Ref) => string {
  const say = useSay<typeof en>()
  return (matter) => matterOf(props, matter)?.title ?? say("apology.unnamed")
}

/** Pages with drafts: the new one, and one for each matter. */
function Begun(props: ApologyProps): VNode {
  const { desk, matters } = props
  const say = useSay<typeof en>()
  const titleOf = useTitleOf(props)
  const titleAt = ({ matter }: RoomPlace): string =>
    matter === undefined ? say("apology.begun") : titleOf(matter)
  const places: readonly RoomPlace[] = [
    { page: "write" },
    ...matters.map((m) => ({ page: "write", matter: m.id })),
  ]
  return (
    <>
      {places
        .filter((place) => /\S/.test(desk.draft(`${draftKey(props, place)}:text`)))
        .map((place) => (
          <Card
            key={place.matter ?? "new"}
            title={titleAt(place)}
            reason={say("apology.begun-why")}
            onPress={() => props.go("apology", place)}
          >
            <ThrowAway desk={desk} page={draftKey(props, place)} parts={beside} title={titleAt(place)} />
          </Card>
        ))}
    </>
  )
}

/** What was left for the reader, under the name of who left it. */
function Theirs(props: ApologyProps): VNode {
  const { states, reader, people } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const titleOf = useTitleOf(props)
  return (
    <ListsByWriter
      name="apology.theirs"
      of={theirs(states, reader)}
      titleOf={(writer) => say("apology.theirs", { name: people.nameOf(writer) })}
      render={(letter) => (
        <Card
          level={3}
          title={titleOf(letter.matter)}
          own
          reason={say(gateOf(states, letter.ref) === "ready" ? "apology.open" : "apology.closed", {
            day: sayDay(letter.day),
          })}
          onPress={() => props.go("apology", { page: "read", about: letter.ref })}
        />
      )}
    />
  )
}

function Mine(props: ApologyProps): VNode | null {
  const { states, desk, people } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const titleOf = useTitleOf(props)
  const { locale } = useLocale()
  const gone = goneOf(props)
  const went = new Set<Ref | null>(gone.map((g) => g.ref))
  const sentWith = (day: string, letter: Letter): string => {
    const by = byWriter(answersTo(states.shared, letter)).map(({ writer }) => people.nameOf(writer))
    if (by.length === 0) return say("apology.sent-on", { day })
    return say("apology.answered", { day, name: new Intl.ListFormat(locale).format(by) })
  }
  const kept = pages(states.own).filter((k) => !went.has(desk.sharedOf(k.ref)))
  const { said } = states.own
  if (gone.length + kept.length + said.length === 0) return null
  return (
    <>
      <Heading level={2}>{say("apology.yours")}</Heading>
      <ThingList
        name="apology.gone"
        of={gone}
        newest="last"
        render={(g) => (
          <Card
            level={3}
            title={titleOf(g.matter)}
            own
            reason={g.letter === null ? say("apology.waits") : sentWith(sayDay(g.day), g.letter)}
            onPress={() => props.go("apology", { page: "mine", about: g.ref })}
          />
        )}
      />
      <ThingList
        name="apology.kept"
        of={kept}
        newest="first"
        render={(k) => (
          <Card
            level={3}
            title={titleOf(k.matter)}
            own
            reason={say(k.way === "letter" ? "apology.kept-on" : "apology.card-kept-on", {
              day: sayDay(k.day),
            })}
            onPress={() => props.go("apology", { page: "mine", about: k.ref })}
          />
        )}
      />
      <LongList
        name="apology.said"
        of={said}
        newest="last"
        dayOf={({ on }) => on}
        keyOf={({ ref }) => ref}
        render={(s) => (
          <Card
            level={3}
            title={titleOf(s.matter)}
            own
            reason={say("apology.said-on", { day: sayDay(s.on) })}
            onPress={() => props.go("apology", { page: "mine", about: s.ref })}
          />
        )}
      />
    </>
  )
}
