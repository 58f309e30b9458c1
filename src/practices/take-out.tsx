import { Actions, Band, Button, Text, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Reader, Ref } from "./practice.ts"
import type { Desk, People } from "./view.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly about: Ref
  readonly desk: Pick<Desk<never>, "takeOut" | "takenOutBy" | "whereIs">
  readonly reader: Reader
  readonly people: Pick<People, "nameOf">
}

/** Kept words go only when everybody says so. Who did not ask for it sees it here and nowhere else, and is not asked twice. */
export function TakeOut({ about, desk, reader, people }: Props): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const [asking, setAsking] = useState(false)
  const by = desk.takenOutBy(about)
  const where = desk.whereIs(about)
  if (where.at === "copy")
    return (
      <Text tone="second">
        {say(where.isEarlier === true ? "practices.where-earlier" : "practices.where-copy")}
      </Text>
    )
  if (reader.shared !== null && by.includes(reader.shared))
    return <Text tone="second">{say("practices.take-out-mine")}</Text>
  const others = new Intl.ListFormat(locale).format(by.map(people.nameOf))
  return (
    <>
      {by.length > 0 && <Text>{say("practices.take-out-theirs", { name: others })}</Text>}
      {asking ? (
        <Band tone="quiet">
          <Text>{say("practices.take-out-why")}</Text>
          <Text>{say("practices.take-out-then")}</Text>
          <Actions>
            <Button kind="second" onPress={() => setAsking(false)}>
              {say("practices.take-out-no")}
            </Button>
            <Button kind="second" onPress={() => void desk.takeOut(about)}>
              {say("practices.take-out-yes")}
            </Button>
          </Actions>
        </Band>
      ) : (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {say("practices.take-out")}
        </Button>
      )}
    </>
  )
}
