import { Button, Heading, Lead, Text, useLocale, useSay } from "#kit"
import type { VNode } from "preact"
import { dayInWords } from "../day-in-words.ts"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"

const told = ["fork", "device-copied", "shared-damaged", "private-damaged"] as const

/** Why writing together has stopped, in plain words, and the ways on (LEDGER, FORK). No branch is chosen for anybody, and nobody is accused. */
export function ApartPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { snapshot, way } = inner
  const why = told.find((known) => known === snapshot.alarm) ?? "other"
  return (
    <>
      <Heading level={1}>{say("app.apart")}</Heading>
      <Lead>{say("app.apart-lead")}</Lead>
      <Text>{say(`app.apart-${why}`)}</Text>
      {snapshot.isContradicted === true && <Text>{say("app.apart-signed")}</Text>}
      <Text>{say("app.apart-nobody")}</Text>
      <Text>{say("app.apart-kept")}</Text>
      <BothBranches inner={inner} />
      <Heading level={2}>{say("app.apart-do")}</Heading>
      <Text>{say("app.apart-do-keep")}</Text>
      <Button kind="quiet" onPress={() => way.go({ at: "keep-copy" })}>
        {say("app.copy")}
      </Button>
      <Button kind="quiet" onPress={() => way.go({ at: "save-copy" })}>
        {say("app.save-copy")}
      </Button>
      {snapshot.newest !== undefined && (
        <>
          <Text>{say("app.apart-do-same")}</Text>
          <Button kind="quiet" onPress={() => way.go({ at: "same" })}>
            {say("app.same-way")}
          </Button>
        </>
      )}
      <Text>{say(snapshot.anew === undefined ? "app.apart-do-elsewhere" : "app.apart-do-anew")}</Text>
      {snapshot.anew !== undefined && (
        <Button kind="second" onPress={() => way.go({ at: "anew" })}>
          {say("app.anew")}
        </Button>
      )}
    </>
  )
}

/** How far each of the two goes, where anything of the other came. */
function BothBranches({ inner }: { readonly inner: Inner }): VNode | null {
  const say = useSay<typeof en>()
  const { locale } = useLocale()
  const other = inner.session.elsewhere.other()
  if (other === null) return null
  const { until, here, there, isCut } = other
  return (
    <>
      <Heading level={2}>{say("app.apart-both")}</Heading>
      <Text>
        {until === null
          ? say("app.apart-same-none")
          : say("app.apart-same", { day: dayInWords(until, locale) })}{" "}
        {here === 0 ? say("app.apart-here-none") : say("app.apart-here", { n: here })}{" "}
        {there === 0 ? say("app.apart-there-none") : say("app.apart-there", { n: there })}
      </Text>
      {isCut && <Text>{say("app.apart-cut")}</Text>}
      {there > 0 && (
        <>
          <Text>{say("app.apart-both-kept")}</Text>
          <Button kind="quiet" onPress={() => inner.way.go({ at: "other" })}>
            {say("app.other")}
          </Button>
        </>
      )}
    </>
  )
}
