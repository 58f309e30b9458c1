import { Heading, Lead, Text, useSay } from "#kit"
import type { VNode } from "preact"
import type { first } from "../words/first.ts"

/** Plain advice, offline, no request, no number yet: a wrong number would be worse than none (CARE X1). */
export function HelpWords(): VNode {
  const say = useSay<typeof first>()
  return (
    <>
      <Heading level={2}>{say("app.help-danger-title")}</Heading>
      <Text>{say("app.help-danger")}</Text>
      <Heading level={2}>{say("app.help-afraid-title")}</Heading>
      <Text>{say("app.help-afraid-one")}</Text>
      <Text>{say("app.help-afraid-two")}</Text>
      <Text>{say("app.help-afraid-three")}</Text>
      <Text>{say("app.help-afraid-four")}</Text>
      <Heading level={2}>{say("app.help-hurting-title")}</Heading>
      <Text>{say("app.help-hurting")}</Text>
      <Heading level={2}>{say("app.help-dark-title")}</Heading>
      <Text>{say("app.help-dark")}</Text>
      <Heading level={2}>{say("app.help-someone-title")}</Heading>
      <Text>{say("app.help-someone")}</Text>
      <Heading level={2}>{say("app.help-traces-title")}</Heading>
      <Text>{say("app.help-traces")}</Text>
      <Text>{say("app.first-exit")}</Text>
      <Text>{say("app.first-exit-limits")}</Text>
      <Heading level={2}>{say("app.help-limits-title")}</Heading>
      <Text>{say("app.help-limits")}</Text>
    </>
  )
}

export function UnsafeWords(): VNode {
  const say = useSay<typeof first>()
  return (
    <>
      <Heading level={1}>{say("app.unsafe-title")}</Heading>
      <Lead>{say("app.unsafe-lead")}</Lead>
    </>
  )
}
