import { Actions, Button, Choice, Field, Heading, Own, Text, useFocusOnHeading, useSay } from "#kit"
import { useLayoutEffect } from "preact/hooks"
import type { VNode } from "preact"
import { useTexts } from "../use-texts.tsx"
import type { Drafting } from "../use-texts.tsx"
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
  readonly onAdding: () => void
}
const most = 3

/** What is offered together with a letter: nothing unless the writer adds it. */
export function LetterRepairs({ repairs, onChange, onAdding }: ListProps): VNode {
  const say = useSay<typeof en>()
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
      {repairs.length < most && (
        <Button kind="second" onPress={onAdding}>
          {say("apology.repair-add")}
        </Button>
      )}
    </>
  )
}

/** One more offer, written on a page of its own before it joins the letter. */
export function AddRepair(props: {
  readonly desk: Drafting
  /** What the letter's own drafts lie under. */
  readonly page: string
  readonly onAdd: (repair: RepairWords) => void
  readonly onNotNow: () => void
}): VNode {
  const say = useSay<typeof en>()
  const { texts, write, dropping } = useTexts(props.desk, `${props.page}:repair`, ["kind", "what"], null)
  const { what } = texts
  const kind = repairKinds.find((k) => k === texts.kind) ?? ""
  const add = (): void => {
    if (kind === "") return
    dropping()()
    props.onAdd({ kind, what })
  }
  useFocusOnHeading("repair")
  // It takes the place of a long page that was read to its end.
  useLayoutEffect(() => scrollTo(0, 0), [])
  return (
    <>
      <Heading level={1}>{say("apology.repairs-title")}</Heading>
      <RepairFields
        kind={kind}
        what={what}
        onKind={(k) => write("kind", k)}
        onWhat={(w) => write("what", w)}
      />
      <Actions>
        <Button kind="second" onPress={props.onNotNow}>
          {say("apology.repair-not-now")}
        </Button>
        <Button kind="second" disabled={kind === "" || !/\S/.test(what)} onPress={add}>
          {say("apology.repair-add-this")}
        </Button>
      </Actions>
    </>
  )
}
