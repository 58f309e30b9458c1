import { Actions, Band, Button, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { instantOf } from "../calendar.ts"
import { everyone } from "../everyone.ts"
import { isForNobody } from "../for-nobody.ts"
import type { Ref, Target } from "../practice.ts"
import { ownerOf } from "../standing.ts"
import type { en as shared } from "../words/en.ts"
import { bodyFrom } from "./begin.ts"
import type { Made } from "./begin.ts"
import { sharedMatterOf } from "./shown.tsx"
import type { PromisesProps, WithShown } from "./shown.tsx"
import type { en } from "./words/en.ts"

interface Copy {
  readonly ref: Ref
  readonly matter: Ref | null
  readonly from: Ref | null
}

/** Promises to the other person what lies as a copy in one's own log. Null: the person chose not to send. */
export function promiseTo(props: PromisesProps, made: Made, copy: Copy): Promise<Target | null> {
  const { desk, standing } = props
  // A private page is not named to the other person, not even by its number.
  const from = copy.from !== null && ownerOf(standing, copy.from) !== null ? copy.from : null
  const matter = copy.matter === null ? null : sharedMatterOf(props, copy.matter)
  return desk.send("promises.made", bodyFrom(made, matter, from), { from: copy.ref })
}

/** A promise made for oneself can still be made to the other person, while its first time is to come. */
export function PromiseIt(props: WithShown): VNode | null {
  const { shown, reader, people, states, now } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [step, setStep] = useState<"shut" | "open" | "busy" | "failed">("shut")
  const { promise, is } = shown
  const { endings, ended } = states.own
  const begun =
    instantOf(promise.due, promise.zone) <= now.at ||
    [...endings, ...ended].some((e) => e.promise === promise.ref)
  if (is !== "own" || isForNobody(reader) || begun) return null
  const name = people.other
  const send = async (): Promise<void> => {
    setStep("busy")
    try {
      await promiseTo(props, promise, {
        ref: promise.ref,
        matter: promise.matter ?? null,
        from: promise.from ?? null,
      })
      setStep("shut")
    } catch {
      setStep("failed")
    }
  }
  if (step === "shut")
    return (
      <Actions>
        <Button kind="second" onPress={() => setStep("open")}>
          {say("promises.for-other", { name })}
        </Button>
      </Actions>
    )
  return (
    <Band tone="quiet">
      <Text>{say("promises.really-stays", everyone(people))}</Text>
      {!people.together && <Text>{sayAll("practices.review-alone", { name })}</Text>}
      {step === "failed" && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        <Button kind="second" onPress={() => setStep("shut")}>
          {sayAll("practices.review-not-now")}
        </Button>
        <Button kind="second" disabled={step === "busy"} onPress={() => void send()}>
          {say("promises.for-other", { name })}
        </Button>
      </Actions>
    </Band>
  )
}
