import { Button, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
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
      <Text>{say("app.apart-do-anew")}</Text>
    </>
  )
}
