import type { Practice } from "../practice.ts"
import { entries } from "./entries.ts"
import type { HomeEntries } from "./entries.ts"
import { empty, foldOwn, foldShared } from "./fold.ts"
import type { HomeOwn, HomeShared } from "./fold.ts"
import { mayOwn, mayShared } from "./may.ts"
import { stories } from "./stories.ts"

/** A room without a door: what the shell itself writes down. It has no page and no card. */
export const home: Practice<"home", HomeEntries, HomeShared, HomeOwn> = {
  name: "home",
  entries,
  empty,
  fold: { shared: foldShared, own: foldOwn },
  may: { shared: mayShared, own: mayOwn },
  stories,
}
