import { Actions, Band, Button, Form, Heading, Sheet, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Absent } from "../coming/letting.ts"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useOwnPassphrase } from "./own-passphrase.tsx"
import { setUnasked, wasUnasked } from "./settings.ts"

// Devices of one's own that do not see what is shared here, because it was shared after they were added. Nothing of it goes to them before their person says so.

/** On Today, until it was looked at or put away on this device. */
export function AbsentBand({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { session, snapshot, way } = inner
  const [, setSeen] = useState(0)
  const fresh = (snapshot.absent ?? []).filter(({ id, asked }) => !asked && !wasUnasked(session, id))
  if (fresh.length === 0) return null
  const putAway = (): void => {
    for (const { id } of fresh) setUnasked(session, id)
    setSeen((n) => n + 1)
  }
  return (
    <Band tone="quiet">
      <Heading level={2}>{say("app.absent-card")}</Heading>
      <Text>{say("app.absent-card-why")}</Text>
      <Actions>
        <Button kind="second" onPress={() => way.go({ at: "people" })}>
          {say("app.people")}
        </Button>
        <Button kind="second" onPress={putAway}>
          {say("app.used-away")}
        </Button>
      </Actions>
    </Band>
  )
}

/** On the other device: what another one shares would come, and cannot yet. */
export function WaitsForRoom({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  if (inner.snapshot.comes === undefined) return null
  return (
    <Band tone="quiet">
      <Heading level={2}>{say("app.comes-waits-title")}</Heading>
      <Text>{say("app.comes-waits")}</Text>
    </Band>
  )
}

export function AbsentDevices({ inner }: { readonly inner: Inner }): VNode {
  return (
    <>
      {(inner.snapshot.absent ?? []).map((device) => (
        <OneAbsent key={device.id} inner={inner} device={device} />
      ))}
    </>
  )
}

function OneAbsent({ inner, device }: { readonly inner: Inner; readonly device: Absent }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const [isAsked, setAsked] = useState(false)
  return (
    <Sheet label={say("app.people-other")}>
      <Text>{say("app.people-other")}</Text>
      {device.day !== null && (
        <Text tone="second">{say("app.people-day", { day: dayInWords(device.day, locale) })}</Text>
      )}
      <Text>{say(device.asked ? "app.absent-asked" : "app.absent")}</Text>
      {!device.asked && !isAsked && (
        <Button kind="quiet" onPress={() => setAsked(true)}>
          {say("app.absent-go")}
        </Button>
      )}
      {!device.asked && isAsked && <LetSee inner={inner} id={device.id} onNot={() => setAsked(false)} />}
    </Sheet>
  )
}

/** What it means is said before, and the passphrase is asked again. */
function LetSee(props: { readonly inner: Inner; readonly id: string; readonly onNot: () => void }): VNode {
  const say = useSay<typeof en>()
  const { inner, id, onNot } = props
  const { busy, trouble, field, attempt } = useOwnPassphrase(inner, {
    said: (because) => say(because === "wrong" ? "app.link-wrong" : "app.link-failed"),
  })
  const letSee = async (): Promise<void> => {
    const done = await attempt((own) => inner.keeper.letSee(own, id))
    if (done !== null) announce(say("app.absent-asked"))
  }
  return (
    <Form onSubmit={letSee}>
      <Text>{say("app.absent-what")}</Text>
      <Text>{say("app.absent-hands")}</Text>
      {field(say("app.link-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={onNot}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.absent-go")}
        </Button>
      </Actions>
    </Form>
  )
}
