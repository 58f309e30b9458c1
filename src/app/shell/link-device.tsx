import { Actions, Button, Choice, Form, Heading, Lead, Text, useFocusOnHeading, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Keeper } from "../door/door.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { LinkToShow, StopLinking } from "./link-to-show.tsx"
import { useOwnPassphrase } from "./own-passphrase.tsx"
import { SasWords } from "./sas-words.tsx"

type NotLinked = Exclude<
  Extract<Awaited<ReturnType<Keeper["linkDevice"]>>, { ok: false }>["because"],
  "wrong" | "slow-down"
>

/** One page for the whole of it, on the device that is there; it can be left and found again at every step. */
export function LinkDevicePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { linking } = inner.snapshot
  const { session } = inner
  useEffect(() => void session.sync(), [session])
  useFocusOnHeading(linking?.step ?? "none")
  if (inner.link?.startsWith("#l=") === true) return <NotHere inner={inner} />
  switch (linking?.step) {
    case undefined:
      return <Begin inner={inner} />
    case "preparing":
      return (
        <>
          <Heading level={1}>{say("app.link")}</Heading>
          <Text>{say("app.link-preparing")}</Text>
          <StopLinking inner={inner} />
        </>
      )
    case "link":
      return <LinkToShow inner={inner} step={linking} />
    case "compare":
      return <Compare inner={inner} words={linking.words} />
    case "adding":
      return (
        <>
          <Heading level={1}>{say("app.link-adding-title")}</Heading>
          <Text>{say("app.link-adding")}</Text>
        </>
      )
    case "done":
      return <Ended inner={inner} title={say("app.link-done-title")} text={say("app.link-done")} />
    case "stopped":
      return (
        <Ended
          inner={inner}
          title={say("app.link-ended-title")}
          text={say(`app.link-ended-${linking.because}`)}
        />
      )
  }
}

function Begin({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { snapshot, keeper, way } = inner
  const isCopied = (snapshot.recovery?.copying ?? null) !== null
  const [first, setFirst] = useState<"this" | "new">("this")
  const { busy, trouble, field, attempt } = useOwnPassphrase<NotLinked>(inner, {
    working: say("app.link-working"),
    said: (because) => say(`app.link-${because}`),
  })
  const begin = async (): Promise<void> => {
    await attempt((own) => keeper.linkDevice(own, first === "new"))
  }
  return (
    <Form onSubmit={begin}>
      <Heading level={1}>{say("app.link")}</Heading>
      <Lead>{say("app.link-lead")}</Lead>
      <Text>{say("app.link-reads")}</Text>
      {snapshot.earlier !== undefined && <Text>{say("app.link-earlier")}</Text>}
      <Text>{say(isCopied ? "app.link-copied" : "app.link-copy")}</Text>
      <Text>{say("app.sheet-operator")}</Text>
      {snapshot.together && <Text>{say("app.link-others")}</Text>}
      <Choice
        name="link-first"
        legend={say("app.link-first")}
        hint={say("app.link-first-hint")}
        value={first}
        options={[
          { value: "this", label: say("app.link-first-this") },
          { value: "new", label: say("app.link-first-new"), hint: say("app.link-first-new-hint") },
        ]}
        onChose={setFirst}
      />
      {field(say("app.link-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      {busy && <Text>{say("app.link-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.link-go")}
        </Button>
      </Actions>
    </Form>
  )
}

/** The answer is given here alone. "The same" adds a device, so it asks for the passphrase; "different" asks for nothing. */
function Compare({ inner, words }: { readonly inner: Inner; readonly words: readonly number[] }): VNode {
  const say = useSay<typeof en>()
  const { busy, trouble, field, attempt } = useOwnPassphrase(inner, {
    said: (because) => say(because === "wrong" ? "app.link-wrong" : "app.link-failed"),
  })
  const add = async (): Promise<void> => {
    await attempt((own) => inner.keeper.addLinked(own))
  }
  return (
    <Form onSubmit={add}>
      <Heading level={1}>{say("app.link-words")}</Heading>
      <Lead>{say("app.link-words-lead")}</Lead>
      <SasWords words={words} />
      <Text>{say("app.link-words-not")}</Text>
      {field(say("app.link-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={() => void inner.session.linking.end("different")}>
          {say("app.words-different")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.words-same")}
        </Button>
      </Actions>
    </Form>
  )
}

function Ended(props: { readonly inner: Inner; readonly title: string; readonly text: string }): VNode {
  const say = useSay<typeof en>()
  const { session, way } = props.inner
  return (
    <>
      <Heading level={1}>{props.title}</Heading>
      <Text>{props.text}</Text>
      <Actions>
        <Button
          kind="main"
          onPress={() => {
            void session.linking.putAway()
            way.go({ at: "today" })
          }}
        >
          {say("app.done")}
        </Button>
      </Actions>
    </>
  )
}

/** A link for a new device, opened in a browser that has pages. */
function NotHere({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Heading level={1}>{say("app.here-title")}</Heading>
      <Text>{say("app.here-not-empty")}</Text>
      <Actions>
        <Button
          kind="main"
          onPress={() => {
            inner.onLinkUsed()
            inner.way.go({ at: "today" })
          }}
        >
          {say("app.done")}
        </Button>
      </Actions>
    </>
  )
}
