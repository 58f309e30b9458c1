import type { Story } from "../practice.ts"

// A story of servers: what is said for everybody about where things lie.

export const movingStories: readonly Story[] = [
  {
    id: "home.ben-would-move",
    title:
      "Ben says the address of a server he would go to with Ana, then another; what was said last stands last.",
    steps: [
      {
        who: "ben",
        log: "shared",
        kind: "home.moving",
        body: { address: "https://seam.example" },
        day: "2026-12-05",
      },
      {
        who: "ben",
        log: "shared",
        kind: "home.moving",
        body: { address: "https://lane.example" },
        day: "2026-12-06",
      },
      {
        who: "ana",
        log: "shared",
        kind: "home.moving",
        body: { address: "https://seam.example" },
        day: "2026-12-07",
      },
      {
        who: "ana",
        log: "shared",
        kind: "home.moving",
        body: { address: " " },
        day: "2026-12-07",
        refused: "house.shape",
      },
    ],
    then: { shared: { names: [], moving: ["https://lane.example", "https://seam.example"] } },
  },
]
