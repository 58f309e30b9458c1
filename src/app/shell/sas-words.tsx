import { Band, useSay } from "#kit"
import type { VNode } from "preact"

/** Words to be read out, one below the other. */
export function SasWords({ words }: { readonly words: readonly number[] }): VNode {
  const sayAny = useSay()
  return (
    <Band tone="gold">
      <ol class="sas">
        {words.map((word, index) => (
          <li key={`${String(index)} ${String(word)}`}>{sayAny(`app.sas-${String(word)}`)}</li>
        ))}
      </ol>
    </Band>
  )
}
