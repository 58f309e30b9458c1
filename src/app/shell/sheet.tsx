import { Actions, Button, Form, Heading, Lead, Text, useFocusOnHeading, useLocale, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { Keeper } from "../door/door.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { MadeSheet } from "./made-sheet.tsx"
import { useOwnPassphrase } from "./own-passphrase.tsx"

type Made = Awaited<ReturnType<Keeper["makeSheet"]>>
type Sheet = Extract<Made, { ok: true }>["sheet"]
type NotMade = Exclude<Extract<Made, { ok: false }>["because"], "wrong" | "slow-down">

/** What it is, what it takes, and who could use it: said before it is made. Then it is shown once. */
export function SheetPage({ inner }: { readonly inner: Inner }): VNode {
  const [made, setMade] = useState<Sheet | null>(null)
  useFocusOnHeading(made === null ? "make" : "made")
  return made === null ? (
    <Make inner={inner} onMade={setMade} />
  ) : (
    <MadeSheet sheet={made} onDone={inner.way.back} />
  )
}

function Make(props: { readonly inner: Inner; readonly onMade: (sheet: Sheet) => void }): VNode {
  const { inner } = props
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const before = inner.snapshot.recovery?.sheet ?? null
  const [isLocal, setLocal] = useState(false)
  useEffect(() => void inner.keeper.address().then((at) => setLocal(!at.usableElsewhere)), [inner.keeper])
  const { busy, trouble, field, attempt } = useOwnPassphrase<NotMade>(inner, {
    working: say("app.sheet-working"),
    said: (because) => say(`app.sheet-${because}`),
  })
  const make = async (): Promise<void> => {
    const made = await attempt((own) => inner.keeper.makeSheet(own))
    if (made !== null) props.onMade(made.sheet)
  }
  return (
    <Form onSubmit={make}>
      <Heading level={1}>{say("app.sheet")}</Heading>
      <Lead>{say("app.sheet-lead")}</Lead>
      <Text>{say("app.sheet-copy")}</Text>
      <Text>{say("app.sheet-operator")}</Text>
      <Text>{say("app.sheet-who")}</Text>
      {isLocal && <Text tone="clay">{say("app.sheet-local")}</Text>}
      {before !== null && <Text>{say("app.sheet-again", { day: dayInWords(before.day, locale) })}</Text>}
      {field(say("app.sheet-own"))}
      {trouble !== null && <Text tone="clay">{trouble}</Text>}
      {busy && <Text>{say("app.sheet-working")}</Text>}
      <Actions>
        <Button kind="second" disabled={busy} onPress={inner.way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy}>
          {say("app.sheet-go")}
        </Button>
      </Actions>
    </Form>
  )
}
