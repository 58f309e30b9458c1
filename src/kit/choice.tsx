import type { VNode } from "preact"
import { useId } from "preact/hooks"

export interface ChoiceOption<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly hint?: string
}
export interface ChoiceProps<V extends string = string> {
  readonly legend: string
  readonly hint?: string
  readonly options: readonly ChoiceOption<V>[]
  /** `null` or "" when nothing is chosen yet. */
  readonly value: V | "" | null
  readonly onChose: (value: V) => void
  readonly name: string
}

/** One of a few, as rows one can hit with a thumb. Native radios: arrow keys, one focus stop, the group's name is spoken. */
export function Choice<V extends string>(props: ChoiceProps<V>): VNode {
  const id = useId()
  const described = props.hint === undefined ? {} : { "aria-describedby": `${id}-hint` }
  return (
    <fieldset class="kit-choice" {...described}>
      <legend class="kit-label">{props.legend}</legend>
      {props.hint !== undefined && (
        <p class="kit-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.options.map((option) => (
        <label class="kit-row" key={option.value}>
          <input
            type="radio"
            name={`${props.name}-${id}`}
            value={option.value}
            checked={props.value === option.value}
            onChange={() => props.onChose(option.value)}
          />
          <span class="kit-row-words">
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export interface CheckProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Check({ label, hint, checked, onChange }: CheckProps): VNode {
  return (
    <label class="kit-row">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="kit-row-words">
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  )
}
