import type { Practice } from "../practice.ts"
import { attend } from "./attend.ts"
import { entries } from "./entries.ts"
import type { PromisesEntries } from "./entries.ts"
import { empty, foldOwn, foldShared } from "./fold.ts"
import type { PromisesOwn, PromisesShared } from "./fold.ts"
import { mayOwn, mayShared } from "./may.ts"
import { stories } from "./stories.ts"

export const promises: Practice<"promises", PromisesEntries, PromisesShared, PromisesOwn> = {
  name: "promises",
  entries,
  empty,
  fold: { shared: foldShared, own: foldOwn },
  may: { shared: mayShared, own: mayOwn },
  attend,
  stories,
}
