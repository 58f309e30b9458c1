import type { Practice } from "../practice.ts"
import { attend } from "./attend.ts"
import { entries } from "./entries.ts"
import type { MattersEntries } from "./entries.ts"
import { empty, foldOwn, foldShared } from "./fold.ts"
import type { MattersOwn, MattersShared } from "./fold.ts"
import { mayOwn, mayShared } from "./may.ts"
import { stories } from "./stories.ts"

export const matters: Practice<"matters", MattersEntries, MattersShared, MattersOwn> = {
  name: "matters",
  entries,
  empty,
  fold: { shared: foldShared, own: foldOwn },
  may: { shared: mayShared, own: mayOwn },
  attend,
  stories,
}
