import { equalBytes } from "#wire"
import type { Bytes, Verify } from "#wire"
import { stands } from "../server/vouched.ts"
import type { Said } from "../server/vouched.ts"

/** Everybody agreed on a server of this key (null: on none), and what was said here was not signed with it. */
export async function isStranger(
  verify: Verify,
  agreed: Bytes | null,
  log: Bytes,
  said: Said | null,
): Promise<boolean> {
  if (agreed === null) return false
  return said === null || !equalBytes(said.relay, agreed) || !(await stands(verify, log, said))
}
