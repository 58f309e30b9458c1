import { Actions, Band, Button, Heading, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import { unheard } from "../still-heard.tsx"
import { TakeOut } from "../take-out.tsx"
import type { en as shared } from "../words/en.ts"
import { repairsOf } from "./look.ts"
import type { Repair } from "./look.ts"
import { What } from "./my-repairs.tsx"
import { waitingFor } from "./shown.tsx"
import type { WithLetter } from "./shown.tsx"
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
      {unheard(props, letter) === null && <Text tone="second">{say("apology.accepting-stays")}</Text>}
    </>
  )
}

function Choose(props: WithLetter & { readonly repair: Repair }): VNode {
  const { repair, letter, desk, states, now, people, reader } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [failed, setFailed] = useState(false)
  const { offer, item } = repair
  const isLeft = states.own.left.some((l) => l.offer === offer.ref && l.item === item)
  const waiting = waitingFor(props, "apology.repair-accepted", offer.ref).find(
    ({ body }) => (Reflect.get(Object(body), "item") ?? 0) === item,
  )
  const accept = async (): Promise<void> => {
    setFailed(false)
    try {
      await desk.send("apology.repair-accepted", { target: offer, item })
    } catch {
      setFailed(true)
    }
  }
  if (repair.accepted !== null)
    return (
      <>
        <Text>
          {repair.accepted.writer === reader.shared
            ? say("apology.you-accepted")
            : say("apology.accepted", { name: people.nameOf(repair.accepted.writer) })}
        </Text>
        <TakeOut {...props} about={repair.accepted.ref} />
      </>
    )
  if (waiting !== undefined)
    return (
      <>
        <Text>{say("apology.you-accepted")}</Text>
        <OwnThing
          where={desk.whereIs(waiting.ref)}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(waiting.ref)}
        />
      </>
    )
  if (unheard(props, letter) !== null) return isLeft ? <Text>{say("apology.you-left")}</Text> : <></>
  return (
    <>
      {isLeft && <Text>{say("apology.you-left")}</Text>}
      {failed && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        {!isLeft && (
          <Button
            kind="second"
            onPress={() => void desk.keep("apology.repair-left", { offer: offer.ref, item })}
          >
            {say("apology.leave-it")}
          </Button>
        )}
        <Button kind="second" onPress={() => void accept()}>
          {say("apology.accept")}
        </Button>
      </Actions>
    </>
  )
}
