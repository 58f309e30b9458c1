import type { ComponentChildren, VNode } from "preact"

interface Inside {
  readonly children?: ComponentChildren
}

/** A sheet of paper: a letter, a page that is being read. With a label it is a named region. */
export function Sheet({ label, children }: Inside & { readonly label?: string }): VNode {
  const named = label === undefined ? {} : { role: "group" as const, "aria-label": label }
  return (
    <div class="kit-sheet" {...named}>
      {children}
    </div>
  )
}

/** A quiet band across the page. The tone is never the only carrier of what it says. */
export function Band({
  tone,
  children,
}: Inside & { readonly tone: "quiet" | "clay" | "gold" | "sage" }): VNode {
  return <div class={`kit-band kit-band-${tone}`}>{children}</div>
}

export function Rule(): VNode {
  return <hr class="kit-rule" />
}
