import { Actions, Button, Heading, Lead, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { onToToday } from "./on-to-today.ts"

/** Said once, right after: what is here, and what can be done with it from here. */
export function CameBackPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { copied, waiting } = inner.snapshot
  return (
    <>
      <Heading level={1}>{say("app.came-title")}</Heading>
      {copied !== undefined && <Lead>{say("app.came-day", { day: dayInWords(copied.day, locale) })}</Lead>}
      <Text>{say("app.came-write")}</Text>
      {copied?.onlyRead === true && (
        <>
          <Text>{say("app.came-only-read")}</Text>
          <Button kind="second" onPress={() => inner.way.go({ at: "write-again" })}>
            {say("app.again")}
          </Button>
          <Text tone="second">{say("app.again-why")}</Text>
        </>
      )}
      {waiting.length > 0 && <Text>{say("app.came-not-sent")}</Text>}
      <Text>{say("app.came-lock")}</Text>
      <Actions>
        <Button kind="main" onPress={() => onToToday(inner)}>
          {say("app.go-on")}
        </Button>
      </Actions>
    </>
  )
}
