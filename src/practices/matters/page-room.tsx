import { Actions, Button, Card, Heading, Lead, LongList, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { everybodyEver } from "../everyone.ts"
import { isSeenByBoth, labelOf } from "../matter-names.tsx"
import type { RoomPlace } from "../practice.ts"
import { useSayDay } from "../say-day.tsx"
import { TakenBack } from "../taken-back.tsx"
import { ThingList } from "../thing-lists.tsx"
import { ThrowAway } from "../throw-away.tsx"
import { draftsOf } from "../use-texts.tsx"
import type { MatterLabel } from "../view.ts"
import type { HurtKept } from "./fold.ts"
import { fields } from "./page-open.tsx"
import { begunAbout, goneOf, hurtDrafts, hurtParts, latestKept, openDrafts } from "./shown.tsx"
import type { Gone, MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The room itself: every matter this person can name, and the pages of saying that it hurt. */
export function MattersRoom(props: MattersProps): VNode {
  const { matters, states } = props
  const say = useSay<typeof en>()
  const closedOnes = new Set(states.own.closed.map((c) => labelOf(matters, c)?.id ?? c))
  const isClosed = (label: MatterLabel): boolean => closedOnes.has(label.id)
  const open = matters.filter((m) => !isClosed(m))
  const closed = matters.filter(isClosed)
  const begun = begunIn(props)
  const isBare = matters.length === 0 && begun.begunHurt.length === 0 && !begun.begunOpen
  return (
    <>
      <Heading level={1}>{say("matters.title")}</Heading>
      <Lead>{say("matters.room-lead")}</Lead>
      {isBare && <Text>{say("matters.none")}</Text>}
      <Begun {...props} />
      <Listed {...props} name="matters.open" list={open} />
      <Pages {...props} />
      <Actions>
        <Button kind="second" onPress={() => props.go("matters", { page: "hurt" })}>
          {say("matters.say-hurt")}
        </Button>
        <Button kind="second" onPress={() => props.go("matters", { page: "open" })}>
          {say("matters.begin")}
        </Button>
      </Actions>
      {closed.length > 0 && <Heading level={2}>{say("matters.closed-list")}</Heading>}
      <Listed {...props} name="matters.closed" list={closed} />
      <TakenBack {...props} name="matters.taken-back" begun={begunAbout} />
    </>
  )
}

function Listed(
  props: MattersProps & { readonly name: string; readonly list: readonly MatterLabel[] },
): VNode {
  const say = useSay<typeof en>()
  const { own, shared } = props.states
  const days = new Map([...own.matters, ...shared.matters].map(({ ref, day }) => [ref, day]))
  return (
    <LongList
      name={props.name}
      of={props.list}
      newest="last"
      dayOf={({ id }) => days.get(id) ?? props.now.day}
      keyOf={({ id }) => id}
      render={(m) => (
        <Card
          title={m.title === "" ? say("matters.unnamed") : m.title}
          own
          reason={
            isSeenByBoth(m, props.standing)
              ? say("matters.both-see", everybodyEver(props.people))
              : say("matters.only-you")
          }
          onPress={() => props.go("matters", { page: "matter", matter: m.id })}
        />
      )}
    />
  )
}

/** Pages with drafts: the two new ones, and one of saying that it hurt for each matter. */
function begunIn({ desk, matters }: MattersProps): {
  readonly begunHurt: readonly RoomPlace[]
  readonly begunOpen: boolean
} {
  const hurt: readonly RoomPlace[] = [
    { page: "hurt" },
    ...matters.map((m) => ({ page: "hurt", matter: m.id })),
  ]
  const begunHurt = hurt.filter((place) => draftsOf(desk, hurtDrafts(place), hurtParts).begun)
  return { begunHurt, begunOpen: draftsOf(desk, openDrafts({ page: "open" }), ["title", "what"]).begun }
}

function Begun(props: MattersProps): VNode {
  const { desk, matters } = props
  const say = useSay<typeof en>()
  const { begunHurt, begunOpen } = begunIn(props)
  const titleAt = ({ matter }: RoomPlace): string => labelOf(matters, matter)?.title ?? say("matters.begun")
  return (
    <>
      {begunHurt.map((place) => (
        <Card
          key={place.matter ?? "new"}
          title={titleAt(place)}
          reason={say("matters.begun-why")}
          onPress={() => props.go("matters", place)}
        >
          <ThrowAway
            desk={desk}
            page={hurtDrafts(place)}
            parts={[...hurtParts, "name"]}
            title={titleAt(place)}
          />
        </Card>
      ))}
      {begunOpen && (
        <Card
          title={say("matters.begun")}
          reason={say("matters.begun-why")}
          onPress={() => props.go("matters", { page: "open" })}
        >
          <ThrowAway
            desk={desk}
            page={openDrafts({ page: "open" })}
            parts={fields}
            title={say("matters.begun")}
          />
        </Card>
      )}
    </>
  )
}

/** The reader's own pages of saying that it hurt: kept, waiting, sent. */
function Pages(props: MattersProps): VNode | null {
  const { states, desk, matters } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const gone = goneOf(props)
  const went = new Set<string | null>(gone.map((g) => g.ref))
  const kept = latestKept(states.own.kept).filter((k) => !went.has(desk.sharedOf(k.ref)))
  if (gone.length + kept.length === 0) return null
  const reasonOf = (page: HurtKept | Gone): string => {
    if (!("version" in page)) return say("matters.kept-on", { day: sayDay(page.day) })
    return page.version === null ? say("matters.waits") : say("matters.sent-on", { day: sayDay(page.day) })
  }
  return (
    <>
      <Heading level={2}>{say("matters.mine-title")}</Heading>
      <ThingList
        name="matters.pages"
        of={[...kept, ...gone]}
        newest="last"
        render={(row) => (
          <Card
            level={3}
            title={labelOf(matters, row.matter)?.title ?? say("matters.unnamed")}
            own
            reason={reasonOf(row)}
            onPress={() => props.go("matters", { page: "hurt-mine", about: row.ref })}
          />
        )}
      />
    </>
  )
}
