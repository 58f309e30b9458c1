import { useEffect } from "preact/hooks"

const headings = "h1, h2, h3"

/**
 * Where a button goes away because it was pressed (accepted, put aside, seen), the focus would fall out of the page and the next Tab begin at its top.
 * It goes to the heading above instead, so that reading goes on from there.
 */
export function useKeptFocus(page: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const within = page.current
    if (within === null) return
    let held: Element | null = null
    let above: readonly HTMLElement[] = []
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return
      held = target
      above = [...within.querySelectorAll<HTMLElement>(headings)]
        .filter((h) => (h.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
        .toReversed()
    }
    const onChange = (): void => {
      if (held === null || held.isConnected || document.activeElement !== document.body) return
      const near =
        above.find((h) => h.isConnected && h.checkVisibility()) ?? within.querySelector<HTMLElement>("h1")
      held = null
      if (near === null) return
      near.tabIndex = -1
      near.focus()
    }
    const changes = new MutationObserver(onChange)
    changes.observe(within, { childList: true, subtree: true })
    within.addEventListener("focusin", onFocus)
    return () => {
      changes.disconnect()
      within.removeEventListener("focusin", onFocus)
    }
  }, [page])
}
