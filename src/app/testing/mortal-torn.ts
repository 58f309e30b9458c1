import { together } from "./duo.ts"
import type { Doing } from "./mortal.ts"
import { ownTitles } from "./sheets.ts"

/** A fault that only a kill shows: a draft is taken away in one write, and its page comes in the next. Tests only. */
export const torn: Doing = {
  name: "a draft taken away before the page stands",
  does: "session.keep",
  world: async () => {
    const d = await together()
    d.ana.setDraft("matters.new", "Torn apart")
    await d.ana.flush()
    d.phones.ana.store.kill()
    const { relay, clock } = d
    return { disk: d.disks.ana, relay, clock, others: [d.ben] }
  },
  act: async ({ session }) => {
    const title = session.draft("matters.new")
    session.dropDraft("matters.new")
    await session.flush()
    if (title !== "") await session.keep("matters.kept", { title, mine: "unsure", what: "" })
  },
  isDone: ({ session }) => ownTitles(session).includes("Torn apart"),
}
