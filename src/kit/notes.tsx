import type { VNode } from "preact"
import { goToMark } from "./mark-bell.ts"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export interface Note {
  readonly id: string
  readonly quote: string
  readonly because: string
  readonly ask: string
  readonly strength?: "firm" | "soft"
}
export interface NotesProps {
  readonly notes: readonly Note[]
  readonly onGo?: (id: string) => void
  readonly onFine: (id: string) => void
  readonly words?: { readonly label?: string; readonly fine?: string }
  readonly current?: string
  /** The editor names its notes by this id. */
  readonly id?: string
}

/** Notes beside the page. Each goes to its words by one button and is put away by another; none is ever put into the text. */
export function Notes({
  notes,
  onGo,
  onFine,
  words = {},
  current,
  id = "kit-notes",
}: NotesProps): VNode | null {
  const say = useSay<typeof en>()
  if (notes.length === 0) return null
  return (
    <section class="kit-notes" id={id} aria-label={words.label ?? say("kit.notes")}>
      {notes.map((note) => (
        <div
          key={note.id}
          class={`kit-note kit-note-${note.strength ?? "firm"}`}
          {...(note.id === current ? { "data-current": "" } : {})}
        >
          <button
            type="button"
            class="kit-note-quote"
            aria-label={say("kit.note-go", { quote: note.quote })}
            onClick={() => {
              goToMark(note.id)
              onGo?.(note.id)
            }}
          >
            {say("kit.quote", { quote: note.quote })}
          </button>
          <p>
            {note.because} {note.ask}
          </p>
          <button
            type="button"
            class="kit-button kit-quiet"
            aria-label={say("kit.note-fine-which", { quote: note.quote })}
            onClick={() => onFine(note.id)}
          >
            {words.fine ?? say("kit.note-fine")}
          </button>
        </div>
      ))}
    </section>
  )
}
