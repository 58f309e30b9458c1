import { Actions, Button, Heading, Lead, Paper, Text, announce, useLocale, useSay } from "#kit"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import { utf8 } from "#wire"
import { dayInWords } from "../day-in-words.ts"
import { download } from "../export/export-download.ts"
import type { Keeper } from "../door/door.ts"
import type { en } from "../words/en.ts"

type Sheet = Extract<Awaited<ReturnType<Keeper["makeSheet"]>>, { ok: true }>["sheet"]

/** The only moment in which the code can be read. The paper is the one thing of this app that may be printed (CARE A13). */
export function MadeSheet({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => void }): VNode {
  const say = useSay<typeof en>()
  const [saved, setSaved] = useState(false)
  const { title, lines } = usePaper(sheet)
  const name = `notes-${sheet.day}.txt`
  const save = (): void => {
    const text = [title, ...lines.map(({ text: line }) => line)].join("\n\n")
    download(name, utf8(`${text}\n`))
    setSaved(true)
    announce(say("app.sheet-saved", { name }))
  }
  return (
    <>
      <Heading level={1}>{say("app.sheet-made")}</Heading>
      <Lead>{say("app.sheet-made-lead")}</Lead>
      <Paper title={title} lines={lines} />
      <Actions>
        <Button kind="second" onPress={() => window.print()}>
          {say("app.sheet-print")}
        </Button>
        <Button kind="second" onPress={save}>
          {say("app.sheet-save")}
        </Button>
      </Actions>
      {saved && <Text>{say("app.sheet-saved", { name })}</Text>}
      <Text>{say("app.sheet-gone")}</Text>
      <Actions>
        <Button kind="main" onPress={onDone}>
          {say("app.sheet-have")}
        </Button>
      </Actions>
    </>
  )
}

interface Line {
  readonly text: string
  /** To be read sign by sign. */
  readonly exact?: boolean
}

/** The same lines on the screen, on paper and in the file. */
function usePaper({ code, relay, usableElsewhere, day, words }: Sheet): {
  readonly title: string
  readonly lines: readonly Line[]
} {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  return {
    title: say("app.paper-title"),
    lines: [
      { text: say("app.paper-day", { day: dayInWords(day, locale) }) },
      { text: say("app.paper-address") },
      { text: relay, exact: true },
      ...(usableElsewhere ? [] : [{ text: say("app.paper-local") }]),
      { text: say("app.paper-press") },
      { text: code, exact: true },
      { text: say("app.paper-words") },
      { text: words.map((word) => sayAny(`app.sas-${String(word)}`)).join(" "), exact: true },
      { text: say("app.paper-whoever") },
      { text: say("app.paper-older") },
    ],
  }
}
