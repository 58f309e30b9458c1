import type { VNode } from "preact"
import { useId, useMemo } from "preact/hooks"
import { broken } from "./bowl-cracks.ts"
import type { Crack } from "./bowl-cracks.ts"
import { levelAt, middle, outline, path, rimAt, rimRadius, tilt } from "./bowl-shape.ts"

export interface BowlProps {
  /** "large" fills a phone's page, "small" stands in a list; a number is a width in CSS pixels. */
  readonly size: "large" | "small" | number
  /** What a screen reader says. Empty: a decoration. */
  readonly label: string
  /** Which bowl: a whole number drawn from the space. Left out: the mark of the house. */
  readonly seed?: number
  /** How many cracks are filled with gold. */
  readonly seams?: number
  /** How many of them are new since this person last looked: each draws itself once. */
  readonly fresh?: number
}

/** The mark of the house: always the same bowl. */
const markSeed = 11
const body = outline()
const rimDepth = rimRadius * tilt

/** A broken bowl, some of its cracks gold. The same seed always breaks and fills the same way; it stands still but for a seam that is new. */
export function Bowl({ size, label, seed = markSeed, seams = 0, fresh = 0 }: BowlProps): VNode {
  const id = useId()
  const { all, order } = useMemo(() => broken(seed), [seed])
  const width = size === "large" ? 260 : size === "small" ? 120 : size
  // Lines keep their strength when the bowl is small.
  const strength = Math.min(2.6, Math.max(1, 250 / width))
  const filled = order.slice(0, seams)
  const gold = { filled: new Set(filled), fresh: new Set(fresh > 0 ? filled.slice(-fresh) : []) }
  const named = label === "" ? { "aria-hidden": true } : { role: "img" as const, "aria-label": label }
  return (
    <svg class="kit-bowl" width={width} viewBox="0 0 480 352" focusable="false" {...named}>
      <Light id={id} />
      <ellipse cx={middle} cy={336} rx={168} ry={13} fill={`url(#${id}-shade)`} />
      <path d={footPath} fill={`url(#${id}-foot)`} />
      <path d={body} fill={`url(#${id}-round)`} />
      <path d={body} fill={`url(#${id}-down)`} />
      <g clip-path={`url(#${id}-wall)`}>
        <Lines side="front" all={all} gold={gold} strength={strength} />
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
        <Lines side="back" all={all} gold={gold} strength={strength} />
      </g>
    </svg>
  )
}

const footPath = (() => {
  const top = levelAt(0)
  return `M${String(middle - 62)} ${String(top)} C ${String(middle - 60)} ${String(top + 22)} ${String(middle - 66)} ${String(top + 30)} ${String(middle - 71)} ${String(top + 33)} A 71 15 0 0 0 ${String(middle + 71)} ${String(top + 33)} C ${String(middle + 66)} ${String(top + 30)} ${String(middle + 60)} ${String(top + 22)} ${String(middle + 62)} ${String(top)} A 62 13.3 0 0 1 ${String(middle - 62)} ${String(top)} Z`
})()

interface Gold {
  readonly filled: ReadonlySet<Crack>
  readonly fresh: ReadonlySet<Crack>
}
interface LinesProps {
  readonly side: "front" | "back"
  readonly all: readonly Crack[]
  readonly gold: Gold
  readonly strength: number
}
/** Cracks first, then gold over them: a shade under it, the metal, and a thin light where it rises. */
function Lines({ side, all, gold, strength }: LinesProps): VNode {
  const dark = all.filter((crack) => !gold.filled.has(crack))
  const still = all.filter((crack) => gold.filled.has(crack) && !gold.fresh.has(crack))
  return (
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">
      {dark.map((crack) => (
        <path
          key={crack.ends.join()}
          d={lineOf(crack, side)}
          stroke="var(--bowl-crack)"
          stroke-width={(0.9 + crack.weight * 0.9) * strength}
          stroke-opacity={0.75}
        />
      ))}
      <Seam d={still.map((crack) => lineOf(crack, side)).join("")} strength={strength} isNew={false} />
      {[...gold.fresh].map((crack) => (
        <Seam key={crack.ends.join()} d={lineOf(crack, side)} strength={strength} isNew />
      ))}
    </g>
  )
}

function lineOf(crack: Crack, side: "front" | "back"): string {
  return crack[side].map(path).join("")
}

function Seam(props: { readonly d: string; readonly strength: number; readonly isNew: boolean }): VNode {
  const { d, strength, isNew } = props
  const line = isNew ? { class: "kit-seam-new", pathLength: 1 } : {}
  return (
    <>
      <path d={d} stroke="var(--bowl-crack)" stroke-opacity={0.35} stroke-width={5.4 * strength} {...line} />
      <path d={d} stroke="var(--bowl-seam)" stroke-width={3.9 * strength} {...line} />
      <path
        d={d}
        stroke="var(--bowl-seam-light)"
        stroke-width={1.1 * strength}
        transform="translate(-0.7 -0.8)"
        {...line}
      />
    </>
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
