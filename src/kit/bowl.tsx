import type { VNode } from "preact"

export interface BowlProps {
  /** "large" fills a phone's page, "small" stands in a list; a number is a width in CSS pixels. */
  readonly size: "large" | "small" | number
  /** What a screen reader says. Empty: a decoration. */
  readonly label: string
  /** How many cracks are filled with gold. */
  readonly seams?: number
}
export function Bowl({ size, label, seams = 7 }: BowlProps): VNode {
  const width = size === "large" ? 240 : size === "small" ? 120 : size
  const named = label === "" ? { "aria-hidden": true } : { role: "img" as const, "aria-label": label }
  return <svg class="kit-bowl" width={width} viewBox="0 0 480 360" data-seams={seams} {...named} />
}
