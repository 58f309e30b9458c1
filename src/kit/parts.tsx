import type { ComponentChildren, VNode } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"
import { Sign } from "./sign.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export interface Part {
  readonly id: string
  readonly title: string
  readonly hint?: string
  readonly there: boolean
}
export interface PartsWords {
  readonly label?: string
  readonly all?: string
  readonly there?: string
  readonly open?: string
}
export interface PartsProps {
  readonly parts: readonly Part[]
  /** The id of the part that is shown. */
  readonly current: string
  readonly onGo: (id: string) => void
  readonly words?: PartsWords
  /** The part itself: drawn between the line that says where one is and the two ways on. */
  readonly children?: ComponentChildren
}

/** A long page in parts: says where one is ("2 of 5"), and goes to any of them, in any order. */
export function Parts({ parts, current, onGo, words = {}, children }: PartsProps): VNode {
  const say = useSay<typeof en>()
  const at = Math.max(
    0,
    parts.findIndex((part) => part.id === current),
  )
  const line = useLineOf(current)
  const here = parts[at]
  const before = parts[at - 1]
  const next = parts[at + 1]
  return (
    <div class="kit-parts">
      <nav aria-label={words.label ?? say("kit.parts")}>
        <details class="kit-parts-list" key={current}>
          <summary ref={line}>
            <span class="kit-parts-at">{say("kit.parts-at", { at: at + 1, all: parts.length })}</span>
            <span class="kit-parts-all">{words.all ?? say("kit.parts-all")}</span>
          </summary>
          <ol>
            {parts.map((part) => (
              <PartRow key={part.id} part={part} current={part === here} onGo={onGo} words={words} />
            ))}
          </ol>
        </details>
      </nav>
      {children}
      <div class="kit-parts-ways">
        {before !== undefined && (
          <button type="button" class="kit-way" onClick={() => onGo(before.id)}>
            <Sign name="back" />
            <span>{say("kit.parts-before", { title: before.title })}</span>
          </button>
        )}
        {next !== undefined && (
          <button type="button" class="kit-way kit-way-next" onClick={() => onGo(next.id)}>
            <span>{say("kit.parts-next", { title: next.title })}</span>
            <Sign name="go" />
          </button>
        )}
      </div>
    </div>
  )
}

/** Whoever goes to another part is taken to the line that says which; the button they pressed may be gone. */
function useLineOf(current: string): { readonly current: HTMLElement | null } {
  const line = useRef<HTMLElement>(null)
  const shown = useRef(current)
  useLayoutEffect(() => {
    if (shown.current === current) return
    shown.current = current
    line.current?.focus()
  }, [current])
  return line
}

interface PartRowProps {
  readonly part: Part
  readonly current: boolean
  readonly onGo: (id: string) => void
  readonly words: PartsWords
}
function PartRow({ part, current, onGo, words }: PartRowProps): VNode {
  const say = useSay<typeof en>()
  return (
    <li>
      <button
        type="button"
        class="kit-part"
        {...(current ? { "aria-current": "step" as const } : {})}
        onClick={() => onGo(part.id)}
      >
        <span class="kit-part-title">{part.title}</span>
        {part.hint !== undefined && part.hint !== "" && <small>{part.hint}</small>}
        <span class={part.there ? "kit-part-there" : "kit-part-open"}>
          {part.there && <Sign name="there" />}
          {part.there ? (words.there ?? say("kit.parts-there")) : (words.open ?? say("kit.parts-open"))}
        </span>
      </button>
    </li>
  )
}
