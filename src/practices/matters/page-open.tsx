import { Actions, Button, Choice, Editor, Field, Heading, Lead, Text, Where, announce, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { everybodyEver } from "../everyone.ts"
import { isMaybeAtWork } from "../for-nobody.ts"
import { unlike, useDayName } from "../matter-names.tsx"
import { matterKinds, whoseDoing } from "../naming.ts"
import { dropping, useTexts } from "../use-texts.tsx"
import type { Texts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { openDrafts } from "./shown.tsx"
import type { MattersProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

export const fields = ["title", "what", "kind", "mine"] as const
type Fields = Texts<(typeof fields)[number]>

/** Naming what happened. Everything may be left empty but one line. */
export function OpenPage(props: MattersProps): VNode {
  const { at, states, desk, now, matters, reader } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const dayName = unlike(useDayName()(now.day), matters)
  const [problem, setProblem] = useState<"practices.write-first" | "practices.not-kept" | null>(null)
  const known = states.own.matters.find((m) => m.ref === at.matter) ?? null
  const kept = known === null ? null : { ...known, kind: known.kind ?? "" }
  const { texts, write } = useTexts(desk, openDrafts(at), fields, kept)
  // Harm at work is asked about where there may be work between them.
  const mayBeWork = isMaybeAtWork(reader) || reader.relation === "nobody" || texts.kind === "work"
  const kinds = matterKinds.filter((kind) => kind !== "work" || mayBeWork)
  const keep = async (): Promise<void> => {
    if (!/\S/.test(texts.title + texts.what)) return setProblem("practices.write-first")
    try {
      await keepMatter(props, texts, dayName)
      announce(sayAll("practices.kept-now"))
    } catch {
      setProblem("practices.not-kept")
    }
  }
  return (
    <>
      <Heading level={1}>{say("matters.open-title")}</Heading>
      <Lead>{say("matters.open-lead")}</Lead>
      <Where place="phone" />
      <Editor
        label={say("matters.open-what")}
        hint={say("matters.open-what-hint")}
        value={texts.what}
        onInput={(what) => write("what", what)}
        marks={[]}
        rows={6}
        maxLength={20_000}
      />
      <Field
        label={say("matters.open-name")}
        hint={say("matters.open-name-hint")}
        value={texts.title}
        onInput={(title) => write("title", title)}
        maxLength={200}
      />
      <Choice
        legend={say("matters.open-mine")}
        name="mine"
        value={whoseDoing.find((w) => w === texts.mine) ?? null}
        onChose={(mine) => write("mine", mine)}
        options={whoseDoing.map((value) => ({
          value,
          label: say(
            `matters.mine-${value}`,
            reader.relation === "nobody" ? { n: 2 } : everybodyEver(props.people),
          ),
        }))}
      />
      <Choice
        legend={say("matters.open-kind")}
        name="kind"
        value={matterKinds.find((k) => k === texts.kind) ?? null}
        onChose={(kind) => write("kind", kind)}
        options={kinds.map((value) => ({ value, label: say(`matters.kind-${value}`) }))}
      />
      <output>{problem !== null && <Text tone="clay">{sayAll(problem)}</Text>}</output>
      <Actions>
        <Button kind="main" onPress={() => void keep()}>
          {sayAll("practices.keep")}
        </Button>
      </Actions>
    </>
  )
}

/** The room is shown first, so that what the shell offers after a first keeping lies on top. */
async function keepMatter(props: MattersProps, texts: Fields, dayName: string): Promise<void> {
  const { at, desk } = props
  const kind = matterKinds.find((k) => k === texts.kind)
  const body = {
    title: /\S/.test(texts.title) ? texts.title : dayName,
    mine: whoseDoing.find((w) => w === texts.mine) ?? ("unsure" as const),
    what: texts.what,
    ...(kind === undefined ? {} : { kind }),
  }
  const drop = dropping(desk, openDrafts(at), fields)
  props.go("matters", { page: "" })
  if (at.matter === undefined) await desk.keep("matters.kept", body)
  else await desk.keep("matters.rewritten", { matter: at.matter, ...body })
  drop()
}
