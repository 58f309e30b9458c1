import { Actions, Button, Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { SasWords } from "./sas-words.tsx"
import type { Inner } from "./inner.ts"

/** Seven words on both screens. "Different" is as easy as "the same", and final. */
export function WordsToCompare(props: {
  readonly inner: Inner
  readonly words: readonly number[]
  /** For the joiner: how many are there already; 0 where that says nothing. */
  readonly among: number
  readonly said: boolean
}): VNode {
  const say = useSay<typeof en>()
  const { invite } = props.inner.session
  return (
    <>
      <Heading level={1}>{say("app.words-title")}</Heading>
      <Lead>{say("app.words-lead")}</Lead>
      <SasWords words={props.words} />
      {props.among > 1 && (
        <Text>
          {say("app.three-among", { n: props.among })} {say("app.three-among-yes")}
        </Text>
      )}
      {props.said ? (
        <Text>{say("app.words-waiting")}</Text>
      ) : (
        <>
          <Actions>
            <Button kind="second" onPress={() => void invite.answer("different")}>
              {say("app.words-different")}
            </Button>
            <Button kind="second" onPress={() => void invite.answer("same")}>
              {say("app.words-same")}
            </Button>
          </Actions>
          <Button
            kind="quiet"
            onPress={() => {
              void invite.answer("not-yet")
              props.inner.way.go({ at: "today" })
            }}
          >
            {say("app.words-not-yet")}
          </Button>
        </>
      )}
    </>
  )
}
