import { Actions, Band, Button, Heading, Text, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { copiesIn, copiesRow } from "../copy/copies.ts"
import { copyHint } from "../copy/hint.ts"
import type { CopyHint as Hint } from "../copy/hint.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { en } from "../words/en.ts"
import { clearsUnused, isInstalled } from "./home-screen.ts"
import type { Inner } from "./inner.ts"

const saidRow = "setting.copy-hint"
/** Set when there is something to lose here, a page or a shared space: the keeper writes it (`askToStay`). */
const keptRow = "setting.asked-to-stay"

async function hintFor(session: Session, keeper: Keeper): Promise<Hint | null> {
  const { persisted } = await keeper.usage()
  return copyHint({
    installed: isInstalled(),
    clearsUnused: clearsUnused(),
    persisted,
    hasKept: session.draft(keptRow) !== "",
    wasSaid: session.draft(saidRow) !== "",
    copies: copiesIn(session.draft(copiesRow)).length,
  })
}

/** A thought on Today, once: it does not come again, whatever is done with it. */
export function CopyHint({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { session, keeper, madeUp } = inner
  const [hint, setHint] = useState<Hint | null>(null)
  useEffect(() => {
    if (madeUp !== undefined) return
    let isHere = true
    const ask = async (): Promise<void> => {
      const found = await hintFor(session, keeper).catch(() => null)
      if (!isHere || found === null) return
      session.setDraft(saidRow, "1")
      setHint(found)
    }
    void ask()
    return () => {
      isHere = false
    }
  }, [session, keeper, madeUp])
  if (hint === null) return null
  return (
    <Band tone="quiet">
      <Heading level={2}>{say("app.copy-hint-title")}</Heading>
      <Text>{say(`app.copy-hint-${hint}`)}</Text>
      <Text tone="second">{say("app.copy-hint-once")}</Text>
      <Actions>
        <Button kind="second" onPress={() => setHint(null)}>
          {say("app.copy-hint-away")}
        </Button>
        <Button kind="second" onPress={() => inner.way.go({ at: "keep-copy" })}>
          {say("app.copy")}
        </Button>
      </Actions>
    </Band>
  )
}
