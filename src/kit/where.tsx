import type { VNode } from "preact"
import type { en } from "./words/en.ts"
import { useSay } from "./words-provider.tsx"

export type WherePlace = "phone" | "server" | { readonly waiting: string }

/** Where an own thing is. `waiting` is a whole sentence that says when it goes. */
export function Where({ place }: { readonly place: WherePlace }): VNode {
  const say = useSay<typeof en>()
  const words =
    place === "phone"
      ? say("kit.where-phone")
      : place === "server"
        ? say("kit.where-server")
        : say("kit.where-waiting", { when: place.waiting })
  return <p class="kit-where">{words}</p>
}
