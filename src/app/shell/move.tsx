import { Actions, Band, Button, Card, Field, Form, Heading, Lead, Text, announce, useSay } from "#kit"
import type { VNode } from "preact"
import type { Keeper } from "../door/door.ts"
import type { Snapshot } from "../session/shown.ts"
import type { en } from "../words/en.ts"
import { useCopyable } from "./copyable.tsx"
import type { Inner } from "./inner.ts"
import { MoveMeans, NeedsSheet } from "./move-means.tsx"
import { useOwnPassphrase } from "./own-passphrase.tsx"
import { AskedCards } from "./three.tsx"
import { useTyped } from "./use-typed.ts"

type NotMoved = Exclude<
  Extract<Awaited<ReturnType<Keeper["move"]>>, { ok: false }>["because"],
  "wrong" | "slow-down"
>

/** Asking everybody to go on at another server; and, once all agreed, the steps there. */
export function MovePage({ inner }: { readonly inner: Inner }): VNode {
  const { move } = inner.snapshot
  return move !== undefined && move.to !== null ? (
    <GoingOnThere inner={inner} to={move.to} />
  ) : (
    <AskToMove inner={inner} move={move} />
  )
}

function AskToMove(props: { readonly inner: Inner; readonly move: Snapshot["move"] }): VNode {
  const { inner, move } = props
  const say = useSay<typeof en>()
  const asked = (inner.snapshot.proposed ?? []).filter(({ what }) => what === "move")
  return (
    <>
      <Heading level={1}>{say("app.move")}</Heading>
      <Lead>{say("app.move-lead")}</Lead>
      <MoveMeans />
      <AskedCards inner={inner} of={asked} />
      {move === undefined ? (
        <Text>{say("app.move-bad-cannot")}</Text>
      ) : move.chosen ? (
        <Text>{say("app.move-asked")}</Text>
      ) : move.ready ? (
        <AskForm inner={inner} />
      ) : (
        <NeedsSheet inner={inner} />
      )}
    </>
  )
}

function AskForm({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { text: line, write, drop } = useTyped(inner.session, "server-line")
  const { busy, trouble, field, attempt } = useOwnPassphrase<NotMoved>(inner, {
    said: (because) => say(because === "wrong" ? "app.sheet-wrong" : `app.move-bad-${because}`),
  })
  const ask = async (): Promise<void> => {
    const done = await attempt((own) => inner.keeper.move(own, { line }))
    if (done === null) return
    announce(say("app.move-asked"))
    drop()
  }
  return (
    <Form onSubmit={ask}>
      <Field
        label={say("app.move-line")}
        hint={say("app.move-line-hint")}
        value={line}
        onInput={write}
        maxLength={500}
        whole
        {...(trouble === null ? {} : { error: trouble })}
      />
      {field(say("app.move-own"))}
      <Actions>
        <Button kind="second" onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy || line.trim() === ""}>
          {say("app.move-ask")}
        </Button>
      </Actions>
    </Form>
  )
}

function GoingOnThere({ inner, to }: { readonly inner: Inner; readonly to: string }): VNode {
  const say = useSay<typeof en>()
  const { snapshot, way } = inner
  const address = useCopyable(say("app.moved"), to)
  const isCopy = snapshot.copied?.onlyRead === true
  return (
    <>
      <Heading level={1}>{say("app.moved")}</Heading>
      {to === "" ? (
        <Text>{say("app.moved-unnamed")}</Text>
      ) : (
        <>
          <Lead>{say("app.moved-lead")}</Lead>
          {address.shown}
          <Button kind="quiet" onPress={address.copy}>
            {say("app.moved-copy-address")}
          </Button>
        </>
      )}
      {isCopy ? (
        <Button kind="second" onPress={() => way.go({ at: "write-again" })}>
          {say("app.again")}
        </Button>
      ) : (
        <>
          <Text>{say("app.moved-here")}</Text>
          <Text>{say("app.moved-not")}</Text>
          <Band tone="quiet">
            <Heading level={2}>{say("app.moved-steps")}</Heading>
            <ol>
              {(["first", "second", "third", "fourth"] as const).map((step) => (
                <li key={step}>{say(`app.moved-${step}`)}</li>
              ))}
            </ol>
          </Band>
          <Button kind="second" onPress={() => way.go({ at: "keep-copy" })}>
            {say("app.copy")}
          </Button>
        </>
      )}
    </>
  )
}

/** On Today: where everybody agreed to go on, and, there, what had not gone yet. */
export function MoveCards({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { move } = inner.snapshot
  if (move === undefined) return null
  return (
    <>
      {move.to !== null && (
        <Card
          title={say("app.moved")}
          reason={move.to === "" ? say("app.moved-why") : move.to}
          onPress={() => inner.way.go({ at: "move" })}
        />
      )}
      {move.to === null && move.waiting > 0 && (
        <Card
          title={say("app.waited", { n: move.waiting })}
          reason={say("app.waited-why")}
          onPress={() => inner.way.go({ at: "returned" })}
        />
      )}
    </>
  )
}

/** What had not gone when all agreed: it goes when its person says so, and not by itself. */
export function Waited({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const waiting = inner.snapshot.move?.waiting ?? 0
  if (waiting === 0) return null
  return (
    <>
      <Text>{say("app.waited", { n: waiting })}</Text>
      <Button kind="second" onPress={() => void inner.session.recovery.sendAgain()}>
        {say("app.waited-send")}
      </Button>
    </>
  )
}
