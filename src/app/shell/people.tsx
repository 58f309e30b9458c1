import { Button, Heading, Lead, Rule, Sheet, Text, useLocale, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { DeviceHere, PersonHere } from "../people/people-here.ts"
import type { en } from "../words/en.ts"
import { AbsentDevices } from "./absent.tsx"
import type { Inner } from "./inner.ts"
import { goesOnElsewhere, LetGo } from "./let-go.tsx"
import { namedPeople, useUnnamed } from "./room.tsx"
import { comparedUpTo } from "./settings.ts"

/** What the record says of who is here, for each to read in the same words; and the way to let a device of one's own go. */
export function PeoplePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { session, snapshot } = inner
  // Who looks here wants to know it now.
  useEffect(() => void session.sync(), [session])
  const people = snapshot.here ?? []
  const names = namedPeople(snapshot, useUnnamed())
  const me = people.find(({ isMe }) => isMe)
  const upTo = comparedUpTo(session)
  // A device that was let go adds no other.
  const isOut = snapshot.server === "removed" || snapshot.recovery?.copying?.isGone === true
  return (
    <>
      <Heading level={1}>{say("app.people")}</Heading>
      <Lead>{say("app.people-lead")}</Lead>
      {people.map((person) => (
        <Person
          key={person.writer}
          inner={inner}
          person={person}
          name={person.isMe ? snapshot.people.me : names.nameOf(person.writer)}
          upTo={upTo}
        />
      ))}
      {me !== undefined && <MyOthers inner={inner} me={me} />}
      {!isOut && (
        <>
          <Rule />
          <Button kind="second" onPress={() => inner.way.go({ at: "link" })}>
            {say("app.link")}
          </Button>
        </>
      )}
    </>
  )
}

function Person(props: {
  readonly inner: Inner
  readonly person: PersonHere
  readonly name: string
  /** The place in the record up to which words were compared on this device. */
  readonly upTo: number
}): VNode {
  const say = useSay<typeof en>()
  const { inner, person, name, upTo } = props
  const { locale } = useLocale()
  const mine = name === "" ? say("app.people-you") : say("app.people-me", { name })
  const title = person.isMe ? mine : name
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
          {device.day !== null && !device.isThis && (
            <Text tone="second">{say("app.people-day", { day: dayInWords(device.day, locale) })}</Text>
          )}
          {device.came !== "first" && !device.isThis && device.since > upTo && (
            <Text>{say("app.people-unsure")}</Text>
          )}
          {(device.mayGo || device.isGoing) && <OneOfMine inner={inner} device={device} />}
        </Sheet>
      ))}
      {person.isMe && <AbsentDevices inner={inner} />}
      {person.hasSheet && <Text>{say("app.people-sheet")}</Text>}
    </>
  )
}

/** What goes with it is said before it is asked for. */
function OneOfMine({ inner, device }: { readonly inner: Inner; readonly device: DeviceHere }): VNode {
  const say = useSay<typeof en>()
  const [isAsked, setAsked] = useState(false)
  const { recovery } = inner.snapshot
  const isElsewhere = goesOnElsewhere(inner)
  if (device.isGoing && !isElsewhere) return <Text>{say("app.people-one-going")}</Text>
  if (device.isGoing)
    return (
      <>
        <Text>{say("app.people-one-elsewhere")}</Text>
        <Text>{say("app.people-elsewhere")}</Text>
      </>
    )
  if (!isAsked)
    return (
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {say("app.people-one-go")}
      </Button>
    )
  return (
    <>
      <Text>{say("app.people-one-what")}</Text>
      {isElsewhere && <Text>{say("app.people-elsewhere")}</Text>}
      {device.along > 0 && <Text>{say("app.people-one-along", { n: device.along })}</Text>}
      {recovery?.sheet !== null && recovery !== undefined && <Text>{say("app.people-one-sheet")}</Text>}
      <LetGo inner={inner} label={say("app.people-one-go")} id={device.id}>
        <Button kind="second" onPress={() => setAsked(false)}>
          {say("app.not-now")}
        </Button>
      </LetGo>
    </>
  )
}

function MyOthers({ inner, me }: { readonly inner: Inner; readonly me: PersonHere }): VNode | null {
  const say = useSay<typeof en>()
  const others = me.devices.filter(({ isThis, isGoing }) => !isThis && !isGoing).length
  const free = me.devices.filter(({ mayGo }) => mayGo).length
  if (others < 1) return null
  // The one other has its own way beside it.
  if (others === 1 && free === 1) return null
  if (!me.mayLetGo) return <Text tone="second">{say("app.people-later")}</Text>
  return (
    <>
      <Rule />
      <Heading level={2}>{say("app.people-go-title")}</Heading>
      <Text>{say("app.people-go", { n: others })}</Text>
      {goesOnElsewhere(inner) && <Text>{say("app.people-elsewhere")}</Text>}
      <LetGo inner={inner} label={say("app.people-go-do")} />
    </>
  )
}
