import { Actions, Button, Heading, Own, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import { unheard } from "../still-heard.tsx"
import { TakeOut } from "../take-out.tsx"
import type { Letter } from "./fold.ts"
import { latestAnswer, promiseFrom, repairsOf, unwelcome } from "./look.ts"
import type { Repair } from "./look.ts"
import { repairsIn, waitingFor } from "./shown.tsx"
import type { ApologyProps, Gone, RepairWords } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** What the letter's writer offered, what was accepted, and the way from there to a promise. */
export function MyRepairs(props: ApologyProps & { readonly gone: Gone }): VNode {
  const { gone, states } = props
  const say = useSay<typeof en>()
  const { letter } = gone
  if (letter === null)
    return (
      <>
        {gone.repairs.length > 0 && <Heading level={2}>{say("apology.my-repairs")}</Heading>}
        {gone.repairs.map((repair, index) => (
          <What key={index} repair={repair} />
        ))}
      </>
    )
  const repairs = repairsOf(states.shared, letter)
  const isUnwelcome = unwelcome(states.shared, letter) !== null
  return (
    <>
      {repairs.length > 0 && <Heading level={2}>{say("apology.my-repairs")}</Heading>}
      {repairs.map((repair) => (
        <Offered key={`${repair.offer.ref} ${repair.item}`} {...props} repair={repair} letter={letter} />
      ))}
      <Waiting {...props} letter={letter} />
      {!isUnwelcome && unheard(props, letter) === null && (
        <Actions>
          <Button kind="second" onPress={() => props.go("apology", { page: "offer", about: letter.ref })}>
            {say("apology.offer")}
          </Button>
        </Actions>
      )}
    </>
  )
}

export function What({ repair }: { readonly repair: RepairWords }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Text tone="second">{say(`apology.repair-${repair.kind}`)}</Text>
      <Own>{repair.what}</Own>
    </>
  )
}

interface OfferedProps extends ApologyProps {
  readonly repair: Repair
  readonly letter: Letter
}
function Offered(props: OfferedProps): VNode {
  const { repair, letter, states, desk, now, people } = props
  const say = useSay<typeof en>()
  const { accepted } = repair
  const separate = repair.offer.ref !== letter.ref
  const carried = states.own.carried.find((c) => c.accepted === accepted?.ref)
  return (
    <>
      <What repair={repair} />
      {accepted === null && separate && (
        <OwnThing
          where={desk.whereIs(repair.offer.ref)}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(repair.offer.ref)}
        />
      )}
      {accepted !== null && (
        <Text tone="sage">{say("apology.accepted", { name: people.nameOf(accepted.writer) })}</Text>
      )}
      {accepted !== null && carried !== undefined && <Text>{say(`apology.carried-${carried.how}`)}</Text>}
      {accepted !== null && carried === undefined && (
        <Actions>
          <Button
            kind="main"
            onPress={() => props.go("promises", { page: "make" }, promiseFrom(repair, letter, accepted))}
          >
            {say("apology.make-promise")}
          </Button>
          <Button
            kind="second"
            onPress={() => void desk.keep("apology.repair-carried", { accepted: accepted.ref, how: "done" })}
          >
            {say("apology.is-done")}
          </Button>
          <Button
            kind="quiet"
            onPress={() =>
              void desk.keep("apology.repair-carried", { accepted: accepted.ref, how: "otherwise" })
            }
          >
            {say("apology.goes-otherwise")}
          </Button>
        </Actions>
      )}
      {accepted !== null && <TakeOut {...props} about={accepted.ref} />}
    </>
  )
}

/** Offers that were chosen to go and have not gone. */
function Waiting(props: ApologyProps & { readonly letter: Letter }): VNode {
  const { letter, states, desk, now, people } = props
  const answer = latestAnswer(states.shared, letter)
  const about = [letter.ref, ...(answer === null ? [] : [answer.ref])]
  const waiting = about.flatMap((ref) => waitingFor(props, "apology.repair-offered", ref))
  return (
    <>
      {waiting.map(({ ref, body }) => (
        <div key={ref}>
          {repairsIn([body]).map((repair) => (
            <What key={repair.what} repair={repair} />
          ))}
          <OwnThing
            where={desk.whereIs(ref)}
            now={now}
            other={people.other}
            onTakeBack={() => void desk.takeBack(ref)}
          />
        </div>
      ))}
    </>
  )
}
