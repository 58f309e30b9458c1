import { useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody, isMaybeAtWork } from "../for-nobody.ts"
import { labelOf, openedAs, ownMatter, sharedMatter, useDayName } from "../matter-names.tsx"
import type { Ref } from "../practice.ts"
import { ReviewPage } from "../review-page.tsx"
import { draftsOf, dropping, isAsKept, useTexts } from "../use-texts.tsx"
import { parts } from "./entries.ts"
import type { Kept, Texts } from "./fold.ts"
import { MinePage } from "./page-mine.tsx"
import { AccountRoom } from "./page-room.tsx"
import { WritePage } from "./page-write.tsx"
import { draftKey, goneOf, latestKept, sameTexts, saysSomething } from "./shown.tsx"
import type { AccountProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

const aDay = 24 * 60

export function AccountReviewPage(props: AccountProps): VNode {
  const { at, matters, desk, standing, people, now, reader } = props
  const say = useSay<typeof en>()
  const dayName = useDayName()(now.day)
  const label = labelOf(matters, at.matter)
  const begun = { name: label?.title ?? dayName }
  const named = useTexts(desk, draftKey(at), ["name"], begun)
  const [sent, setSent] = useState<Ref | null>(null)
  const [failed, setFailed] = useState(false)
  const kept = keptHere(props)
  const texts = textsHere(props, kept)
  const gone = sent ?? (kept === null ? null : goneFrom(props, kept))
  if (gone !== null) return <MinePage {...props} at={{ page: "mine", about: gone }} />
  // Come back to from the invitation, after the page was chosen to go: nothing is on this one any more.
  if (!saysSomething(texts)) return <AccountRoom {...props} />
  // Asked on the way, they said that they may not be in touch: it is a page never sent now, and offers no sending.
  if (isForNobody(reader)) return <WritePage {...props} />
  const opened = openedAs(label, standing, desk.waiting)
  const name = opened === null ? named.texts.name : begun.name
  const send = async (hold: boolean): Promise<void> => {
    setFailed(false)
    const drop = dropping(desk, draftKey(at), [...parts, "name"])
    try {
      const title = /\S/.test(name) ? name : dayName
      const told = await sendAccount(props, { texts, kept, title, holdMinutes: hold ? aDay : 0 })
      if (told === null) return
      drop()
      setSent(told)
    } catch {
      setFailed(true)
    }
  }
  return (
    <ReviewPage
      lead={say("account.review-lead", { name: people.other })}
      think={[say("account.review-detail"), say("account.review-others"), say("account.review-law")]}
      parts={parts.map((part) => ({ label: say(`account.${part}`), text: texts[part] }))}
      people={people}
      name={{ value: name, ...(opened === null ? { onInput: (text) => named.write("name", text) } : {}) }}
      isMaybeAtWork={isMaybeAtWork(reader)}
      failed={failed}
      onBack={props.back}
      onSend={send}
    />
  )
}

function keptHere({ at, matters, states }: AccountProps): Kept | null {
  if (at.about !== undefined) return null
  const matter = labelOf(matters, at.matter)?.id ?? at.matter
  return latestKept(states.own.kept).find((k) => k.matter === matter) ?? null
}

/** What is on the page: its drafts, or what was kept when nothing was changed since. */
function textsHere({ at, desk }: AccountProps, kept: Kept | null): Texts {
  const drafts = draftsOf(desk, draftKey(at), parts)
  return drafts.begun || kept === null ? drafts.texts : kept
}

/** The kept page went already and was not changed since: then it is shown where it is, not sent twice. */
function goneFrom(props: AccountProps, kept: Kept): Ref | null {
  const shared = props.desk.sharedOf(kept.ref)
  if (shared === null || !isAsKept(props.desk, draftKey(props.at), parts, kept)) return null
  return goneOf(props).some((g) => g.ref === shared) ? shared : null
}

interface Sending {
  readonly texts: Texts
  readonly kept: Kept | null
  readonly title: string
  readonly holdMinutes: number
}

/** Keeps what is sent, then opens the matter to both if it is not yet, then sends. Null: the person chose not to. */
async function sendAccount(props: AccountProps, sending: Sending): Promise<Ref | null> {
  const { at, matters, desk, standing } = props
  const { texts, title, holdMinutes } = sending
  if (!saysSomething(texts) || !(await desk.ready())) return null
  const label = labelOf(matters, at.matter)
  const naming = {
    keep: (name: string) => desk.keep("matters.kept", { title: name, mine: "i-did", what: "" }),
    open: (name: string, from: Ref | null) =>
      desk.send("matters.opened", { title: name }, { holdMinutes, ...(from === null ? {} : { from }) }),
  }
  const own = await ownMatter(naming, label, title)
  const kept = await keptCopy(props, sending, own)
  const opened = openedAs(label, standing, desk.waiting)
  const matter = await sharedMatter(naming, opened, own, title)
  if (matter === null) return null
  const body = { ...onlyTexts(texts), matter, ...(at.about === undefined ? {} : { addition: at.about }) }
  const told = await desk.send("account.told", body, {
    holdMinutes,
    ...(kept === null ? {} : { from: kept }),
  })
  return told?.ref ?? null
}

/** The writer's own copy, so that taking back never takes the words from their writer. An addition is not kept over the whole. */
async function keptCopy(props: AccountProps, { texts, kept }: Sending, matter: Ref): Promise<Ref | null> {
  if (props.at.about !== undefined) return null
  if (kept !== null && kept.matter === matter && sameTexts(kept, texts)) return kept.ref
  return (await props.desk.keep("account.kept", { matter, ...onlyTexts(texts) })).ref
}

function onlyTexts({ did, how, why, hid, impact, later }: Texts): Texts {
  return { did, how, why, hid, impact, later }
}
