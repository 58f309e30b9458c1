import { render } from "preact"
import {
  Choice,
  Editor,
  ExitButton,
  Field,
  Frame,
  Heading,
  Parts,
  WordsProvider,
  kitWords,
  useLocale,
  useSay,
} from "#kit"
import type { Catalogue, Direction } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"

// For e2e/words.spec.ts: a page of the kit's own pieces whose language is changed from outside while somebody writes on it.

interface Spoken {
  readonly locale: string
  readonly dir: Direction
  readonly catalogue: Catalogue
}

const english: Catalogue = {
  ...kitWords,
  "page.title": "What happened",
  "page.leave": "Leave this page",
  "page.sheet": "In your words",
  "page.kept": { one: "{n} page kept", other: "{n} pages kept" },
}

function Sheet(): VNode {
  const say = useSay()
  const { locale } = useLocale()
  const [text, setText] = useState("")
  const [name, setName] = useState("")
  const [part, setPart] = useState("a")
  const [mine, setMine] = useState<string>("")
  const parts = ["a", "b"].map((id) => ({ id, title: id, there: id === "a" }))
  return (
    <Frame where="" exit={<ExitButton label={say("page.leave")} onExit={() => undefined} />}>
      <Heading level={1}>{say("page.title")}</Heading>
      <Parts parts={parts} current={part} onGo={setPart}>
        <Editor label={say("page.sheet")} value={text} onInput={setText} marks={[]} />
      </Parts>
      <Field label="name" value={name} onInput={setName} />
      <Choice
        name="mine"
        legend="mine"
        value={mine}
        options={[{ value: "both", label: "both" }]}
        onChose={setMine}
      />
      <p id="kept">{say("page.kept", { n: 1234 })}</p>
      <p id="day">{new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(0)}</p>
    </Frame>
  )
}

const root = document.getElementById("app") ?? document.body

function speak(spoken: Partial<Spoken>): void {
  const { locale = "en-GB", dir = "ltr", catalogue = english } = spoken
  render(
    <WordsProvider locale={locale} dir={dir} catalogue={{ ...english, ...catalogue }}>
      <Sheet />
    </WordsProvider>,
    root,
  )
}
speak({})
const page = { speak }
export type WordsPage = typeof page
Reflect.set(globalThis, "wordsPage", page)
