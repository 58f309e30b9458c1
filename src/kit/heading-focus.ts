import { useLayoutEffect } from "preact/hooks"

/**
 * When a page takes another's place, the reader is taken to its heading: the button they pressed is gone. Never out of a field they still see, and never
 * before they did anything: who only opened the app begins at its top, where the way out is.
 */
export function useFocusOnHeading(place: string): void {
  useLayoutEffect(() => {
    const heading = document.querySelector<HTMLElement>("main h1")
    const isUntouched = (navigator.userActivation as UserActivation | undefined)?.hasBeenActive === false
    if (heading === null || isUntouched || isSeenField(document.activeElement)) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [place])
}

function isSeenField(held: Element | null): boolean {
  return held !== null && held.matches("input, textarea, select") && held.checkVisibility()
}
