import type { VNode } from "preact"

export interface ExitButtonProps {
  readonly label: string
  readonly onExit: () => void
}

/** One press and the page is gone: no question, no wait, no moving picture (CARE A1, A5, A6). */
export function ExitButton({ label, onExit }: ExitButtonProps): VNode {
  return (
    <button type="button" class="kit-exit" onClick={() => onExit()}>
      {label}
    </button>
  )
}
