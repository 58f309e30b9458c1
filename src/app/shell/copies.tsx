import { Actions, Button, Heading, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { copiesIn, copiesRow, copiesWithout } from "../copy/copies.ts"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** The copies that were kept, each with its day; a line can be taken away. */
export function Copies({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { session, snapshot, way } = inner
  const [row, setRow] = useState(() => session.draft(copiesRow))
  const days = copiesIn(row)
  const remove = (at: number): void => {
    const left = copiesWithout(row, at)
    if (left === "") session.dropDraft(copiesRow)
    else session.setDraft(copiesRow, left)
    setRow(left)
    announce(say("app.copies-removed"))
  }
  return (
    <>
      <Heading level={2}>{say("app.copies-title")}</Heading>
      {snapshot.copied !== undefined && (
        <Text>{say("app.copies-from", { day: dayInWords(snapshot.copied.day, locale) })}</Text>
      )}
      <Text>{say(days.length === 0 ? "app.copies-none" : "app.copies-lead")}</Text>
      {days.map((day, at) => {
        const inWords = dayInWords(day, locale)
        return (
          // Two of one day are told apart by their place alone.
          <div key={`${day} ${String(at)}`} class="copies-line">
            <Text>{say("app.copies-one", { day: inWords })}</Text>
            <Button
              kind="quiet"
              aria-label={say("app.copies-remove-which", { day: inWords })}
              onPress={() => remove(at)}
            >
              {say("app.copies-remove")}
            </Button>
          </div>
        )
      })}
      <Actions>
        <Button kind="second" onPress={() => way.go({ at: "keep-copy" })}>
          {say("app.copy")}
        </Button>
      </Actions>
    </>
  )
}
