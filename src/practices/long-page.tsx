import { Editor, Heading, Lead, Notes, Parts, Text, Where, Writing } from "#kit"
import { useState } from "preact/hooks"
import type { ComponentChildren, VNode } from "preact"
import type { CoachReading } from "./view.ts"
import { useCoach } from "./use-coach.tsx"
import type { Texts } from "./use-texts.tsx"

export interface PagePart<P extends string> {
  readonly id: P
  readonly title: string
  readonly hint: string
}
interface Props<P extends string> {
  readonly heading: string
  readonly lead: string
  readonly parts: readonly PagePart<P>[]
  readonly texts: Texts<P>
  readonly write: (part: P, text: string) => void
  /** Absent: nobody reads along. */
  readonly coach?: (text: string) => CoachReading | null
  /** Said when a part is as long as one may be. */
  readonly full: string
  readonly children?: ComponentChildren
}
const longestPart = 20_000

/** A long page in parts: says where one is, and takes the parts in any order. */
export function LongPage<P extends string>(props: Props<P>): VNode {
  const { parts, texts, write } = props
  const [at, setAt] = useState<P | null>(null)
  const part = parts.find((p) => p.id === at) ?? parts[0]
  if (part === undefined) throw new Error("a page without parts")
  const text = texts[part.id]
  const rows = parts.map((p) => ({ id: p.id, title: p.title, there: /\S/.test(texts[p.id]) }))
  return (
    <>
      <Heading level={1}>{props.heading}</Heading>
      <Lead>{props.lead}</Lead>
      <Where place="phone" />
      <Parts parts={rows} current={part.id} onGo={(id) => setAt(parts.find((p) => p.id === id)?.id ?? null)}>
        <PartSheet
          key={part.id}
          part={part}
          text={text}
          onInput={(next) => write(part.id, next)}
          coach={props.coach ?? null}
        />
        {text.length >= longestPart && <Text tone="clay">{props.full}</Text>}
      </Parts>
      {props.children}
    </>
  )
}

function PartSheet<P extends string>(props: {
  readonly part: PagePart<P>
  readonly text: string
  readonly onInput: (text: string) => void
  readonly coach: ((text: string) => CoachReading | null) | null
}): VNode {
  const { part, text, onInput } = props
  const coaching = useCoach(text, props.coach)
  return (
    <Writing margin={<Notes notes={coaching.notes} onFine={coaching.fine} />}>
      <Editor
        label={part.title}
        hint={part.hint}
        value={text}
        onInput={onInput}
        marks={coaching.marks}
        maxLength={longestPart}
      />
    </Writing>
  )
}
