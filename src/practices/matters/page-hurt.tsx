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
import { MattersRoom } from "./page-room.tsx"
import { hurtDrafts, hurtParts, latestKept, saysSomething } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** Saying that it hurt: three parts, in any order. Nobody reads along. */
export function HurtPage(props: MattersProps): VNode {
  const { at, states, desk, matters, reader } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const label = labelOf(matters, at.matter)
  const kept = latestKept(states.own.kept).find((k) => k.matter === (label?.id ?? at.matter)) ?? null
  const { texts, write } = useTexts(desk, hurtDrafts(at), hurtParts, kept)
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
    if (at.matter === undefined) props.go("matters", { ...at, page: "hurt-name" })
    else void keepUnder(props, at.matter, { page: "" }, sayAll)
  }
  return (
    <LongPage
      heading={say("matters.hurt-title")}
      lead={say("matters.hurt-lead")}
      parts={hurtParts.map((id) => ({ id, title: say(`matters.${id}`), hint: say(`matters.${id}-hint`) }))}
      texts={texts}
      write={write}
      full={sayAll("practices.too-long")}
    >
      <output>{problem !== null && <Text tone="clay">{sayAll(problem)}</Text>}</output>
      <Actions>
        <Button kind="main" onPress={keep}>
          {sayAll("practices.keep")}
        </Button>
        {!isForNobody(reader) && (
          <Button
            kind="second"
            onPress={() =>
              ready() &&
              props.go("matters", {
                ...at,
                page: namedFirst(matters, at) ? "hurt-name-review" : "hurt-review",
              })
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
export function HurtNamePage(props: MattersProps): VNode {
  const { matters, now, desk, at } = props
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  // Come back to after the page went or was kept: there is nothing to name any more.
  if (!draftsOf(desk, hurtDrafts({ page: "hurt" }), hurtParts).begun) return <MattersRoom {...props} />
  return (
    <NamePage
      desk={desk}
      page={hurtDrafts({ page: "hurt" })}
      matters={matters}
      day={now.day}
      failed={failed}
      onward={at.page.endsWith("-review")}
      onBack={props.back}
      onKeep={async (label, title, named) => {
        try {
          const naming = {
            keep: () => desk.keep("matters.kept", { title, mine: "was-done-to-me", what: "" }),
            open: () => Promise.resolve(null),
          }
          const matter = await ownMatter(naming, label, title)
          named()
          const then = at.page === "hurt-name-review" ? { page: "hurt-review", matter } : { page: "" }
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
  props: MattersProps,
  matter: Ref,
  then: RoomPlace,
  say: (key: "practices.kept-now" | "practices.not-kept") => string,
): Promise<void> {
  const { desk, at } = props
  const { texts } = draftsOf(desk, hurtDrafts(at), hurtParts)
  const drop = dropping(desk, hurtDrafts(at), hurtParts)
  props.go("matters", then)
  try {
    await desk.keep("matters.hurt-kept", { matter, ...texts })
    drop()
    announce(say("practices.kept-now"))
  } catch {
    announce(say("practices.not-kept"))
  }
}
