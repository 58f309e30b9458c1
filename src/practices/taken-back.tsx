import { Heading, Text, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { Day, Reader, Ref, Writer } from "./practice.ts"
import { useSayDay } from "./say-day.tsx"
import { ThingList } from "./thing-lists.tsx"
import type { People } from "./view.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly states: {
    readonly shared: {
      readonly takenBack: readonly { readonly ref: Ref; readonly writer: Writer; readonly day: Day }[]
    }
  }
  readonly reader: Reader
  readonly people: Pick<People, "nameOf">
}

/** What was taken back leaves a line and its day, to both alike (CARE C9). */
export function TakenBack({ states, reader, people, only }: Props & { readonly only?: Ref }): VNode {
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  return (
    <ThingList
      name="taken-back"
      of={states.shared.takenBack.filter(({ ref }) => only === undefined || ref === only)}
      newest="last"
      render={({ writer, day }) => (
        <Text tone="second">
          {writer === reader.shared
            ? say("practices.taken-back-me", { day: sayDay(day) })
            : say("practices.taken-back-by", { name: people.nameOf(writer), day: sayDay(day) })}
        </Text>
      )}
    />
  )
}

/** In place of a page that was taken back, also while somebody reads it: a heading, and what became of it. */
export function NoLongerHere(props: Props & { readonly about: Ref | undefined }): VNode {
  const say = useSay<typeof en>()
  useFocusOnHeading("gone")
  return (
    <>
      <Heading level={1}>{say("practices.gone")}</Heading>
      <TakenBack {...props} only={props.about ?? ""} />
    </>
  )
}
