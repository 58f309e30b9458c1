import { useLayoutEffect } from "preact/hooks"

/** Whether a hand has done anything on this page yet. Asked of the events themselves: a browser steered by a tool says yes too early. */
let isTouched = false
if (typeof document !== "undefined")
  for (const kind of ["pointerdown", "keydown"])
    document.addEventListener(kind, () => (isTouched = true), { capture: true, once: true })

/**
 * When a page takes another's place, the reader is taken to its heading: the button they pressed is gone. Never out of a field they still see, and never
 * before they did anything: who only opened the app begins at its top, where the way out is.
 */
export function useFocusOnHeading(place: string): void {
  useLayoutEffect(() => {
    const heading = document.querySelector<HTMLElement>("main h1")
    if (heading === null || !isTouched || isSeenField(document.activeElement)) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [place])
}

function isSeenField(held: Element | null): boolean {
  return held !== null && held.matches("input, textarea, select") && held.checkVisibility()
}
