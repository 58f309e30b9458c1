import { cosine, sine } from "./exact.ts"

/** A bowl seen a little from above, in a picture 480 × 352. `turn` goes round it (0 looks at us), `height` from its foot (0) to its rim (1). */
export interface Spot {
  readonly x: number
  readonly y: number
}
export const middle = 240
export const rimAt = 74
export const rimRadius = 220
/** How much a circle is flattened by looking from above. */
export const tilt = 0.215
const footRadius = 62
const depth = 222

/** The bowl's half width at a height. */
export function radiusAt(height: number): number {
  const below = 1 - height
  // To the power of 2.25, by roots alone.
  const round = Math.sqrt(Math.max(0, 1 - below * below * Math.sqrt(Math.sqrt(Math.max(0, below)))))
  return footRadius + (rimRadius - footRadius) * (0.93 * round + 0.07 * height * height * height)
}

export function levelAt(height: number): number {
  return rimAt + depth * (1 - height)
}

/** Where a spot of the outer wall is seen; `inner` is the wall's thickness when it is the inside one looks at. */
export function seen(turn: number, height: number, inner = 0): Spot {
  const radius = radiusAt(height) - inner
  return { x: middle + radius * sine(turn), y: levelAt(height) + tilt * radius * cosine(turn) }
}

/** The outline of the wall below the rim's two ends: down the left side, along the foot, up the right side. */
export function outline(): string {
  const steps = 28
  const left: Spot[] = []
  for (let i = 0; i <= steps; i += 1) {
    const part = i / steps
    const height = 1 - part * Math.sqrt(part)
    left.push({ x: middle - radiusAt(height), y: levelAt(height) })
  }
  const foot = `A ${String(footRadius)} ${String(footRadius * tilt)} 0 0 0 ${String(middle + footRadius)} ${String(levelAt(0))}`
  const right = left.toReversed().map(({ x, y }) => ({ x: 2 * middle - x, y }))
  const front = `A ${String(rimRadius)} ${String(rimRadius * tilt)} 0 0 1 ${String(middle - rimRadius)} ${String(rimAt)}`
  return `${path(left)} ${foot} ${path(right).replace("M", "L")} ${front} Z`
}

export function path(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")
}
