import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import { useMemo, useRef, useState } from "preact/hooks"
import type { VNode } from "preact"
import { home } from "#practices"
import { stateOf } from "#practices"
import type { Session } from "../session.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { ServerWords } from "./server.tsx"

export type Question = "in-touch" | "never" | "safety" | "server"

export interface GateState {
  readonly asking: Question | null
  /** Asks what has not been asked yet before a first sending or invitation. False: the person chose not to. */
  readonly pass: (withInvite: boolean) => Promise<boolean>
  readonly answer: (question: Question, yes: boolean) => Promise<void>
}

/** Which private question is still open, in this order (METHOD §1.8, CARE C3, D1). Asked once each; "no" can be changed. */
export function nextQuestion(session: Session, withInvite: boolean): Question | null {
  const snapshot = session.snapshot()
  const { own } = stateOf(snapshot.house, home)
  if (own.inTouch === "no") return "never"
  if (own.inTouch === null) return "in-touch"
  if (!own.safetySeen) return "safety"
  if (withInvite && !snapshot.together && !own.serverSeen) return "server"
  return null
}

export function useGate(session: Session): GateState {
  const [asking, setAsking] = useState<Question | null>(null)
  const waiting = useRef<{ readonly withInvite: boolean; readonly end: (passed: boolean) => void } | null>(
    null,
  )
  return useMemo(() => {
    const goOn = (): void => {
      const open = waiting.current
      if (open === null) return
      const next = nextQuestion(session, open.withInvite)
      setAsking(next)
      if (next === null) finish(true)
    }
    const finish = (passed: boolean): void => {
      const open = waiting.current
      waiting.current = null
      setAsking(null)
      open?.end(passed)
    }
    return {
      asking,
      pass: (withInvite) =>
        new Promise<boolean>((end) => {
          waiting.current?.end(false)
          waiting.current = { withInvite, end }
          goOn()
        }),
      answer: async (question, yes) => {
        if (question === "in-touch") await session.keep("home.in-touch", { answer: yes ? "yes" : "no" })
        if (question === "never" && yes) await session.keep("home.in-touch", { answer: "yes" })
        if (question === "safety" && yes) await session.keep("home.safety-seen", {})
        if (question === "server" && yes) await session.keep("home.server-seen", {})
        if (!yes && question !== "in-touch") finish(false)
        else goOn()
      },
    }
  }, [session, asking])
}

/** The questions, one at a time, on top of the page they came from; that page keeps what was typed. */
export function Gate({ inner }: { readonly inner: Inner }): VNode | null {
  const { gate } = inner
  switch (gate.asking) {
    case null:
      return null
    case "in-touch":
      return <InTouch gate={gate} />
    case "never":
      return <Never gate={gate} />
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

function Never({ gate }: { readonly gate: GateState }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("app.in-touch-never-title")}</Heading>
      <Text>{say("app.in-touch-never")}</Text>
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
