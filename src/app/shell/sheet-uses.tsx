import { Actions, Band, Button, Heading, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { namedPeople, useUnnamed } from "./room.tsx"

/** Somebody came back with a sheet, added another device of theirs, or let this one see what they share: said on every device of everybody here, until it is put away on that device. */
export function SheetUses({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const people = namedPeople(inner.snapshot, useUnnamed())
  return (
    <>
      {(inner.snapshot.recovery?.uses ?? []).map(({ id, mine, writer, day, by }) => {
        const values = { name: people.nameOf(writer), day: dayInWords(day, locale) }
        const who = `${by === "device" ? "came" : "used"}-${mine ? "mine" : "other"}` as const
        const which = by === "space" ? "came-space" : who
        return (
          <Band key={id} tone="quiet">
            <Heading level={2}>{say(`app.${which}-title`, values)}</Heading>
            <Text>{say(`app.${which}`, values)}</Text>
            <Actions>
              {mine && by !== undefined && (
                <Button kind="second" onPress={() => inner.way.go({ at: "people" })}>
                  {say("app.people")}
                </Button>
              )}
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
