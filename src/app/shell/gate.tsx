import { Actions, Button, Heading, Lead, Text, useLocale, useSay } from "#kit"
import { home, stateOf } from "#practices"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { ServerWords } from "./server-page.tsx"
import type { GateState } from "./use-gate.ts"

/** The questions, one at a time, on top of the page they came from; that page keeps what was typed. */
export function Gate({ inner }: { readonly inner: Inner }): VNode | null {
  const { gate } = inner
  switch (gate.asking) {
    case null:
      return null
    case "only-read":
      return <OnlyRead inner={inner} />
    case "in-touch":
      return <InTouch gate={gate} />
    case "never":
      return <Never inner={inner} />
    case "safety":
      return <Safety inner={inner} />
    case "server":
      return (
        <ServerWords
          inner={inner}
          onRead={() => void gate.answer("server", true)}
          onStop={() => void gate.answer("server", false)}
        />
      )
  }
}

/** What is shared came with a copy: nothing of it can be changed from here. */
function OnlyRead({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const { gate, snapshot } = inner
  return (
    <>
      <Heading level={1}>{say("app.only-read-title")}</Heading>
      <Text>{say("app.only-read", { day: dayInWords(snapshot.copied?.day ?? "", locale) })}</Text>
      <Actions>
        <Button kind="main" onPress={gate.close}>
          {say("app.done")}
        </Button>
      </Actions>
    </>
  )
}

function InTouch({ gate }: { readonly gate: GateState }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("app.in-touch-title")}</Heading>
      <Lead>{say("app.in-touch-lead")}</Lead>
      <Actions>
        <Button kind="second" onPress={() => void gate.answer("in-touch", false)}>
          {say("app.in-touch-no")}
        </Button>
        <Button kind="second" onPress={() => void gate.answer("in-touch", true)}>
          {say("app.in-touch-yes")}
        </Button>
      </Actions>
    </>
  )
}

function Never({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { gate, snapshot } = inner
  const { start } = stateOf(snapshot.house, home).own
  // Amends are spoken of only to someone who has said that they hurt somebody.
  const mayOwe = start === "hurt" || start === "both"
  return (
    <>
      <Heading level={1}>{say("app.in-touch-never-title")}</Heading>
      <Text>{say("app.in-touch-never")}</Text>
      {mayOwe && <Text>{say("app.in-touch-never-amends")}</Text>}
      <Actions>
        <Button kind="main" onPress={() => void gate.answer("never", false)}>
          {say("app.done")}
        </Button>
      </Actions>
      <Button kind="quiet" onPress={() => void gate.answer("never", true)}>
        {say("app.in-touch-change")}
      </Button>
    </>
  )
}

function Safety({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { gate, way } = inner
  return (
    <>
      <Heading level={1}>{say("app.safety-title")}</Heading>
      <Text>{say("app.safety-one")}</Text>
      <Text>{say("app.safety-two")}</Text>
      <Text>{say("app.safety-three")}</Text>
      <Text>{say("app.safety-four")}</Text>
      <Actions>
        <Button kind="second" onPress={() => void gate.answer("safety", false)}>
          {say("app.safety-stop")}
        </Button>
        <Button kind="second" onPress={() => void gate.answer("safety", true)}>
          {say("app.safety-go-on")}
        </Button>
      </Actions>
      <Button
        kind="quiet"
        onPress={() => {
          void gate.answer("safety", false)
          way.go({ at: "unsafe" })
        }}
      >
        {say("app.safety-help")}
      </Button>
    </>
  )
}
