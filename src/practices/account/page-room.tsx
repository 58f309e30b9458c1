import { Actions, Button, Card, Heading, Lead, useSay } from "#kit"
import type { VNode } from "preact"
import { isForNobody } from "../for-nobody.ts"
import { labelOf } from "../matter-names.tsx"
import type { Ref, RoomPlace } from "../practice.ts"
import { useSayDay } from "../say-day.tsx"
import { TakenBack } from "../taken-back.tsx"
import { ListsByWriter, ThingList } from "../thing-lists.tsx"
import { ThrowAway } from "../throw-away.tsx"
import { draftsOf } from "../use-texts.tsx"
import { parts } from "./entries.ts"
import { draftKey, gateOf, goneOf, isMine, latestKept, theirs } from "./shown.tsx"
import type { AccountProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The room itself: what was begun, what is yours, what was left for you. */
export function AccountRoom(props: AccountProps): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("account.title")}</Heading>
      <Lead>{say(isForNobody(props.reader) ? "account.room-lead-alone" : "account.room-lead")}</Lead>
      <Begun {...props} />
      <Theirs {...props} />
      <Mine {...props} />
      <Actions>
        <Button kind="main" onPress={() => props.go("account", { page: "write" })}>
          {say("account.begin")}
        </Button>
      </Actions>
      <TakenBack {...props} name="account.taken-back" />
    </>
  )
}

/** Pages with drafts: the new one, one for each matter, and what is to be added to an account that went. */
function Begun(props: AccountProps): VNode {
  const { desk, matters, states, reader } = props
  const say = useSay<typeof en>()
  const places: readonly RoomPlace[] = [
    { page: "write" },
    ...matters.map((m) => ({ page: "write", matter: m.id })),
    ...states.shared.told
      .filter((t) => isMine(t, reader))
      .map((t) => ({ page: "write", matter: t.matter, about: t.ref })),
  ]
  const begun = places.filter((place) => draftsOf(desk, draftKey(place), parts).begun)
  const titleAt = ({ matter }: RoomPlace): string => labelOf(matters, matter)?.title ?? say("account.begun")
  return (
    <>
      {begun.map((place) => (
        <Card
          key={`${place.matter ?? "new"} ${place.about ?? ""}`}
          title={titleAt(place)}
          reason={say("account.begun-why")}
          onPress={() => props.go("account", place)}
        >
          <ThrowAway desk={desk} page={draftKey(place)} parts={[...parts, "name"]} title={titleAt(place)} />
        </Card>
      ))}
    </>
  )
}

/** What was left for the reader, under the name of who left it. */
function Theirs(props: AccountProps): VNode {
  const { states, reader, people, matters } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  return (
    <ListsByWriter
      name="account.theirs"
      of={theirs(states, reader)}
      titleOf={(writer) => say("account.theirs", { name: people.nameOf(writer) })}
      render={(told) => (
        <Card
          level={3}
          title={labelOf(matters, told.matter)?.title ?? say("account.unnamed")}
          own
          reason={say(gateOf(states, told.ref) === "ready" ? "account.open" : "account.closed", {
            day: sayDay(told.day),
          })}
          onPress={() => props.go("account", { page: "read", about: told.ref })}
        />
      )}
    />
  )
}

function Mine(props: AccountProps): VNode | null {
  const { states, matters, desk } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const gone = goneOf(props)
  const went = new Set<Ref | null>(gone.map((g) => g.ref))
  const kept = latestKept(states.own.kept).filter((k) => !went.has(desk.sharedOf(k.ref)))
  if (gone.length + kept.length === 0) return null
  const titleOf = (matter: Ref): string => labelOf(matters, matter)?.title ?? say("account.unnamed")
  return (
    <>
      <Heading level={2}>{say("account.yours")}</Heading>
      <ThingList
        name="account.kept"
        of={kept}
        newest="last"
        render={(k) => (
          <Card
            level={3}
            title={titleOf(k.matter)}
            own
            reason={say("account.kept-on", { day: sayDay(k.day) })}
            onPress={() => props.go("account", { page: "mine", about: k.ref })}
          />
        )}
      />
      <ThingList
        name="account.gone"
        of={gone}
        newest="last"
        render={(g) => (
          <Card
            level={3}
            title={titleOf(g.matter)}
            own
            reason={
              g.version === null ? say("account.waits") : say("account.sent-on", { day: sayDay(g.day) })
            }
            onPress={() => props.go("account", { page: "mine", about: g.ref })}
          />
        )}
      />
    </>
  )
}
