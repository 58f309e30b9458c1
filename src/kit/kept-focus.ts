import { useEffect } from "preact/hooks"

const headings = "h1, h2, h3"

/** One of several named things that stand side by side. */
interface Place {
  readonly row: Element
  readonly all: readonly HTMLElement[]
  readonly at: number
}

function named(row: Element): readonly HTMLElement[] {
  return [...row.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.role === "group",
  )
}

function placeOf(held: Element): Place | null {
  const one = held.closest<HTMLElement>("[role=group]")
  const row = one?.parentElement ?? null
  if (one === null || row === null) return null
  const all = named(row)
  return { row, all, at: all.indexOf(one) }
}

/** What took its place, or the last where it was the last; nothing where it is still there, or all that stood beside it went too. */
function nextIn({ row, all, at }: Place): HTMLElement | undefined {
  if (all[at]?.isConnected !== false || !all.some((one) => one.isConnected)) return undefined
  const left = named(row)
  // The thing itself, never a button in it: a second press of the same key does nothing to it.
  return left[at] ?? left.at(-1)
}

/**
 * Where a button goes away because it was pressed (accepted, put aside, seen), the focus would fall out of the page and the next Tab begin at its top.
 * It goes to what took the place of the thing it stood in, where that was one of several, else to the heading above, so that reading goes on from there.
 */
export function useKeptFocus(page: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const within = page.current
    if (within === null) return
    let held: Element | null = null
    let above: readonly HTMLElement[] = []
    let place: Place | null = null
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return
      held = target
      place = placeOf(target)
      above = [...within.querySelectorAll<HTMLElement>(headings)]
        .filter((h) => (h.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
        .toReversed()
    }
    const onChange = (): void => {
      if (held === null || held.isConnected || document.activeElement !== document.body) return
      const near =
        (place === null ? undefined : nextIn(place)) ??
        above.find((h) => h.isConnected && h.checkVisibility()) ??
        within.querySelector<HTMLElement>("h1")
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
