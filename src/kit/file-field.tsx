import type { VNode } from "preact"
import { useId } from "preact/hooks"

export interface FileFieldProps {
  readonly label: string
  readonly hint?: string
  /** Null when the choice was taken back. */
  readonly onChose: (file: File | null) => void
  readonly error?: string
}

/** One file of the device, chosen in the browser's own dialog. Its name is shown by the browser, and read by nothing here. */
export function FileField({ label, hint, onChose, error }: FileFieldProps): VNode {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return (
    <div class="kit-field">
      <label class="kit-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="kit-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        type="file"
        id={id}
        class="kit-input kit-file"
        aria-invalid={error !== undefined}
        {...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") })}
        onChange={(event) => onChose(event.currentTarget.files?.[0] ?? null)}
      />
      {error !== undefined && (
        <p class="kit-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
