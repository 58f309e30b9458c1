import { read } from "#language"
import { practices, stateOf } from "#practices"
import { views } from "#practices/views"
import { useMemo } from "preact/hooks"
import type { VNode } from "preact"
import type { Entries, Handover, RoomPlace } from "../../practices/practice.ts"
import type { RoomProps, View, Voice } from "../../practices/view.ts"
import { useSay } from "#kit"
import { deskOf } from "./desk.ts"
import type { Inner } from "./inner.ts"
import { matterLabels } from "./matter-labels.ts"

/** A view as the app sees it: it knows no room's inside. The one place where the app forgets which room it draws. */
export type AnyView = View<Entries, unknown, unknown>
export const allViews = views as unknown as readonly AnyView[]

export function viewOf(room: string): AnyView | null {
  return allViews.find((view) => view.name === room) ?? null
}

/** Everything a room's page or card is given. */
export function roomProps(
  inner: Inner,
  room: string,
  at: RoomPlace,
  start: Handover | null,
  other: string,
): RoomProps<Entries, unknown, unknown> {
  const practice = practices.find((p) => p.name === room)
  if (practice === undefined) throw new Error(`no such room: ${room}`)
  const { snapshot, session, way, moment } = inner
  return {
    states: stateOf(snapshot.house, practice),
    reader: snapshot.reader,
    people: snapshot.people.other === "" ? { ...snapshot.people, other } : snapshot.people,
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
    coach: (text, kind) => read(text, kind),
  }
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
  const say = useSay()
  const view = useMemo(() => viewOf(props.room), [props.room])
  if (view === null) return null
  return <view.Page {...roomProps(props.inner, props.room, props.at, props.start, say("app.someone"))} />
}
