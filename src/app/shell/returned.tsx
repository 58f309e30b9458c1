import { Actions, Band, Button, Card, Heading, Lead, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import { SasWords } from "./sas-words.tsx"
import type { Inner } from "./inner.ts"
import { onToToday } from "./on-to-today.ts"
import { NoLockYet } from "./no-lock-yet.tsx"
import { goesOnElsewhere, LetGo } from "./let-go.tsx"
import { Waited } from "./move.tsx"

/** Set when this person said that the device from before is not lost. */
const stillHas = "setting.device-kept"

/** What is here again and what cannot be; then what is to be looked at: the words, the other device, a lock. */
export function ReturnedPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { snapshot, way } = inner
  const returned = snapshot.recovery?.returned ?? null
  const byCopy = returned?.byCopy === true
  const day = returned === null ? "" : dayInWords(returned.day, locale)
  return (
    <>
      <Heading level={1}>{say(byCopy ? "app.returned-copy" : "app.returned-title")}</Heading>
      {returned !== null && (
        <>
          <Lead>{say(byCopy ? "app.returned-copy-lead" : "app.returned-lead", { day })}</Lead>
          <Text>{say(byCopy ? "app.returned-copy-not" : "app.returned-not")}</Text>
          {returned.isTorn === true && <Text>{say("app.returned-torn", { day })}</Text>}
          {!returned.here && <Text>{say(byCopy ? "app.returned-copy-waits" : "app.returned-waits")}</Text>}
          <Waited inner={inner} />
          <Heading level={2}>{say("app.returned-words")}</Heading>
          <SasWords words={returned.words} />
          <Text>{say("app.returned-words-else")}</Text>
          {!returned.confirmed && (
            <>
              <Text>{say("app.returned-unsure", { day })}</Text>
              <Button kind="quiet" onPress={() => way.go({ at: "same" })}>
                {say("app.returned-compare")}
              </Button>
            </>
          )}
        </>
      )}
      <LostDevices inner={inner} />
      <NoLockYet inner={inner} />
      <Text>{say(byCopy ? "app.returned-copy-sheet" : "app.returned-sheet")}</Text>
      {byCopy && returned.here && (
        <Button kind="second" onPress={() => way.go({ at: "sheet" })}>
          {say("app.sheets-new")}
        </Button>
      )}
      <Actions>
        <Button kind="main" onPress={() => onToToday(inner)}>
          {say("app.go-on")}
        </Button>
      </Actions>
    </>
  )
}

/** One question, answered once; it can be found again under "This device" for as long as it could be answered with yes. */
export function LostDevices({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { session, snapshot } = inner
  const { lost = 0, removing = false, returned = null } = snapshot.recovery ?? {}
  const [kept, setKept] = useState(session.draft(stillHas) !== "")
  const keep = (): void => {
    session.setDraft(stillHas, "1")
    setKept(true)
    announce(say("app.returned-kept"))
  }
  if (removing)
    return <Text>{say(goesOnElsewhere(inner) ? "app.people-elsewhere" : "app.returned-removing")}</Text>
  if (lost === 0 || returned === null) return null
  return (
    <Band tone="quiet">
      <Heading level={2}>{say("app.returned-lost-title")}</Heading>
      <Text>{say("app.returned-lost", { n: lost })}</Text>
      <Text>{say("app.returned-lost-what")}</Text>
      {kept && <Text tone="second">{say("app.returned-kept")}</Text>}
      <LetGo inner={inner} label={say("app.returned-lost-go")}>
        {!kept && (
          <Button kind="second" onPress={keep}>
            {say("app.returned-lost-keep")}
          </Button>
        )}
      </LetGo>
    </Band>
  )
}

/** On Today, for as long as something of it is open. */
export function ReturnedCard({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { session, snapshot, way } = inner
  const { lost = 0, returned = null } = snapshot.recovery ?? {}
  if (returned === null) return null
  const isAsked = lost > 0 && session.draft(stillHas) === ""
  if (returned.confirmed && !isAsked) return null
  return (
    <Card
      title={say("app.returned")}
      reason={say("app.returned-why")}
      onPress={() => way.go({ at: "returned" })}
    />
  )
}
