import { Actions, Band, Button, Heading, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { namedPeople, useUnnamed } from "./room.tsx"

/** Somebody came back with a sheet: said on every device of everybody here, until it is put away on that device. */
export function SheetUses({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const people = namedPeople(inner.snapshot, useUnnamed())
  return (
    <>
      {(inner.snapshot.recovery?.uses ?? []).map(({ id, mine, writer, day }) => {
        const values = { name: people.nameOf(writer), day: dayInWords(day, locale) }
        const which = mine ? "mine" : "other"
        return (
          <Band key={id} tone="quiet">
            <Heading level={2}>{say(`app.used-${which}-title`, values)}</Heading>
            <Text>{say(`app.used-${which}`, values)}</Text>
            <Actions>
              {!mine && (
                <Button kind="second" onPress={() => inner.way.go({ at: "same" })}>
                  {say("app.same-way")}
                </Button>
              )}
              <Button kind="second" onPress={() => void inner.session.recovery.putAway(id)}>
                {say("app.used-away")}
              </Button>
            </Actions>
          </Band>
        )
      })}
    </>
  )
}
