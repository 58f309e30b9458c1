import type { ComponentChildren, VNode } from "preact"
import { Sign } from "./sign.tsx"

export interface CardProps {
  readonly title: string
  /** The title is somebody’s own words: they run the way they were written, whatever the language of the page. */
  readonly own?: boolean
  readonly reason?: string
  /** Where this comes from, in one short line. */
  readonly evidence?: string
  readonly onPress: () => void
  readonly level?: 2 | 3
  readonly children?: ComponentChildren
}

/** A line of a list between hairlines, as on Today. The whole line may be pressed; only its title is the button a reader hears. */
export function Card({
  title,
  own = false,
  reason,
  evidence,
  onPress,
  level = 2,
  children,
}: CardProps): VNode {
  const Tag = `h${level}` as const
  return (
    <div class="kit-card">
      <Tag class="kit-card-title">
        <button type="button" class="kit-card-go" onClick={() => onPress()}>
          <span {...(own ? { dir: "auto" as const } : {})}>{title}</span>
          <Sign name="go" />
        </button>
      </Tag>
      {reason !== undefined && <p class="kit-card-reason">{reason}</p>}
      {evidence !== undefined && <p class="kit-card-evidence">{evidence}</p>}
      {children}
    </div>
  )
}
