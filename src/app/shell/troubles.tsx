import { Actions, Band, Button, Text, announce, useLocale, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { Snapshot } from "../session/shown.ts"
import type { en } from "../words/en.ts"

type Said =
  | "app.storage-full"
  | "app.files-limit"
  | "app.alarm"
  | "app.alarm-sheet"
  | `app.server-${NonNullable<Snapshot["server"]>}`

/** What does not go as it should, above every page: what it is, what was kept, the way on. A missing connection is none of it: one can write without. */
export function Troubles({
  snapshot,
  onGoOn,
  onWhy,
}: {
  readonly snapshot: Snapshot
  /** Null on the page that says it. */
  readonly onWhy: (() => void) | null
  readonly onGoOn: () => void
}): VNode | null {
  const say = useSay<typeof en>()
  const all = troublesIn(snapshot)
  const urgent = all.includes("app.storage-full")
  // Words may be lost here: it is said aloud as well.
  useEffect(() => {
    if (urgent) announce(say("app.storage-full"))
  }, [urgent, say])
  const quiet = snapshot.noNews === undefined ? null : <NoNews since={snapshot.noNews} />
  // What is kept on another device is not lost: it is said as calmly.
  const lacks = snapshot.recovery?.copying?.lacks === true && (
    <Text tone="second">{say("app.own-lacks")}</Text>
  )
  if (all.length === 0)
    return (
      <>
        {quiet}
        {lacks}
      </>
    )
  return (
    <Band tone="clay">
      {all.map((said) => (
        <Text key={said}>{say(said)}</Text>
      ))}
      {onWhy !== null && all.includes("app.alarm") && (
        <Button kind="quiet" onPress={onWhy}>
          {say("app.apart-way")}
        </Button>
      )}
      {snapshot.server === "went-back" && <GoOn onGoOn={onGoOn} />}
      {lacks}
    </Band>
  )
}

/** No alarm: it is a server that does not say that it has nothing new (ATTACKS 16). */
function NoNews({ since }: { readonly since: string }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  return <Text tone="second">{say("app.no-news", { day: dayInWords(since, locale) })}</Text>
}

/** Not to wait for the others may cost something that only they still hold: so it is said before, and asked twice. */
function GoOn({ onGoOn }: { readonly onGoOn: () => void }): VNode {
  const say = useSay<typeof en>()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {say("app.not-waiting")}
      </Button>
    )
  return (
    <>
      <Text>{say("app.not-waiting-warning")}</Text>
      <Actions>
        <Button kind="second" onPress={() => setAsked(false)}>
          {say("app.not-waiting-not")}
        </Button>
        <Button kind="second" onPress={onGoOn}>
          {say("app.not-waiting-do")}
        </Button>
      </Actions>
    </>
  )
}

function troublesIn({ storageRefuses, alarm, server, filesWait }: Snapshot): readonly Said[] {
  // No room for a picture is no room.
  const isFull = server === undefined && filesWait === "full"
  return [
    ...(storageRefuses === true ? (["app.storage-full"] as const) : []),
    ...(alarm === null
      ? []
      : [alarm === "sheet-replaced" ? ("app.alarm-sheet" as const) : ("app.alarm" as const)]),
    ...(server === undefined ? [] : [`app.server-${server}` as const]),
    ...(isFull ? (["app.server-full"] as const) : []),
    ...(filesWait === "limit" ? (["app.files-limit"] as const) : []),
  ]
}
