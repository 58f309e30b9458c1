import { equalBytes } from "#wire"
import type { Head } from "#wire"

export function sameHead(a: Head | null, b: Head | null): boolean {
  return a === null || b === null ? a === b : a.seq === b.seq && equalBytes(a.hash, b.hash)
}
