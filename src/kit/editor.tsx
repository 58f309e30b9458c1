import type { VNode } from "preact"
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks"
import { markAt, moveMarks, nextMark } from "./marks.ts"
import type { Mark } from "./marks.ts"
import { onGoToMark } from "./mark-bell.ts"
import { Mirror } from "./mirror.tsx"
import { RoomLeft, useCut } from "./room-left.tsx"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"
import { useOwnValue } from "./own-value.ts"

export interface EditorProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly label: string
  readonly hint?: string
  /** Made for `value` as it was when this list was new; the editor moves them along while nobody has read again. */
  readonly marks: readonly Mark[]
  /** The mark whose note is looked at: drawn stronger. It never moves the caret; `goToMark(id)` does. */
  readonly current?: string
  /** The caret came to stand in these marked words. */
  readonly onMark?: (id: string) => void
  readonly readOnly?: boolean
  readonly rows?: number
  readonly maxLength?: number
  readonly notesId?: string
}

/** A sheet to write on: the phone's own text field, over a mirror that draws the marks. See docs/adr/0002. */
export function Editor(props: EditorProps): VNode {
  const { label, hint, marks, current, onMark, rows = 8, notesId = "kit-notes" } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const text = useOwnValue(area, props.value)
  const placed = usePlaced(marks, props.value, text.now)
  const { cut, onBeforeInput } = useCut(props.maxLength)
  const caretMark = useRef<string | null>(null)
  const go = (mark: Mark | null): boolean => {
    if (mark === null || area.current === null) return false
    selectIn(area.current, mark)
    return true
  }
  const latest = useRef(placed)
  latest.current = placed
  useEffect(() => onGoToMark((which) => go(latest.current.find((mark) => mark.id === which) ?? null)), [])
  const step = (back: boolean): boolean =>
    go(nextMark(latest.current, area.current?.selectionStart ?? 0, back))
  const look = (): void => {
    const caret = area.current?.selectionStart ?? 0
    const found = markAt(latest.current, caret)?.id ?? null
    if (found !== null && found !== caretMark.current) onMark?.(found)
    caretMark.current = found
  }
  useDetails(area, placed.length > 0 ? notesId : null)
  return (
    <div class="kit-editor">
      <label class="kit-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="kit-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="kit-editor-sheet">
        <Mirror text={text.now} marks={placed} current={current} rows={rows} />
        <textarea
          ref={area}
          id={id}
          class="kit-editor-area"
          rows={rows}
          dir="auto"
          spellcheck={false}
          autocomplete="off"
          readOnly={props.readOnly ?? false}
          aria-describedby={`${id}-hint ${id}-room ${id}-marks`}
          aria-keyshortcuts="F8 Shift+F8"
          {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
          onBeforeInput={onBeforeInput}
          onInput={(event) => {
            text.typed(event.currentTarget.value)
            props.onInput(event.currentTarget.value)
          }}
          onSelect={look}
          onScroll={(event) => (event.currentTarget.scrollTop = 0)}
          onKeyDown={(event) => {
            if (event.key === "F8" && step(event.shiftKey)) event.preventDefault()
          }}
        />
      </div>
      <RoomLeft id={`${id}-room`} length={text.now.length} most={props.maxLength} cut={cut} />
      <MarkLine id={`${id}-marks`} count={placed.length} onNext={() => step(false)} />
    </div>
  )
}

interface MarkLineProps {
  readonly id: string
  readonly count: number
  readonly onNext: () => void
}
/** How many places are marked, for the ear, and one button that goes to the next, for a thumb. */
function MarkLine({ id, count, onNext }: MarkLineProps): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <p class="kit-unseen" id={id}>
        {count === 0 ? "" : say("kit.mark-count", { n: count })}
      </p>
      <div class="kit-mark-line">
        {count > 0 && (
          <button type="button" class="kit-button kit-quiet kit-mark-next" onClick={() => onNext()}>
            {say("kit.mark-next", { n: count })}
          </button>
        )}
      </div>
    </>
  )
}

/** Marks belong to the text they were made for; between two readings they move with the words. */
function usePlaced(marks: readonly Mark[], value: string, now: string): readonly Mark[] {
  const made = useRef({ marks, text: value })
  if (made.current.marks !== marks) made.current = { marks, text: value }
  return moveMarks(marks, made.current.text, now)
}

/** `aria-details` may name only what is there, and the notes may come later than the sheet. */
function useDetails(area: { readonly current: HTMLTextAreaElement | null }, notesId: string | null): void {
  useLayoutEffect(() => {
    if (notesId !== null && document.getElementById(notesId) !== null)
      area.current?.setAttribute("aria-details", notesId)
    else area.current?.removeAttribute("aria-details")
  })
}

function selectIn(area: HTMLTextAreaElement, mark: Mark): void {
  area.focus({ preventScroll: true })
  area.setSelectionRange(mark.start, mark.end)
  const drawn = area.parentElement?.querySelector(`[data-mark="${CSS.escape(mark.id)}"]`)
  drawn?.scrollIntoView({ block: "center" })
}
