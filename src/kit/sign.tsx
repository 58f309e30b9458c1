import type { VNode } from "preact"

const lines = {
  back: "M10 3 5 8l5 5",
  go: "M6 3l5 5-5 5",
  there: "M3 8.5l3.5 3.5L13 5",
  turned: "M3.2 10.5A5 5 0 1 1 12.6 9M12.9 5.2v4h-4",
} as const

/** The few small signs; never alone without a word, so all are silent to a screen reader. */
export function Sign({ name }: { readonly name: keyof typeof lines }): VNode {
  return (
    <svg class={`kit-sign kit-sign-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={lines[name]} />
    </svg>
  )
}
