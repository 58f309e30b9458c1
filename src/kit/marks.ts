/** A marked stretch of a text: `start` and `end` are UTF-16 offsets, as a textarea counts; `end` is behind the last one. */
export interface Mark {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly tone: "clay" | "gold"
}

export interface Stretch {
  readonly text: string
  readonly mark: Mark | null
}

/** Cuts a text where marks begin and end. The stretches joined are the text again. Of two marks on one word the earlier keeps it. */
export function stretches(text: string, marks: readonly Mark[]): readonly Stretch[] {
  const cut: Stretch[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(at, mark.start)
    const end = Math.min(text.length, mark.end)
    if (start >= end) continue
    if (start > at) cut.push({ text: text.slice(at, start), mark: null })
    cut.push({ text: text.slice(start, end), mark })
    at = end
  }
  if (at < text.length) cut.push({ text: text.slice(at), mark: null })
  return cut
}

/**
 * Where marks made for `before` lie in `after`, until the reader has read again: those in front of the change stay, those behind it move along,
 * those it touched go, because nobody has read those words yet.
 */
export function moveMarks(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  if (before === after) return marks
  const shorter = Math.min(before.length, after.length)
  let front = 0
  while (front < shorter && before.charCodeAt(front) === after.charCodeAt(front)) front += 1
  let back = 0
  while (
    back < shorter - front &&
    before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)
  )
    back += 1
  const shift = after.length - before.length
  return marks.flatMap((mark) => {
    if (mark.end <= front) return [mark]
    if (mark.start >= before.length - back)
      return [{ ...mark, start: mark.start + shift, end: mark.end + shift }]
    return []
  })
}

/** The mark the caret stands in or touches, or null. */
export function markAt(marks: readonly Mark[], caret: number): Mark | null {
  return marks.find((mark) => caret >= mark.start && caret <= mark.end) ?? null
}

/** The next mark behind the caret, round the end to the first; `back` walks the other way. */
export function nextMark(marks: readonly Mark[], caret: number, back = false): Mark | null {
  const inOrder = marks.toSorted((a, b) => a.start - b.start)
  if (back) return inOrder.findLast((mark) => mark.start < caret) ?? inOrder.at(-1) ?? null
  return inOrder.find((mark) => mark.start > caret) ?? inOrder[0] ?? null
}
