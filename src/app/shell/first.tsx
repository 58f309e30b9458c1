import { Bowl, Button, ExitButton, Frame, Heading, Lead, Rule, Text, useFocusOnHeading, useSay } from "#kit"
import { useCallback, useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Relation } from "../../practices/practice.ts"
import type { Keeper } from "../door/door.ts"
import type { Session } from "../session/session.ts"
import type { first } from "../words/first.ts"
import { HelpWords, UnsafeWords } from "./help.tsx"
import type { Host } from "./host.ts"
import { LinkHere } from "./link-here.tsx"
import { OpenCopy } from "./open-copy.tsx"
import { PasteLink } from "./paste-link.tsx"
import type { Place } from "./place.ts"
import { ReturnWith } from "./return-with.tsx"
import { AboutServer } from "./server.tsx"
import { beginAt, startedHere } from "./starts.ts"
import type { Start } from "./starts.ts"

interface Props {
  readonly keeper: Keeper
  readonly host: Host
  readonly link: string | null
  readonly onLink: (fragment: string | null) => void
  readonly onExit: () => void
  readonly onOpen: (session: Session, begin: Place) => Promise<void>
  readonly onLook: () => void
  /** It could not be begun here. */
  readonly onFailed: (error: unknown) => void
}
type Step =
  | { readonly at: "answers" | "unsafe" | "paste" | "invited" | "copy" | "sheet" | "device" | "server" }
  | { readonly at: "relation"; readonly start: Start }

const answers = ["hurt", "was-hurt", "both", "unsure", "nobody"] as const satisfies readonly Start[]
const relations = [
  "partner",
  "friend",
  "relative",
  "colleague",
  "group",
] as const satisfies readonly Relation[]

