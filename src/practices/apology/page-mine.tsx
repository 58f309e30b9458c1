import { Actions, Button, Heading, Lead, Own, Sheet, Text, useSay } from "#kit"
import { useLayoutEffect } from "preact/hooks"
import type { VNode } from "preact"
import { isForNobody } from "../for-nobody.ts"
import { OwnThing } from "../own-thing.tsx"
import { useSayDay } from "../say-day.tsx"
import { NoLongerHere } from "../taken-back.tsx"
import { Answers } from "./answers.tsx"
import type { Kept, Said } from "./fold.ts"
import { answersTo, repairsOf, wishesOn } from "./look.ts"
import { useTitleOf } from "./page-room.tsx"
import { MyRepairs } from "./my-repairs.tsx"
import { takeBackLetter } from "./send-letter.tsx"
import { goneOf, lookAt } from "./shown.tsx"
import type { ApologyProps, Gone } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** One own thing: a page that was kept, a letter that waits or went, or the note that it was said. */
export function MinePage(props: ApologyProps): VNode {
  const { own } = props.states
  const { about } = props.at
  const gone = goneOf(props).find((g) => g.ref === about)
  const kept = own.kept.find((k) => k.ref === about)
  const said = own.said.find((s) => s.ref === about)
  if (gone !== undefined) return <GonePage {...props} gone={gone} />
  if (kept !== undefined) return <KeptPage {...props} kept={kept} />
  if (said !== undefined) return <SaidAloud {...props} said={said} />
  return <NoLongerHere {...props} about={props.at.about} />
}

function KeptPage(props: ApologyProps & { readonly kept: Kept }): VNode {
  const { kept, desk, now, people, reader } = props
  const say = useSay<typeof en>()
  const titleOf = useTitleOf(props)
  const { matter } = kept
  return (
    <>
      <Heading level={1}>{say("apology.mine-title")}</Heading>
      <Lead>{titleOf(matter)}</Lead>
      <OwnThing where={desk.whereIs(kept.ref)} now={now} other={people.other} />
      <Sheet label={say("apology.voice")}>
        <Own>{kept.text}</Own>
      </Sheet>
      <Actions>
        <Button kind="second" onPress={() => props.go("apology", { page: "write", matter })}>
          {say("apology.go-on")}
        </Button>
        {kept.way !== "letter" && !isForNobody(reader) && (
          <Button kind="second" onPress={() => props.go("apology", { page: "card", matter })}>
            {say("apology.to-card")}
          </Button>
        )}
      </Actions>
    </>
  )
}

function SaidAloud(props: ApologyProps & { readonly said: Said }): VNode {
  const { said, desk, now, people } = props
  const say = useSay<typeof en>()
  const sayDay = useSayDay()
  const titleOf = useTitleOf(props)
  return (
    <>
      <Heading level={1}>{say("apology.said-title", { day: sayDay(said.on) })}</Heading>
      <Lead>{titleOf(said.matter)}</Lead>
      <OwnThing where={desk.whereIs(said.ref)} now={now} other={people.other} />
      <Text tone="second">{say(`apology.way-${said.way}`)}</Text>
      {/\S/.test(said.note) && (
        <Sheet>
          <Own>{said.note}</Own>
        </Sheet>
      )}
    </>
  )
}

/** A letter that waits, or that went. Nothing here ever says whether it was opened. */
function GonePage(props: ApologyProps & { readonly gone: Gone }): VNode {
  const { gone, desk, now, people } = props
  const say = useSay<typeof en>()
  const titleOf = useTitleOf(props)
  const takeBack = async (): Promise<void> => {
    await takeBackLetter(props, gone)
    props.go("apology", { page: "" })
  }
  return (
    <>
      <Heading level={1}>{say("apology.mine-title")}</Heading>
      <Lead>{titleOf(gone.matter)}</Lead>
      <OwnThing
        where={desk.whereIs(gone.ref)}
        now={now}
        other={people.other}
        onTakeBack={() => void takeBack()}
      />
      <Sheet label={say("apology.voice")}>
        <Own>{gone.text}</Own>
      </Sheet>
      <Theirs {...props} gone={gone} />
      <MyRepairs {...props} gone={gone} />
    </>
  )
}

function Theirs(props: ApologyProps & { readonly gone: Gone }): VNode | null {
  const { gone, states, people } = props
  const say = useSay<typeof en>()
  const letter = gone.letter
  const wishes = letter === null ? [] : wishesOn(states.shared, letter)
  const answers = letter === null ? [] : answersTo(states.shared, letter)
  const accepted = letter === null ? [] : repairsOf(states.shared, letter).flatMap((r) => r.accepted ?? [])
  const refs = [...answers, ...accepted, ...wishes].map((thing) => thing.ref)
  useLayoutEffect(() => lookAt(props, refs))
  if (letter === null) return null
  return (
    <>
      {wishes.length === 0 && answers.length === 0 && (
        <Text>{say("apology.lies-there", { name: people.other })}</Text>
      )}
      {wishes.map((wish) => (
        <Text key={wish.ref}>{say(`apology.wish-${wish.wish}`, { name: people.nameOf(wish.writer) })}</Text>
      ))}
      {wishes.some((wish) => wish.wish === "in-person") && (
        <Actions>
          <Button kind="second" onPress={() => props.go("apology", { page: "card", matter: letter.matter })}>
            {say("apology.to-card")}
          </Button>
        </Actions>
      )}
      <Answers answers={answers} nameOf={people.nameOf} />
    </>
  )
}
