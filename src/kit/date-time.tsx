import type { VNode } from "preact"
import { useId } from "preact/hooks"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export interface DateTimeProps {
  readonly label: string
  readonly hint?: string
  /** YYYY-MM-DD, or empty. */
  readonly day: string
  /** HH:MM, or empty. Left out: only a day is asked for. */
  readonly time?: string
  readonly min?: string
  readonly max?: string
  readonly onChange: (day: string, time: string) => void
}

/** The phone's own day and clock: its wheels, its language, its keyboard. */
export function DateTime({ label, hint, day, time, min, max, onChange }: DateTimeProps): VNode {
  const say = useSay<typeof en>()
  const id = useId()
  const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const described = hint === undefined ? {} : { "aria-describedby": `${id}-hint` }
  return (
    <fieldset class="kit-when" {...described}>
      <legend class="kit-label">{label}</legend>
      {hint !== undefined && (
        <p class="kit-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <label class="kit-when-part">
        <span>{say("kit.day")}</span>
        <input
          class="kit-input"
          type="date"
          autocomplete="off"
          value={day}
          {...limits}
          onInput={(event) => onChange(event.currentTarget.value, time ?? "")}
        />
      </label>
      {time !== undefined && (
        <label class="kit-when-part">
          <span>{say("kit.time")}</span>
          <input
            class="kit-input"
            type="time"
            autocomplete="off"
            value={time}
            onInput={(event) => onChange(day, event.currentTarget.value)}
          />
        </label>
      )}
    </fieldset>
  )
}
