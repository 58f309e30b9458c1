import { Button, Heading, Own, Sheet, Text, useFocusOnHeading, useSay } from "#kit"
import type { VNode } from "preact"
import type { Day, Reader, Ref, Writer } from "./practice.ts"
import { useSayDay } from "./say-day.tsx"
import { ThingList } from "./thing-lists.tsx"
import type { People } from "./view.ts"
import type { en } from "./words/en.ts"

interface Tombstone {
  readonly ref: Ref
  readonly writer: Writer
  readonly day: Day
}
interface Props {
  readonly states: { readonly shared: { readonly takenBack: readonly Tombstone[] } }
  readonly reader: Reader
  readonly people: Pick<People, "nameOf">
  readonly desk: {
    readonly draft: (key: string) => string
    readonly throwAway: (keys: readonly string[]) => void
  }
  /** Where the reader's own words about a thing lie while they write them: these stay when the thing goes. */
  readonly begun?: (about: Ref) => readonly string[]
}

/** What was taken back leaves a line and its day, to both alike (CARE C9). Each room's list has a name of its own: where one left it is remembered by that. */
export function TakenBack(props: Props & { readonly name: string }): VNode {
  return (
    <ThingList
      name={props.name}
      of={props.states.shared.takenBack}
      newest="last"
      render={(one) => <Line {...props} one={one} />}
    />
  )
}

/** In place of a page that was taken back, also while somebody reads it: a heading, and what became of it. */
export function NoLongerHere(props: Props & { readonly about: Ref | undefined }): VNode {
  const say = useSay<typeof en>()
  useFocusOnHeading("gone")
  const one = props.states.shared.takenBack.find(({ ref }) => ref === props.about)
  return (
    <>
      <Heading level={1}>{say("practices.gone")}</Heading>
      {one === undefined ? <Begun {...props} about={props.about} /> : <Line {...props} one={one} />}
    </>
  )
}

function Line(props: Props & { readonly one: Tombstone }): VNode {
  const { reader, people, one } = props
  const say = useSay<typeof en>()
  const day = useSayDay()(one.day)
  return (
    <>
      <Text tone="second">
        {one.writer === reader.shared
          ? say("practices.taken-back-me", { day })
          : say("practices.taken-back-by", { name: people.nameOf(one.writer), day })}
      </Text>
      <Begun {...props} about={one.ref} />
    </>
  )
}

/** Words that were begun about a thing that went meanwhile: they are their writer's, and wait here until they are thrown away. */
function Begun({ desk, begun, about }: Props & { readonly about: Ref | undefined }): VNode | null {
  const say = useSay<typeof en>()
  const keys = about === undefined ? [] : (begun?.(about) ?? [])
  const texts = keys.map(desk.draft).filter((text) => /\S/.test(text))
  if (texts.length === 0) return null
  return (
    <Sheet label={say("practices.gone-begun")}>
      <Text tone="second">{say("practices.gone-begun")}</Text>
      {texts.map((text) => (
        <Own key={text}>{text}</Own>
      ))}
      <Button kind="quiet" onPress={() => desk.throwAway(keys)}>
        {say("practices.throw-away")}
      </Button>
    </Sheet>
  )
}
