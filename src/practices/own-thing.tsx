import { Actions, Band, Button, Text, Where, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Moment } from "./practice.ts"
import { useSayMoment } from "./say-day.tsx"
import type { Whereabouts } from "./view.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly where: Whereabouts
  readonly now: Moment
  readonly other: string
  /** Absent: it cannot be taken back, because it never left. */
  readonly onTakeBack?: () => void
  readonly onLetGo?: () => void
}

/** Where an own thing is, and what its writer can still do about it. Taking back says first what it does. */
export function OwnThing({ where, now, other, onTakeBack, onLetGo }: Props): VNode {
  const say = useSay<typeof en>()
  const [asking, setAsking] = useState(false)
  const held = where.at === "waiting" && where.for === "hold"
  return (
    <>
      <Whereabout where={where} now={now} other={other} />
      {onTakeBack !== undefined && where.at !== "copy" && !asking && (
        <Actions>
          <Button kind="second" onPress={() => setAsking(true)}>
            {say("practices.take-back")}
          </Button>
          {held && onLetGo !== undefined && (
            <Button kind="second" onPress={onLetGo}>
              {say("practices.let-go")}
            </Button>
          )}
        </Actions>
      )}
      {asking && (
        <Band tone="quiet">
          <Text>
            {say(where.at === "server" ? "practices.take-back-sent" : "practices.take-back-waiting")}
          </Text>
          <Actions>
            <Button kind="second" onPress={() => setAsking(false)}>
              {say("practices.take-back-no")}
            </Button>
            <Button kind="second" onPress={() => onTakeBack?.()}>
              {say("practices.take-back-sure")}
            </Button>
          </Actions>
        </Band>
      )}
    </>
  )
}

function Whereabout({ where, now, other }: Pick<Props, "where" | "now" | "other">): VNode {
  const say = useSay<typeof en>()
  const sayMoment = useSayMoment()
  switch (where.at) {
    case "phone":
      return <Where place="own" />
    case "server":
      return <Where place="server" />
    case "copy":
      return (
        <Text tone="second">
          {say(where.isEarlier === true ? "practices.where-earlier" : "practices.where-copy")}
        </Text>
      )
    case "not-sent":
      return <Text tone="clay">{say("practices.where-not-sent")}</Text>
    case "waiting":
      if (where.for === "invite")
        return <Where place={{ waiting: say("practices.where-invite", { name: other }) }} />
      if (where.goes === null || where.for === "connection")
        return <Where place={{ waiting: say("practices.where-connection") }} />
      return (
        <Where place={{ waiting: say("practices.where-goes", { when: sayMoment(where.goes, now.zone) }) }} />
      )
  }
}
