import type { ComponentChildren, VNode } from "preact"

export interface FormProps {
  readonly onSubmit: () => void | Promise<void>
  readonly children: ComponentChildren
}

/** Fields that belong together, sent off with their button or the Enter key. The page's own code does it: the browser itself goes nowhere. */
export function Form({ onSubmit, children }: FormProps): VNode {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
    </form>
  )
}
