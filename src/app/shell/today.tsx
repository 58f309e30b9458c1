import { Button, Card, Heading, Lead, Text, useSay } from "#kit"
import { suggest } from "#practices"
import type { VNode } from "preact"
import type { Nudge } from "../../practices/practice.ts"
import type { InviteStep } from "../inviting/invite-step.ts"
import type { en } from "../words/en.ts"
import { AbsentBand, WaitsForRoom } from "./absent.tsx"
import { CopyHint } from "./copy-hint.tsx"
import type { Inner } from "./inner.ts"
import { LinkingCard } from "./linking-card.tsx"
import { MoveCards } from "./move.tsx"
import { OwnBowl } from "./own-bowl.tsx"
import { ReturnedCard } from "./returned.tsx"
import { SheetUses } from "./sheet-uses.tsx"
import { isAwaited } from "./settings.ts"
import { AskedCards, askedNow } from "./three.tsx"
import { allViews, roomProps, useUnnamed } from "./room.tsx"

/** At most three things, each with its reason and where it comes from; what waits silently from the other person comes first. */
export function Today({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const unnamed = useUnnamed()
  const { snapshot, session, moment, way } = inner
  const nudges = suggest(snapshot.house, snapshot.reader, moment, (own) => session.sharedOf(own) !== null)
  const greeting = say(greetingAt(moment.at, moment.zone))
  const { me } = snapshot.people
  const card = inviteCard(inner)
  return (
    <>
      <OwnBowl inner={inner} />
      <Heading level={1}>
        {me === ""
          ? say("app.today-greet-plain", { greeting })
          : say("app.today-greet", { greeting, name: me })}
      </Heading>
      <Lead>
        {nudges.length === 0 ? say("app.today-nothing") : say("app.today-lead", { n: nudges.length })}
      </Lead>
      <SheetUses inner={inner} />
      <AbsentBand inner={inner} />
      <WaitsForRoom inner={inner} />
      {card !== null && (
        <Card title={say(card.title)} reason={say(card.reason)} onPress={() => way.go({ at: card.to })} />
      )}
      <LinkingCard inner={inner} />
      <MoveCards inner={inner} />
      <ReturnedCard inner={inner} />
      <AskedCards inner={inner} of={askedNow(snapshot, session)} />
      {allViews.map((view) =>
        view.Card === undefined ? null : (
          <view.Card key={view.name} {...roomProps(inner, view.name, { page: "" }, null, unnamed)} />
        ),
      )}
      {nudges.map((nudge) => (
        <Card
          key={nudge.id}
          title={sayAny(nudge.words, nudge.values)}
          reason={sayAny(`${nudge.words}-why`, nudge.values)}
          evidence={say("app.evidence", {
            label: say(`app.evidence-${nudge.evidence.label}`),
            source: nudge.evidence.source,
          })}
          onPress={() => follow(inner, nudge)}
        />
      ))}
      <CopyHint inner={inner} />
      {snapshot.connection === "off" && snapshot.waiting.length > 0 && (
        <Text tone="second">{say("app.offline")}</Text>
      )}
      {snapshot.together && (
        <Button kind="quiet" onPress={() => way.go({ at: "shared" })}>
          {say("app.shared")}
        </Button>
      )}
      <Button kind="quiet" onPress={() => void inner.onLock()}>
        {say("app.today-enough")}
      </Button>
    </>
  )
}

function follow(inner: Inner, nudge: Nudge): void {
  const room = nudge.handover?.to ?? nudge.room
  inner.way.go({ at: "room", room, place: nudge.at ?? { page: "" }, start: nudge.handover ?? null })
}

function greetingAt(
  at: number,
  zone: string,
): "app.today-good-morning" | "app.today-good-day" | "app.today-good-evening" {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(at),
  )
  return hour < 4 || hour >= 18
    ? "app.today-good-evening"
    : hour < 12
      ? "app.today-good-morning"
      : "app.today-good-day"
}

interface InviteCard {
  readonly title: "app.rooms-invitation" | "app.words-title" | "app.joined-title" | "app.stopped-title"
  readonly reason:
    | "app.invite-rules"
    | "app.invite-request"
    | "app.words-lead"
    | "app.words-waiting"
    | "app.three-agreeing"
    | "app.join-asking"
    | "app.join-asked"
    | "app.joined"
    | "app.invite-preparing"
    | `app.stopped-${Extract<InviteStep, { step: "stopped" }>["because"]}`
  readonly to: "invite" | "join"
}

/** An invitation under way is its owner's own errand, not the other person's silence: it says only what can be done now. */
function inviteCard(inner: Inner): InviteCard | null {
  const { invite } = inner.snapshot
  switch (invite.step) {
    case "none":
      return null
    case "joined":
      // The others' yes may come hours later, when nobody looks at the page of the invitation any more.
      return isAwaited(inner.session)
        ? { title: "app.joined-title", reason: "app.joined", to: "invite" }
        : null
    case "stopped":
      return { title: "app.stopped-title", reason: `app.stopped-${invite.because}`, to: "invite" }
    case "preparing":
      return { title: "app.rooms-invitation", reason: "app.invite-preparing", to: "invite" }
    case "link":
      return { title: "app.rooms-invitation", reason: "app.invite-rules", to: "invite" }
    case "request":
      return { title: "app.rooms-invitation", reason: "app.invite-request", to: "invite" }
    case "compare":
      return { title: "app.words-title", reason: "app.words-lead", to: "invite" }
    case "waiting-for-other":
      return { title: "app.rooms-invitation", reason: "app.words-waiting", to: "invite" }
    case "agreeing":
      return { title: "app.rooms-invitation", reason: "app.three-agreeing", to: "invite" }
    case "asking":
      return { title: "app.rooms-invitation", reason: "app.join-asking", to: "invite" }
    case "asked":
      return { title: "app.rooms-invitation", reason: "app.join-asked", to: "invite" }
  }
}
