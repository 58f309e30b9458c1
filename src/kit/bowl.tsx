import type { VNode } from "preact"
import { useId } from "preact/hooks"
import { cracks, inOrder } from "./bowl-cracks.ts"
import type { Crack } from "./bowl-cracks.ts"
import { levelAt, middle, outline, path, rimAt, rimRadius, tilt } from "./bowl-shape.ts"

export interface BowlProps {
  /** "large" fills a phone's page, "small" stands in a list; a number is a width in CSS pixels. */
  readonly size: "large" | "small" | number
  /** What a screen reader says. Empty: a decoration. */
  readonly label: string
  /** How many cracks are filled with gold. */
  readonly seams?: number
}

const seed = 11
const all = cracks(seed)
const order = inOrder(all)
const body = outline()
const rimDepth = rimRadius * tilt

/** The still mark: a broken bowl, some of its cracks gold. Drawn once, from a fixed seed; it never moves. */
export function Bowl({ size, label, seams = 8 }: BowlProps): VNode {
  const id = useId()
  const width = size === "large" ? 260 : size === "small" ? 120 : size
  // Lines keep their strength when the bowl is small.
  const strength = Math.min(2.6, Math.max(1, 250 / width))
  const gold = new Set(order.slice(0, seams))
  const named = label === "" ? { "aria-hidden": true } : { role: "img" as const, "aria-label": label }
  return (
    <svg class="kit-bowl" width={width} viewBox="0 0 480 352" focusable="false" {...named}>
      <Light id={id} />
      <ellipse cx={middle} cy={336} rx={168} ry={13} fill={`url(#${id}-shade)`} />
      <path d={footPath} fill={`url(#${id}-foot)`} />
      <path d={body} fill={`url(#${id}-round)`} />
      <path d={body} fill={`url(#${id}-down)`} />
      <g clip-path={`url(#${id}-wall)`}>
        <Lines side="front" gold={gold} strength={strength} />
      </g>
      <ellipse cx={middle} cy={rimAt} rx={rimRadius} ry={rimDepth} fill="var(--bowl-rim)" />
      <ellipse cx={middle} cy={rimAt + 1} rx={rimRadius - 5} ry={rimDepth - 3.4} fill={`url(#${id}-in)`} />
      <ellipse
        cx={middle}
        cy={rimAt + 1}
        rx={rimRadius - 5}
        ry={rimDepth - 3.4}
        fill={`url(#${id}-in-side)`}
      />
      <g clip-path={`url(#${id}-mouth)`} class="kit-bowl-inside">
        <Lines side="back" gold={gold} strength={strength} />
      </g>
    </svg>
  )
}

const footPath = (() => {
  const top = levelAt(0)
  return `M${String(middle - 62)} ${String(top)} C ${String(middle - 60)} ${String(top + 22)} ${String(middle - 66)} ${String(top + 30)} ${String(middle - 71)} ${String(top + 33)} A 71 15 0 0 0 ${String(middle + 71)} ${String(top + 33)} C ${String(middle + 66)} ${String(top + 30)} ${String(middle + 60)} ${String(top + 22)} ${String(middle + 62)} ${String(top)} A 62 13.3 0 0 1 ${String(middle - 62)} ${String(top)} Z`
})()

interface LinesProps {
  readonly side: "front" | "back"
  readonly gold: ReadonlySet<Crack>
  readonly strength: number
}
/** Cracks first, then gold over them: a shade under it, the metal, and a thin light where it rises. */
function Lines({ side, gold, strength }: LinesProps): VNode {
  const dark = all.filter((crack) => !gold.has(crack))
  const bright = all.filter((crack) => gold.has(crack))
  const drawn = (list: readonly Crack[]): string => list.flatMap((crack) => crack[side].map(path)).join("")
  return (
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">
      {dark.map((crack) => (
        <path
          key={crack.ends.join()}
          d={crack[side].map(path).join("")}
          stroke="var(--bowl-crack)"
          stroke-width={(0.9 + crack.weight * 0.9) * strength}
          stroke-opacity={0.75}
        />
      ))}
      <path
        d={drawn(bright)}
        stroke="var(--bowl-crack)"
        stroke-opacity={0.35}
        stroke-width={5.4 * strength}
      />
      <path d={drawn(bright)} stroke="var(--bowl-seam)" stroke-width={3.9 * strength} />
      <path
        d={drawn(bright)}
        stroke="var(--bowl-seam-light)"
        stroke-width={1.1 * strength}
        transform="translate(-0.7 -0.8)"
      />
    </g>
  )
}

/** Light from the left and above; gradients follow the theme through their variables. */
function Light({ id }: { readonly id: string }): VNode {
  return (
    <defs>
      <linearGradient id={`${id}-round`}>
        <stop offset="0" stop-color="var(--bowl-edge)" />
        <stop offset="0.14" stop-color="var(--bowl-mid)" />
        <stop offset="0.32" stop-color="var(--bowl-light)" />
        <stop offset="0.6" stop-color="var(--bowl-mid)" />
        <stop offset="1" stop-color="var(--bowl-edge)" />
      </linearGradient>
      <linearGradient id={`${id}-down`} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0.45" stop-color="var(--bowl-deep)" stop-opacity="0" />
        <stop offset="1" stop-color="var(--bowl-deep)" stop-opacity="0.55" />
      </linearGradient>
      <linearGradient id={`${id}-foot`}>
        <stop offset="0" stop-color="var(--bowl-deep)" />
        <stop offset="0.34" stop-color="var(--bowl-foot)" />
        <stop offset="1" stop-color="var(--bowl-deep)" />
      </linearGradient>
      <linearGradient id={`${id}-in`} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="var(--bowl-deep)" />
        <stop offset="1" stop-color="var(--bowl-mid)" />
      </linearGradient>
      <linearGradient id={`${id}-in-side`}>
        <stop offset="0" stop-color="var(--bowl-deep)" stop-opacity="0.7" />
        <stop offset="0.55" stop-color="var(--bowl-deep)" stop-opacity="0" />
        <stop offset="0.8" stop-color="var(--bowl-light)" stop-opacity="0.35" />
        <stop offset="1" stop-color="var(--bowl-mid)" stop-opacity="0" />
      </linearGradient>
      <radialGradient id={`${id}-shade`}>
        <stop offset="0.3" stop-color="var(--bowl-shade)" stop-opacity="0.34" />
        <stop offset="1" stop-color="var(--bowl-shade)" stop-opacity="0" />
      </radialGradient>
      <clipPath id={`${id}-wall`}>
        <path d={body} />
      </clipPath>
      <clipPath id={`${id}-mouth`}>
        <ellipse cx={middle} cy={rimAt + 1} rx={rimRadius - 5} ry={rimDepth - 3.4} />
      </clipPath>
    </defs>
  )
}
