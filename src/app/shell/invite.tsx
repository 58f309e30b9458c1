import { Actions, Button, Field, Heading, Lead, Text, useFocusOnHeading, useSay } from "#kit"
import { useEffect } from "preact/hooks"
import type { VNode } from "preact"
import type { InviteStep } from "../inviting/invite-step.ts"
import type { en } from "../words/en.ts"
import { useCopyable } from "./copyable.tsx"
import type { Inner } from "./inner.ts"
import { setAwaited } from "./settings.ts"
import { nextQuestion } from "./use-gate.ts"
import { useTyped } from "./use-typed.ts"
import { WordsToCompare } from "./words-to-compare.tsx"

/** One page for the whole exchange, on the inviter's side and, after "Join", on the joiner's; it can be left and found again at every step. */
export function InvitePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { snapshot, session } = inner
  const step = snapshot.invite
  useEffect(() => void session.sync(), [session])
  useFocusOnHeading(step.step)
  switch (step.step) {
    case "none":
      return <Begin inner={inner} />
    case "preparing":
      return <Plain title={say("app.rooms-invitation")} text={say("app.invite-preparing")} />
    case "link":
      return <LinkPage inner={inner} step={step} />
    case "request":
      return (
        <>
          <Heading level={1}>{say("app.rooms-invitation")}</Heading>
          <Text>{say("app.invite-request")}</Text>
          <Actions>
            <Button kind="main" onPress={() => void session.invite.accept()}>
              {say("app.invite-compare")}
            </Button>
          </Actions>
        </>
      )
    case "compare":
      return (
        <WordsToCompare inner={inner} words={step.words} among={step.among} said={step.mine === "same"} />
      )
    case "waiting-for-other":
      return <WordsToCompare inner={inner} words={step.words} among={step.among} said />
    case "agreeing":
      return (
        <>
          <Plain title={say("app.rooms-invitation")} text={say("app.three-agreeing")} />
          <Actions>
            <Button kind="second" onPress={() => void session.invite.cancel()}>
              {say("app.invite-cancel")}
            </Button>
            <Button kind="main" onPress={() => inner.way.go({ at: "today" })}>
              {say("app.done")}
            </Button>
          </Actions>
        </>
      )
    case "asking":
      return <Plain title={say("app.rooms-invitation")} text={say("app.join-asking")} />
    case "asked":
      return (
        <>
          <Plain title={say("app.rooms-invitation")} text={say("app.join-asked")} />
          {snapshot.goesOn === true && <Text>{say("app.goes-on")}</Text>}
        </>
      )
    case "joined":
      return (
        <>
          <Plain title={say("app.joined-title")} text={say("app.joined")} />
          {snapshot.goesOn === true && <Text>{say("app.goes-on")}</Text>}
          <Actions>
            <Button
              kind="main"
              onPress={() => {
                setAwaited(session, false)
                inner.way.go({ at: "today" })
              }}
            >
              {say("app.done")}
            </Button>
          </Actions>
        </>
      )
    case "stopped":
      return (
        <>
          <Plain title={say("app.stopped-title")} text={say(`app.stopped-${step.because}`)} />
          <Actions>
            <Button
              kind="main"
              onPress={() => {
                void session.invite.leaveWaiting()
                inner.way.go({ at: "today" })
              }}
            >
              {say("app.done")}
            </Button>
          </Actions>
        </>
      )
  }
}

function Plain(props: { readonly title: string; readonly text: string }): VNode {
  return (
    <>
      <Heading level={1}>{props.title}</Heading>
      <Text>{props.text}</Text>
    </>
  )
}

function Begin({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { people } = inner.snapshot
  const { other } = people
  const { text: name, write, drop } = useTyped(inner.session, "my-name", people.me)
  const make = async (): Promise<void> => {
    if (nextQuestion(inner.session, true) !== null && !(await inner.gate.pass(true))) return
    const mine = name.trim()
    // The name goes with the first things that are shared; until then it waits here like them.
    if (mine !== "" && mine !== people.me)
      await inner.session.queue("home.named", { name: mine }, { holdMinutes: 0 })
    setAwaited(inner.session, true)
    await inner.session.invite.start()
    drop()
    void inner.keeper.askToStay()
  }
  return (
    <>
      <Heading level={1}>
        {other === "" ? say("app.invite-title-plain") : say("app.invite-title", { name: other })}
      </Heading>
      <Lead>{say("app.invite-lead")}</Lead>
      <Field label={say("app.join-name")} value={name} onInput={write} maxLength={60} />
      <Actions>
        <Button kind="second" onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" disabled={name.trim() === ""} onPress={() => void make()}>
          {say("app.invite-make")}
        </Button>
      </Actions>
    </>
  )
}

function LinkPage(props: {
  readonly inner: Inner
  readonly step: Extract<InviteStep, { step: "link" }>
}): VNode {
  const say = useSay<typeof en>()
  const { inner, step } = props
  const { shown, copy } = useCopyable(say("app.invite-link"), step.link)
  return (
    <>
      <Heading level={1}>{say("app.rooms-invitation")}</Heading>
      {!step.usableElsewhere && <Text tone="clay">{say("app.invite-local")}</Text>}
      {shown}
      <Text>{say("app.invite-rules")}</Text>
      <Actions>
        <Button kind="second" onPress={() => void inner.session.invite.cancel()}>
          {say("app.invite-cancel")}
        </Button>
        <Button kind="second" onPress={copy}>
          {say("app.invite-copy")}
        </Button>
      </Actions>
    </>
  )
}
