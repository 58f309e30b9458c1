import type { Reader } from "./practice.ts"

/**
 * True when there is nobody here to send anything to: for nobody in particular, someone out of reach, or someone this person may not be in touch with.
 * Who came by a link has named no relation, and is together with the one who invited them.
 */
export function isForNobody(reader: Reader): boolean {
  return reader.shared === null && (reader.relation === "nobody" || !reader.mayReach)
}
