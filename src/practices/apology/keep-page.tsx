import { announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { NamePage, ownMatter } from "../matter-names.tsx"
import type { Ref, RoomPlace } from "../practice.ts"
import { draftsOf, dropping } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import type { Kept } from "./fold.ts"
import { pages } from "./look.ts"
import { ApologyRoom } from "./page-room.tsx"
import { draftKey, drafted, goneOf, matterOf, wayOf } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"

export type Drafted = Readonly<Record<(typeof drafted)[number], string>>

/** The page kept last for this matter. */
export function keptFor(props: ApologyProps, at: RoomPlace): Kept | null {
  const label = matterOf(props, at.matter)
  return pages(props.states.own).find((k) => k.matter === label?.id || k.matter === label?.shared) ?? null
}

export function keptTexts(kept: Kept | null): Drafted | null {
  return kept === null ? null : { text: kept.text, way: kept.way, asks: kept.asks ? "yes" : "no" }
}

/** What is on the page: its draft, or what was kept when nothing was changed since. */
export function textsAt(props: ApologyProps, at: RoomPlace): Drafted {
  const { texts } = draftsOf(props.desk, draftKey(props, at), drafted)
  return /\S/.test(texts.text) ? texts : (keptTexts(keptFor(props, at)) ?? texts)
}

/** The letter this page went as, when nothing was changed since: then it is shown where it is, and not sent twice. */
export function wentAs(props: ApologyProps, at: RoomPlace): Ref | null {
  const { desk } = props
  const kept = keptFor(props, at)
  const shared = kept === null ? null : desk.sharedOf(kept.ref)
  if (kept === null || shared === null) return null
  const draft = desk.draft(`${draftKey(props, at)}:text`)
  // The draft may say the same: a lock came before it could be put away.
  if (/\S/.test(draft) && draft !== kept.text) return null
  return goneOf(props).some((g) => g.ref === shared) ? shared : null
}

/** Asked once, when a page begun without a matter is kept, or sent while there are matters it may belong to. */
export function ApologyNamePage(props: ApologyProps): VNode {
  const { matters, now, desk, at } = props
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  // Come back to after the page went or was kept: there is nothing to name any more.
  if (!/\S/.test(textsAt(props, { page: "write" }).text)) return <ApologyRoom {...props} />
  return (
    <NamePage
      desk={desk}
      page={draftKey(props, { page: "write" })}
      matters={matters}
      day={now.day}
      failed={failed}
      onward={at.page.endsWith("-review")}
      onBack={props.back}
      onKeep={async (label, title, named) => {
        try {
          const naming = {
            keep: () => desk.keep("matters.kept", { title, mine: "i-did", what: "" }),
            open: () => Promise.resolve(null),
          }
          const matter = await ownMatter(naming, label, title)
          named()
          const then = at.page === "name-card" ? "card" : at.page === "name-review" ? "review" : ""
          await keepUnder(props, { page: "write" }, matter, then, sayAll)
        } catch {
          setFailed(true)
        }
      }}
    />
  )
}

/** The next page is shown first and this one kept then, so that what the shell offers after a first keeping lies on top. */
export async function keepUnder(
  props: ApologyProps,
  at: RoomPlace,
  matter: Ref,
  then: "" | "card" | "review",
  say: (key: "practices.kept-now" | "practices.not-kept") => string,
): Promise<void> {
  const { desk } = props
  const { text, way, asks } = textsAt(props, at)
  const drop = dropping(desk, draftKey(props, at), drafted)
  const id = matterOf(props, matter)?.id ?? matter
  props.go("apology", { page: then, ...(then === "" ? {} : { matter: id }) })
  try {
    await desk.keep("apology.kept", { matter: id, way: wayOf(way), text, asks: asks === "yes" })
    drop()
    announce(say("practices.kept-now"))
  } catch {
    announce(say("practices.not-kept"))
  }
}
