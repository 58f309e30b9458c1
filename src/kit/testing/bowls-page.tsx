import { render } from "preact"
import { Bowl } from "../bowl.tsx"
import { broken } from "../bowl-cracks.ts"
import "../css/kit.css"

/** Ten bowls, each with none, a third and most of its seams; and every line of many, to be held against another machine's. */
export interface BowlsPage {
  readonly lines: (seeds: readonly number[]) => string
}

export const tenSeeds = [11, 7, 1001, 52_077, 900_913, 4_294_967_295, 303, 88_888, 19_071_969, 6] as const

export function linesOf(seeds: readonly number[]): string {
  return JSON.stringify(seeds.map((seed) => broken(seed)))
}

if (typeof document !== "undefined") {
  const root = document.getElementById("app")
  if (root !== null) {
    render(
      <div style={{ display: "grid", gridTemplateColumns: "repeat(6, 200px)", gap: "12px", padding: "12px" }}>
        {tenSeeds.flatMap((seed) =>
          [0, 8, 22].map((seams) => (
            <Bowl
              key={`${String(seed)} ${String(seams)}`}
              size={200}
              label={String(seed)}
              seed={seed}
              seams={seams}
            />
          )),
        )}
      </div>,
      root,
    )
  }
  const page: BowlsPage = { lines: linesOf }
  Object.assign(globalThis, { bowls: page })
}
