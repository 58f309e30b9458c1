import { Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { Reader, Ref, Writer } from "./practice.ts"
import type { Desk, People } from "./view.ts"
import type { en } from "./words/en.ts"

interface Props {
  readonly reader: Reader
  readonly people: Pick<People, "nameOf" | "hasLeft">
  readonly desk: Pick<Desk<never>, "whereIs">
}

/** What one would say something to. */
interface About {
  readonly ref: Ref
  readonly writer: Writer
}

/**
 * Why what is said to this now would reach nobody it is for: it is over here, or whoever wrote it has left. Null: it would. In a browser
 * that came with a copy the app says so itself, where one would send.
 */
export function unheard({ reader, people, desk }: Props, { ref, writer }: About): "over" | "left" | null {
  const where = desk.whereIs(ref)
  const isCopy = where.at === "copy" && where.isEarlier !== true
  if (reader.isOver === true) return isCopy ? null : "over"
  return people.hasLeft?.(writer) === true ? "left" : null
}

/** In place of a way to say something that would reach nobody it is for. */
export function Unheard(props: Props & { readonly about: About }): VNode | null {
  const say = useSay<typeof en>()
  const why = unheard(props, props.about)
  if (why === null) return null
  return (
    <Text tone="second">
      {why === "over"
        ? say("practices.unheard-over")
        : say("practices.unheard-left", { name: props.people.nameOf(props.about.writer) })}
    </Text>
  )
}
