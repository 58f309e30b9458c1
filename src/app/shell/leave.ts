// "Leave this page" (CARE A1–A6). The order is the whole point: blank the page, drop the keys, and only then go.

import { showTheme } from "./settings.ts"

export interface ExitPage {
  readonly name: string
  readonly url: string
}

/** Everyday pages, plain https addresses; the person may choose one, the host may put its own first. */
export const everydayPages: readonly ExitPage[] = [
  { name: "Wikipedia", url: "https://www.wikipedia.org/" },
  { name: "OpenStreetMap", url: "https://www.openstreetmap.org/" },
  { name: "BBC Weather", url: "https://www.bbc.com/weather" },
]

const leftMark = "left"

/** This tab was left by "Leave this page": whatever is opened in it next begins at the closed page, also when nothing was kept yet. */
export function wasLeft(): boolean {
  try {
    // A single mark without content; the store is asynchronous, and this must be written before the page goes.
    // oxlint-disable-next-line no-restricted-globals
    return sessionStorage.getItem(leftMark) === "1"
  } catch {
    return false
  }
}

export function markLeft(left: boolean): void {
  try {
    // oxlint-disable-next-line no-restricted-globals
    if (left) sessionStorage.setItem(leftMark, "1")
    // oxlint-disable-next-line no-restricted-globals
    else sessionStorage.removeItem(leftMark)
  } catch {
    // Storage denied: then nothing was kept either, and the page in memory is blank already.
  }
}

export function isStandalone(): boolean {
  return matchMedia("(display-mode: standalone)").matches
}

/**
 * Blanks the page in this very turn, drops the keys, then leaves. Offline or installed, it stays on a neutral screen instead: the browser's own error
 * page, or a sheet with the app behind it, would be seen (CARE A4).
 */
export function leave(options: {
  readonly to: string
  readonly neutralWord: string
  readonly dropKeys: () => void
}): void {
  document.title = options.neutralWord
  const blank = document.createElement("div")
  blank.id = "left"
  const word = document.createElement("p")
  word.setAttribute("role", "status")
  word.textContent = options.neutralWord
  blank.append(word)
  document.body.replaceChildren(blank)
  options.dropKeys()
  // What was chosen inside is nobody's business here.
  showTheme("system")
  markLeft(true)
  if (navigator.onLine && !isStandalone()) location.replace(options.to)
}

/** Shift three times within five seconds (CARE A6). Returns the function that stops listening. */
export function onThreeShifts(now: () => number, act: () => void): () => void {
  let times: readonly number[] = []
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Shift" || event.repeat) {
      if (event.key !== "Shift") times = []
      return
    }
    const at = now()
    times = [...times.filter((t) => at - t < 5000), at]
    if (times.length >= 3) {
      times = []
      act()
    }
  }
  addEventListener("keydown", onKey, true)
  return () => removeEventListener("keydown", onKey, true)
}
