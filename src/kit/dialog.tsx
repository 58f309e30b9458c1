import { createPortal } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useEffect, useId, useRef } from "preact/hooks"
import { useOver } from "./frame.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children?: ComponentChildren
}

/**
 * A native dialog that lies over the page and never over the exit (CARE A1). `showModal()` would make the exit inert, so the dialog is shown
 * plainly, and the frame makes the page and the places inert instead. Escape closes; focus goes in, and back to where it was.
 */
export function Dialog({ title, open, onClose, children }: DialogProps): VNode | null {
  const { ground, setOpen } = useOver()
  if (!open || ground === null) return null
  return createPortal(
    <Laid title={title} onClose={onClose} setOpen={setOpen}>
      {children}
    </Laid>,
    ground,
  )
}

interface LaidProps extends Omit<DialogProps, "open"> {
  readonly setOpen: (open: boolean) => void
}
function Laid({ title, onClose, setOpen, children }: LaidProps): VNode {
  const say = useSay<typeof en>()
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    setOpen(true)
    box.current?.show()
    box.current?.querySelector<HTMLElement>("[data-kit-title]")?.focus()
    return () => {
      setOpen(false)
      // A tick later: the page it came from is inert until the frame is drawn again.
      if (before instanceof HTMLElement) setTimeout(() => before.focus(), 0)
    }
  }, [setOpen])
  return (
    <>
      {/* For a thumb beside the dialog; Escape and the button inside do the same for everyone else. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div class="kit-scrim" onClick={() => onClose()} />
      <dialog
        ref={box}
        class="kit-dialog"
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose()
        }}
      >
        <h2 class="kit-heading kit-h2" id={id} tabIndex={-1} data-kit-title="">
          {title}
        </h2>
        {children}
        <button type="button" class="kit-button kit-quiet" onClick={() => onClose()}>
          {say("kit.close")}
        </button>
      </dialog>
    </>
  )
}
