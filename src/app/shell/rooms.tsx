import { Button, Card, Heading, Lead, Rule, Text, useLocale, useSay } from "#kit"
import { home, stateOf } from "#practices"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { overIn } from "./going.tsx"
import { allViews, namedPeople, useUnnamed } from "./room.tsx"
import { AskedCards } from "./three.tsx"

/** Only rooms that exist. */
export function Rooms({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const unnamed = useUnnamed()
  const { snapshot, way, gate } = inner
  const { own } = stateOf(snapshot.house, home)
  const mayInvite = !snapshot.together && own.inTouch !== "no" && own.start !== "nobody"
  // Whoever began alone may be sent a link later, and may have to paste it: a link opens in another browser than the one they write in.
  const mayJoin = !snapshot.together && own.inTouch !== "no" && snapshot.invite.step === "none"
  const over = overIn(snapshot.going)
  const never = !snapshot.together && own.inTouch === "no"
  const brought = snapshot.copied?.onlyRead === true ? snapshot.copied : null
  const mayAskIn =
    snapshot.together &&
    brought === null &&
    over === null &&
    own.inTouch !== "no" &&
    inner.madeUp === undefined
  const askIn = async (): Promise<void> => {
    if (snapshot.invite.step !== "joined") way.go({ at: "invite" })
    else if (await gate.pass(true)) way.go({ at: "invite-more" })
  }
  const invite = async (): Promise<void> => {
    if (snapshot.invite.step !== "none" || (await gate.pass(true))) way.go({ at: "invite" })
  }
  return (
    <>
      <Heading level={1}>{say("app.rooms")}</Heading>
      <Lead>{say("app.rooms-lead")}</Lead>
      {allViews.map((view) => (
        <Card
          key={view.name}
          title={sayAny(view.title)}
          reason={sayAny(view.lead)}
          onPress={() => way.go({ at: "room", room: view.name, place: { page: "" }, start: null })}
        />
      ))}
      <Rule />
      <Text tone="second">
        {brought !== null
          ? say("app.only-read-rooms", {
              name: namedPeople(snapshot, unnamed).other,
              day: dayInWords(brought.day, locale),
            })
          : over !== null
            ? say(over)
            : snapshot.together
              ? say(
                  (snapshot.people.others?.length ?? 1) > 1
                    ? "app.rooms-together-more"
                    : "app.rooms-together",
                  { name: namedPeople(snapshot, unnamed).other },
                )
              : say("app.rooms-alone")}
      </Text>
      {brought !== null && (
        <Button kind="second" onPress={() => way.go({ at: "write-again" })}>
          {say("app.again")}
        </Button>
      )}
      <Gone inner={inner} />
      <AskedCards inner={inner} of={snapshot.proposed ?? []} />
      {mayAskIn && (
        <Button kind="quiet" onPress={() => void askIn()}>
          {say(snapshot.invite.step === "joined" ? "app.three-invite" : "app.rooms-invitation")}
        </Button>
      )}
      {snapshot.here !== undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "people" })}>
          {say("app.people")}
        </Button>
      )}
      {snapshot.newest !== undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "same" })}>
          {say("app.same-way")}
        </Button>
      )}
      {inner.madeUp === undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "server" })}>
          {say("app.server")}
        </Button>
      )}
      {snapshot.going?.away === true && <SteppedOut inner={inner} here={snapshot.going.here} />}
      {snapshot.going !== undefined && inner.madeUp === undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "going" })}>
          {say("app.going")}
        </Button>
      )}
      {never && (
        <>
          <Text tone="second">{say("app.in-touch-stays-no")}</Text>
          <Button kind="quiet" onPress={() => void gate.pass(true)}>
            {say("app.in-touch-change")}
          </Button>
        </>
      )}
      {snapshot.goesOn === true && <Text tone="second">{say("app.goes-on")}</Text>}
      {snapshot.anew !== undefined && inner.madeUp === undefined && (
        <Button kind="second" onPress={() => way.go({ at: "anew" })}>
          {say("app.anew")}
        </Button>
      )}
      {snapshot.earlier !== undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "earlier" })}>
          {say("app.earlier")}
        </Button>
      )}
      {mayInvite && (
        <Button kind="second" onPress={() => void invite()}>
          {say(snapshot.invite.step === "none" ? "app.rooms-invite" : "app.rooms-invitation")}
        </Button>
      )}
      {mayJoin && inner.madeUp === undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "join" })}>
          {say("app.first-invited")}
        </Button>
      )}
    </>
  )
}

/** Where one finds that one has stepped out, one can come back. */
function SteppedOut({ inner, here }: { readonly inner: Inner; readonly here: boolean }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.going-away")}</Text>
      <Button kind="quiet" onPress={() => void inner.session.going.stepOut(false)}>
        {say(here ? "app.going-back" : "app.going-ask-again")}
      </Button>
    </>
  )
}

/** Who left while others stayed: said where one sees who is here, and where one sees who can read what one shared. */
function Gone({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const unnamed = useUnnamed()
  const { gone = [] } = namedPeople(inner.snapshot, unnamed)
  if (gone.length === 0 || overIn(inner.snapshot.going) !== null) return null
  return (
    <Text tone="second">
      {say("app.rooms-gone", { n: gone.length, name: new Intl.ListFormat(locale).format(gone) })}
    </Text>
  )
}
