import type { Refusal } from "./refused.tsx"

/** What stands behind a failed opening, as far as a person can do something about it. */
export function refusalOf(error: unknown): Refusal {
  const words = error instanceof Error ? error.message : ""
  if (words === "storage full" || words === "storage gone") return "no-storage"
  // What a browser throws when a part of the app could not be fetched; each has words of its own for it.
  return error instanceof TypeError ? "not-whole" : "broke"
}
