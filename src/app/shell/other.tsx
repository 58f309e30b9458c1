import { Button, Heading, Lead, Sheet, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import type { BranchLine } from "../apart/branch-seen.ts"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { useUnnamed } from "./room.tsx"

const operations = {
  leave: "app.other-left",
  close: "app.other-closed",
  invite: "app.other-invite",
  cancel: "app.other-cancel",
  admit: "app.other-admit",
  redact: "app.other-redact",
} as const

/** The other branch, entry after entry: who, when they say, what. It is evidence, so all of it is listed and none of it can be answered. */
export function OtherPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const other = inner.session.elsewhere.other()
  return (
    <>
      <Heading level={1}>{say("app.other")}</Heading>
      <Lead>{say(other === null || other.lines.length === 0 ? "app.other-none" : "app.other-lead")}</Lead>
      {other?.lines.map((line) => (
        <Line key={line.seq} line={line} />
      ))}
      {other !== null && other.lines.length > 0 && (
        <>
          <Text>{say(other.mayExport ? "app.other-save-lead" : "app.other-no-file")}</Text>
          {other.mayExport && (
            <Button kind="second" onPress={() => inner.way.go({ at: "save-other" })}>
              {say("app.other-save")}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function Line({ line }: { readonly line: BranchLine }): VNode {
  const say = useSay<typeof en>()
  const sayAny = useSay()
  const { locale } = useLocale()
  const unnamed = useUnnamed()
  const name = line.name !== "" ? line.name : line.isMe ? unnamed.me : unnamed.other
  const operation = Object.entries(operations).find(([op]) => op === line.what)?.[1] ?? "app.other-change"
  const what =
    line.is === "content"
      ? sayAny(`app.shared-is-${line.what.replace(".", "-")}`)
      : say(line.is === "shut" ? "app.other-shut" : operation)
  return (
    <Sheet label={what}>
      <Text>{what}</Text>
      {line.words.map((words, n) => (
        <Text key={n}>{words}</Text>
      ))}
      <Text tone="second">
        {line.day === null
          ? say("app.other-day-no", { name })
          : say("app.other-by", { name, day: dayInWords(line.day, locale) })}
      </Text>
    </Sheet>
  )
}
