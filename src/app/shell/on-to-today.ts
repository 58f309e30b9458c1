import type { Inner } from "./inner.ts"

/** On from the page that says what came into this browser: it is here now, so the browser is asked to keep it. */
export function onToToday({ keeper, way }: Inner): void {
  void keeper.askToStay()
  way.go({ at: "today" })
}
