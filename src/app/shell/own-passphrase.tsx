import { Field } from "#kit"
import type { VNode } from "preact"

/** The passphrase, asked for once more, with what was wrong with the last try beside it. */
export function OwnPassphrase(props: {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly refusal: string | null
}): VNode {
  return (
    <Field
      label={props.label}
      type="password"
      autocomplete="current-password"
      value={props.value}
      onInput={props.onInput}
      {...(props.refusal === null ? {} : { error: props.refusal })}
    />
  )
}
