import { Actions, Button, Heading, Lead, useSay } from "#kit"
import type { VNode } from "preact"
import { everybodyEver } from "../everyone.ts"
import { labelOf } from "../matter-names.tsx"
import { OwnThing } from "../own-thing.tsx"
import type { Ref } from "../practice.ts"
import { PartsSheet } from "../review-page.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { goneOf, hurtParts } from "./shown.tsx"
import type { Gone, HurtTexts, MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** One own page of saying that it hurt: kept, waiting, or sent. */
export function HurtMinePage(props: MattersProps): VNode {
  const { at, states, desk, now, people, matters } = props
  const say = useSay<typeof en>()
  const gone = goneOf(props).find((g) => g.ref === at.about) ?? null
  const kept = states.own.kept.find((k) => k.ref === at.about) ?? null
  const page = gone ?? kept
  if (page === null) return <NoLongerHere {...props} about={props.at.about} />
  return (
    <>
      <Heading level={1}>{say("matters.mine-title")}</Heading>
      <Lead>{labelOf(matters, page.matter)?.title ?? say("matters.unnamed")}</Lead>
      <OwnThing
        where={desk.whereIs(page.ref)}
        now={now}
        other={people.other}
        {...(gone === null
          ? {}
          : { onTakeBack: () => void takeBack(props, gone), onLetGo: () => void letGo(props, gone) })}
      />
      <HurtWords texts={page} />
      <Actions>
        {gone === null && (
          <Button kind="second" onPress={() => props.go("matters", { page: "hurt", matter: page.matter })}>
            {say("matters.go-on")}
          </Button>
        )}
        <Button kind="second" onPress={() => props.go("matters", { page: "matter", matter: page.matter })}>
          {people.together ? say("matters.beside", everybodyEver(people)) : say("matters.beside-alone")}
        </Button>
      </Actions>
    </>
  )
}

async function takeBack(props: MattersProps, gone: Gone): Promise<void> {
  const { desk } = props
  const alsoMatter = lonelyMatter(props, gone)
  await desk.takeBack(gone.ref)
  if (alsoMatter !== null) await desk.takeBack(alsoMatter)
  props.go("matters", { page: "" })
}

async function letGo({ desk }: MattersProps, gone: Gone): Promise<void> {
  if (desk.waiting.some((w) => w.ref === gone.matter)) await desk.sendNow(gone.matter)
  await desk.sendNow(gone.ref)
}

/** A name that waits only for this page goes back together with it. */
function lonelyMatter({ desk }: MattersProps, gone: Gone): Ref | null {
  const waits = desk.waiting.some((w) => w.ref === gone.matter)
  const needed = desk.waiting.some(
    (w) => w.ref !== gone.ref && Reflect.get(Object(w.body), "matter") === gone.matter,
  )
  return waits && !needed && desk.whereIs(gone.ref).at === "waiting" ? gone.matter : null
}

export function HurtWords({ texts }: { readonly texts: HurtTexts }): VNode {
  const say = useSay<typeof en>()
  return (
    <PartsSheet parts={hurtParts.map((part) => ({ label: say(`matters.${part}`), text: texts[part] }))} />
  )
}
