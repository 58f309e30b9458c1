import { Actions, Band, Button, Heading, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { repairsOf } from "./look.ts"
import type { Repair } from "./look.ts"
import { What } from "./my-repairs.tsx"
import type { WithLetter } from "./page-read.tsx"
import { waitingFor } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** What the letter's writer offers to put right. Leaving it is as easy as accepting it, stands first, and tells nobody. */
export function TheirRepairs(props: WithLetter): VNode | null {
  const { letter, states, people } = props
  const say = useSay<typeof en>()
  const repairs = repairsOf(states.shared, letter)
  if (repairs.length === 0) return null
  return (
    <>
      <Heading level={2}>{say("apology.their-repairs", { name: people.nameOf(letter.writer) })}</Heading>
      {repairs.map((repair) => (
        <Band key={`${repair.offer.ref} ${repair.item}`} tone={repair.accepted === null ? "quiet" : "sage"}>
          <What repair={repair} />
          <Choose {...props} repair={repair} />
        </Band>
      ))}
      <Text tone="second">{say("apology.accepting-stays")}</Text>
    </>
  )
}

function Choose(props: WithLetter & { readonly repair: Repair }): VNode {
  const { repair, desk, states } = props
  const say = useSay<typeof en>()
  const { offer, item } = repair
  const isLeft = states.own.left.some((l) => l.offer === offer.ref && l.item === item)
  const isWaiting = waitingFor(props, "apology.repair-accepted", offer.ref).some(
    ({ body }) => (Reflect.get(Object(body), "item") ?? 0) === item,
  )
  if (repair.accepted !== null || isWaiting)
    return <Text>{say(isWaiting ? "apology.accepting" : "apology.you-accepted")}</Text>
  return (
    <>
      {isLeft && <Text>{say("apology.you-left")}</Text>}
      <Actions>
        {!isLeft && (
          <Button
            kind="second"
            onPress={() => void desk.keep("apology.repair-left", { offer: offer.ref, item })}
          >
            {say("apology.leave-it")}
          </Button>
        )}
        <Button
          kind="second"
          onPress={() => void desk.send("apology.repair-accepted", { target: offer, item })}
        >
          {say("apology.accept")}
        </Button>
      </Actions>
    </>
  )
}
