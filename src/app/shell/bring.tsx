import { Actions, Button, Check, Form, Heading, Lead, Sheet, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { OwnThing } from "../earlier/seen.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

const longest = 160

/** One's own words of before, to be chosen one by one. At first none is. */
export function BringPage({ inner, n }: { readonly inner: Inner; readonly n: number }): VNode {
  const say = useSay<typeof en>()
  const { session, snapshot, gate, way } = inner
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const things = session.elsewhere.own(n)
  const may = things.filter((thing) => thing.may === "yes")
  const rest = things.filter((thing) => thing.may !== "yes")
  const bring = async (): Promise<void> => {
    setTried(true)
    if (chosen.length === 0 || !(await gate.pass(false))) return
    await session.elsewhere.bring(n, chosen)
    setChosen([])
    setTried(false)
    announce(say("app.bring-done"))
    way.go({ at: "shared" })
  }
  return (
    <Form onSubmit={bring}>
      <Heading level={1}>{say("app.bring")}</Heading>
      <Lead>{say(things.length === 0 ? "app.bring-nothing" : "app.bring-lead")}</Lead>
      {may.length > 0 && <Text>{say("app.bring-along")}</Text>}
      {may.length > 0 && !snapshot.together && <Text>{say("app.bring-alone")}</Text>}
      {may.map((thing) => (
        <One
          key={thing.ref}
          thing={thing}
          checked={chosen.includes(thing.ref)}
          onChange={(isOn) =>
            setChosen(isOn ? [...chosen, thing.ref] : chosen.filter((ref) => ref !== thing.ref))
          }
        />
      ))}
      {rest.map((thing) => (
        <Not key={thing.ref} thing={thing} />
      ))}
      {tried && chosen.length === 0 && may.length > 0 && <Text tone="clay">{say("app.bring-none")}</Text>}
      <Actions>
        <Button kind="second" onPress={way.back}>
          {say(may.length === 0 ? "app.back" : "app.not-now")}
        </Button>
        {may.length > 0 && (
          <Button kind="second" type="submit">
            {say("app.bring-do")}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

function useLabels(thing: OwnThing): { readonly label: string; readonly hint: string } {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const words = thing.words.join(" ")
  const short = words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
  const hints = [dayInWords(thing.day, locale), ...(thing.unsent ? [say("app.bring-unsent")] : []), short]
  return {
    label: sayAny(`app.shared-is-${thing.kind.replace(".", "-")}`),
    hint: hints.filter((hint) => hint !== "").join(" · "),
  }
}

function One(props: {
  readonly thing: OwnThing
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}): VNode {
  return <Check {...useLabels(props.thing)} checked={props.checked} onChange={props.onChange} />
}

function Not({ thing }: { readonly thing: OwnThing }): VNode | null {
  const say = useSay<typeof en>()
  const { label, hint } = useLabels(thing)
  if (thing.may === "yes") return null
  return (
    <Sheet label={label}>
      <Text>{label}</Text>
      <Text tone="second">{hint}</Text>
      <Text tone="second">{say(`app.bring-${thing.may}`)}</Text>
    </Sheet>
  )
}
