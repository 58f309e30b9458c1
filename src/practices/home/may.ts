import type { Verdict } from "../practice.ts"
import { yes } from "../standing.ts"

/** Everyone may say their own name; nobody can say another's, because an entry names its writer. What one calls somebody who is not here yet counts until they say theirs. */
export function mayShared(): Verdict {
  return yes
}

export function mayOwn(): Verdict {
  return yes
}
