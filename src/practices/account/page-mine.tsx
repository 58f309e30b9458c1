import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { labelOf } from "../matter-names.tsx"
import { OwnThing } from "../own-thing.tsx"
import type { Ref } from "../practice.ts"
import { PartsSheet } from "../review-page.tsx"
import { useSayDay } from "../say-day.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { parts } from "./entries.ts"
import type { Kept, Texts } from "./fold.ts"
import { goneOf } from "./shown.tsx"
import type { AccountProps, Gone } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** One own account: kept, waiting, or sent. */
export function MinePage(props: AccountProps): VNode {
  const gone = goneOf(props).find((g) => g.ref === props.at.about)
  const kept = props.states.own.kept.find((k) => k.ref === props.at.about)
  if (gone !== undefined) return <GonePage {...props} gone={gone} />
  if (kept !== undefined) return <KeptPage {...props} kept={kept} />
  return <NoLongerHere {...props} about={props.at.about} />
}

function KeptPage(props: AccountProps & { readonly kept: Kept }): VNode {
  const { kept, matters, desk, now, people } = props
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("account.mine-title")}</Heading>
      <Lead>{labelOf(matters, kept.matter)?.title ?? say("account.unnamed")}</Lead>
      <OwnThing where={desk.whereIs(kept.ref)} now={now} other={people.other} />
      <Words texts={kept} />
      <Actions>
        <Button kind="second" onPress={() => props.go("account", { page: "write", matter: kept.matter })}>
          {say("account.go-on")}
        </Button>
      </Actions>
    </>
  )
}

function GonePage(props: AccountProps & { readonly gone: Gone }): VNode {
  const { gone, matters, desk, now, people } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const takeBack = async (): Promise<void> => {
    const alsoMatter = lonelyMatter(props, gone)
    await desk.takeBack(gone.ref)
    if (alsoMatter !== null) await desk.takeBack(alsoMatter)
    props.go("account", { page: "" })
  }
  const letGo = async (): Promise<void> => {
    if (desk.waiting.some((w) => w.ref === gone.matter)) await desk.sendNow(gone.matter)
    await desk.sendNow(gone.ref)
  }
  return (
    <>
      <Heading level={1}>{say("account.mine-title")}</Heading>
      <Lead>{labelOf(matters, gone.matter)?.title ?? say("account.unnamed")}</Lead>
      {gone.addition !== null && (
        <Text tone="second">{say("account.addition", { day: sayDay(gone.day) })}</Text>
      )}
      <OwnThing
        where={desk.whereIs(gone.ref)}
        now={now}
        other={people.other}
        onTakeBack={() => void takeBack()}
        onLetGo={() => void letGo()}
      />
      <Words texts={gone} />
      {gone.version !== null && (
        <Actions>
          <Button
            kind="second"
            onPress={() => props.go("account", { page: "write", matter: gone.matter, about: gone.ref })}
          >
            {say("account.more")}
          </Button>
        </Actions>
      )}
    </>
  )
}

/** A name that waits only for this page goes back together with it. */
function lonelyMatter({ desk }: AccountProps, gone: Gone): Ref | null {
  const waits = desk.waiting.some((w) => w.ref === gone.matter)
  const needed = desk.waiting.some(
    (w) => w.ref !== gone.ref && Reflect.get(Object(w.body), "matter") === gone.matter,
  )
  return waits && !needed && desk.whereIs(gone.ref).at === "waiting" ? gone.matter : null
}

export function Words({ texts }: { readonly texts: Texts }): VNode {
  const say = useSay<typeof en>()
  return <PartsSheet parts={parts.map((part) => ({ label: say(`account.${part}`), text: texts[part] }))} />
}
