import { Heading, Lead, Rule, Sheet, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { DeviceHere, PersonHere } from "../people-here.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { LetGo } from "./let-go.tsx"
import { namedPeople, useUnnamed } from "./room.tsx"
import { comparedUpTo } from "./settings.ts"

/** What the record says of who is here, for each to read in the same words; and the way to let a device of one's own go. */
export function PeoplePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { session, snapshot } = inner
  const people = snapshot.here ?? []
  const names = namedPeople(snapshot, useUnnamed())
  const me = people.find(({ isMe }) => isMe)
  const upTo = comparedUpTo(session)
  return (
    <>
      <Heading level={1}>{say("app.people")}</Heading>
      <Lead>{say("app.people-lead")}</Lead>
      {people.map((person) => (
        <Person key={person.writer} person={person} name={names.nameOf(person.writer)} upTo={upTo} />
      ))}
      {me !== undefined && <MyOthers inner={inner} me={me} />}
    </>
  )
}

function Person(props: {
  readonly person: PersonHere
  readonly name: string
  /** The place in the record up to which words were compared on this device. */
  readonly upTo: number
}): VNode {
  const say = useSay<typeof en>()
  const { person, name, upTo } = props
  const title = person.isMe ? say("app.people-me", { name }) : name
  const called = ({ isThis }: DeviceHere, at: number): string => {
    if (isThis) return say("app.people-this")
    if (person.isMe) return say("app.people-other")
    return person.devices.length === 1 ? say("app.people-one") : say("app.people-nth", { n: at + 1 })
  }
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {person.devices.map((device, at) => (
        <Sheet key={device.id} label={called(device, at)}>
          <Text>{called(device, at)}</Text>
          <Text tone="second">{say(`app.people-came-${device.came}`)}</Text>
          {device.came !== "first" && !device.isThis && device.since > upTo && (
            <Text>{say("app.people-unsure")}</Text>
          )}
        </Sheet>
      ))}
      {person.hasSheet && <Text>{say("app.people-sheet")}</Text>}
    </>
  )
}

function MyOthers({ inner, me }: { readonly inner: Inner; readonly me: PersonHere }): VNode | null {
  const say = useSay<typeof en>()
  const others = me.devices.length - 1
  if (inner.snapshot.recovery?.removing === true) return <Text>{say("app.people-going")}</Text>
  if (others < 1) return null
  if (!me.mayLetGo) return <Text tone="second">{say("app.people-later")}</Text>
  return (
    <>
      <Rule />
      <Heading level={2}>{say("app.people-go-title")}</Heading>
      <Text>{say("app.people-go", { n: others })}</Text>
      <LetGo inner={inner} label={say("app.people-go-do")} />
    </>
  )
}
