import type { VNode } from "preact"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export type WherePlace = "phone" | "own" | "server" | { readonly waiting: string }

/** Where an own thing is. `own`: kept, and perhaps on further devices of the same person. `waiting` is a whole sentence that says when it goes. */
export function Where({ place }: { readonly place: WherePlace }): VNode {
  const say = useSay<typeof en>()
  const words =
    typeof place === "string" ? say(`kit.where-${place}`) : say("kit.where-waiting", { when: place.waiting })
  return <p class="kit-where">{words}</p>
}
