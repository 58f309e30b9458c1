import type { VNode } from "preact"
import { stretches } from "./marks.ts"
import type { Mark } from "./marks.ts"

interface MirrorProps {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly current: string | undefined
  readonly rows: number
}

/** The same words, unseen, in the same places as in the text field above it; only the lines under marked words show. Its height is the field's. */
export function Mirror({ text, marks, current, rows }: MirrorProps): VNode {
  return (
    <div class="kit-mirror" aria-hidden="true" dir="auto" style={{ "--rows": String(rows) }}>
      {stretches(text, marks).map((stretch, index) =>
        stretch.mark === null ? (
          stretch.text
        ) : (
          <span
            key={`${stretch.mark.id} ${String(index)}`}
            class={`kit-marked kit-marked-${stretch.mark.tone}`}
            data-mark={stretch.mark.id}
            {...(stretch.mark.id === current ? { "data-current": "" } : {})}
          >
            {stretch.text}
          </span>
        ),
      )}
      {"\u200b"}
    </div>
  )
}
