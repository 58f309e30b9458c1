import { Heading, LongList } from "#kit"
import type { LongListProps } from "#kit"
import { Fragment } from "preact"
import type { VNode } from "preact"
import { byWriter } from "./everyone.ts"
import type { Day, Ref, Writer } from "./practice.ts"

/** What a room lists: a thing that was said on a day. */
interface Thing {
  readonly ref: Ref
  readonly day: Day
}
type Listed<T> = Pick<LongListProps<T>, "name" | "of" | "render">

/** Things of a room, in the order they have. */
export function ThingList<T extends Thing>(props: Listed<T> & Pick<LongListProps<T>, "newest">): VNode {
  return <LongList {...props} dayOf={({ day }) => day} keyOf={({ ref }) => ref} />
}

/** News on Today: the newest five, and a way to the others. */
export function NewsList<T extends Thing>(props: Listed<T>): VNode {
  return <LongList {...props} newest="last" most={5} dayOf={({ day }) => day} keyOf={({ ref }) => ref} />
}

/** What was left for the reader, under the name of who left it. */
export function ListsByWriter<T extends Thing & { readonly writer: Writer }>(
  props: Listed<T> & { readonly titleOf: (writer: Writer) => string },
): VNode {
  return (
    <>
      {byWriter(props.of).map(({ writer, of }) => (
        <Fragment key={writer}>
          <Heading level={2}>{props.titleOf(writer)}</Heading>
          <ThingList name={`${props.name} ${writer}`} of={of} newest="last" render={props.render} />
        </Fragment>
      ))}
    </>
  )
}
