import { Actions, Band, Button, Heading, Lead, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { namedPeople, useUnnamed } from "./room.tsx"
import { SharedList } from "./shared-list.tsx"

/** One page that lists all of it, with whom and since when; each can be stopped, and all at once (CARE B7, B8). */
export function SharedPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const people = namedPeople(inner.snapshot, useUnnamed())
  const { other: name } = people
  const { locale } = useLocale()
  const gone = new Intl.ListFormat(locale).format(people.gone ?? [])
  const things = inner.session.shared()
  const isFixed = inner.snapshot.copied?.onlyRead === true
  const several = new Set(things.flatMap((thing) => thing.with)).size > 1
  const lead = several ? say("app.shared-lead-several") : say("app.shared-lead", { name })
  return (
    <>
      <Heading level={1}>{say("app.shared")}</Heading>
      {isFixed ? (
        <Lead>{say("app.only-read-shared")}</Lead>
      ) : (
        <Lead>{things.length === 0 ? say("app.shared-nothing") : lead}</Lead>
      )}
      {things.length > 0 && gone !== "" && <Text>{say("app.shared-left", { name: gone })}</Text>}
      {!isFixed && things.some((thing) => thing.waits || !thing.kept) && <All inner={inner} name={name} />}
      <SharedList inner={inner} things={things} isFixed={isFixed} />
      {(inner.snapshot.earlier ?? 0) > 0 && <Before inner={inner} />}
      <Text tone="second">{say("app.shared-not")}</Text>
    </>
  )
}

/** What was said in spaces that were put away is no longer this person's to stop. */
function Before({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text>{say("app.shared-earlier")}</Text>
      <Button kind="quiet" onPress={() => inner.way.go({ at: "earlier" })}>
        {say("app.earlier")}
      </Button>
    </>
  )
}

function All({ inner, name }: { readonly inner: Inner; readonly name: string }): VNode {
  const say = useSay<typeof en>()
  const [asking, setAsking] = useState(false)
  const takeAll = async (): Promise<void> => {
    await inner.session.takeAllBack()
    announce(say("app.shared-all-done"))
    setAsking(false)
  }
  if (!asking)
    return (
      <Button kind="second" onPress={() => setAsking(true)}>
        {say("app.shared-all")}
      </Button>
    )
  return (
    <Band tone="quiet">
      <Text>{say("app.shared-all-why", { name, n: inner.snapshot.people.others?.length ?? 1 })}</Text>
      <Actions>
        <Button kind="second" onPress={() => setAsking(false)}>
          {say("app.shared-all-no")}
        </Button>
        <Button kind="second" onPress={() => void takeAll()}>
          {say("app.shared-all-yes")}
        </Button>
      </Actions>
    </Band>
  )
}
