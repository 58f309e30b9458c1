import { Actions, Button, Heading, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { LostDevices } from "./returned.tsx"

/** On the page "This device": whether one could come back without it, and what lies on the server for that. */
export function Sheets({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { recovery, copied } = inner.snapshot
  const sheet = recovery?.sheet ?? null
  const copying = recovery?.copying ?? null
  const inWords = (day: string): string => dayInWords(day, locale)
  return (
    <>
      <Heading level={2}>{say("app.sheets-title")}</Heading>
      {sheet === null ? (
        <Text>{say("app.sheets-none")}</Text>
      ) : (
        <Text>
          {sheet.newer === undefined
            ? say(sheet.ready ? "app.sheets-has" : "app.sheets-unready", { day: inWords(sheet.day) })
            : say(sheet.newer.isLearned ? "app.sheets-newer-learned" : "app.sheets-newer", {
                day: inWords(sheet.newer.day),
              })}
        </Text>
      )}
      {copying !== null && (
        <Text>
          {copying.isGone
            ? say("app.sheets-gone")
            : copying.day === null
              ? say("app.sheets-not-copied")
              : say("app.sheets-copied", { day: inWords(copying.day) })}
        </Text>
      )}
      {copying !== null && copied !== undefined && <Text>{say("app.sheets-not-in")}</Text>}
      {sheet?.ready === true && sheet.isOlder && <Text>{say("app.sheets-older")}</Text>}
      {copying !== null && !copying.isGone && copying.devices > 1 && <Bring inner={inner} />}
      <LostDevices inner={inner} />
      <Actions>
        <Button kind="second" onPress={() => inner.way.go({ at: "sheet" })}>
          {say(sheet === null ? "app.sheet" : "app.sheets-new")}
        </Button>
      </Actions>
    </>
  )
}

/** What is written for oneself on one device reaches the others once a day, or now. */
function Bring({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const [said, setSaid] = useState("")
  const [busy, setBusy] = useState(false)
  const bring = async (): Promise<void> => {
    setBusy(true)
    const brought = await inner.session.recovery.bringTogether().catch(() => "off" as const)
    setBusy(false)
    const text = say(`app.sheets-bring-${brought}`)
    setSaid(text)
    announce(text)
  }
  return (
    <>
      <Text>{say("app.sheets-several")}</Text>
      {inner.snapshot.recovery?.copying?.forgot === true && <Text>{say("app.sheets-forgot")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={() => void bring()}>
          {say("app.sheets-bring")}
        </Button>
      </Actions>
      {said !== "" && <Text>{said}</Text>}
    </>
  )
}
