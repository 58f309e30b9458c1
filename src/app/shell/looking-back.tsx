import { Card, Heading, Lead, Text, useLocale, useSay } from "#kit"
import { practices, stateOf } from "#practices"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { allViews } from "./room.tsx"

/** Everything this person can read here, newest first, a day at a time. */
export function LookingBack({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const { house, reader } = inner.snapshot
  const traces = allViews
    .flatMap((view) => {
      const practice = practices.find((p) => p.name === view.name)
      if (practice === undefined) return []
      return view
        .traces(stateOf(house, practice), reader, sayAny)
        .map((trace) => ({ ...trace, room: view.name, roomTitle: sayAny(view.title) }))
    })
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  return (
    <>
      <Heading level={1}>{say("app.looking-back")}</Heading>
      <Lead>{say(traces.length === 0 ? "app.looking-back-empty" : "app.looking-back-lead")}</Lead>
      {traces.map((trace) => (
        <Card
          key={`${trace.room} ${trace.ref}`}
          title={trace.title}
          reason={`${trace.roomTitle} · ${dayInWords(trace.day, locale)}`}
          onPress={() => inner.way.go({ at: "room", room: trace.room, place: trace.at, start: null })}
        />
      ))}
      {house.setAside.length > 0 && (
        <Text tone="second">{say("app.set-aside", { n: house.setAside.length })}</Text>
      )}
    </>
  )
}
