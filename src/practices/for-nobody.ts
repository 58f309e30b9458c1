import type { Reader } from "./practice.ts"

/**
 * True when there is nobody here to send anything to: for nobody in particular, or someone out of reach. Who came by a link has named no relation,
 * and is together with the one who invited them.
 */
export function isForNobody(reader: Reader): boolean {
  return reader.relation === "nobody" && reader.shared === null
}
