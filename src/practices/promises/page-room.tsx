import { Actions, Button, Card, Heading, Lead, LongList, Text, useSay } from "#kit"
import type { VNode } from "preact"
import { byWriter } from "../everyone.ts"
import { ThrowAway } from "../throw-away.tsx"
import { fields } from "./begin.ts"
import { draftKey } from "./form.tsx"
import { counted, isDone, lastDue, nextDue } from "./look.ts"
import { useSayCounted, useSayDue } from "./say-due.tsx"
import { knownOf, shownOf, wordsOf } from "./shown.tsx"
import type { PromisesProps, Shown } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** The room itself: what is promised, by whom, and how it went. */
export function PromisesRoom(props: PromisesProps): VNode {
  const { people, desk } = props
  const say = useSay<typeof en>()
  const shown = shownOf(props)
  const known = { shared: knownOf(props, "shared"), own: knownOf(props, "own") }
  const over = shown.filter(({ is, promise }) => is !== "waiting" && isDone(promise, known[is], props.now))
  const done = new Set(over)
  const open = shown.filter((s) => !done.has(s))
  const isBegun = /\S/.test(desk.draft("promises:new:will") + desk.draft("promises:new:when"))
  return (
    <>
      <Heading level={1}>{say("promises.title")}</Heading>
      <Lead>{say("promises.room-lead")}</Lead>
      {isBegun && (
        <Card
          title={say("promises.begun")}
          reason={say("promises.begun-why")}
          onPress={() => props.go("promises", { page: "make" })}
        >
          <ThrowAway desk={desk} page={draftKey(null)} parts={fields} title={say("promises.begun")} />
        </Card>
      )}
      <List {...props} title={say("promises.mine")} shown={open.filter((s) => s.mine && s.is !== "own")} />
      <List {...props} title={say("promises.alone")} shown={open.filter((s) => s.is === "own")} />
      {byWriter(open.filter((s) => !s.mine).map((s) => ({ ...s, writer: s.promise.writer }))).map(
        ({ writer, of }) => (
          <List
            {...props}
            key={writer}
            title={say("promises.theirs", { name: people.nameOf(writer) })}
            shown={of}
          />
        ),
      )}
      {shown.length === 0 && !isBegun && <Text tone="second">{say("promises.none")}</Text>}
      <Actions>
        <Button kind="main" onPress={() => props.go("promises", { page: "make" })}>
          {say("promises.begin")}
        </Button>
      </Actions>
      <List {...props} title={say("promises.done")} shown={over} />
    </>
  )
}

function List(
  props: PromisesProps & { readonly title: string; readonly shown: readonly Shown[] },
): VNode | null {
  const { title, shown } = props
  if (shown.length === 0) return null
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <LongList
        name={`promises ${title}`}
        of={shown}
        newest="first"
        dayOf={({ promise }) => promise.day}
        keyOf={({ promise }) => promise.ref}
        render={(s) => <Row {...props} shown={s} />}
      />
    </>
  )
}

function Row(
  props: Omit<PromisesProps, "states"> & { readonly states: PromisesProps["states"]; readonly shown: Shown },
): VNode {
  const { shown, now } = props
  const say = useSay<typeof en>()
  const sayDue = useSayDue(now)
  const sayCounted = useSayCounted()
  const { promise, is } = shown
  const known = knownOf(props, is)
  const next = nextDue(promise, known, now)
  const reason =
    is === "waiting"
      ? say("promises.waits")
      : next === null
        ? null
        : say("promises.next", { time: sayDue(next.time, promise.zone) })
  const looked = sayCounted(counted(lastDue(promise, known, now, 20)))
  return (
    <Card
      level={3}
      title={wordsOf(promise, say)}
      own
      {...(reason === null ? {} : { reason })}
      {...(looked === null ? {} : { evidence: looked })}
      onPress={() => props.go("promises", { page: "promise", about: promise.ref })}
    />
  )
}
