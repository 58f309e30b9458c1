import type { Bytes } from "#wire"

/** A name that says nothing of what is in it (CARE E10). */
export function fileName(day: string, nth = 1): string {
  return nth === 1 ? `notes-${day}.bin` : `notes-${day}-${String(nth)}.bin`
}

/** Hands the file to the browser, which saves it where it saves everything. */
export function download(name: string, file: Bytes): void {
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }))
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The browser reads it in a turn of its own; a minute is plenty, and then nothing of it is held here.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
