import { Actions, Button, Choice, Field, Heading, Own, Text, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { repairKinds } from "./entries.ts"
import type { RepairKind } from "./entries.ts"
import type { RepairWords } from "./shown.tsx"
import type { en } from "./words/en.ts"

interface FieldsProps {
  readonly kind: RepairKind | ""
  readonly what: string
  readonly onKind: (kind: RepairKind) => void
  readonly onWhat: (what: string) => void
}

/** What kind of repair, and what exactly. Small and done weighs more than large. */
export function RepairFields({ kind, what, onKind, onWhat }: FieldsProps): VNode {
  const say = useSay<typeof en>()
  return (
    <>
      <Choice
        legend={say("apology.repair-kind")}
        name="repair"
        value={kind}
        onChose={onKind}
        options={repairKinds.map((value) => ({
          value,
          label: say(`apology.repair-${value}`),
          hint: say(`apology.repair-${value}-hint`),
        }))}
      />
      <Field
        label={say("apology.repair-what")}
        hint={say("apology.repair-what-hint")}
        value={what}
        onInput={onWhat}
        multiline
        own
        maxLength={1_000}
      />
    </>
  )
}

interface ListProps {
  readonly repairs: readonly RepairWords[]
  readonly onChange: (repairs: readonly RepairWords[]) => void
}
const most = 3

/** What is offered together with a letter: nothing unless the writer adds it. */
export function LetterRepairs({ repairs, onChange }: ListProps): VNode {
  const say = useSay<typeof en>()
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<RepairKind | "">("")
  const [what, setWhat] = useState("")
  const add = (): void => {
    if (kind === "" || !/\S/.test(what)) return
    onChange([...repairs, { kind, what }])
    setKind("")
    setWhat("")
    setAdding(false)
  }
  return (
    <>
      <Heading level={2}>{say("apology.repairs-title")}</Heading>
      <Text tone="second">{say("apology.repairs-lead")}</Text>
      {repairs.map((repair, index) => (
        <div key={`${index} ${repair.what}`}>
          <Text>{say(`apology.repair-${repair.kind}`)}</Text>
          <Own>{repair.what}</Own>
          <Button kind="quiet" onPress={() => onChange(repairs.filter((_, n) => n !== index))}>
            {say("apology.repair-remove")}
          </Button>
        </div>
      ))}
      {adding && <RepairFields kind={kind} what={what} onKind={setKind} onWhat={setWhat} />}
      {adding && (
        <Actions>
          <Button kind="second" onPress={() => setAdding(false)}>
            {say("apology.repair-not-now")}
          </Button>
          <Button kind="second" disabled={kind === "" || !/\S/.test(what)} onPress={add}>
            {say("apology.repair-add-this")}
          </Button>
        </Actions>
      )}
      {!adding && repairs.length < most && (
        <Button kind="second" onPress={() => setAdding(true)}>
          {say("apology.repair-add")}
        </Button>
      )}
    </>
  )
}
