/** The list with one more at its end. `concat` makes it in one piece; a spread makes one and then a larger one, which a year of entries feels. */
export function withOne<T>(list: readonly T[], one: T): readonly T[] {
  return list.concat([one])
}

/** The beginning of a text in one line, of at most so many signs. Only as much of it is looked at as can be shown: it may be long, and so may the list it stands in. */
export function firstSigns(text: string, most: number): string {
  const start = text.trimStart()
  // A sign is at most two units; white space that runs on past this is looked at in whole.
  const part = start.slice(0, 4 * most).replace(/\s+/g, " ")
  const all = part.length > 2 * most + 1 || start.length <= 4 * most ? part : start.replace(/\s+/g, " ")
  const flat = all.trimEnd()
  // Where no sign has two units, nothing need be counted.
  if (!/[\ud800-\udfff]/.test(flat)) return flat.length <= most ? flat : `${flat.slice(0, most - 1)}…`
  const signs = [...flat]
  return signs.length <= most ? signs.join("") : `${signs.slice(0, most - 1).join("")}…`
}
