import { useLayoutEffect, useRef } from "preact/hooks"

/** Within a page: when one step takes another's place, the reader is taken to the heading with this id. Not when the page begins. */
export function useFocusOnStep(step: string, id: string): void {
  const before = useRef(step)
  useLayoutEffect(() => {
    if (before.current === step) return
    before.current = step
    const heading = document.getElementById(id)
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [step, id])
}
