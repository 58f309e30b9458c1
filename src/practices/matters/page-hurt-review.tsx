import { useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody, isMaybeAtWork } from "../for-nobody.ts"
import { labelOf, openedAs, ownMatter, sharedMatter, useDayName } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import { ReviewPage } from "../review-page.tsx"
import { draftsOf, dropping, isAsKept, useTexts } from "../use-texts.tsx"
import type { HurtKept } from "./fold.ts"
import { HurtPage } from "./page-hurt.tsx"
import { HurtMinePage } from "./page-hurt-mine.tsx"
import { MattersRoom } from "./page-room.tsx"
import { goneOf, hurtDrafts, hurtParts, latestKept, sameTexts, saysSomething } from "./shown.tsx"
import type { HurtTexts, MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const aDay = 24 * 60

export function HurtReviewPage(props: MattersProps): VNode {
  const { at, matters, desk, standing, people, now, reader } = props
  const say = useSay<typeof en>()
  const dayName = useDayName()(now.day)
  const label = labelOf(matters, at.matter)
  const begun = { name: label?.title ?? dayName }
  const named = useTexts(desk, hurtDrafts(at), ["name"], begun)
  const [sent, setSent] = useState<Ref | null>(null)
  const [failed, setFailed] = useState(false)
  const kept = keptHere(props)
  const texts = textsHere(props, kept)
  const gone = sent ?? (kept === null ? null : goneFrom(props, kept))
  if (gone !== null) return <HurtMinePage {...props} at={{ page: "hurt-mine", about: gone }} />
  // Come back to from the invitation, after the page was chosen to go: nothing is on this one any more.
  if (!saysSomething(texts)) return <MattersRoom {...props} />
  // Asked on the way, they said that they may not be in touch: it is a page never sent now, and offers no sending.
  if (isForNobody(reader)) return <HurtPage {...props} />
  const opened = openedAs(label, standing, desk.waiting)
  const name = opened === null ? named.texts.name : begun.name
  const send = async (hold: boolean): Promise<void> => {
    setFailed(false)
    const drop = dropping(desk, hurtDrafts(at), [...hurtParts, "name"])
    try {
      const title = /\S/.test(name) ? name : dayName
      const said = await sendHurt(props, { texts, kept, title, holdMinutes: hold ? aDay : 0 })
      if (said === null) return
      drop()
      setSent(said)
    } catch {
      setFailed(true)
    }
  }
  return (
    <ReviewPage
      lead={say("matters.review-lead")}
      think={[say("matters.review-answer", { name: people.other })]}
      parts={hurtParts.map((part) => ({ label: say(`matters.${part}`), text: texts[part] }))}
      people={people}
      name={{ value: name, ...(opened === null ? { onInput: (text) => named.write("name", text) } : {}) }}
      isMaybeAtWork={isMaybeAtWork(reader)}
      failed={failed}
      onBack={props.back}
      onSend={send}
    />
  )
}

function keptHere({ at, matters, states }: MattersProps): HurtKept | null {
  const matter = labelOf(matters, at.matter)?.id ?? at.matter
  return latestKept(states.own.kept).find((k) => k.matter === matter) ?? null
}

/** What is on the page: its drafts, or what was kept when nothing was changed since. */
function textsHere({ at, desk }: MattersProps, kept: HurtKept | null): HurtTexts {
  const drafts = draftsOf(desk, hurtDrafts(at), hurtParts)
  return drafts.begun || kept === null ? drafts.texts : kept
}

/** The kept page went already and was not changed since: then it is shown where it is, not sent twice. */
function goneFrom(props: MattersProps, kept: HurtKept): Ref | null {
  const shared = props.desk.sharedOf(kept.ref)
  if (shared === null || !isAsKept(props.desk, hurtDrafts(props.at), hurtParts, kept)) return null
  return goneOf(props).some((g) => g.ref === shared) ? shared : null
}

interface Sending {
  readonly texts: HurtTexts
  readonly kept: HurtKept | null
  readonly title: string
  readonly holdMinutes: number
}

/** Keeps what is sent, then opens the matter to both if it is not yet, then sends. Null: the person chose not to. */
async function sendHurt(props: MattersProps, sending: Sending): Promise<Ref | null> {
  const { at, matters, desk, standing } = props
  const { texts, title, holdMinutes } = sending
  if (!saysSomething(texts) || !(await desk.ready())) return null
  const label = labelOf(matters, at.matter)
  const naming = {
    keep: (name: string) => desk.keep("matters.kept", { title: name, mine: "was-done-to-me", what: "" }),
    open: (name: string, from: Ref | null) =>
      desk.send("matters.opened", { title: name }, { holdMinutes, ...(from === null ? {} : { from }) }),
  }
  const own = await ownMatter(naming, label, title)
  const from = await keptCopy(props, sending, own)
  const matter = await sharedMatter(naming, openedAs(label, standing, desk.waiting), own, title)
  if (matter === null) return null
  const { happened, did, need } = texts
  const said = await desk.send("matters.hurt-said", { matter, happened, did, need }, { holdMinutes, from })
  return said?.ref ?? null
}

/** The writer's own copy, so that taking back never takes the words from their writer. */
async function keptCopy(props: MattersProps, { texts, kept }: Sending, matter: Ref): Promise<Ref> {
  if (kept !== null && kept.matter === matter && sameTexts(kept, texts)) return kept.ref
  const { happened, did, need } = texts
  return (await props.desk.keep("matters.hurt-kept", { matter, happened, did, need })).ref
}
