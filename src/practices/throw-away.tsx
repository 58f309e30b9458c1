import { Button, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "./words/en.ts"

interface Props {
  readonly desk: { readonly throwAway: (keys: readonly string[]) => void }
  /** What `useTexts` knows the page and its parts by. */
  readonly page: string
  readonly parts: readonly string[]
  readonly title: string
}

/** Beside a begun page in its room's list. It asks nothing: for ten seconds the app offers to bring the page back. */
export function ThrowAway({ desk, page, parts, title }: Props): VNode {
  const say = useSay<typeof en>()
  return (
    <Button
      kind="quiet"
      aria-label={say("practices.throw-away-which", { title })}
      onPress={() => desk.throwAway(parts.map((part) => `${page}:${part}`))}
    >
      {say("practices.throw-away")}
    </Button>
  )
}
