import { Actions, Band, Button, Field, Heading, Own, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { OwnThing } from "../own-thing.tsx"
import type { Ending } from "./fold.ts"
import { lastDue, viewOn } from "./look.ts"
import type { Due } from "./look.ts"
import type { WithShown } from "./page-promise.tsx"
import { useSayDue } from "./say-due.tsx"
import { Settle } from "./settle.tsx"
import { knownOf } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** Every due time that came, newest first, kept ones and others alike; the other person's view beside the author's. */
export function Endings(props: WithShown): VNode | null {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const dues = lastDue(shown.promise, knownOf(props, shown.is), now, 20).toReversed()
  const worth = dues.filter(
    (due) => due.ending !== null || !shown.mine || due !== dues.find((d) => d.ending === null),
  )
  if (worth.length === 0) return null
  return (
    <>
      <Heading level={2}>{say("promises.how-it-went")}</Heading>
      {worth.map((due) =>
        due.ending === null ? (
          <Unsaid key={due.time} {...props} due={due} />
        ) : (
          <Ended key={due.time} {...props} due={due} ending={due.ending} />
        ),
      )}
    </>
  )
}

/** Past, and nothing said yet. Its author may still say how it went; nobody is told that nothing was said. */
function Unsaid(props: WithShown & { readonly due: Due }): VNode {
  const { due, shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const [open, setOpen] = useState(false)
  if (open) return <Settle {...props} />
  return (
    <Band tone="quiet">
      <Text>{sayDue(due.time, shown.promise.zone)}</Text>
      <Text tone="second">{say("promises.nothing-said")}</Text>
      {shown.mine && (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {say("promises.say-how")}
        </Button>
      )}
    </Band>
  )
}

interface EndedProps extends WithShown {
  readonly due: Due
  readonly ending: Ending
}
function Ended(props: EndedProps): VNode {
  const { due, ending, shown, now, desk, people } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const { zone } = shown.promise
  const own = shown.is === "own"
  const which =
    own && (ending.ending === "told" || ending.ending === "found")
      ? (`${ending.ending}-alone` as const)
      : ending.ending
  const waits = desk.whereIs(ending.ref).at === "waiting"
  return (
    <Band tone={ending.ending === "kept" ? "sage" : ending.ending === "changed" ? "quiet" : "gold"}>
      <Text>{sayDue(due.time, zone)}</Text>
      <Text>{say(`promises.is-${which}`)}</Text>
      {ending.due !== null && <Text>{say("promises.moved-to", { time: sayDue(ending.due, zone) })}</Text>}
      {/\S/.test(ending.note) && <Own>{ending.note}</Own>}
      {waits && (
        <OwnThing
          where={desk.whereIs(ending.ref)}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(ending.ref)}
        />
      )}
      {!own && <TheirView {...props} />}
    </Band>
  )
}

/** "I saw it", or "I see it differently": on this one, by the other person alone. Both views stand. */
function TheirView(props: EndedProps): VNode | null {
  const { ending, shown, people, desk, now } = props
  const say = useSay<typeof en>()
  const [open, setOpen] = useState(false)
  const view = viewOn(ending.ref, knownOf(props, "shared").seen)
  const name = people.nameOf(view?.writer ?? "")
  const waits = view !== null && desk.whereIs(view.ref).at === "waiting"
  return (
    <>
      {view !== null && (
        <Text>
          {shown.mine ? say(`promises.they-${view.view}`, { name }) : say(`promises.you-${view.view}`)}
        </Text>
      )}
      {view !== null && /\S/.test(view.note) && <Own>{view.note}</Own>}
      {waits && (
        <OwnThing
          where={desk.whereIs(view.ref)}
          now={now}
          other={people.other}
          onTakeBack={() => void desk.takeBack(view.ref)}
        />
      )}
      {!shown.mine && view === null && !open && (
        <Actions>
          <Button kind="second" onPress={() => void sees(props, "saw", "")}>
            {say("promises.i-saw")}
          </Button>
          <Button kind="second" onPress={() => setOpen(true)}>
            {say("promises.i-differ")}
          </Button>
        </Actions>
      )}
      {open && <Differently {...props} onDone={() => setOpen(false)} />}
    </>
  )
}

function Differently(props: EndedProps & { readonly onDone: () => void }): VNode {
  const { people, shown, onDone } = props
  const say = useSay<typeof en>()
  const [note, setNote] = useState("")
  return (
    <>
      <Field
        label={say("promises.how-you-see")}
        hint={say("promises.both-stand", { name: people.nameOf(shown.promise.writer) })}
        value={note}
        onInput={setNote}
        multiline
        own
        maxLength={2_000}
      />
      <Actions>
        <Button kind="second" onPress={onDone}>
          {say("promises.back")}
        </Button>
        <Button kind="second" onPress={() => void sees(props, "differently", note).then(onDone)}>
          {say("promises.say-this")}
        </Button>
      </Actions>
    </>
  )
}

async function sees({ desk, ending }: EndedProps, view: "saw" | "differently", note: string): Promise<void> {
  await desk.send("promises.seen", { target: { ref: ending.ref, version: ending.version }, view, note })
}
