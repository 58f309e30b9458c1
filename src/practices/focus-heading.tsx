import { useLayoutEffect } from "preact/hooks"

/** When a page takes another's place, the reader is taken to its heading: the button they pressed is gone. Never out of a field. */
export function useFocusOnHeading(place: string): void {
  useLayoutEffect(() => {
    const heading = document.querySelector<HTMLElement>("main h1")
    const held = document.activeElement
    if (
      heading === null ||
      (held instanceof HTMLElement && held !== document.body && held.isConnected && inField(held))
    )
      return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [place])
}

function inField(element: HTMLElement): boolean {
  return element.matches("input, textarea, select")
}
