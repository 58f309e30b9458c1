import {
  Actions,
  Button,
  Choice,
  DateTime,
  Field,
  Heading,
  Lead,
  Own,
  Sheet,
  Text,
  announce,
  useSay,
} from "#kit"
import type { VNode } from "preact"
import { useTexts } from "../use-texts.tsx"
import type { en as shared } from "../words/en.ts"
import { parts } from "./entries.ts"
import { keptFor, textsAt } from "./keep-page.tsx"
import { matterOf, wayOf } from "./shown.tsx"
import type { ApologyProps } from "./shown.tsx"
import type { en } from "./words/en.ts"

/** Something to hold while speaking: one's own few words, and the parts as reminders. */
export function CardPage(props: ApologyProps): VNode {
  const { at, people } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const here = textsAt(props, at)
  const way = wayOf(here.way)
  const spoken = way === "letter" ? "face" : way
  return (
    <>
      <Heading level={1}>{say("apology.card-title")}</Heading>
      <Lead>{say(`apology.card-${spoken}`, { name: people.other })}</Lead>
      <Text>{say("apology.card-no-contact")}</Text>
      <Text tone="second">{sayAll("practices.only-here-alone")}</Text>
      {/\S/.test(here.text) && (
        <Sheet label={say("apology.card-words")}>
          <Own>{here.text}</Own>
        </Sheet>
      )}
      <ul>
        {parts.map((part) => (
          <li key={part}>{say(`apology.part-${part}`)}</li>
        ))}
      </ul>
      <Text>{say("apology.card-listen")}</Text>
      <Actions>
        <Button
          kind="second"
          onPress={() =>
            props.go("apology", { page: "write", ...(at.matter === undefined ? {} : { matter: at.matter }) })
          }
        >
          {say("apology.card-change")}
        </Button>
        <Button kind="main" onPress={() => props.go("apology", { ...at, page: "said" })}>
          {say("apology.was-said")}
        </Button>
      </Actions>
    </>
  )
}

const drafted = ["on", "way", "note"] as const

/** A private note that it was said. One letter and one talk are one apology. */
export function SaidPage(props: ApologyProps): VNode {
  const { at, desk, now } = props
  const say = useSay<typeof en>()
  const sayAll = useSay<typeof shared>()
  const key = `apology:said-${matterOf(props, at.matter)?.id ?? at.matter ?? "new"}`
  const { texts, write, dropping } = useTexts(desk, key, drafted, null)
  const keptWay = wayOf(keptFor(props, at)?.way ?? "")
  const chosen = wayOf(texts.way === "" ? keptWay : texts.way)
  const way = chosen === "letter" ? "face" : chosen
  const on = texts.on === "" ? now.day : texts.on
  const keep = async (): Promise<void> => {
    const matter = matterOf(props, at.matter)?.id ?? at.matter
    if (matter === undefined) return
    const drop = dropping()
    props.go("apology", { page: "" })
    try {
      await desk.keep("apology.said-aloud", { matter, way, on, note: texts.note })
      drop()
      announce(sayAll("practices.kept-now"))
    } catch {
      announce(sayAll("practices.not-kept"))
    }
  }
  return (
    <>
      <Heading level={1}>{say("apology.said-form")}</Heading>
      <Lead>{say("apology.said-lead")}</Lead>
      <DateTime label={say("apology.said-day")} day={on} max={now.day} onChange={(day) => write("on", day)} />
      <Choice
        legend={say("apology.said-way")}
        name="said-way"
        value={way}
        onChose={(value) => write("way", value)}
        options={(["face", "phone", "voice"] as const).map((value) => ({
          value,
          label: say(`apology.way-${value}`),
        }))}
      />
      <Field
        label={say("apology.said-note")}
        hint={say("apology.said-note-hint")}
        value={texts.note}
        onInput={(note) => write("note", note)}
        multiline
        own
        maxLength={5_000}
      />
      <Actions>
        <Button kind="second" onPress={props.back}>
          {sayAll("practices.back")}
        </Button>
        <Button kind="main" onPress={() => void keep()}>
          {say("apology.said-keep")}
        </Button>
      </Actions>
    </>
  )
}
