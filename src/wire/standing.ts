import type { Bytes } from "./bytes.ts"
import { equalBytes } from "./bytes.ts"
import type { Header } from "./header.ts"
import type { Proofs } from "./proofs.ts"
import type { Signer } from "./state.ts"

/** The entry an operation stands in, and who signed it. */
export interface Standing {
  readonly header: Header
  readonly hash: Bytes
  readonly proofs: Proofs
  readonly signer: Signer
}

/** The member's most senior device, or their recovery key: what a stolen later device is not. */
export function isSenior(at: Standing): boolean {
  const first = at.signer.member.devices[0]
  return at.signer.is === "recovery" || (first !== undefined && equalBytes(first, at.header.device))
}
