import type { Practice } from "../practice.ts"
import { attend } from "./attend.ts"
import { entries } from "./entries.ts"
import type { ApologyEntries } from "./entries.ts"
import { empty, foldOwn, foldShared } from "./fold.ts"
import type { ApologyOwn, ApologyShared } from "./fold.ts"
import { mayOwn, mayShared } from "./may.ts"
import { stories } from "./stories.ts"

export const apology: Practice<"apology", ApologyEntries, ApologyShared, ApologyOwn> = {
  name: "apology",
  entries,
  empty,
  fold: { shared: foldShared, own: foldOwn },
  may: { shared: mayShared, own: mayOwn },
  attend,
  stories,
}
