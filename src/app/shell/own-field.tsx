import { Field } from "#kit"
import type { VNode } from "preact"

/** One's own passphrase, once more. */
export function OwnField(props: {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly refusal: string | null
}): VNode {
  const { label, value, onInput, refusal } = props
  const error = refusal === null ? {} : { error: refusal }
  return <Field {...{ label, value, onInput, ...error }} type="password" autocomplete="current-password" />
}
