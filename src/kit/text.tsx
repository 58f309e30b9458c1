import type { ComponentChildren, VNode } from "preact"
import { classes } from "./classes.ts"

interface Words {
  readonly children?: ComponentChildren
}

export interface HeadingProps extends Words {
  readonly level: 1 | 2 | 3
  readonly centred?: boolean
  readonly id?: string
  /** Somebody’s own words: they run the way they were written. */
  readonly own?: boolean
}

export function Heading({ level, centred = false, id, own = false, children }: HeadingProps): VNode {
  const Tag = `h${level}` as const
  const named = { ...(id === undefined ? {} : { id }), ...(own ? { dir: "auto" as const } : {}) }
  return (
    <Tag {...named} class={classes("kit-heading", `kit-h${level}`, centred && "kit-centred")}>
      {children}
    </Tag>
  )
}

/** The sentence under a heading. */
export function Lead({ children }: Words): VNode {
  return <p class="kit-lead">{children}</p>
}

export interface TextProps extends Words {
  readonly tone?: "plain" | "second" | "clay" | "gold" | "sage"
  readonly centred?: boolean
}

export function Text({ tone = "plain", centred = false, children }: TextProps): VNode {
  return <p class={classes("kit-text", `kit-tone-${tone}`, centred && "kit-centred")}>{children}</p>
}

/** People's own words: shown as they were typed, as text and nothing else. `line`: one long sign, a link or a code, to be chosen as a whole. */
export function Own({
  children,
  line = false,
}: {
  readonly children: string
  readonly line?: boolean
}): VNode {
  return (
    <div class={classes("kit-own", line && "kit-own-line")} dir="auto">
      {children}
    </div>
  )
}
