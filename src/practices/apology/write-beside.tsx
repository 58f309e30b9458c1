import { Check, Notes, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import type { Coaching } from "../use-coach.tsx"
import { parts } from "./entries.ts"
import type { Part } from "./entries.ts"
import type { en } from "./words/en.ts"

/** Beside the sheet: the coach's notes, and in words what is there so far and what perhaps is not. */
export function Beside({ coaching, begun }: { readonly coaching: Coaching; readonly begun: boolean }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const list = (ids: readonly Part[]): string =>
    new Intl.ListFormat(locale, { style: "short", type: "unit" }).format(
      ids.map((id) => say(`apology.part-${id}`)),
    )
  const there = parts.filter((part) => coaching.present.includes(part))
  const missing = parts.filter((part) => !there.includes(part))
  return (
    <>
      <Notes notes={coaching.notes} onFine={coaching.fine} />
      {begun && there.length > 0 && <Text>{say("apology.there", { parts: list(there) })}</Text>}
      {begun && !coaching.off && missing.length > 0 && (
        <Text tone="second">{say("apology.missing", { parts: list(missing) })}</Text>
      )}
    </>
  )
}

/** The eight parts, each with its reason; closed until somebody wants to see them. */
export function EightParts(): VNode {
  const say = useSay<typeof en>()
  return (
    <details class="kit-parts-list">
      <summary>
        <span>{say("apology.parts-title")}</span>
      </summary>
      {parts.map((part) => (
        <div key={part}>
          <Text>{say(`apology.part-${part}`)}</Text>
          <Text tone="second">{say(`apology.why-${part}`)}</Text>
        </div>
      ))}
    </details>
  )
}

interface Asking {
  readonly asks: boolean
  readonly onChange: (asks: boolean) => void
}
/** Asking to be forgiven is off until the writer turns it on, and says why. */
export function AskForgiveness({ asks, onChange }: Asking): VNode {
  const say = useSay<typeof en>()
  return (
    <Check
      label={say("apology.asks")}
      hint={say(asks ? "apology.asks-on" : "apology.asks-off")}
      checked={asks}
      onChange={onChange}
    />
  )
}
