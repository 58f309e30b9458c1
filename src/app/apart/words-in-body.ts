/** Names of entries and people, days, and choices are no words. */
const noWords = /^([\w-]{22}|[\w-]{43}|\d{4}-\d{2}-\d{2}(T.*)?|[a-z]+(-[a-z]+)*)$/

/** The texts in what somebody wrote, in their order. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value === "" || noWords.test(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
