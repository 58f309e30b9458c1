import type { Practice } from "../practice.ts"
import { attend } from "./attend.ts"
import { entries } from "./entries.ts"
import type { AccountEntries } from "./entries.ts"
import { empty, foldOwn, foldShared } from "./fold.ts"
import type { AccountOwn, AccountShared } from "./fold.ts"
import { mayOwn, mayShared } from "./may.ts"
import { stories } from "./stories.ts"

export const account: Practice<"account", AccountEntries, AccountShared, AccountOwn> = {
  name: "account",
  entries,
  empty,
  fold: { shared: foldShared, own: foldOwn },
  may: { shared: mayShared, own: mayOwn },
  attend,
  stories,
}
