import type { VNode } from "preact"
import { Sign } from "./sign.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export type Ending = "kept" | "changed" | "told" | "found" | "none"
export interface TwentyMarksProps {
  /** Oldest first; "none" is a day nothing was said about yet and counts neither way. */
  readonly endings: readonly Ending[]
  readonly words?: Readonly<Partial<Record<Ending | "label", string>>>
}

/** The last twenty endings of a promise. Each has a shape of its own and its word; colour alone says nothing. */
export function TwentyMarks({ endings, words = {} }: TwentyMarksProps): VNode {
  const say = useSay<typeof en>()
  return (
    <ol class="kit-marks" aria-label={words.label ?? say("kit.marks", { n: endings.length })}>
      {endings.map((ending, index) => (
        <li key={index} class={`kit-ending kit-ending-${ending}`}>
          <span class="kit-unseen">{words[ending] ?? say(`kit.mark-${ending}`)}</span>
          <Shape ending={ending} />
        </li>
      ))}
    </ol>
  )
}

function Shape({ ending }: { readonly ending: Ending }): VNode | null {
  switch (ending) {
    case "kept":
      return <Sign name="there" />
    case "changed":
      return <Sign name="turned" />
    case "told":
      return <span class="kit-ending-said" aria-hidden="true" />
    case "found":
    case "none":
      return null
  }
}
