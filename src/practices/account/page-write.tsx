import { Actions, Button, Text, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody } from "../for-nobody.ts"
import { LongPage } from "../long-page.tsx"
import { NamePage, labelOf, namedFirst, ownMatter } from "../matter-names.tsx"
import type { Ref, RoomPlace } from "../practice.ts"
import { fitsOneEntry } from "../shapes.ts"
import { draftsOf, dropping, useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { parts } from "./entries.ts"
import { AccountRoom } from "./page-room.tsx"
import { draftKey, latestKept, saysSomething } from "./shown.tsx"
import type { AccountProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The honest account, in parts, with the coach beside it. It can be written on at once, before it has a name. */
export function WritePage(props: AccountProps): VNode {
  const { at, states, desk, matters, reader, people } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const isMore = at.about !== undefined
  const label = labelOf(matters, at.matter)
  const kept = isMore
    ? null
    : (latestKept(states.own.kept).find((k) => k.matter === (label?.id ?? at.matter)) ?? null)
  const { texts, write } = useTexts(desk, draftKey(at), parts, kept)
  const [problem, setProblem] = useState<"practices.write-first" | "practices.too-long" | null>(null)
  const ready = (): boolean => {
    const now = !saysSomething(texts)
      ? "practices.write-first"
      : fitsOneEntry(texts)
        ? null
        : "practices.too-long"
    setProblem(now)
    return now === null
  }
  const keep = (): void => {
    if (!ready()) return
    if (at.matter === undefined) props.go("account", { ...at, page: "name" })
    else void keepUnder(props, at.matter, { page: "" }, sayAll)
  }
  return (
    <LongPage
      heading={say(isMore ? "account.write-title-more" : "account.write-title")}
      lead={say("account.write-lead")}
      parts={parts.map((id) => ({ id, title: say(`account.${id}`), hint: say(`account.${id}-hint`) }))}
      texts={texts}
      write={write}
      coach={(text) => props.coach(text, "account")}
      full={sayAll("practices.too-long")}
    >
      <output>{problem !== null && <Text tone="clay">{sayAll(problem)}</Text>}</output>
      <Actions>
        {!isMore && (
          <Button kind={people.together ? "second" : "main"} onPress={keep}>
            {sayAll("practices.keep")}
          </Button>
        )}
        {!isForNobody(reader) && (
          <Button
            kind={people.together || isMore ? "main" : "second"}
            onPress={() =>
              ready() &&
              props.go("account", { ...at, page: namedFirst(matters, at) ? "name-review" : "review" })
            }
          >
            {sayAll("practices.get-ready")}
          </Button>
        )}
      </Actions>
    </LongPage>
  )
}

/** Asked once, when a page begun without a matter is kept, or sent while there are matters it may belong to. */
export function AccountNamePage(props: AccountProps): VNode {
  const { matters, now, desk, at } = props
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  // Come back to after the page went or was kept: there is nothing to name any more.
  if (!draftsOf(desk, draftKey({ page: "write" }), parts).begun) return <AccountRoom {...props} />
  return (
    <NamePage
      desk={desk}
      page={draftKey({ page: "write" })}
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
          const then = at.page === "name-review" ? { page: "review", matter } : { page: "" }
          await keepUnder(props, matter, then, sayAll)
        } catch {
          setFailed(true)
        }
      }}
    />
  )
}

/** The next page is shown first and the page kept then, so that what the shell offers after a first keeping lies on top. */
async function keepUnder(
  props: AccountProps,
  matter: Ref,
  then: RoomPlace,
  say: (key: "practices.kept-now" | "practices.not-kept") => string,
): Promise<void> {
  const { desk, at } = props
  const { texts } = draftsOf(desk, draftKey(at), parts)
  const drop = dropping(desk, draftKey(at), parts)
  props.go("account", then)
  try {
    await desk.keep("account.kept", { matter, ...texts })
    drop()
    announce(say("practices.kept-now"))
  } catch {
    announce(say("practices.not-kept"))
  }
}
