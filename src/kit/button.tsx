import type { AriaAttributes, ComponentChildren, VNode } from "preact"
import { classes } from "./classes.ts"

type Aria = { readonly [K in keyof AriaAttributes]: AriaAttributes[K] }

export interface ButtonProps extends Aria {
  /** One `main` a screen. `second` has the same size: declining is as easy as accepting. `quiet` looks like a link. */
  readonly kind?: "main" | "second" | "quiet"
  readonly type?: "button" | "submit"
  readonly onPress?: () => void
  /** Drawn so and deaf, but never out of the keyboard's reach: a button that goes dead under the hand would drop the focus out of the page. */
  readonly disabled?: boolean
  /** Fills the line, words at the start: for a list of answers. */
  readonly wide?: boolean
  readonly id?: string
  readonly children?: ComponentChildren
}

export function Button({
  kind = "second",
  type = "button",
  onPress,
  disabled = false,
  wide = false,
  children,
  ...rest
}: ButtonProps): VNode {
  return (
    <button
      {...rest}
      type={type}
      {...(disabled ? { "aria-disabled": true } : {})}
      class={classes("kit-button", `kit-${kind}`, wide && "kit-wide")}
      onClick={(event) => (disabled ? event.preventDefault() : onPress?.())}
    >
      {children}
    </button>
  )
}

/** A row of buttons of one size; under each other where they do not fit. */
export function Actions({ children }: { readonly children?: ComponentChildren }): VNode {
  return <div class="kit-actions">{children}</div>
}