/** The first ten minutes begin here: five answers, then the relation, then a page one can write on (METHOD §1.8). */
export function FirstScreen(props: Props): VNode {
  const say = useSay<typeof first>()
  const [step, setStep] = useState<Step>({ at: firstStep(props.link) })
  const [busy, setBusy] = useState(false)
  useFocusOnHeading(step.at)
  const { keeper } = props
  useEffect(() => {
    // What was begun here before a kill is gone on with, and nothing else is offered first.
    void keeper.isLinking().then((is) => is && setStep({ at: "device" }))
  }, [keeper])
  const { onOpen, onLink } = props
  const linked = useCallback(
    async (session: Session) => {
      onLink(null)
      await onOpen(session, { at: "linked" })
    },
    // The first ones do: a step that is under way is not begun anew because the page was drawn again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  )
  const opening = async (start: Start, relation: Relation, at: Place): Promise<void> => {
    const session = await props.keeper.begin()
    await startedHere(session, start, relation)
    await props.onOpen(session, at)
  }
  const begin = async (start: Start, relation: Relation): Promise<void> => {
    if (busy) return
    setBusy(true)
    await opening(start, relation, beginAt(start)).catch(props.onFailed)
  }
  /** Who was invited need not say where they are in it; only the words must fit. */
  const join = async (relation: Relation): Promise<void> => {
    if (busy) return
    setBusy(true)
    await opening("unsure", relation, { at: "join" }).catch(props.onFailed)
  }
  const openLink = (fragment: string): void => {
    props.onLink(fragment)
    setStep({ at: "invited" })
  }
  const exit = <ExitButton label={say("app.leave")} onExit={props.onExit} />
  const back = step.at === "answers" ? {} : { onBack: () => setStep({ at: "answers" }) }
  return (
    <Frame where={step.at === "answers" ? "" : say("app.back")} {...back} exit={exit}>
      {step.at === "answers" && (
        <Answers
          onStart={(start) =>
            start === "nobody" ? void begin(start, "nobody") : setStep({ at: "relation", start })
          }
          onStep={setStep}
          onLook={props.onLook}
        />
      )}
      {step.at === "relation" && (
        <Relations busy={busy} onChosen={(relation) => void begin(step.start, relation)} />
      )}
      {step.at === "invited" && <Relations busy={busy} onChosen={(relation) => void join(relation)} />}
      {step.at === "unsafe" && (
        <>
          <UnsafeWords />
          <HelpWords />
        </>
      )}
      {step.at === "server" && <AboutServer host={props.host} />}
      {step.at === "copy" && (
        <OpenCopy keeper={props.keeper} onOpen={(session) => props.onOpen(session, { at: "came-back" })} />
      )}
      {step.at === "sheet" && (
        <ReturnWith keeper={props.keeper} onOpen={(session) => props.onOpen(session, { at: "returned" })} />
      )}
      {step.at === "device" && (
        <LinkHere
          keeper={keeper}
          link={isForDevice(props.link) ? props.link : null}
          onOpen={linked}
          onStop={() => {
            onLink(null)
            setStep({ at: "answers" })
          }}
        />
      )}
      {step.at === "paste" && <PasteLink link={props.link} busy={busy} onOpen={openLink} />}
    </Frame>
  )
}

const isForDevice = (link: string | null): boolean => link?.startsWith("#l=") === true

function firstStep(link: string | null): Step["at"] & ("answers" | "device" | "paste") {
  if (link === null) return "answers"
  return isForDevice(link) ? "device" : "paste"
}

function Answers(props: {
  readonly onStart: (start: Start) => void
  readonly onStep: (step: Step) => void
  readonly onLook: () => void
}): VNode {
  const say = useSay<typeof first>()
  return (
    <>
      <Bowl size="large" label={say("app.bowl-broken")} seams={0} />
      <Heading level={1} centred>
        {say("app.first-title")}
      </Heading>
      <div class="answers">
        {answers.map((start) => (
          <Button key={start} kind="second" wide onPress={() => props.onStart(start)}>
            {say(`app.first-${start}`)}
            {start === "nobody" && <small>{say("app.first-nobody-hint")}</small>}
          </Button>
        ))}
      </div>
      <Text tone="second">{say("app.first-exit")}</Text>
      <Text tone="second">{say("app.first-exit-limits")}</Text>
      <Button kind="quiet" onPress={() => props.onStep({ at: "unsafe" })}>
        {say("app.unsafe")}
      </Button>
      <Rule />
      <Text tone="second">{say("app.first-stays")}</Text>
      <Button kind="quiet" onPress={() => props.onStep({ at: "paste" })}>
        {say("app.first-invited")}
      </Button>
      <Text tone="second">{say("app.first-before")}</Text>
      <Button kind="quiet" onPress={() => props.onStep({ at: "copy" })}>
        {say("app.back-have")}
      </Button>
      <Button kind="quiet" onPress={() => props.onStep({ at: "sheet" })}>
        {say("app.return-have")}
      </Button>
      <Button kind="quiet" onPress={() => props.onStep({ at: "device" })}>
        {say("app.here-have")}
      </Button>
      <Rule />
      <Button kind="quiet" onPress={props.onLook}>
        {say("app.first-look")}
      </Button>
      <Button kind="quiet" onPress={() => props.onStep({ at: "server" })}>
        {say("app.server-this")}
      </Button>
      <Text tone="second">{say("app.first-adults")}</Text>
    </>
  )
}

function Relations(props: {
  readonly busy: boolean
  readonly onChosen: (relation: Relation) => void
}): VNode {
  const say = useSay<typeof first>()
  return (
    <>
      <Heading level={1}>{say("app.relation-title")}</Heading>
      <Lead>{say("app.relation-lead")}</Lead>
      <div class="answers">
        {relations.map((relation) => (
          <Button
            key={relation}
            kind="second"
            wide
            disabled={props.busy}
            onPress={() => props.onChosen(relation)}
          >
            {say(`app.relation-${relation}`)}
            {relation === "colleague" && <small>{say("app.relation-work-note")}</small>}
          </Button>
        ))}
      </div>
    </>
  )
}
