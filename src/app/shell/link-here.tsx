import { Actions, Button, Field, Form, Heading, Lead, Text, useFocusOnHeading, useSay } from "#kit"
import { useEffect, useRef, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Keeper, LinkedHere } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { first } from "../words/first.ts"
import { deviceFragmentOf } from "./link.ts"
import { SasWords } from "./sas-words.tsx"

/** While somebody stands there with two devices in their hands. */
const every = 2000

interface Props {
  readonly keeper: Keeper
  /** What came with the address; null: it is pasted, or something was begun here before. */
  readonly link: string | null
  readonly onOpen: (session: Session) => Promise<void>
  readonly onStop: () => void
}

/** The new device's side: the link, the words, and then everything. It answers nothing itself: that is done on the device that is there. */
export function LinkHere(props: Props): VNode {
  const say = useSay<typeof first>()
  const { keeper, onOpen } = props
  const [link, setLink] = useState<string | null>(null)
  const [here, setHere] = useState<LinkedHere>({ is: "none" })
  const opened = useRef(false)
  const isGoing = link !== null || here.is === "waits"
  useEffect(() => {
    let stopped = false
    const step = async (): Promise<void> => {
      const next = await keeper.linkHere(link).catch(() => null)
      if (next?.is === "here" && !opened.current) {
        opened.current = true
        return onOpen(next.session)
      }
      if (stopped || next === null || next.is === "here") return
      setHere(next)
      if (next.is !== "waits") setLink(null)
    }
    // Once in any case: what was begun here before a kill goes on.
    void step()
    const timer = isGoing ? setInterval(() => void step(), every) : undefined
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [keeper, link, isGoing, onOpen])
  const shown = here.is === "waits" && here.words !== null ? "words" : here.is
  useFocusOnHeading(shown)
  if (here.is === "stopped")
    return (
      <>
        <Heading level={1}>{say("app.here-ended-title")}</Heading>
        <Text>{say(`app.here-ended-${here.because}`)}</Text>
        <Actions>
          <Button kind="main" onPress={() => setHere({ is: "none" })}>
            {say("app.here-again")}
          </Button>
        </Actions>
      </>
    )
  if (here.is !== "waits") return <LinkToOpen link={props.link} busy={link !== null} onOpen={setLink} />
  const stop = async (): Promise<void> => {
    setLink(null)
    await keeper.leaveLinking()
    props.onStop()
  }
  return (
    <>
      <Heading level={1}>{say(here.words === null ? "app.here-title" : "app.here-words")}</Heading>
      {here.words === null ? (
        <Text>{say(here.agreed ? "app.here-agreed" : "app.here-waiting")}</Text>
      ) : (
        <>
          <Lead>{say(here.agreed ? "app.here-agreed" : "app.here-words-lead")}</Lead>
          <SasWords words={here.words} />
        </>
      )}
      {here.trouble !== null && <Text tone="clay">{say(`app.here-${here.trouble}`)}</Text>}
      {!here.agreed && (
        <Actions>
          <Button kind="second" onPress={() => void stop()}>
            {say("app.here-stop")}
          </Button>
        </Actions>
      )}
    </>
  )
}

function LinkToOpen(props: {
  readonly link: string | null
  readonly busy: boolean
  readonly onOpen: (fragment: string) => void
}): VNode {
  const say = useSay<typeof first>()
  const came = props.link === null ? null : deviceFragmentOf(props.link)
  const [pasted, setPasted] = useState("")
  const fragment = came ?? deviceFragmentOf(pasted)
  const isCut = fragment === null && /\S/.test(pasted)
  return (
    <Form
      onSubmit={() => {
        if (fragment !== null) props.onOpen(fragment)
      }}
    >
      <Heading level={1}>{say("app.here-title")}</Heading>
      <Lead>{say(came === null ? "app.here-lead" : "app.here-came")}</Lead>
      {came === null && (
        <Field
          label={say("app.here-paste")}
          value={pasted}
          onInput={setPasted}
          {...(isCut ? { error: say("app.here-cut") } : {})}
        />
      )}
      <Actions>
        <Button kind="main" type="submit" disabled={props.busy || fragment === null}>
          {say("app.here-go")}
        </Button>
      </Actions>
    </Form>
  )
}
