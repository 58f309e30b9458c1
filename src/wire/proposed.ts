import { equalBytes } from "./bytes.ts"
import type { Bytes } from "./bytes.ts"
import { encodeProposed } from "./control-layout.ts"
import type { Act } from "./control.ts"
import { H } from "./hash.ts"
import type { LogState, Proposal } from "./state.ts"

export function proposedHash(act: Act): Bytes {
  return H("propose", encodeProposed(act))
}

/** Whether everybody who is here has agreed to exactly these fields. */
export function isAgreed(state: LogState, act: Act): boolean {
  const hash = proposedHash(act)
  return [...state.proposals.values()].some((p) => p.state === "complete" && equalBytes(p.hash, hash))
}

/** People came or went: what was agreed to before, was agreed to by others. */
export function lapsed(state: LogState): LogState["proposals"] {
  const changed = [...state.proposals].map(([ref, p]): [string, Proposal] => [
    ref,
    p.state === "open" || p.state === "complete" ? { ...p, state: "lapsed" } : p,
  ])
  return new Map(changed)
}
