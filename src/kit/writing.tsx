import type { ComponentChildren, VNode } from "preact"

export interface WritingProps {
  readonly children?: ComponentChildren
  /** Beside the sheet where there is room, below it on a phone. */
  readonly margin?: ComponentChildren
}

/** A sheet and its margin, as in an old book. */
export function Writing({ children, margin }: WritingProps): VNode {
  return (
    <div class="kit-writing">
      <div class="kit-writing-sheet">{children}</div>
      <div class="kit-writing-margin">{margin}</div>
    </div>
  )
}
