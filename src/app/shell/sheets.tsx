import { Actions, Button, Heading, Text, useLocale, useSay } from "#kit"
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
        <Text>{say(sheet.ready ? "app.sheets-has" : "app.sheets-unready", { day: inWords(sheet.day) })}</Text>
      )}
      {copying !== null && (
        <Text>
          {copying.elsewhere
            ? say("app.sheets-elsewhere")
            : copying.day === null
              ? say("app.sheets-not-copied")
              : say("app.sheets-copied", { day: inWords(copying.day) })}
        </Text>
      )}
      {copying !== null && copied !== undefined && <Text>{say("app.sheets-not-in")}</Text>}
      <LostDevices inner={inner} />
      <Actions>
        <Button kind="second" onPress={() => inner.way.go({ at: "sheet" })}>
          {say(sheet === null ? "app.sheet" : "app.sheets-new")}
        </Button>
      </Actions>
    </>
  )
}
