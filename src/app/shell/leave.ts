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

/**
 * It was left by "Leave this page": whatever is opened next begins at the closed page, also when nothing was kept yet. One mark for the whole device: one for a
 * tab was not seen by every page of that tab, and said nothing to the next.
 */
export function wasLeft(): boolean {
  try {
    // A single mark without content; the store is asynchronous, and this must be written before the page goes.
    // oxlint-disable-next-line no-restricted-globals
    return localStorage.getItem(leftMark) === "1"
  } catch {
    return false
  }
}

export function markLeft(left: boolean): void {
  try {
    // oxlint-disable-next-line no-restricted-globals
    if (left) localStorage.setItem(leftMark, "1")
    // oxlint-disable-next-line no-restricted-globals
    else localStorage.removeItem(leftMark)
  } catch {
    // Storage denied: then nothing was kept either, and the page in memory is blank already.
  }
}

export function isStandalone(): boolean {
  return matchMedia("(display-mode: standalone)").matches
}

/** This document was left, or put aside by the browser: nothing opens in it any more, whatever was under way. */
let isOver = false
export function hasLeft(): boolean {
  return isOver
}

interface Closing {
  readonly neutralWord: string
  readonly dropKeys: () => void
  /** Takes away all that was drawn, and whatever it holds. */
  readonly clear: () => void
}

/** Blanks the page in this very turn, then drops the keys and everything that was read with them. */
function close({ neutralWord, dropKeys, clear }: Closing): void {
  isOver = true
  document.title = neutralWord
  const blank = document.createElement("div")
  blank.id = "left"
  const word = document.createElement("p")
  word.setAttribute("role", "status")
  blank.append(word)
  document.body.replaceChildren(blank)
  // A tick later: a region that arrives with its words is not always spoken (CARE §8).
  setTimeout(() => (word.textContent = neutralWord), 0)
  for (const step of [dropKeys, clear])
    try {
      step()
    } catch {
      // Whatever fails here, the page is blank, and the way out is still to come.
    }
  // What was chosen inside is nobody's business here.
  showTheme("system")
}

/**
 * Offline or installed, it stays on a neutral screen: the browser's own error page, or a sheet with the app behind it, would be seen (CARE A4).
 */
export function leave(options: Closing & { readonly to: string }): void {
  if (isOver) return
  close(options)
  markLeft(true)
  tellOtherTabs()
  if (navigator.onLine && !isStandalone()) location.replace(options.to)
  else document.addEventListener("visibilitychange", onSeenAgain)
}

/** Who comes back to the neutral screen another time finds the closed page: an installed app has no button to begin anew. */
function onSeenAgain(): void {
  const canBegin = navigator.onLine || (navigator.serviceWorker?.controller ?? null) !== null
  if (document.visibilityState === "visible" && canBegin) location.reload()
}

/**
 * A browser may put a page aside whole and bring it back as it was, keys and all, long after another page of the app was left in the same tab (CARE A3).
 * So it is closed when it is put aside, and begins anew when it is brought back.
 */
export function onPutAside(closing: () => Closing): () => void {
  const onHide = (event: PageTransitionEvent): void => {
    if (event.persisted && !isOver) close(closing())
  }
  addEventListener("pagehide", onHide)
  return () => removeEventListener("pagehide", onHide)
}

export function beginAnewWhenBroughtBack(): void {
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload()
  })
}

const channel = "left"

function tellOtherTabs(): void {
  if (typeof BroadcastChannel === "undefined") return
  const others = new BroadcastChannel(channel)
  // A channel reaches this origin only; it takes no address.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  others.postMessage(channel)
  others.close()
}

/** Who leaves one tab leaves them all: the others close their pages. */
export function onLeftElsewhere(act: () => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined
  const others = new BroadcastChannel(channel)
  others.addEventListener("message", act)
  return () => others.close()
}

/**
 * A finger that went down and up on the way out has left, also when the page under it was drawn anew in between: a browser that finds another button at the end of
 * a press than at its beginning calls it no click, and the press would be lost (CARE A1). Returns the function that stops listening.
 */
export function onPressedOut(act: () => void): () => void {
  const isOut = ({ target }: Event): boolean =>
    target instanceof Element && target.closest(".kit-exit") !== null
  let isDown = false
  const onDown = (event: PointerEvent): void => {
    isDown = event.isPrimary && event.button === 0 && isOut(event)
  }
  const onUp = (event: PointerEvent): void => {
    if (isDown && event.isPrimary && isOut(event)) act()
    isDown = false
  }
  addEventListener("pointerdown", onDown, true)
  addEventListener("pointerup", onUp, true)
  return () => {
    removeEventListener("pointerdown", onDown, true)
    removeEventListener("pointerup", onUp, true)
  }
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
