import { createContext } from "preact"
import type { ComponentChildren, VNode } from "preact"
import { useContext, useMemo, useRef, useState } from "preact/hooks"
import { Bowl } from "./bowl.tsx"
import { classes } from "./classes.ts"
import { useKeptFocus } from "./kept-focus.ts"
import { Sign } from "./sign.tsx"
import { Status } from "./status.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export interface NavPlace {
  readonly id: string
  readonly label: string
  readonly current: boolean
  readonly onPress: () => void
}
export interface FrameProps {
  /** Where I am; with `onBack` it is the button that goes back. */
  readonly where: string
  readonly onBack?: () => void
  readonly exit: VNode
  readonly nav?: readonly NavPlace[]
  readonly navLabel?: string
  /** The bowl above the places, where there is room for it. Left out: the mark of the house. */
  readonly bowl?: { readonly seed: number; readonly seams: number }
  /** Beside the page on a desktop, below it on a phone. */
  readonly side?: ComponentChildren
  readonly children?: ComponentChildren
}

interface Over {
  /** Where a dialog is drawn: below the top line, so that the exit stays free. */
  readonly ground: HTMLElement | null
  readonly setOpen: (open: boolean) => void
}
const OverThis = createContext<Over>({ ground: null, setOpen: () => undefined })
export function useOver(): Over {
  return useContext(OverThis)
}

/** The frame of every page: where I am, the way out (always the same place), the page, and the places one can go. */
export function Frame(props: FrameProps): VNode {
  const { nav, side, children } = props
  const [ground, setGround] = useState<HTMLElement | null>(null)
  const [open, setOpen] = useState(0)
  const over = useMemo<Over>(() => ({ ground, setOpen: (is) => setOpen((n) => n + (is ? 1 : -1)) }), [ground])
  const still = open > 0
  const page = useRef<HTMLElement>(null)
  useKeptFocus(page)
  return (
    <OverThis.Provider value={over}>
      <div class={classes("kit-frame", nav !== undefined && "kit-with-nav")}>
        <Top {...props} />
        <main ref={page} class="kit-page" inert={still}>
          {children}
        </main>
        {side !== undefined && side !== null && (
          <aside class="kit-side" inert={still}>
            {side}
          </aside>
        )}
        {nav !== undefined && <Nav nav={nav} label={props.navLabel} still={still} bowl={props.bowl} />}
        <div class="kit-over" ref={setGround} />
        <Status />
      </div>
    </OverThis.Provider>
  )
}

function Top({ where, onBack, exit }: FrameProps): VNode {
  return (
    <header class="kit-top">
      {onBack === undefined ? (
        <p class="kit-here">{where}</p>
      ) : (
        <button type="button" class="kit-back" onClick={() => onBack()}>
          <Sign name="back" />
          <span>{where}</span>
        </button>
      )}
      {exit}
    </header>
  )
}

interface NavProps {
  readonly nav: readonly NavPlace[]
  readonly label: string | undefined
  readonly still: boolean
  readonly bowl: FrameProps["bowl"]
}
function Nav({ nav, label, still, bowl }: NavProps): VNode {
  const say = useSay<typeof en>()
  return (
    <nav class="kit-nav" aria-label={label ?? say("kit.nav")} inert={still}>
      <div class="kit-nav-bowl">
        <Bowl size={96} label="" {...(bowl ?? { seams: 7 })} />
      </div>
      <ul>
        {nav.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              class="kit-place"
              {...(place.current ? { "aria-current": "page" as const } : {})}
              onClick={() => place.onPress()}
            >
              {place.label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
