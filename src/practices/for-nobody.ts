import type { Reader } from "./practice.ts"

/** True where a formal process may be the better way, and an employer may ask for records (METHOD §1.3). A group may be one at work. */
export function isMaybeAtWork(reader: Reader): boolean {
  return reader.relation === "colleague" || reader.relation === "group"
}

/**
 * True when there is nobody here to send anything to: for nobody in particular, someone out of reach, or someone this person may not be in touch with.
 * Who came by a link has named no relation, and is together with the one who invited them.
 */
export function isForNobody(reader: Reader): boolean {
  if (reader.isOver === true) return true
  return reader.shared === null && (reader.relation === "nobody" || !reader.mayReach)
}
