import { Bowl, useLocale, useSay } from "#kit"
import { seamsOf } from "#practices"
import { useLayoutEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

const lookedAt = "setting.seams"

/** The bowl of this space. It shows acts, never a score, and never un-fills. What is new since one last looked draws itself once. */
export function OwnBowl({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { snapshot, session } = inner
  const seams = seamsOf(snapshot.house, snapshot.reader)
  const [before] = useState(() => Number(session.draft(lookedAt)))
  useLayoutEffect(() => {
    if (seams.length > 0) session.setDraft(lookedAt, String(seams.length))
  }, [session, seams.length])
  const last = seams.at(-1)
  const label =
    last === undefined
      ? say("app.bowl-broken")
      : say("app.bowl-seams", {
          n: seams.length,
          act: say(`app.seam-${last.act}`),
          day: dayInWords(last.day, locale),
        })
  const fresh = Math.min(3, Math.max(0, seams.length - before))
  return <Bowl size="large" label={label} seed={snapshot.bowl} seams={seams.length} fresh={fresh} />
}
