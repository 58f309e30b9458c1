import { Band, Button, Text, announce, useSay } from "#kit"
import { useEffect, useRef } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

/** A page was thrown away: for ten seconds, on whatever page one is, this brings it back. */
export function Thrown({ inner }: { readonly inner: Inner }): VNode | null {
  return inner.snapshot.thrownAway === true ? <Undo inner={inner} /> : null
}

function Undo({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const band = useRef<HTMLDivElement>(null)
  useEffect(() => {
    announce(say("app.thrown-aloud"))
    // The button that was pressed is gone with its page. Whoever uses keys is taken to the one that takes it back.
    band.current?.querySelector("button")?.focus()
  }, [say])
  const undo = (): void => {
    inner.session.restoreDrafts()
    announce(say("app.thrown-back"))
  }
  return (
    <div ref={band}>
      <Band tone="quiet">
        <Text>{say("app.thrown")}</Text>
        <Button kind="second" onPress={undo}>
          {say("app.thrown-undo")}
        </Button>
      </Band>
    </div>
  )
}
