import { openedAs, ownMatter, sharedMatter } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import { keptFor } from "./keep-page.tsx"
import { matterOf } from "./shown.tsx"
import type { ApologyProps, Gone, RepairWords } from "./shown.tsx"

/** Minutes a letter waits on its writer's device. */
export const hold = 10

interface Sending {
  readonly text: string
  readonly asks: boolean
  readonly repairs: readonly RepairWords[]
  readonly title: string
}

/** Keeps the writer's own copy, opens the matter to both if it is not yet, then sends. Null: the person chose not to. */
export async function sendLetter(props: ApologyProps, sending: Sending): Promise<Ref | null> {
  const { at, desk, standing } = props
  const { text, asks, repairs, title } = sending
  if (!(await desk.ready())) return null
  const label = matterOf(props, at.matter)
  const naming = {
    keep: (name: string) => desk.keep("matters.kept", { title: name, mine: "i-did", what: "" }),
    open: (name: string, from: Ref | null) =>
      desk.send("matters.opened", { title: name }, { holdMinutes: hold, ...(from === null ? {} : { from }) }),
  }
  const own = await ownMatter(naming, label, title)
  const before = keptFor(props, at)
  const from =
    before !== null && before.matter === own && before.text === text
      ? before
      : await desk.keep("apology.kept", { matter: own, way: "letter", text, asks })
  const matter = await sharedMatter(naming, openedAs(label, standing, desk.waiting), own, title)
  if (matter === null) return null
  const body = { matter, way: "letter" as const, text, repairs: [...repairs] }
  const sent = await desk.send("apology.sent", body, { holdMinutes: hold, from: from.ref })
  return sent?.ref ?? null
}

/** Takes a letter back, and with it a name that waits only for this letter. */
export async function takeBackLetter({ desk }: ApologyProps, gone: Gone): Promise<void> {
  const waits = (ref: Ref): boolean => desk.waiting.some((w) => w.ref === ref)
  const needed = desk.waiting.some(
    (w) => w.ref !== gone.ref && Reflect.get(Object(w.body), "matter") === gone.matter,
  )
  const nameToo = waits(gone.ref) && waits(gone.matter) && !needed
  await desk.takeBack(gone.ref)
  if (nameToo) await desk.takeBack(gone.matter)
}
