import { Own, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import type { Ref, Writer } from "../practice.ts"
import type { Remark } from "./fold.ts"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

interface Shown {
  readonly ref: Ref
  readonly writer: Writer | null
  readonly remark: Remark["remark"]
  readonly note: string
}

/** What was put beside these words, by whom. One's own says where it is, and can be taken back. */
export function Remarks(props: MattersProps & { readonly to: Ref }): VNode {
  const { to, reader, people, desk, now } = props
  const say = useSay<typeof en>()
  return (
    <>
      {remarksTo(props, to).map(({ ref, writer, remark, note }) => {
        const mine = writer === null || writer === reader.shared
        const name = mine ? say("matters.remark-me") : people.nameOf(writer)
        return (
          <div key={ref}>
            <Text tone="second">
              {say("matters.remark-by", { name, remark: say(`matters.remark-${remark}`) })}
            </Text>
            {/\S/.test(note) && <Own>{note}</Own>}
            {mine && (
              <OwnThing
                where={desk.whereIs(ref)}
                now={now}
                other={people.other}
                onTakeBack={() => void desk.takeBack(ref)}
              />
            )}
          </div>
        )
      })}
    </>
  )
}

/** Those that stand, and the reader's own that were chosen to go and have not gone (`writer` is null). */
function remarksTo({ states, desk }: MattersProps, to: Ref): readonly Shown[] {
  const there = states.shared.remarks.filter((r) => r.target.ref === to)
  const waiting = desk.waiting.flatMap((w): readonly Shown[] => {
    const target: unknown = Reflect.get(Object(Reflect.get(Object(w.body), "target")), "ref")
    if (w.kind !== "matters.remarked" || target !== to || there.some((r) => r.ref === w.ref)) return []
    const text = (key: string): string => String(Reflect.get(Object(w.body), key) ?? "")
    const remark = text("remark") === "left-out" ? "left-out" : "did-not-know"
    return [{ ref: w.ref, writer: null, remark, note: text("note") }]
  })
  return [...there, ...waiting]
}
