import type { VNode } from "preact"
import { useEffect, useState } from "preact/hooks"
import { announce } from "./status.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

/** How near its end a field begins to say so: some words before the hand runs into it. */
function nearly(most: number): number {
  return Math.max(20, Math.min(500, Math.floor(most / 10)))
}

interface Cut {
  /** UTF-16 units at the end of what was pasted that found no room. */
  readonly cut: number
  readonly onBeforeInput: (event: InputEvent) => void
}

/** The browser lets a field take no more than fits and says nothing of the rest of a paste. This counts the rest. */
export function useCut(most: number | undefined): Cut {
  const [cut, setCut] = useState(0)
  const onBeforeInput = (event: InputEvent): void => {
    const field = event.currentTarget
    if (most === undefined || !isField(field)) return
    const comes = event.data ?? event.dataTransfer?.getData("text/plain") ?? ""
    const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
    const over = field.value.length - chosen + comes.replaceAll("\r\n", "\n").length - most
    const isWhole = event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop"
    setCut(isWhole ? Math.max(0, over) : 0)
  }
  return { cut, onBeforeInput }
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

interface Props {
  readonly id: string
  readonly length: number
  readonly most: number | undefined
  readonly cut: number
}

/** How much still fits, once it is little; that no more fits; and that the end of a paste did not. */
export function RoomLeft({ id, length, most, cut }: Props): VNode | null {
  const say = useSay<typeof en>()
  const left = most === undefined ? Number.POSITIVE_INFINITY : Math.max(0, most - length)
  const isNear = most !== undefined && left <= nearly(most)
  const step = cut > 0 ? "cut" : left === 0 ? "none" : isNear ? "left" : null
  const words =
    step === "cut"
      ? say("kit.room-cut", { n: cut })
      : step === "none"
        ? say("kit.room-none")
        : step === "left"
          ? say("kit.room-left", { n: left })
          : ""
  // Said once for each step: a number at every key would talk over the writing.
  useEffect(() => {
    if (step !== null) announce(words)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [step, cut])
  return step === null ? null : (
    <p class="kit-hint" id={id}>
      {words}
    </p>
  )
}
