import type { VNode } from "preact"
import { useId } from "preact/hooks"
import { classes } from "./classes.ts"
import { RoomLeft, useCut } from "./room-left.tsx"

export interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly multiline?: boolean
  readonly rows?: number
  /** One line that is longer than a phone is wide, to be typed or compared sign by sign: it is seen whole. Enter sends its form. */
  readonly whole?: boolean
  readonly maxLength?: number
  /** "off" unless said otherwise; a passphrase says "current-password" or "new-password" so that a password keeper may help. */
  readonly autocomplete?: string
  readonly type?: "text" | "password"
  readonly error?: string
  /** People's own words are set in the serif, larger. */
  readonly own?: boolean
  readonly required?: boolean
}

/** One line or a few. What is typed stays here: no spelling service of the browser reads along (CARE A12). */
export function Field(props: FieldProps): VNode {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const roomId = `${id}-room`
  const { cut, onBeforeInput } = useCut(props.maxLength)
  const described = [
    props.hint !== undefined && hintId,
    props.maxLength !== undefined && roomId,
    props.error !== undefined && errorId,
  ].filter(Boolean)
  const shared = {
    id,
    class: classes(
      "kit-input",
      props.own === true && "kit-input-own",
      props.whole === true && "kit-input-whole",
    ),
    value: props.value,
    spellcheck: false,
    autocomplete: props.autocomplete ?? "off",
    "aria-invalid": props.error !== undefined,
    required: props.required ?? false,
    ...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    dir: "auto" as const,
    onBeforeInput,
  }
  return (
    <div class="kit-field">
      <label class="kit-label" for={id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <p class="kit-hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {props.multiline === true || props.whole === true ? (
        <textarea
          {...shared}
          rows={props.rows ?? (props.whole === true ? 2 : 4)}
          {...(props.whole === true ? { onKeyDown: sendsForm } : {})}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...(props.type === "password" ? { type: "password" as const } : { type: "text" as const })}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
      <RoomLeft id={roomId} length={props.value.length} most={props.maxLength} cut={cut} />
      {props.error !== undefined && (
        <p class="kit-error" id={errorId}>
          {props.error}
        </p>
      )}
    </div>
  )
}

function sendsForm(event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }): void {
  if (event.key !== "Enter" || event.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
