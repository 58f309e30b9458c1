type Listen = (id: string) => boolean
const listening = new Set<Listen>()

/** Goes to the marked words of a note: the editor that drew the mark takes the focus and selects them. False when no editor knows it. */
export function goToMark(id: string): boolean {
  for (const listen of listening) if (listen(id)) return true
  return false
}

export function onGoToMark(listen: Listen): () => void {
  listening.add(listen)
  return () => void listening.delete(listen)
}
