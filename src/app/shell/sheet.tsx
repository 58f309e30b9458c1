import { Actions, Button, Heading, Lead, Text, useFocusOnHeading, useLocale, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { Keeper } from "../door.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { MadeSheet } from "./made-sheet.tsx"
import { OwnPassphrase } from "./own-passphrase.tsx"
import { useTrying } from "./trying.ts"

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
  const asks = inner.snapshot.hasPassphrase
  const before = inner.snapshot.recovery?.sheet ?? null
  const [own, setOwn] = useState("")
  const [isLocal, setLocal] = useState(false)
  useEffect(() => void inner.keeper.address().then((at) => setLocal(!at.usableElsewhere)), [inner.keeper])
  const { busy, refusal, trouble, attempt } = useTrying<NotMade>({
    working: say("app.sheet-working"),
    said: (because) => say(`app.sheet-${because}`),
  })
  const make = async (): Promise<void> => {
    const made = await attempt(() => inner.keeper.makeSheet(asks ? own : null))
    setOwn("")
    if (made !== null) props.onMade(made.sheet)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Heading level={1}>{say("app.sheet")}</Heading>
      <Lead>{say("app.sheet-lead")}</Lead>
      <Text>{say("app.sheet-copy")}</Text>
      <Text>{say("app.sheet-operator")}</Text>
      <Text>{say("app.sheet-who")}</Text>
      {isLocal && <Text tone="clay">{say("app.sheet-local")}</Text>}
      {before !== null && <Text>{say("app.sheet-again", { day: dayInWords(before.day, locale) })}</Text>}
      {asks && <OwnPassphrase label={say("app.sheet-own")} value={own} onInput={setOwn} refusal={refusal} />}
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
    </form>
  )
}
