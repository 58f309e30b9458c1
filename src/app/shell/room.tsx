import { practices, stateOf } from "#practices"
import { views } from "#practices/views"
import { useEffect, useMemo, useRef } from "preact/hooks"
import type { VNode } from "preact"
import type { Entries, Handover, RoomPlace, Writer } from "../../practices/practice.ts"
import type { People, RoomProps, View, Voice } from "../../practices/view.ts"
import { useSay } from "#kit"
import type { Snapshot } from "../session/shown.ts"
import { tongue } from "../tongue.ts"
import type { en } from "../words/en.ts"
import { coachFor } from "./coach.ts"
import { deskOf } from "./desk.ts"
import type { Inner } from "./inner.ts"
import { matterLabels } from "./matter-labels.ts"
import { coachVoiceOf } from "./settings.ts"

/** A view as the app sees it: it knows no room's inside. The one place where the app forgets which room it draws. */
export type AnyView = View<Entries, unknown, unknown>
export const allViews = views as unknown as readonly AnyView[]

export function viewOf(room: string): AnyView | null {
  return allViews.find((view) => view.name === room) ?? null
}

/** What stands for somebody who gave no name. */
export interface Unnamed {
  readonly other: string
  /** The same where several are here: of them no one is "the other". */
  readonly oneOfThem: string
  readonly me: string
}
export function useUnnamed(): Unnamed {
  const say = useSay<typeof en>()
  return { other: say("app.someone"), oneOfThem: say("app.someone-of-them"), me: say("app.you") }
}

/** Everything a room's page or card is given. */
export function roomProps(
  inner: Inner,
  room: string,
  at: RoomPlace,
  start: Handover | null,
  words: Unnamed,
): RoomProps<Entries, unknown, unknown> {
  const practice = practices.find((p) => p.name === room)
  if (practice === undefined) throw new Error(`no such room: ${room}`)
  const { snapshot, session, way, moment } = inner
  return {
    states: stateOf(snapshot.house, practice),
    reader: snapshot.reader,
    people: namedPeople(snapshot, words),
    standing: snapshot.standing,
    now: moment,
    desk: deskOf(inner),
    matters: matterLabels(snapshot, session),
    at,
    start,
    go: (to, place, handover) =>
      way.go({ at: "room", room: to, place: place ?? { page: "" }, start: handover ?? null }),
    back: way.back,
    voices: allVoices(inner),
    coach: coachFor(coachVoiceOf(session)),
  }
}

/** Where somebody gave no name, a word stands for them: no sentence may have a hole, and nobody who reads along is left out. */
export function namedPeople({ people, reader }: Snapshot, { other: two, oneOfThem, me }: Unnamed): People {
  const others = (people.others ?? []).length + (people.gone ?? []).length
  const other = others > 1 ? oneOfThem : two
  const nameOf = (writer: Writer): string => {
    const name = people.nameOf(writer)
    return name !== "" ? name : writer === reader.shared || writer === reader.own ? me : other
  }
  const all = people.others ?? [people.other]
  const names = [...all.filter((name) => name !== ""), ...all.filter((name) => name === "").map(() => other)]
  const gone = (people.gone ?? []).map((name) => (name === "" ? oneOfThem : name))
  return { ...people, gone, other: new Intl.ListFormat(tongue.locale).format(names), nameOf }
}

/** What was said in any room, in the order of the days: so that one room can lay both sides beside each other. */
function allVoices({ snapshot }: Inner): readonly Voice[] {
  return allViews
    .flatMap((view) => {
      const practice = practices.find((p) => p.name === view.name)
      if (view.voices === undefined || practice === undefined) return []
      return view.voices(stateOf(snapshot.house, practice), snapshot.reader)
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

export function RoomPage(props: {
  readonly inner: Inner
  readonly room: string
  readonly at: RoomPlace
  readonly start: Handover | null
}): VNode | null {
  const unnamed = useUnnamed()
  const view = useMemo(() => viewOf(props.room), [props.room])
  // What a page began may end after its reader went elsewhere: then it leads nobody away from there.
  const isShown = useRef(true)
  useEffect(
    () => () => {
      isShown.current = false
    },
    [],
  )
  if (view === null) return null
  const given = roomProps(props.inner, props.room, props.at, props.start, unnamed)
  const go: typeof given.go = (...to) => {
    if (isShown.current) given.go(...to)
  }
  const back = (): void => {
    if (isShown.current) given.back()
  }
  return <view.Page {...given} go={go} back={back} />
}
