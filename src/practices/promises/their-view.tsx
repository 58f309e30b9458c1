import { Actions, Button, Field, Own, Text, useSay } from "#kit"
import { Fragment } from "preact"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import { unheard } from "../still-heard.tsx"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import type { Ending, Seen } from "./fold.ts"
import { viewsOn } from "./look.ts"
import { knownOf } from "./shown.tsx"
import type { WithShown } from "./shown.tsx"
import type { en } from "./words/en.ts"

interface Props extends WithShown {
  readonly ending: Ending
  /** The newest ending: its two answers are drawn as buttons, those of older ones as quiet words. */
  readonly isLatest: boolean
}

/** "I saw it", or "I see it differently": on this one, by each of the others. All views stand. */
export function TheirView(props: Props): VNode {
  const { ending, shown, people, desk, now, reader } = props
  const say = useSay<typeof en>()
  const views = viewsOn(ending.ref, knownOf(props, "shared").seen)
  const me = reader.shared ?? reader.own
  const view = views.find((v) => v.writer === me) ?? null
  const where = view === null ? null : desk.whereIs(view.ref)
  return (
    <>
      {views.map((v) => (
        <Fragment key={v.ref}>
          <Text>
            {v.writer === me
              ? say(`promises.you-${v.view}`)
              : say(`promises.they-${v.view}`, { name: people.nameOf(v.writer) })}
          </Text>
          {/\S/.test(v.note) && <Own>{v.note}</Own>}
        </Fragment>
      ))}
      {view !== null && where?.at === "waiting" && (
        <OwnThing
          where={where}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(view.ref)}
        />
      )}
      {!shown.mine && where?.at !== "waiting" && unheard(props, shown.promise) === null && (
        <SayView {...props} view={view} />
      )}
    </>
  )
}

type View = Seen["view"]

/** Said by one press, or in words of one's own. It may be said otherwise later; the latest stands beside the author's word. */
function SayView(props: Props & { readonly view: Seen | null }): VNode {
  const { view, desk, ending, isLatest } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const [step, setStep] = useState<"shut" | "open" | "failed">("shut")
  const sees = async (what: View, note: string, drop: () => void = () => undefined): Promise<void> => {
    setStep("shut")
    try {
      const target = { ref: ending.ref, version: ending.version }
      if ((await desk.send("promises.seen", { target, view: what, note })) !== null) drop()
    } catch {
      setStep("failed")
    }
  }
  if (step === "open")
    return (
      <Differently
        {...props}
        onBack={() => setStep("shut")}
        onSay={(note, drop) => void sees("differently", note, drop)}
      />
    )
  const kind = view === null && isLatest ? "second" : "quiet"
  return (
    <>
      {step === "failed" && <Text tone="clay">{sayAll("practices.sending-failed")}</Text>}
      <Actions>
        {view?.view !== "saw" && (
          <Button kind={kind} onPress={() => void sees("saw", "")}>
            {say("promises.i-saw")}
          </Button>
        )}
        {view?.view !== "differently" && (
          <Button kind={kind} onPress={() => setStep("open")}>
            {say("promises.i-differ")}
          </Button>
        )}
      </Actions>
    </>
  )
}

interface DifferProps extends Props {
  readonly onBack: () => void
  /** `drop`: once it is said, it lies on the desk no more. */
  readonly onSay: (note: string, drop: () => void) => void
}
function Differently({ people, shown, ending, desk, onBack, onSay }: DifferProps): VNode {
  const say = useSay<typeof en>()
  const { texts, write, dropping } = useTexts(desk, `promises:seen-${ending.ref}`, ["note"], null)
  const { note } = texts
  return (
    <>
      <Field
        label={say("promises.how-you-see")}
        hint={say("promises.both-stand", { name: people.nameOf(shown.promise.writer) })}
        value={note}
        onInput={(text) => write("note", text)}
        multiline
        own
        maxLength={2_000}
      />
      <Actions>
        <Button kind="second" onPress={onBack}>
          {say("promises.back")}
        </Button>
        <Button kind="second" onPress={() => onSay(note, dropping())}>
          {say("promises.say-this")}
        </Button>
      </Actions>
    </>
  )
}
