import { Actions, Button, Choice, Field, Form, Heading, Lead, Text, announce, useSay } from "#kit"
import { home, stateOf } from "#practices"
import { useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import type { Inner } from "./inner.ts"
import { namedPeople, useUnnamed } from "./room.tsx"
import { setComparedUpTo } from "./settings.ts"
import { useTyped } from "./use-typed.ts"

/** Before the space there is now is put away: what that means, what cannot be done afterwards, and with whom the next one is to be. */
export function AnewPage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const unnamed = useUnnamed()
  const { snapshot, session, way } = inner
  const [who, setWho] = useState<"again" | "other" | null>(null)
  const { text: name, write, drop } = useTyped(session, "with-whom")
  const [busy, setBusy] = useState(false)
  const other = namedPeople(snapshot, unnamed).other
  const begin = async (): Promise<void> => {
    if (busy || who === null) return
    setBusy(true)
    const { own } = stateOf(snapshot.house, home)
    const isNobody = own.relation === null || own.relation === "nobody"
    await session.elsewhere.begin({ again: who === "again" })
    // Whom the rooms speak of from now on. Of somebody else nothing is known yet but what they are called.
    await session.keep("home.started", {
      start: own.start === null || own.start === "nobody" ? "unsure" : own.start,
      relation: who === "other" || isNobody ? "friend" : own.relation,
      other: who === "again" ? snapshot.people.other : name.trim(),
    })
    drop()
    setComparedUpTo(session, -1)
    announce(say("app.anew-done"))
    way.go({ at: "rooms" })
  }
  return (
    <Form onSubmit={begin}>
      <Heading level={1}>{say("app.anew-title")}</Heading>
      <Lead>{say("app.anew-lead")}</Lead>
      <Text>{say("app.anew-good")}</Text>
      {snapshot.anew === "apart" && <Text>{say("app.anew-not-reached")}</Text>}
      {snapshot.anew !== "apart" && (
        <>
          <Text>{say("app.anew-own")}</Text>
          <Button kind="quiet" onPress={() => way.go({ at: "shared" })}>
            {say("app.anew-own-way")}
          </Button>
        </>
      )}
      {snapshot.waiting.length > 0 && <Text>{say("app.anew-waits")}</Text>}
      <Button kind="quiet" onPress={() => way.go({ at: "save-copy" })}>
        {say("app.anew-save")}
      </Button>
      <Text>{say("app.anew-afraid")}</Text>
      <Button kind="quiet" onPress={() => way.go({ at: "help" })}>
        {say("app.going-help")}
      </Button>
      <Choice
        name="anew"
        legend={say("app.anew-who")}
        value={who}
        onChose={setWho}
        options={[
          { value: "again", label: say("app.anew-again", { name: other }), hint: say("app.anew-again-hint") },
          { value: "other", label: say("app.anew-other"), hint: say("app.anew-other-hint") },
        ]}
      />
      {who === "other" && <Field label={say("app.anew-name")} value={name} onInput={write} maxLength={60} />}
      <Actions>
        <Button kind="second" onPress={way.back}>
          {say("app.not-now")}
        </Button>
        <Button kind="second" type="submit" disabled={busy || who === null}>
          {say("app.anew-do")}
        </Button>
      </Actions>
    </Form>
  )
}
